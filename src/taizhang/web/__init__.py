"""The pages and the HTTP API, served locally from the package alone."""

from taizhang.web.app import create_app
from taizhang.web.shelf import Shelf

__all__ = ["Shelf", "create_app"]

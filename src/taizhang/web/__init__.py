"""The pages and the HTTP API, served locally from the package alone."""

from taizhang.web.app import create_app

__all__ = ["create_app"]

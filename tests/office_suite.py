"""LibreOffice as a reader of what we write; absent, its tests skip and say so."""

import shutil
import subprocess
from pathlib import Path

import pytest


def opened(file: Path, folder: Path, extension: str) -> Path:
    """The file as LibreOffice opens and saves it again under another format."""
    soffice = shutil.which("soffice")
    if not soffice:
        pytest.skip("no soffice (LibreOffice) installed")
    profile = (folder / "profile").as_uri()
    command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", extension]
    subprocess.run([*command, "--outdir", folder, file], check=True, capture_output=True, timeout=120)
    return folder / f"{file.stem}.{extension.split(':')[0]}"

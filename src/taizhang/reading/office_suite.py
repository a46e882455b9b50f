"""Formats that only an office suite reads (.doc, .wps, .rtf): converted by LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from taizhang.reading.errors import UnreadableDocument
from taizhang.reading.limits import LIMITS

PROFILE = Path(__file__).with_name("office_profile.xcu")
PROGRAMS = ("soffice", "libreoffice")


def to_docx(data: bytes, name: str, suffix: str) -> bytes:
    """A document of an older format as .docx.

    LibreOffice runs with a profile of its own that lets it load no link and run no macro, and is stopped after the
    time that `LIMITS.seconds` gives. Raises `UnreadableDocument` where it is missing or cannot read the file.
    """
    program = next((found for found in map(shutil.which, PROGRAMS) if found), None)
    if program is None:
        raise UnreadableDocument(
            f"{name}: reading {suffix} needs LibreOffice (on Debian: apt-get install libreoffice-writer). "
            "Or open the file in WPS or Word and save it as .docx."
        )
    with tempfile.TemporaryDirectory(prefix="taizhang-") as folder:
        source = Path(folder) / f"report{suffix}"
        source.write_bytes(data)
        profile = Path(folder) / "profile"
        (profile / "user").mkdir(parents=True)
        shutil.copy(PROFILE, profile / "user" / "registrymodifications.xcu")
        command = [
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--nodefault"),
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, str(source)),
        ]
        try:
            subprocess.run(command, capture_output=True, timeout=LIMITS.seconds, check=False, stdin=subprocess.DEVNULL)
        except subprocess.TimeoutExpired as error:
            raise UnreadableDocument(f"{name}: LibreOffice did not finish. Save the file as .docx.") from error
        result = Path(folder) / "report.docx"
        if not result.exists():
            raise UnreadableDocument(
                f"{name}: LibreOffice cannot read the file: damaged or encrypted? Save it as .docx."
            )
        return result.read_bytes()

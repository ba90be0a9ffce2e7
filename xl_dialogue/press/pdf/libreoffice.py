"""PDFs by LibreOffice without a window, its profile a new one that nobody else uses.

Source: LibreOffice help, "PDF Export Command Line Parameters" (JSON since 7.4).
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from xl_dialogue.press.pdf.ending import Ending
from xl_dialogue.soffice import outside_environments

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_OPTIONS = {"ExportBookmarksToPDFDestination": True, "ExportBookmarks": False}
"""Word's bookmarks become named places of the PDF; its headings no outline."""
_FILTER = "pdf:writer_pdf_Export:" + json.dumps(
    {name: {"type": "boolean", "value": str(on).lower()} for name, on in _OPTIONS.items()}
)
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_GLANCE = 0.1
"""Seconds between two looks at what is there."""


class LibreOffice:
    """The LibreOffice that this program starts."""

    def __init__(self, program: Path) -> None:
        self._program = program

    def make(
        self, files: Sequence[Path], folder: Path, seconds: float, made: Callable[[int], None]
    ) -> Ending:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            process = self._started(files, folder, Path(profile))
            try:
                return _watched(process, folder, seconds, made)
            finally:
                _end(process)

    def _started(
        self, files: Sequence[Path], folder: Path, profile: Path
    ) -> subprocess.Popen[bytes]:
        quiet = ("--headless", "--norestore", "--nologo", "--nolockcheck")
        place = f"-env:UserInstallation={profile.as_uri()}"
        job = ("--convert-to", _FILTER, "--outdir", str(folder), *map(str, files))
        return subprocess.Popen(
            [str(self._program), place, *quiet, *job], env=outside_environments(os.environ),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            creationflags=_NO_WINDOW, start_new_session=True,
        )  # fmt: skip


def _watched(
    process: subprocess.Popen[bytes], folder: Path, seconds: float, made: Callable[[int], None]
) -> Ending:
    """Wait as long as PDF follows upon PDF."""
    count, since = 0, time.monotonic()
    while time.monotonic() - since < seconds:
        try:
            return Ending.DIED if process.wait(_GLANCE) else Ending.DONE
        except subprocess.TimeoutExpired:
            there = len(list(folder.glob("*.pdf")))
        if there > count:
            count, since = there, time.monotonic()
            made(count)
    return Ending.HUNG


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, check=False, capture_output=True)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()

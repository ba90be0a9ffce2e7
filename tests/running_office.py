"""One headless LibreOffice for a whole test run: own profile, own port, started anew if it died."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest
import xlwings as xw

from xl_dialogue.engines import calc, calcbridge
from xl_dialogue.messages import DialogueError

_SECONDS = 90
_NO_QUESTIONS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Misc">
<prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"""


def soffice() -> str:
    """The program; without it, or without Python's way to it, the tests that want it are skipped."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    try:
        calcbridge.uno()
    except DialogueError as missing:
        program, why = None, str(missing)
    else:
        why = "no soffice on PATH"
    if program is None:
        pytest.skip(
            f"LibreOffice Calc not found ({why}): install libreoffice-calc and python3-uno, "
            "for example by apt-get install libreoffice-calc python3-uno"
        )
    return program


def free_port() -> int:
    with socket.socket() as found:
        found.bind((calcbridge.HOST, 0))
        return int(found.getsockname()[1])


class RunningOffice:
    """The office process; ``app`` starts it when it is not there."""

    def __init__(self, folder: Path) -> None:
        self.program, self.profile = soffice(), folder / "profile"
        (self.profile / "user").mkdir(parents=True)
        settings = self.profile / "user" / "registrymodifications.xcu"
        settings.write_text(_NO_QUESTIONS, encoding="utf-8")
        self.process: subprocess.Popen[bytes] | None = None
        self.port = 0

    def app(self) -> xw.App:
        if self.process is None or self.process.poll() is not None:
            self._start()
        try:
            return calc.connect(self.port)
        except DialogueError:  # it died without its parent noticing
            self.stop()
            self._start()
            return calc.connect(self.port)

    def _start(self) -> None:
        self.port = free_port()
        self.process = subprocess.Popen(
            [
                self.program, "--headless", "--norestore", "--nologo", "--nodefault",
                "--nolockcheck", f"-env:UserInstallation={self.profile.as_uri()}",
                f"--accept=socket,host={calcbridge.HOST},port={self.port};urp;",
            ],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        end = time.monotonic() + _SECONDS
        while not self._listens():
            assert time.monotonic() < end, "LibreOffice did not start"
            time.sleep(0.1)

    def _listens(self) -> bool:
        try:
            calcbridge.connected(self.port)
        except DialogueError:
            return False
        return True

    def clear(self, app: xw.App) -> None:
        """Close what a test has left open; an office that will not is given up for a new one."""
        try:
            for book in app.books:
                book.close()
        except Exception:  # noqa: BLE001 - the office raises what it likes, pytest cannot carry it
            self.stop()

    def end(self) -> None:
        """Let it end while somebody is still speaking with it."""
        context = calcbridge.connected(self.port)
        process, self.process = self.process, None
        assert process is not None
        made = context.ServiceManager
        made.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()
        process.wait(20)

    def stop(self) -> None:
        """Ask it to end; it stays in our process group, so what ends the tests ends it too."""
        process, self.process = self.process, None
        if process is None:
            return
        with suppress(Exception):  # it answers no more once it has agreed
            calc.connect(self.port).impl.desktop.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

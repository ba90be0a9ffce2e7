"""A real window: LibreOffice Calc under Xvfb with the extension, pressed by a mouse, photographed.

Buttons are found by their label through the office's accessibility, never by coordinates.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import xlwings as xw
from running_office import free_port, soffice

from xl_dialogue.engines import calc, calcbridge
from xl_dialogue.office.buttons.extension import TOOLBAR, extension
from xl_dialogue.office.pc import libreoffice
from xl_dialogue.office.pc.places import this_pc
from xl_dialogue.soffice import outside_environments

SIZE = (1920, 900)
_TOOLBAR = f"private:resource/toolbar/addon_{TOOLBAR}"
_NEEDED = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "import": "imagemagick",
}
"""Program -> Debian's package of it."""
_SECONDS = 60
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Misc">
<prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop>
<prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product">
<prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.9</value></prop></item>
</oor:items>
"""


def wanted() -> None:
    """Skip where a window cannot be shown, saying what is missing."""
    soffice()
    missing = [package for program, package in _NEEDED.items() if not shutil.which(program)]
    if missing:
        pytest.skip(f"no window without these packages: apt-get install {' '.join(missing)}")


class Screen:
    """A display of its own, with a window manager and one Calc in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.port = free_port()
        self._processes: list[subprocess.Popen[bytes]] = []
        given = outside_environments(os.environ)
        self._environment = {**given, "HOME": str(self.home), "SAL_USE_VCLPLUGIN": "gen"}

    def __enter__(self) -> Screen:
        self._set_up_person()
        self._environment["DISPLAY"] = self._start_display()
        self._start("openbox")
        return self

    def __exit__(self, *_: object) -> None:
        for process in reversed(self._processes):
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def _set_up_person(self) -> None:
        """What ``xl-dialogue setup`` leaves: the settings file and the extension."""
        settings = self.home / ".xlwings" / "xlwings.conf"
        settings.parent.mkdir(parents=True)
        settings.write_text(f'"INTERPRETER","{sys.executable}"\n', encoding="utf-8")
        profile = self.folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        self._places = (
            f"-env:UserInstallation={profile.as_uri()}",
            f"-env:UNO_SHARED_PACKAGES_CACHE={(self.folder / 'common').as_uri()}",
        )
        made = self.folder / "DialoguePlan.oxt"
        made.write_bytes(extension())
        found = libreoffice.installed(this_pc())
        assert found is not None
        office = libreoffice.LibreOffice(found.program, shared=True, arguments=self._places)
        libreoffice.add(office, made)

    def _start(self, *command: str, **how: Any) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=how.pop("stdout", subprocess.DEVNULL),
            stderr=subprocess.DEVNULL, env=self._environment, start_new_session=True, **how,
        )  # fmt: skip
        self._processes.append(process)
        return process

    def _start_display(self) -> str:
        """Xvfb picks a free display and writes its number."""
        reading, writing = os.pipe()
        width, height = SIZE
        self._start(
            "Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24",
            pass_fds=(writing,),
        )  # fmt: skip
        os.close(writing)
        with os.fdopen(reading) as said:
            return f":{said.readline().strip()}"

    # --- the office -------------------------------------------------------------------------

    def open(self, plan: Path) -> xw.Book:
        """Start Calc with the plan in its window, filling the screen."""
        self._start(
            soffice(), "--norestore", "--nologo", "--nofirststartwizard", *self._places,
            f"--accept=socket,host={calcbridge.HOST},port={self.port};urp;", str(plan),
        )  # fmt: skip
        if plan.suffix == ".xlsm":
            self.answer("Warning")  # that the macros, which are Excel's, will not run
        self.until(lambda: _TOOLBAR in self._shown())
        time.sleep(3)  # asked what is on a toolbar that it is still laying out, Calc breaks down
        width, height = SIZE
        self.frame().getContainerWindow().setPosSize(0, 0, width, height - 20, 15)
        time.sleep(1)
        return self.app().books.active

    def app(self) -> xw.App:
        return calc.connect(self.port)

    def frame(self) -> Any:
        return self.app().impl.desktop.getCurrentFrame()

    def until(self, happened: Callable[[], object]) -> None:
        end = time.monotonic() + _SECONDS
        while not _tried(happened):
            if time.monotonic() > end:
                seen = self.folder / "screen.png"
                self.photograph(seen)
                raise AssertionError(f"it did not happen on the screen, see {seen}")
            time.sleep(0.2)

    # --- the person -------------------------------------------------------------------------

    def press(self, label: str) -> None:
        """Click the toolbar's button that says so."""
        x, y = dict(self.buttons())[label]
        self._xdotool("mousemove", str(x), str(y), "click", "1")
        self._xdotool("mousemove", str(x), "880")

    def buttons(self) -> Iterator[tuple[str, tuple[int, int]]]:
        """Label and middle of every button of the toolbar."""
        bar = self._toolbar()
        for place in range(bar.getAccessibleChildCount()):
            child = bar.getAccessibleChild(place).getAccessibleContext()
            corner, size = child.getLocationOnScreen(), child.getSize()
            yield (
                child.getAccessibleName(),
                (corner.X + size.Width // 2, corner.Y + size.Height // 2),
            )

    def _shown(self) -> list[str]:
        return [each.ResourceURL for each in self.frame().LayoutManager.getElements()]

    def _toolbar(self) -> Any:
        bar = self.frame().LayoutManager.getElement(_TOOLBAR)
        return bar.getRealInterface().getAccessibleContext()

    def box(self, title: str) -> None:
        """Wait for the message box of that title."""
        self.until(lambda: self._windows(title))
        time.sleep(0.5)

    def answer(self, title: str, key: str = "Return") -> None:
        """Press a key in the message box, and wait until it has gone."""
        self.box(title)
        self._xdotool("key", key)
        self.until(lambda: not self._windows(title))

    def _windows(self, title: str) -> str:
        return self._xdotool("search", "--onlyvisible", "--name", f"^{title}$")

    def settle(self) -> None:
        """Give the window time to draw."""
        time.sleep(1)

    def type(self, *keys: str) -> None:
        self._xdotool("key", *keys)

    def _xdotool(self, *words: str) -> str:
        command = ["xdotool", *words]
        told = subprocess.run(
            command, env=self._environment, capture_output=True, text=True, timeout=20, check=False
        )
        return told.stdout

    def photograph(self, path: Path) -> None:
        """The whole screen as a PNG of few colours."""
        path.parent.mkdir(parents=True, exist_ok=True)
        command = [
            "import",
            "-window",
            "root",
            "+dither",
            "-colors",
            "64",
            "-strip",
            f"PNG8:{path}",
        ]
        subprocess.run(command, env=self._environment, timeout=30, check=True)


def _tried(happened: Callable[[], object]) -> object:
    """What it gives; nothing while the office is not there yet."""
    try:
        return happened()
    except Exception:  # noqa: BLE001 - the office raises what it likes while it starts
        return None

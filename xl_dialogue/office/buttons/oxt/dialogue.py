"""Inside LibreOffice: one service behind every button of Calc's menu and toolbar.

It runs in the office's own Python, which knows nothing of us: ``xlwings.conf`` in the person's
folder, the file that Excel's buttons read too, names the interpreter beside whose packages we lie.
The sentences come from ``texts.json`` beside this file, made from the product's own.
"""

from __future__ import annotations

import csv
import json
import site
import sys
from pathlib import Path
from typing import Any

import uno
import unohelper
from com.sun.star.task import XJobExecutor

SERVICE = "vn.xl_dialogue.Click"
_KEYS = {"win32": "INTERPRETER_WIN", "darwin": "INTERPRETER_MAC"}


class NotReadyError(Exception):
    """Why no button can work on this PC yet, as a sentence for the person."""


def interpreter() -> Path:
    """The Python in which the product is installed. Errors: ``NotReadyError``."""
    settings = Path.home() / ".xlwings" / "xlwings.conf"
    try:
        with settings.open(encoding="utf-8", errors="surrogateescape") as file:
            pairs = [row for row in csv.reader(file) if len(row) > 1]
    except OSError:
        pairs = []
    said = {name.strip().upper(): value.strip() for name, value, *_ in reversed(pairs)}
    found = said.get(_KEYS.get(sys.platform, ""), "") or said.get("INTERPRETER", "")
    if not found or not Path(found).exists():
        raise NotReadyError(_text("not_set_up", path=str(settings)))
    return Path(found)


def packages(python: Path) -> Path:
    """The folder of that Python's packages. Errors: ``NotReadyError`` for another version."""
    ours = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    inner = ("Lib",) if sys.platform == "win32" else ("lib", ours)
    found = python.parent.parent.joinpath(*inner, "site-packages")
    if not found.is_dir():
        raise NotReadyError(_text("other_python", ours=ours, path=str(python)))
    return found


def _text(name: str, **facts: str) -> str:
    texts = json.loads(Path(__file__).with_name("texts.json").read_text("utf-8"))
    return str(texts[name].format(**facts))


class Click(unohelper.Base, XJobExecutor):  # type: ignore[misc]  # the office's own classes
    """``service:vn.xl_dialogue.Click?validate`` does the job of the button ``validate``."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def trigger(self, button: str) -> None:
        """What the office calls with what stands behind the question mark."""
        try:
            self._press(button)
        except NotReadyError as refusal:
            self._tell(str(refusal))
        except Exception as error:  # noqa: BLE001 - the office would swallow it without a word
            self._tell(_text("broken", error=f"{type(error).__name__}: {error}"))

    def _press(self, button: str) -> None:
        site.addsitedir(str(packages(interpreter())))
        sys.argv = getattr(sys, "argv", None) or ["soffice"]
        from xl_dialogue.engines import calc
        from xl_dialogue.macros import press

        press(button, calc.inside(self.context).books.active)

    def _tell(self, sentence: str) -> None:
        create = self.context.ServiceManager.createInstanceWithContext
        frame = create("com.sun.star.frame.Desktop", self.context).getCurrentFrame()
        toolkit = create("com.sun.star.awt.Toolkit", self.context)
        window = frame.getContainerWindow()
        kind = uno.Enum("com.sun.star.awt.MessageBoxType", "WARNINGBOX")
        toolkit.createMessageBox(window, kind, 1, _text("title"), sentence).execute()


g_ImplementationHelper = unohelper.ImplementationHelper()  # noqa: N816 - the name the office wants
g_ImplementationHelper.addImplementation(Click, SERVICE, (SERVICE,))

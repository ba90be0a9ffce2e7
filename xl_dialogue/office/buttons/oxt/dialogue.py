"""Inside LibreOffice: one service behind every button of Calc's menu and toolbar.

It runs in the office's own Python, which knows nothing of us: ``xlwings.conf`` in the person's
folder, the file that Excel's buttons read too, names the interpreter beside whose packages we lie.
The sentences come from ``texts.json`` beside this file, made from the product's own.
"""

from __future__ import annotations

import json
import site
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import uno
import unohelper
from com.sun.star.task import XJobExecutor

if TYPE_CHECKING:
    from xl_dialogue.office.pc import settings
else:
    import xl_dialogue_settings as settings  # the same, brought along in the folder pythonpath

SERVICE = "vn.xl_dialogue.Click"


class NotReadyError(Exception):
    """Why no button can work on this PC yet, as a sentence for the person."""


def interpreter() -> Path:
    """The Python in which the product is installed. Errors: ``NotReadyError``."""
    files = [Path.home() / name for name in settings.files(sys.platform)]
    for file in files:
        try:
            pairs = settings.entries(file.read_bytes())
        except OSError:
            continue
        found = settings.interpreter_of(pairs, sys.platform)
        if found and Path(found).exists():
            return Path(found)
    raise NotReadyError(_text("not_set_up", path=str(files[0])))


def packages(python: Path) -> Path:
    """The folder of that Python's packages. Errors: ``NotReadyError`` for another version."""
    ours = "{}.{}".format(*sys.version_info)
    on_windows, version = sys.platform == "win32", _version(python)
    if on_windows and version is None:
        top = python.parent
        fits = (top / "python{}{}.dll".format(*sys.version_info)).exists()
    else:
        top = python.parent.parent
        fits = version in (ours, None)
    found = top / ("Lib" if on_windows else f"lib/python{ours}") / "site-packages"
    if not fits or not found.is_dir():
        raise NotReadyError(_text("other_python", ours=f"Python {ours}", path=str(python)))
    return found


def _version(python: Path) -> str | None:
    """``3.11``, as the environment around it says; None where there is none around it.

    Source: PEP 405.
    """
    try:
        said = (python.parent.parent / "pyvenv.cfg").read_text("utf-8", "replace")
    except OSError:
        return None
    pairs = (line.partition("=") for line in said.splitlines())
    written = {name.strip(): value.strip() for name, _, value in pairs}
    version = written.get("version") or written.get("version_info", "")
    return ".".join(version.split(".")[:2])


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
        if "xl_dialogue" not in sys.modules:
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

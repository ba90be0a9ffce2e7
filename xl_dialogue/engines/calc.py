"""A running LibreOffice Calc as an xlwings app: what a person has open, read and written there.

As in a closed file, a text assigned to a cell stays text whatever it looks like, unless it begins
with ``=``. Numbers under a format with a day, month or year are dates. The person's selection,
filters, comments and place on the screen stay as they are.
"""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING, Any

import xlwings as xw
from xlwings import base_classes

from xl_dialogue.engines.calcbooks import Books
from xl_dialogue.engines.calcbridge import box_of, connected, refused, uno, while_open
from xl_dialogue.engines.calcrange import Range
from xl_dialogue.engines.calcsheet import Sheet
from xl_dialogue.engines.engine import Engine
from xl_dialogue.engines.named import Native
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "calc"
PORT = 2002
_OK, _YES = 0x10000, 0x40000
"""The button that Enter presses: the first, as in Excel."""
_BUTTONS = {"ok": 1 + _OK, "ok_cancel": 2 + _OK, "yes_no": 3 + _YES, "yes_no_cancel": 4 + _YES}
_ANSWERS = {0: "cancel", 1: "ok", 2: "yes", 3: "no"}
"""com.sun.star.awt.MessageBoxButtons and MessageBoxResults"""


def connect(port: int = PORT) -> xw.App:
    """The office that listens on this port of this PC.

    Errors: ``DialogueError`` when none does, or Python cannot speak with it.
    """
    return _app(connected(port), port)


def inside(context: object) -> xw.App:
    """The office that runs this very program and gives it its component context."""
    return _app(context, os.getpid())


def _app(context: object, pid: int) -> xw.App:
    """Xlwings activates books and sheets of its active engine's first app only: this one now.

    A click that comes back to the same office goes on where the one before left the status bar.
    """
    engine = RunningCalc.registered()
    xw.engines[NAME].activate()
    known = engine.apps.items.get(pid)
    app = known if known is not None and known.context == context else App(engine, context, pid)
    engine.apps.put_first(app)
    return xw.App(impl=app)


class RunningCalc(Engine):
    """LibreOffice, wherever it runs on this PC."""

    name = NAME

    def __init__(self) -> None:
        self.apps = Apps()


class Apps(base_classes.Apps):
    """The offices that were connected to; of each the latest connection."""

    def __init__(self) -> None:
        self.items: dict[int, App] = {}

    def put_first(self, app: App) -> None:
        others = {pid: other for pid, other in self.items.items() if pid != app.pid}
        self.items = {app.pid: app, **others}

    def keys(self) -> list[int]:
        return [*self.items]

    def __iter__(self) -> Iterator[App]:
        return iter(self.items.values())

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, pid: int) -> App:
        return self.items[pid]


@while_open("context.ServiceManager")
class App(Native, base_classes.App):
    """One running office; over a socket the port stands for its process, which it does not tell."""

    display_alerts = True

    def __init__(self, engine: Engine, context: Any, pid: int) -> None:
        self.engine, self.context, self._pid = engine, context, pid
        self._locked: Any = None
        self._indicator: Any = None
        self._said: str | bool = False

    @property
    def pid(self) -> int:
        return self._pid

    def _service(self, name: str) -> Any:
        made = self.context.ServiceManager
        return made.createInstanceWithContext(f"com.sun.star.{name}", self.context)

    @cached_property
    def desktop(self) -> Any:
        return self._service("frame.Desktop")

    @cached_property
    def _functions(self) -> Any:
        return self._service("sheet.FunctionAccess")

    def evaluated(self, function: str, cells: Any) -> Any:
        """What a function says of a range, each of its cells for itself; ``None`` if it cannot."""
        try:
            found = self._functions.callFunction(function, (cells,))
        except refused():
            return None
        return ((found,),) if isinstance(found, str) else found

    @property
    def books(self) -> Books:
        return Books(self)

    @property
    def is_headless(self) -> bool:
        """Whether nobody can see a window of it."""
        frames = self.desktop.getFrames()
        windows = (
            frames.getByIndex(place).getContainerWindow() for place in range(frames.getCount())
        )
        return not any(window is not None and window.isVisible() for window in windows)

    def activate(self, steal_focus: bool = False) -> None:
        if steal_focus:
            self.books.in_front().activate()

    @property
    def selection(self) -> Range | None:
        """The selected cells, the first rectangle of several; ``None`` for a picture."""
        book = self.books.in_front()
        cells = book.chosen
        if cells is None:
            return None
        page = Sheet(book, str(cells.getSpreadsheet().getName()))
        return Range(page, box_of(cells.getRangeAddress()))

    # --- while a job runs -------------------------------------------------------------------

    @property
    def screen_updating(self) -> bool:
        return self._locked is None

    @screen_updating.setter
    def screen_updating(self, value: bool) -> None:
        """Each lock is taken once and given back to the document it was taken of."""
        if value and self._locked is not None:
            locked, self._locked = self._locked, None
            locked.unlockControllers()
        elif not value and self._locked is None:
            document = self.books.in_front().doc
            document.lockControllers()
            self._locked = document

    @property
    def calculation(self) -> str:
        automatic = self.books.in_front().doc.isAutomaticCalculationEnabled()
        return "automatic" if automatic else "manual"

    @calculation.setter
    def calculation(self, value: str) -> None:
        self.books.in_front().doc.enableAutomaticCalculation(value != "manual")

    def calculate(self) -> None:
        self.books.in_front().doc.calculateAll()

    @property
    def status_bar(self) -> str | bool:
        return self._said

    @status_bar.setter
    def status_bar(self, value: str | bool | None) -> None:
        """What the status bar says; ``False`` or ``None`` gives it back to Calc."""
        if not value:
            self._end_status()
        elif self._indicator is not None:
            self._indicator.setText(str(value))
        else:
            self._indicator = self._new_indicator(str(value))
        self._said = value or False

    def _new_indicator(self, text: str) -> Any:
        frame = self._frame()
        if frame is None:
            return None
        indicator = frame.createStatusIndicator()
        indicator.start(text, 0)
        return indicator

    def _end_status(self) -> None:
        if self._indicator is not None:
            self._indicator.end()
            self._indicator = None

    def _frame(self) -> Any:
        """The window in front; ``None`` when nothing is open in one."""
        current = self.desktop.getCurrentFrame()
        if current is not None:
            return current
        try:
            return self.books.in_front().controller.getFrame()
        except DialogueError:
            return None

    def alert(
        self, prompt: str, title: str | None, buttons: str, mode: str | None, _: object
    ) -> str:
        """Ask the person over the window in front; the answer is the pressed button."""
        frame, kind = self._frame(), "ERRORBOX" if mode == "critical" else "INFOBOX"
        if buttons not in ("ok", None) and mode != "critical":
            kind = "QUERYBOX"
        window = frame.getContainerWindow() if frame is not None else None
        box = self._service("awt.Toolkit").createMessageBox(
            window,
            uno().Enum("com.sun.star.awt.MessageBoxType", kind),
            _BUTTONS[buttons or "ok"],
            title or "",
            prompt,
        )
        answer = box.execute()
        box.dispose()
        return _ANSWERS.get(answer, "cancel")

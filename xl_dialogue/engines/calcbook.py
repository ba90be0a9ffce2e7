"""One workbook open in Calc, as xlwings asks for it."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from xl_dialogue import messages
from xl_dialogue.addresses import LAST_COLUMN
from xl_dialogue.engines.calcbridge import english, exception, properties, refused, uno, while_open
from xl_dialogue.engines.calcsheet import Sheets
from xl_dialogue.engines.named import Native
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from xl_dialogue.engines.calc import App

_FILTERS = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".xlsm": "Calc MS Excel 2007 VBA XML",
    ".ods": "calc8",
}
_UNNAMED = "__Anonymous"
"""How Calc begins the names of filters that nobody named."""


def _beside(address: Any) -> tuple[int, int]:
    """Column and row, from 0, of a cell next to the range; below it if it is as wide as a sheet."""
    if address.StartColumn:
        return address.StartColumn - 1, address.StartRow
    if address.EndColumn + 1 < LAST_COLUMN:
        return address.EndColumn + 1, address.StartRow
    return 0, address.StartRow - 1 if address.StartRow else address.EndRow + 1


@while_open("doc.URL")
class Book(Native, base_classes.Book):
    """One open workbook; ``doc`` is the document as Calc knows it."""

    def __init__(self, app: App, doc: Any) -> None:
        self._app, self.doc = app, doc
        self._name = ""
        self._sheets: dict[str, Any] = {}
        self._tables: dict[str, Any] = {}
        self._kinds: dict[int, int] = {}
        self._keys: dict[str, int] = {}

    @property
    def app(self) -> App:
        return self._app

    @property
    def ReadOnly(self) -> bool:  # noqa: N802 - Excel's own word, asked of ``api``
        return bool(self.doc.isReadonly())

    @property
    def path(self) -> Path | None:
        """Where it is stored; ``None`` before it ever was, or for a place on the web."""
        url = self.doc.getURL()
        return Path(uno().fileUrlToSystemPath(url)) if url.startswith("file:") else None

    def refuse_closed(self) -> None:
        """Errors: ``DialogueError`` when the workbook or Calc was closed meanwhile."""
        self.doc.getURL()

    @property
    def name(self) -> str:
        """Asked of Calc once: xlwings compares two books by it, several times for every cell."""
        if not self._name:
            path = self.path
            self._name = path.name if path else str(self.doc.Title)
        return self._name

    @property
    def fullname(self) -> str:
        path = self.path
        return str(path) if path else str(self.doc.getURL() or self.doc.Title)

    @property
    def sheets(self) -> Sheets:
        return Sheets(self)

    @property
    def controller(self) -> Any:
        return self.doc.getCurrentController()

    def activate(self) -> None:
        frame = self.controller.getFrame()
        frame.activate()
        frame.getContainerWindow().toFront()

    @property
    def is_seen(self) -> bool:
        frame = self.controller.getFrame()
        window = frame.getContainerWindow() if frame is not None else None
        return window is not None and bool(window.isVisible())

    @property
    def chosen(self) -> Any:
        """The selected cells, the first rectangle of several; ``None`` for a picture."""
        found = self.controller.getSelection()
        if hasattr(found, "getRangeAddresses"):
            found = found.getByIndex(0)
        return found if hasattr(found, "getRangeAddress") else None

    def settle(self) -> None:
        """Enter what the person is typing, as a click on another cell would, and come back.

        Calc cannot be asked whether somebody types. A cell that is written meanwhile would be
        overwritten at the next Enter, and what is typed so far would not be read.
        """
        cells = self.chosen if self.is_seen else None
        if cells is None:
            return
        view, selected = self.controller, self.controller.getSelection()
        corner = view.getFirstVisibleRow(), view.getFirstVisibleColumn()
        view.select(cells.getSpreadsheet().getCellByPosition(*_beside(cells.getRangeAddress())))
        view.select(selected)
        view.setFirstVisibleRow(corner[0])
        view.setFirstVisibleColumn(corner[1])

    def save(self, path: str | None = None, password: str | None = None) -> None:
        """Store it where it is, or from now on as another file."""
        if password is not None:
            raise NotImplementedError("a workbook in Calc is not saved with a password")
        target = Path(path).resolve() if path else None
        try:
            if target is None or target == self.path:
                self._store()
            else:
                self._store_as(target)
        except exception("io.IOException") as error:
            where = path or self.fullname
            raise DialogueError(messages.WORKBOOK_BUSY, path=where) from error

    def _store(self) -> None:
        if not self.doc.hasLocation():
            raise DialogueError(messages.CALC_NEVER_SAVED, file=self.name)
        self.doc.store()

    def _store_as(self, path: Path) -> None:
        if path.suffix.lower() not in _FILTERS:
            suffixes = ", ".join(_FILTERS)
            raise DialogueError(messages.WORKBOOK_OTHER_KIND, path=path, suffix=suffixes)
        url = uno().systemPathToFileUrl(str(path))
        self.doc.storeAsURL(url, properties(FilterName=_FILTERS[path.suffix.lower()]))
        self._name = ""

    def close(self) -> None:
        """Without asking whether to save it; at once, or when Calc is done with it."""
        try:
            self.doc.close(True)
        except exception("util.CloseVetoException"):
            return

    # --- what the sheets ask ----------------------------------------------------------------

    def sheet_names(self) -> tuple[str, ...]:
        """No book is without a sheet, but one that is being closed says it is."""
        names: tuple[str, ...] = self.all_sheets.getElementNames()
        if not names:
            self.refuse_closed()
        return names

    @cached_property
    def all_sheets(self) -> Any:
        return self.doc.getSheets()

    @cached_property
    def _ranges(self) -> Any:
        return self.doc.DatabaseRanges

    def sheet(self, name: str) -> Any:
        """A sheet by its exact name, remembered: a new proxy costs more than a question."""
        if not self._is(self._sheets.get(name), name):
            self._sheets[name] = self.all_sheets.getByName(name)
        return self._sheets[name]

    def tables(self) -> list[tuple[str, Any]]:
        """The named database ranges of all sheets, remembered in the same way."""
        names = [n for n in self._ranges.getElementNames() if not n.startswith(_UNNAMED)]
        for name in names:
            if not self._is(self._tables.get(name), name):
                self._tables[name] = self._ranges.getByName(name)
        if not names:
            self.refuse_closed()
        return [(name, self._tables[name]) for name in names]

    @staticmethod
    def _is(known: Any, name: str) -> bool:
        try:
            return known is not None and known.getName() == name
        except refused():  # it is gone, another may have its name
            return False

    @cached_property
    def epoch(self) -> dt.datetime:
        """The day that Calc counts from."""
        day = self.doc.NullDate
        return dt.datetime(day.Year, day.Month, day.Day)

    @cached_property
    def _formats(self) -> Any:
        return self.doc.getNumberFormats()

    def format_kind(self, key: int) -> int:
        """The type of a number format: a sum of com.sun.star.util.NumberFormat's constants."""
        if key not in self._kinds:
            self._kinds[key] = int(self._formats.getByKey(key).Type)
        return self._kinds[key]

    def format_code(self, key: int) -> str:
        return str(self._formats.getByKey(key).FormatString)

    def format_key(self, code: str) -> int:
        """The number format with this code, made if there is none."""
        if code not in self._keys:
            key = self._formats.queryKey(code, english(), False)
            self._keys[code] = key if key >= 0 else self._formats.addNew(code, english())
        return self._keys[code]

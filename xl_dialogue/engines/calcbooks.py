"""The workbooks that are open in Calc, as xlwings asks for them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from xl_dialogue import messages
from xl_dialogue.engines import files
from xl_dialogue.engines.calcbook import Book
from xl_dialogue.engines.calcbridge import exception, properties, uno, while_open
from xl_dialogue.engines.named import Named
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from xl_dialogue.engines.calc import App

_SPREADSHEET = "com.sun.star.sheet.SpreadsheetDocument"
_NEVER = 0
"""com.sun.star.document.MacroExecMode.NEVER_EXECUTE"""


@while_open("app.context.ServiceManager")
class Books(Named[Book], base_classes.Books):
    """The workbooks that are open."""

    def __init__(self, app: App) -> None:
        self.app = app

    def _items(self) -> list[Book]:
        components = self.app.desktop.getComponents().createEnumeration()
        found = []
        while components.hasMoreElements():
            component = components.nextElement()
            if _is_spreadsheet(component):
                found.append(Book(self.app, component))
        return found

    @property
    def active(self) -> Book:
        """The one the person looks at, with what is being typed in it.

        Errors: ``DialogueError`` when none is open.
        """
        book = self.in_front()
        book.settle()
        return book

    def in_front(self) -> Book:
        current = self.app.desktop.getCurrentComponent()
        if current is not None and _is_spreadsheet(current):
            return Book(self.app, current)
        for book in self._items():
            return book
        raise DialogueError(messages.CALC_WITHOUT_BOOK)

    def open(self, fullname: str, *_: object, **__: object) -> Book:
        """The workbook file, opened unless it is; its macros never run."""
        path = Path(fullname).resolve()
        if not path.is_file():
            raise DialogueError(messages.FILE_MISSING, path=path)
        for book in self._items():
            if book.path == path:
                book.settle()
                return book
        return Book(self.app, self._loaded(path))

    def _loaded(self, path: Path) -> Any:
        url, how = uno().systemPathToFileUrl(str(path)), {"MacroExecutionMode": _NEVER}
        wanted = properties(Hidden=self.app.is_headless, **how)
        try:
            found = self.app.desktop.loadComponentFromURL(url, "_blank", 0, wanted)
        except exception("lang.DisposedException"):
            raise
        except exception("uno.Exception") as error:
            raise DialogueError(messages.CALC_CANNOT_OPEN, path=path) from error
        if found is not None and _is_spreadsheet(found):
            return found
        if found is not None:
            found.close(True)
        files.refuse_if_open(path)
        raise DialogueError(messages.CALC_CANNOT_OPEN, path=path)


def _is_spreadsheet(component: Any) -> bool:
    """A document that is being closed is none any more."""
    try:
        asked = getattr(component, "supportsService", None)
        return bool(asked and asked(_SPREADSHEET))
    except exception("lang.DisposedException"):
        return False

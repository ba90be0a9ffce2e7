"""A closed workbook file as an xlwings book: no Excel needed, read at once, saved without loss.

What differs from Excel, on purpose: a text assigned to a cell stays text whatever it looks like
("0912" keeps its zero), unless it begins with ``=``; nothing is calculated, so new formulas read
as blank until Excel opens the file, which then works out every formula anew.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import xlwings as xw
from xlwings import base_classes

from xl_dialogue.engines import files
from xl_dialogue.engines.closedsheet import Sheets
from xl_dialogue.engines.engine import Engine
from xl_dialogue.engines.named import Named, Native
from xl_dialogue.engines.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from xl_dialogue.engines.sheetxml import SheetXml

NAME = "closed"


def open(path: Path) -> xw.Book:  # noqa: A001 - ``closed.open(path)`` is how it reads
    """Open a workbook file. Errors: ``DialogueError`` that says what is wrong with it."""
    return xw.Book(impl=ClosedFiles.registered().apps.app.books.open(str(path)))


class ClosedFiles(Engine):
    """Workbook files that no program has open."""

    name = NAME

    def __init__(self) -> None:
        self.apps = Apps(self)


class Apps(base_classes.Apps):
    """The one app there is."""

    def __init__(self, engine: Engine) -> None:
        self.app = App(engine)

    def keys(self) -> list[int]:
        return [self.app.pid]

    def __iter__(self) -> Iterator[App]:
        return iter([self.app])

    def __len__(self) -> int:
        return 1

    def __getitem__(self, pid: int) -> App:
        return self.app


class App(Native, base_classes.App):
    """Stands where Excel would."""

    pid = 0
    display_alerts = False
    screen_updating = False
    calculation = "manual"
    status_bar: str | bool = False

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._books = Books(self)

    @property
    def books(self) -> Books:
        return self._books

    def activate(self, steal_focus: bool = False) -> None:
        """There is no window."""


class Books(Named["Book"], base_classes.Books):
    """The open books in the order of opening."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.items: list[Book] = []

    @property
    def active(self) -> Book:
        return self.items[-1]

    def _items(self) -> list[Book]:
        return self.items

    def open(self, fullname: str, *_: object, **__: object) -> Book:
        book = Book(self.app, Path(fullname))
        self.items.append(book)
        return book


class Book(Native, base_classes.Book):
    """One workbook file; what is written stays in memory until ``save``."""

    def __init__(self, app: App, path: Path) -> None:
        self._app = app
        self.forgets: Callable[[str], bool] | None = None
        """Texts that the next save leaves nowhere in the file but in cells that show them."""
        self.path = path.resolve()
        self._take(files.read(self.path))

    def _take(self, content: bytes) -> None:
        self._content = content
        package = files.package(self.path, content)
        with _named(self.path):
            self.workbook = Workbook(package)
            if not self.workbook.sheets:
                raise ValueError("no worksheet")

    @property
    def app(self) -> App:
        return self._app

    @property
    def ReadOnly(self) -> bool:  # noqa: N802 - Excel's own word, asked of ``api``
        """A file that cannot be written is refused when it is saved."""
        return False

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def fullname(self) -> str:
        return str(self.path)

    @property
    def sheets(self) -> Sheets:
        return Sheets(self)

    def activate(self) -> None:
        """There is no window."""

    def close(self) -> None:
        if self in self._app.books.items:
            self._app.books.items.remove(self)

    def save(self, path: str | None = None, password: str | None = None) -> None:
        """Write the file anew if anything changed; what was there before becomes its backup."""
        if password is not None:
            raise NotImplementedError("a closed file is not saved with a password")
        target = Path(path).resolve() if path else self.path
        if target != self.path:
            files.refuse_other_kind(self.path, target)
        with _named(self.path):
            changed = self.workbook.apply(self.forgets)
        if not changed and target == self.path:
            return
        files.refuse_if_open(target)
        if target == self.path:
            files.refuse_if_changed(target, self._content)
        content = self.workbook.parts.packed() if changed else self._content
        files.replace(target, content)
        self.path, self.forgets = target, None
        self._take(content)

    def sheet(self, part: str) -> SheetXml:
        """The cells of a worksheet. Errors: ``DialogueError`` when they cannot be read."""
        with _named(self.path):
            return self.workbook.sheet(part)


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Whatever shows inside that the file is damaged is said of this file."""
    try:
        yield
    except files.DAMAGES as error:
        raise files.damaged(path, error) from error

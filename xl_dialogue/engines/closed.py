"""A closed workbook file as an xlwings book: no Excel needed, read at once, saved without loss.

What differs from Excel, on purpose: a text assigned to a cell stays text whatever it looks like
("0912" keeps its zero), unless it begins with ``=``; nothing is calculated, so new formulas read
as blank until Excel opens the file, which then works out every formula anew.
"""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import xlwings as xw
from xlwings import base_classes

from xl_dialogue.engines import files
from xl_dialogue.engines.closedsheet import Sheets
from xl_dialogue.engines.named import picked
from xl_dialogue.engines.values import CellError
from xl_dialogue.engines.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from xl_dialogue.engines.sheetxml import SheetXml
    from xl_dialogue.engines.values import Value

NAME = "closed"
_PLAIN_TYPES = (str, bool, int, float, dt.date, dt.time, type(None))


def open(path: Path) -> xw.Book:  # noqa: A001 - ``closed.open(path)`` is how it reads
    """Open a workbook file. Errors: ``DialogueError`` that says what is wrong with it."""
    return xw.Book(impl=_engine().apps.app.books.open(str(path)))


def _engine() -> Engine:
    """The engine, registered with xlwings at the first call."""
    if NAME not in xw.engines.engines_by_name:
        xw.engines.add(xw.Engine(impl=Engine()))
    engine: Engine = xw.engines[NAME].impl
    return engine


class Engine:
    """What xlwings asks of an engine."""

    name = NAME
    type = "desktop"

    def __init__(self) -> None:
        self.apps = Apps(self)

    @staticmethod
    def prepare_xl_data_element(x: Any, _: object) -> object:
        """A value of NumPy or pandas as Python's own; what is missing becomes ``None``."""
        if isinstance(x, float) and x != x:
            return None
        if type(x) in (*_PLAIN_TYPES, dt.datetime, CellError):
            return x
        import pandas as pd

        if x is pd.NaT or pd.isna(x):
            return None
        if isinstance(x, pd.Timestamp):
            return x.to_pydatetime()
        return x.item() if hasattr(x, "item") else x

    @staticmethod
    def clean_value_data(
        data: Sequence[Sequence[Value]],
        datetime_builder: Callable[..., object],
        empty_as: object,
        number_builder: Callable[[float], object] | None,
        err_to_str: bool,
    ) -> list[list[object]]:
        """Values as the caller's options want them."""

        def clean(value: Value) -> object:
            if value is None or value == "":
                return empty_as
            if type(value) is float:
                return number_builder(value) if number_builder else value
            if isinstance(value, dt.datetime):
                return _built(value, datetime_builder)
            if type(value) is CellError:
                return str(value) if err_to_str else None
            return value

        return [
            [value if type(value) is str and value else clean(value) for value in row]
            for row in data
        ]


def _built(moment: dt.datetime, builder: Callable[..., object]) -> object:
    if builder is dt.datetime:
        return moment
    return builder(
        year=moment.year, month=moment.month, day=moment.day, hour=moment.hour,
        minute=moment.minute, second=moment.second, microsecond=moment.microsecond, tzinfo=None,
    )  # fmt: skip


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


class App(base_classes.App):
    """Stands where Excel would."""

    pid = 0
    display_alerts = False
    screen_updating = False

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._books = Books(self)

    @property
    def api(self) -> App:
        return self

    @property
    def books(self) -> Books:
        return self._books

    def activate(self, steal_focus: bool = False) -> None:
        """There is no window."""


class Books(base_classes.Books):
    """The open books in the order of opening."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.items: list[Book] = []

    @property
    def api(self) -> Books:
        return self

    @property
    def active(self) -> Book:
        return self.items[-1]

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Book]:
        return iter(self.items)

    def __call__(self, name_or_index: str | int) -> Book:
        return picked(self.items, name_or_index)

    def open(self, fullname: str, *_: object, **__: object) -> Book:
        book = Book(self.app, Path(fullname))
        self.items.append(book)
        return book


class Book(base_classes.Book):
    """One workbook file; what is written stays in memory until ``save``."""

    def __init__(self, app: App, path: Path) -> None:
        self._app = app
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
    def api(self) -> Workbook:
        return self.workbook

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
            changed = self.workbook.apply()
        if not changed and target == self.path:
            return
        files.refuse_if_open(target)
        if target == self.path:
            files.refuse_if_changed(target, self._content)
        content = self.workbook.parts.packed() if changed else self._content
        files.replace(target, content)
        self.path = target
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

"""The border to LibreOffice: its ``uno`` module, a connection, and what crosses as structures.

Everything beyond the border is ``Any``: UNO has no stubs. Importing this module needs no office.
Source: LibreOffice API reference, com.sun.star.bridge.UnoUrlResolver.
"""

from __future__ import annotations

import importlib
import shutil
import sys
from contextlib import contextmanager
from functools import cache, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from xl_dialogue import messages
from xl_dialogue.addresses import Box
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_P = ParamSpec("_P")
_R = TypeVar("_R")
HOST = "127.0.0.1"
_PACKAGES = Path("/usr/lib/python3/dist-packages")
"""Where Debian and its kin put ``uno.py`` for their own Python."""
_PROGRAMS = (
    Path("/opt/libreoffice/program"),
    Path("/Applications/LibreOffice.app/Contents/Resources"),
    Path("C:/Program Files/LibreOffice/program"),
)


@cache
def uno() -> Any:
    """LibreOffice's Python module. Errors: ``DialogueError`` where there is none."""
    for folder in ("", *map(str, _folders())):
        with _looking_in(folder):
            try:
                return importlib.import_module("uno")
            except ImportError:
                continue
    raise DialogueError(messages.UNO_MISSING)


def _folders() -> Iterator[Path]:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    programs = [Path(found).resolve().parent] if found else []
    return (place for place in (_PACKAGES, *programs, *_PROGRAMS) if (place / "uno.py").exists())


@contextmanager
def _looking_in(folder: str) -> Iterator[None]:
    """For one import only: the folder holds more than ``uno``."""
    before = sys.path.copy()
    if folder:
        sys.path.append(folder)
    try:
        yield
    finally:
        sys.path[:] = before


def connected(port: int) -> Any:
    """The component context of the office that listens on this port.

    Errors: ``DialogueError`` when none does.
    """
    local = uno().getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    office = f"uno:socket,host={HOST},port={port},tcpNoDelay=1;urp;StarOffice.ComponentContext"
    try:
        return resolver.resolve(office)
    except (
        exception("connection.NoConnectException"),
        exception("lang.DisposedException"),
    ) as error:
        raise DialogueError(messages.CALC_NOT_LISTENING, host=HOST, port=port) from error


@cache
def exception(name: str) -> type[Exception]:
    """An exception of UNO by its name below ``com.sun.star``."""
    found: type[Exception] = uno().getClass(f"com.sun.star.{name}")
    return found


def refused() -> type[Exception]:
    """What writing raises that the document does not allow; a lost office raises it too."""
    return exception("uno.RuntimeException")


def while_open(asked: Callable[_P, _R]) -> Callable[_P, _R]:
    """Say it in a sentence when the workbook or the office was closed in between.

    UNO's own exceptions must not travel far: they lose their message in a ``with`` statement.
    """

    @wraps(asked)
    def answered(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        try:
            return asked(*args, **kwargs)
        except exception("lang.DisposedException") as error:
            raise DialogueError(messages.CALC_GONE) from error

    return answered


def properties(**values: object) -> tuple[Any, ...]:
    """Property values, as loading and storing want them."""
    made = []
    for name, value in values.items():
        said = uno().createUnoStruct("com.sun.star.beans.PropertyValue")
        said.Name, said.Value = name, value
        made.append(said)
    return tuple(made)


def english() -> Any:
    """The locale whose number formats read as Excel's."""
    return uno().createUnoStruct("com.sun.star.lang.Locale", "en", "US", "")


def box_of(address: Any) -> Box:
    """The rectangle of a ``CellRangeAddress``, which counts from 0."""
    return Box(
        address.StartRow + 1, address.StartColumn + 1, address.EndRow + 1, address.EndColumn + 1
    )

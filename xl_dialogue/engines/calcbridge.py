"""The border to LibreOffice: its ``uno`` module, a connection, and what crosses as structures.

Everything beyond the border is ``Any``: UNO has no stubs. Importing this module needs no office.
Source: LibreOffice API reference, com.sun.star.bridge.UnoUrlResolver.
"""

from __future__ import annotations

import importlib
import inspect
import shutil
import sys
from contextlib import contextmanager
from functools import cache, cached_property, wraps
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from xl_dialogue import messages
from xl_dialogue.addresses import Box
from xl_dialogue.messages import DialogueError
from xl_dialogue.soffice import PROGRAMS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_Class = TypeVar("_Class", bound=type)
HOST = "127.0.0.1"
_PACKAGES = Path("/usr/lib/python3/dist-packages")
"""Where Debian and its kin put ``uno.py`` for their own Python."""


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
    programs = (*([Path(found).resolve().parent] if found else []), *PROGRAMS)
    beside = (folder for each in programs for folder in (each, each.parent / "Resources"))
    return (folder for folder in (_PACKAGES, *beside) if (folder / "uno.py").exists())


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


def while_open(proof: str) -> Callable[[_Class], _Class]:
    """A class whose methods and properties let no exception of UNO out: those are sentences.

    UNO's own exceptions must not travel far: they lose their message in a ``with`` statement.
    What ``proof`` leads to from an object is there as long as the workbook, or the office, is open.
    Errors: the class's methods raise ``DialogueError``.
    """
    found = attrgetter(proof)

    def decorated(kind: _Class) -> _Class:
        for name, member in [*vars(kind).items()]:
            if isinstance(member, property):
                get, put = (each and _guarded(each, found) for each in (member.fget, member.fset))
                setattr(kind, name, property(get, put))
            elif isinstance(member, cached_property):
                member.func = _guarded(member.func, found)
            elif inspect.isfunction(member) and name != "__init__":
                setattr(kind, name, _guarded(member, found))
        return kind

    return decorated


def _guarded(asked: Callable[..., Any], proof: Callable[[Any], object]) -> Callable[..., Any]:
    @wraps(asked)
    def answered(one: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return asked(one, *args, **kwargs)
        except (AttributeError, TypeError, exception("uno.Exception")) as error:
            _say(error, one, proof)

    return answered


def _say(error: Exception, asked: object, proof: Callable[[Any], object]) -> NoReturn:
    """A lost office raises whatever it likes, or gives ``None`` for its parts."""
    try:
        proof(asked)
    except Exception:  # noqa: BLE001 - all that counts is that there is no answer
        raise DialogueError(messages.CALC_GONE) from error
    if not isinstance(error, exception("uno.Exception")):
        raise error
    detail = str(error).strip() or type(error).__name__
    raise DialogueError(messages.CALC_REFUSED, detail=detail) from error


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

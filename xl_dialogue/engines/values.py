"""What a cell holds, between Python and the text of ``<v>``.

As xlwings gives it on Windows: numbers are floats; a number under a format with a day, month or
year is a ``datetime``; one under a format of hours and minutes alone stays the fraction of a day.
Source: xlwings issues 86 and 2105 (times), ECMA-376 part 1, 18.17.4 (serial dates).
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from xl_dialogue import messages
from xl_dialogue.addresses import a1
from xl_dialogue.engines.xmltext import escaped, read_text, written_text
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Converter: TypeAlias = Callable[[bytes], "Value"]


class CellError(str):
    """An error such as ``#N/A`` shown in a cell; the same letters typed as text are a ``str``."""

    __slots__ = ()


Value: TypeAlias = str | float | bool | dt.datetime | None


class Formula(NamedTuple):
    """A formula without its ``=``, and the text to show until it is calculated."""

    text: str
    shown: str | None = None


class Quoted(NamedTuple):
    """Text entered after an apostrophe: stays text whatever it begins with."""

    text: str


Content: TypeAlias = Value | dt.date | dt.time | Formula | Quoted

EPOCH_1900 = dt.datetime(1899, 12, 30)
EPOCH_1904 = dt.datetime(1904, 1, 1)
_LONGEST = 32_767
_DAY = dt.timedelta(days=1)
_FRIENDLY = re.compile(r'=HYPERLINK\("(?:[^"]|"")*"\s*[,;]\s*"((?:[^"]|"")*)"\)', re.IGNORECASE)


def number(text: bytes) -> float | None:
    """Errors: ``ValueError`` for what is no finite number."""
    if not text:
        return None
    found = float(text)
    if found - found != 0:
        raise ValueError(f"not a finite number: {text!r}")
    return found


@lru_cache(maxsize=65_536)
def text_of(text: bytes) -> str:
    return read_text(text.decode())


def _iso(text: bytes) -> Value:
    return dt.datetime.fromisoformat(text.decode()).replace(tzinfo=None) if text else None


def dates(epoch: dt.datetime) -> Converter:
    """Serial days, to the millisecond; what lies outside the calendar stays a number."""

    @lru_cache(maxsize=65_536)
    def date(text: bytes) -> Value:
        serial = number(text)
        return None if serial is None else moment(serial, epoch)

    return date


def moment(serial: float, epoch: dt.datetime) -> Value:
    """The day and time of a serial number; beyond the calendar it stays a number."""
    if not 0 <= serial < 2_958_466:
        return serial
    return epoch + dt.timedelta(milliseconds=round(serial * 86_400_000))


def converter(
    kind: str, is_date: bool, epoch: dt.datetime, strings: Callable[[], Sequence[str]]
) -> Converter:
    """How the text of a cell with this ``t`` is read. Errors: ``ValueError`` for no such kind."""
    if kind == "s":
        shared = strings()
        return lambda text: shared[int(text)] if text else None
    if kind in ("", "n"):
        return dates(epoch) if is_date else number
    kinds: dict[str, Converter] = {
        "str": text_of,
        "inlineStr": text_of,
        "b": lambda text: text in (b"1", b"true") if text else None,
        "e": lambda text: CellError(text_of(text)) if text else None,
        "d": _iso,
    }
    if kind not in kinds:
        raise ValueError(f"a cell of the unknown type {kind!r}")
    return kinds[kind]


def entered(value: object) -> Content:
    """What Excel makes of a value that is assigned: ``=`` starts a formula, ``'`` text."""
    if isinstance(value, str):
        if len(value) > _LONGEST:
            raise DialogueError(messages.TEXT_TOO_LONG, length=len(value), longest=_LONGEST)
        if value.startswith("'"):
            return Quoted(value[1:])
        if value.startswith("=") and len(value) > 1:
            return formula(value)
        return value or None
    if isinstance(value, bool | dt.date | dt.time | None):
        return value
    if isinstance(value, int | float):
        if value - value != 0:
            raise DialogueError(messages.VALUE_NOT_STORABLE, value=value)
        return float(value)
    raise DialogueError(messages.VALUE_NOT_STORABLE, value=type(value).__name__)


def formula(text: str) -> Formula:
    """A link whose friendly name is spelt out shows it at once, even in Protected View."""
    friendly = _FRIENDLY.fullmatch(text)
    return Formula(text[1:], friendly[1].replace('""', '"') if friendly else None)


def shown(content: Content) -> Value:
    """What reading the cell gives from now on."""
    if isinstance(content, Formula):
        return content.shown
    if isinstance(content, Quoted):
        return content.text
    if isinstance(content, dt.time):
        return serial(content, EPOCH_1900)
    if isinstance(content, dt.date) and not isinstance(content, dt.datetime):
        return dt.datetime(content.year, content.month, content.day)
    return content.replace(tzinfo=None) if isinstance(content, dt.datetime) else content


def typed(value: Value, epoch: dt.datetime) -> str:
    """A constant as a person would type it, dates as their serial numbers."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return str(value).upper()
    figure = value if isinstance(value, float) else serial(value, epoch)
    return f"{figure:.15g}"


def same(old: Value, new: Value) -> bool:
    """Equal and of one type: ``True`` is not 1, text ``#N/A`` is no error."""
    return type(old) is type(new) and old == new


def serial(when: dt.date | dt.time, epoch: dt.datetime) -> float:
    """Days since the epoch. Errors: ``DialogueError`` before it."""
    if isinstance(when, dt.time):
        past = dt.datetime.combine(epoch, when.replace(tzinfo=None)) - epoch
    elif isinstance(when, dt.datetime):
        past = when.replace(tzinfo=None) - epoch
    else:
        past = dt.datetime(when.year, when.month, when.day) - epoch
    if past < dt.timedelta(0):
        raise DialogueError(messages.DATE_TOO_EARLY, date=when)
    return past / _DAY


def _figure(value: float) -> str:
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def _inline(text: str) -> str:
    kept = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
    return f"<is><t{kept}>{written_text(text)}</t></is>"


def _body(content: Content, epoch: dt.datetime) -> tuple[str, str]:
    """The ``t`` of the cell and what stands between its tags."""
    if isinstance(content, Formula):
        text = f"<f>{escaped(content.text).replace('&quot;', chr(34))}</f>"
        if content.shown is None:
            return "", text
        return "str", f"{text}<v>{written_text(content.shown)}</v>"
    if isinstance(content, CellError):
        return "e", f"<v>{content}</v>"
    if isinstance(content, str | Quoted):
        return "inlineStr", _inline(content if isinstance(content, str) else content.text)
    if isinstance(content, bool):
        return "b", f"<v>{content:d}</v>"
    if isinstance(content, dt.date | dt.time):
        return "", f"<v>{_figure(serial(content, epoch))}</v>"
    return "", "" if content is None else f"<v>{_figure(content)}</v>"


def cell(row: int, column: int, style: int, content: Content, epoch: dt.datetime) -> bytes:
    """The whole ``<c>`` element; text is written in place, shared strings stay untouched."""
    kind, body = _body(content, epoch)
    tag = f'<c r="{a1(row, column)}"'
    tag += f' s="{style}"' if style else ""
    tag += f' t="{kind}"' if kind else ""
    return (f"{tag}>{body}</c>" if body else f"{tag}/>").encode()

"""XML from outside, told element by element: no document type, no entity, bounded depth and size.

Nothing is held in memory but what the handlers keep.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias
from xml.parsers import expat

from xl_dialogue import messages
from xl_dialogue.exchange.reading import limits
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from xl_dialogue.exchange.reading.archive import Archive
    from xl_dialogue.exchange.reading.limits import Meter

    Attributes: TypeAlias = dict[str, str]
    Start: TypeAlias = Callable[[str, Attributes], None]
    End: TypeAlias = Callable[[str], None]
    Said: TypeAlias = Callable[[str], None]


@lru_cache(maxsize=1024)
def local(name: str) -> str:
    """The name without its prefix."""
    return name.rpartition(":")[2]


def attribute(found: Attributes, name: str, otherwise: str = "") -> str:
    """The attribute of this local name, whatever its prefix."""
    if name in found:
        return found[name]
    return next((said for key, said in found.items() if local(key) == name), otherwise)


def walk(
    archive: Archive, part: str, meter: Meter, start: Start, end: End | None = None,
    said: Said | None = None,
) -> None:  # fmt: skip
    """Tell the part: ``start`` with full names and attributes, ``end`` with local names.

    Errors: ``DialogueError`` for what is no plain XML or is more than a file may hold.
    """
    try:
        _walk(archive.chunks(part), meter, start, end, said, part)
    except expat.ExpatError as error:
        detail = f"{part}: {error}"
        raise DialogueError(messages.INCOMING_DAMAGED, detail=detail) from error
    except (ValueError, LookupError, OverflowError) as error:  # an encoding, a number, an index
        detail = f"{part}: {type(error).__name__}"
        raise DialogueError(messages.INCOMING_DAMAGED, detail=detail) from error


def _walk(
    chunks: Iterable[bytes], meter: Meter, start: Start, end: End | None, said: Said | None,
    part: str,
) -> None:  # fmt: skip
    parser = expat.ParserCreate()
    parser.buffer_text = True
    depth = pieces = 0

    def opened(name: str, found: Attributes) -> None:
        nonlocal depth, pieces
        depth += 1
        pieces += 1 + len(found)
        if depth > limits.DEPTH:
            raise DialogueError(messages.INCOMING_TOO_DEEP, part=part)
        start(name, found)

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end:
            end(local(name))

    def declared(*_: object) -> None:
        raise DialogueError(messages.INCOMING_WITH_DTD, part=part)

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = declared
    if said:
        parser.CharacterDataHandler = said
    fed = 0
    for chunk in chunks:
        meter.parsed(len(chunk))
        parser.Parse(chunk)
        meter.pieces(pieces)
        pieces = 0
        fed += len(chunk)
        if fed - parser.CurrentByteIndex > limits.TOKEN:
            raise DialogueError(messages.INCOMING_TOO_MUCH_MARKUP)
    parser.Parse(b"", True)

"""Whether any of many names, phones and addresses stands in a text, a file or a package."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from xl_dialogue.exchange.personal import dialled
from xl_dialogue.vietnamese.phones import spots

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORD = re.compile(r"\w+")
_CODED = re.compile(r"\\u([0-9a-fA-F]{4})")
_TAG = re.compile(r"<[^<>]*>")
_LOOKS = re.compile(r"(?:^|/)(?:styles|theme\d*|fontTable|settings|webSettings|vbaProject)\.\w+$")
"""Parts that say how a document looks, and nothing of what is typed."""
_LARGEST, _OF_ONE = 64_000_000, 200_000_000
"""Bytes of a file, and of what it unpacks to."""
_OLE, _ZIP, _PDF = b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"%PDF"
_DEEPEST = 4


class Seeker:
    """Looks for values word by word: of thousands at once in the time of one reading."""

    def __init__(self, values: Iterable[str]) -> None:
        self._by_first: dict[str, list[list[str]]] = {}
        self._phones: set[str] = set()
        for value in values:
            words = _words(value)
            if words:
                self._by_first.setdefault(words[0], []).append(words)
            self._phones |= set(map(dialled, spots(value)))

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def __call__(self, text: str) -> bool:
        words = _words(text)
        for at, word in enumerate(words):
            for value in self._by_first.get(word, ()):
                if words[at : at + len(value)] == value:
                    return True
        return any(dialled(spot) in self._phones for spot in spots(text))


def _words(text: str) -> list[str]:
    return _WORD.findall(normalize("NFC", text).casefold())


# --- in files -------------------------------------------------------------------------------


def holds(content: bytes, says: Seeker, depth: int = 0) -> bool | None:
    """Whether a file says it; ``None`` for one that cannot be looked into, as a PDF."""
    if content.startswith(_PDF) or len(content) > _LARGEST or depth > _DEEPEST:
        return None
    if content.startswith(_ZIP):
        return _zip_holds(content, says, depth)
    if content.startswith(_OLE):
        return says(content.decode("utf-16-le", "ignore")) or says(
            content[1:].decode("utf-16-le", "ignore")
        )
    said = content.decode("utf-8", "ignore")
    return says(_unmarked(said)) or ("\\u" in said and says(_uncoded(said)))


def parts_that_say(content: bytes, says: Seeker) -> Iterator[str]:
    """The parts of a package. Errors: ``zipfile.BadZipFile``."""
    from xl_dialogue.opc import Package

    package = Package(content)
    for name in package.names:
        if any(map(says, _readings(package.read(name)))):
            yield name


def _zip_holds(content: bytes, says: Seeker, depth: int) -> bool | None:
    import zipfile
    import zlib

    from xl_dialogue.opc import Package

    try:
        package = Package(content)
        if package.size > _OF_ONE:
            return None
        found: list[bool | None] = []
        for name in package.names:
            part = package.read(name) if not _LOOKS.search(name) else b""
            packed = part.startswith((_ZIP, _OLE, _PDF))
            found.append(
                holds(part, says, depth + 1) if packed else any(map(says, _readings(part)))
            )
            if found[-1]:
                return True
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError):
        return None
    return None if None in found else False


def mail_holds(content: bytes, says: Seeker) -> bool | None:
    """A mail: its head, its text and what is attached to it."""
    import email
    import email.policy

    found: list[bool | None] = [False]
    message = email.message_from_bytes(content, policy=email.policy.default)
    found.append(says(" ".join(f"{value}" for value in message.values())))
    for part in message.walk():
        payload = None if part.is_multipart() else part.get_payload(decode=True)
        if isinstance(payload, bytes):
            found.append(says(part.get_filename() or "") or holds(payload, says, 1))
    if True in found:
        return True
    return None if None in found else False


def _readings(part: bytes) -> tuple[str, str, str]:
    """What stands in a part: as it is, and what is shown, words torn by markup made whole."""
    said = part.decode("utf-8", "replace")
    if not said.lstrip("\ufeff").startswith("<"):
        return said, "", ""
    return html.unescape(said), html.unescape(_TAG.sub("", said)), _unmarked(said)


def _uncoded(said: str) -> str:
    """Letters that JSON has written by their numbers."""
    return _CODED.sub(lambda found: chr(int(found[1], 16)), said)


def _unmarked(said: str) -> str:
    return html.unescape(_TAG.sub(" ", said))

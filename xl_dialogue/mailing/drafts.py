"""Letters as .eml files in a folder, for a person to look at and send from Outlook."""

from __future__ import annotations

import itertools
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue.mailing.addresses import sender_of
from xl_dialogue.mailing.before import past
from xl_dialogue.mailing.eml import eml_of, is_untouched
from xl_dialogue.mailing.message import Refusal, each_once, opened
from xl_dialogue.mailing.record import states
from xl_dialogue.messages import DRAFT_LOCKED, DRAFTS_REFUSED, OLD_DRAFT, DialogueError, Said
from xl_dialogue.opc import write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from pathlib import Path

    from xl_dialogue.mailing.addresses import Mailbox
    from xl_dialogue.mailing.message import Message
    from xl_dialogue.mailing.record import Standing

_LONGEST = 75
"""Characters; a letter of Vietnamese takes up to three of the 255 bytes of a name."""


class Drafted(NamedTuple):
    """What a batch left in the folder."""

    folder: Path
    files: list[Path]
    """Every draft now in the folder, in the order of the batch."""
    refused: list[Refusal]
    kept: list[Path]
    """Those of the files that were there already and say the same."""
    before: list[str]
    """Keys of letters sent before: no draft is made."""
    unsure: list[str]
    """Keys of letters that may have gone: no draft is made."""
    set_aside: list[Path]
    """Drafts that somebody has edited since, under their new names."""
    withdrawn: list[Path]
    """Drafts of before that nobody had edited and nobody should send: they are removed."""


def write_drafts(
    messages: Iterable[Message],
    folder: Path,
    sender: str = "",
    *,
    record: Path | None = None,
    whole: Collection[str] = (),
    labels: Collection[str] = (),
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Drafted:
    """Put the drafts into the folder, which is made when it is missing.

    Without a sender a draft goes out from whatever mailbox opens it. The record is the one of
    ``sending.send``: what stands there gets no draft. ``whole``: beginnings of keys, ``Giấy mời``
    for ``Giấy mời D001``, of which these are all: other drafts of theirs are withdrawn.
    ``labels``: beginnings of other keys that may lie there; a draft is of the longest that fits.
    Errors: ``DialogueError`` when the sender is wrong, the record damaged or the folder takes
    no files.
    """
    desk = _Desk(folder, sender_of(sender) if sender else None, states(record) if record else {})
    batch = list(messages)
    try:
        desk.open()
        for number, (message, repeated) in enumerate(each_once(batch), 1):
            if repeated:
                desk.drafted.refused.append(repeated)
            else:
                desk.draft(message)
            progress(number, len(batch))
        desk.withdraw_others(whole, labels, {message.key for message in batch})
    except OSError as error:
        detail = error.strerror or error
        raise DialogueError(DRAFTS_REFUSED, folder=folder, detail=detail) from error
    return desk.drafted


class _Desk:
    """The folder and what has become of it so far."""

    def __init__(self, folder: Path, sender: Mailbox | None, known: Mapping[str, Standing]) -> None:
        self.drafted = Drafted(folder, [], [], [], [], [], [], [])
        self._sender = sender
        self._known = known
        self._there: list[Path] = []
        self._taken: set[str] = set()

    def open(self) -> None:
        self.drafted.folder.mkdir(parents=True, exist_ok=True)
        self._there = [*self.drafted.folder.glob("*.eml")]

    def draft(self, message: Message) -> None:
        """Make the letter's draft, where there is to be one, and take back those of before."""
        drafted = self.drafted
        found, message = past(message, self._known.get(message.key))
        path = None
        if found == "sent":
            drafted.before.append(message.key)
        elif found == "unsure":
            drafted.unsure.append(message.key)
        else:
            letter = opened(message)
            drafted.refused.extend(letter.refused)
            if letter.goes:
                path = self._path(message)
                self._put(path, message.key, eml_of(letter, self._sender, draft=True))
        self.withdraw(message.key, path)

    def _path(self, message: Message) -> Path:
        """``Thư GM D001 Nguyễn Văn An.eml``, never two alike."""
        plain = _plain(f"Thư {message.key} {message.to_name}")
        names = itertools.chain((plain,), (f"{plain} ({n})" for n in itertools.count(2)))
        name = next(name for name in names if name.casefold() not in self._taken)
        self._taken.add(name.casefold())
        return self.drafted.folder / f"{name}.eml"

    def _put(self, path: Path, key: str, content: bytes) -> None:
        """The draft in its file; one that says the same is left, an edited one is set aside."""
        try:
            there = path.read_bytes() if path.exists() else None
            if there == content:
                self.drafted.kept.append(path)
            else:
                if there is not None and not is_untouched(there, key):
                    self.drafted.set_aside.append(path.rename(_aside(path)))
                write_atomically(path, content)
        except PermissionError:
            if not path.exists():
                raise
            self._locked(path, key)
            return
        self.drafted.files.append(path)

    def withdraw(self, key: str, path: Path | None = None) -> None:
        """Remove what was made for the key under another name, or before it was sent."""
        beginning = _plain(f"Thư {key}")
        for other in self._there:
            if other != path and other.name.startswith(beginning):
                self._remove(other, key)

    def withdraw_others(
        self, whole: Collection[str], labels: Collection[str], keys: Collection[str]
    ) -> None:
        """Remove the drafts of letters that are not made any more."""
        for other in self._there:
            fitting = [
                each for each in {*whole, *labels}
                if other.name.startswith(f"{_plain(f'Thư {each}')} ")
            ]  # fmt: skip
            beginning = max(fitting, key=len, default="")
            if beginning in whole:
                self._remove_of_nobody(other, beginning, keys)

    def _remove_of_nobody(self, path: Path, beginning: str, keys: Collection[str]) -> None:
        """Remove the draft unless one of these letters has it; a code may be several words."""
        words = path.stem.removeprefix(_plain(f"Thư {beginning} ")).split()
        theirs = [f"{beginning} {' '.join(words[:count])}" for count in range(1, len(words) + 1)]
        if not any(key in keys for key in theirs):
            self._remove(path, *theirs)

    def _remove(self, path: Path, *keys: str) -> None:
        """Remove the draft where nobody has edited it; it is for one of the keys."""
        try:
            content = path.read_bytes()
            if any(is_untouched(content, key) for key in keys):
                path.unlink()
                self.drafted.withdrawn.append(path)
        except FileNotFoundError:
            return
        except PermissionError:
            self._locked(path, keys[0])

    def _locked(self, path: Path, key: str) -> None:
        self.drafted.refused.append(Refusal(key, Said(DRAFT_LOCKED, {"file": path.name})))


def _plain(text: str) -> str:
    """Letters, digits, spaces, dashes: no path and, as a word stands before it, no device."""
    return re.sub(r"[^\w-]+", " ", unicodedata.normalize("NFC", text))[:_LONGEST].strip()


def _aside(path: Path) -> Path:
    names = (path.with_stem(f"{path.stem} ({OLD_DRAFT.vi} {n})") for n in itertools.count(1))
    return next(name for name in names if not name.exists())

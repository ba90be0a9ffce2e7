"""What became of a batch, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xl_dialogue.messages import (
    ADDRESS_SHARED,
    CHANGED_WOULD_GO,
    DRAFTS_MADE,
    DRAFTS_SET_ASIDE,
    DRAFTS_WITHDRAWN,
    LETTER_FAULT,
    LETTERS_CHANGED,
    LETTERS_FURTHER,
    LETTERS_LEFT,
    LETTERS_SENT,
    LETTERS_SENT_BEFORE,
    LETTERS_UNSURE,
    LETTERS_WOULD_GO,
    Said,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from xl_dialogue.mailing.drafts import Drafted
    from xl_dialogue.mailing.message import Refusal
    from xl_dialogue.mailing.sending import Sent

_NAMED = 8


def told_of_drafts(drafted: Drafted) -> list[Said]:
    """First how many, last the letters that were left out and why."""
    count, kept = len(drafted.files), len(drafted.kept)
    return [
        Said(DRAFTS_MADE, {"count": count, "kept": kept, "folder": drafted.folder}),
        *_listed(DRAFTS_SET_ASIDE, drafted.set_aside),
        *_listed(DRAFTS_WITHDRAWN, drafted.withdrawn),
        *_before(drafted.before, drafted.unsure),
        *_faults(drafted.refused),
    ]


def told_of_sending(sent: Sent) -> list[Said]:
    """First how many, last the letters that did not go and why."""
    count = len(sent.sent)
    return [
        Said(LETTERS_WOULD_GO, {"count": count, "server": sent.server})
        if sent.dry_run
        else Said(LETTERS_SENT, {"count": count}),
        *_keys(CHANGED_WOULD_GO if sent.dry_run else LETTERS_CHANGED, _gone(sent, sent.changed)),
        *_keys(LETTERS_FURTHER, _gone(sent, sent.further)),
        *_before(sent.before, sent.unsure),
        *_counted(LETTERS_LEFT, sent.left),
        *(
            Said(ADDRESS_SHARED, {"address": address, "count": len(keys), "keys": _some(keys)})
            for address, keys in sent.shared.items()
        ),
        *_faults([*sent.refused, *sent.left]),
    ]


def failures(sent: Sent) -> int:
    """Letters that did not reach all whom they are for, or may not have."""
    return len({*sent.unsure, *(each.key for each in (*sent.refused, *sent.left))})


def _gone(sent: Sent, keys: Sequence[str]) -> list[str]:
    went = set(sent.sent)
    return [key for key in keys if key in went]


def _keys(text: Text, keys: Sequence[str]) -> Iterator[Said]:
    if keys:
        yield Said(text, {"count": len(keys), "keys": _some(keys)})


def _before(before: Sequence[str], unsure: Sequence[str]) -> Iterator[Said]:
    yield from _counted(LETTERS_SENT_BEFORE, before)
    yield from _keys(LETTERS_UNSURE, unsure)


def _counted(text: Text, several: Sequence[object]) -> Iterator[Said]:
    if several:
        yield Said(text, {"count": len(several)})


def _listed(text: Text, files: Sequence[Path]) -> Iterator[Said]:
    if files:
        yield Said(text, {"count": len(files), "files": ", ".join(path.name for path in files)})


def _faults(refused: Iterable[Refusal]) -> Iterator[Said]:
    """The same reason is told once, however many letters it keeps."""
    alike: dict[str, list[Refusal]] = {}
    for refusal in refused:
        alike.setdefault(refusal.reason.say(), []).append(refusal)
    for several in alike.values():
        keys = _some([refusal.key for refusal in several])
        yield Said(LETTER_FAULT, {"key": keys, "reason": several[0].reason})


def _some(keys: Sequence[str]) -> str:
    """The first few by name."""
    rest = len(keys) - _NAMED
    return ", ".join(keys[:_NAMED]) + (f" … (+{rest})" if rest > 0 else "")

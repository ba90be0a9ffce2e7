"""One text, several petitions: taken apart where it counts them up or turns to another matter.

Background, reasons and examples of one matter stay with it: what is asked decides, not commas.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from unicodedata import normalize

from xl_dialogue.questions.markers import Marker, bare, counted
from xl_dialogue.questions.phrasing import (
    ALSO_JOINS,
    ANNOUNCED,
    ASKS,
    BECAUSE,
    BEGINS_TO_ASK,
    CLAUSE_THAT_ASKS,
    CONCLUDES,
    COUNT,
    COURTESY,
    ONLY_ONE,
    POINTS_BACK,
    REASONS_FOLLOW,
    SAYS_NOTHING,
    SENTENCE,
    SEVERAL_FOLLOW,
    TURNS,
)  # fmt: skip

LeadOf = Callable[[str], str]
"""The body that a text calls for, ``""`` where that is not clear."""

_WORD = re.compile(r"\w+")
_LONGEST = 60
"""More items than this are a table or a law, not petitions."""
_NEAR = 2_000
"""Characters read on either side of a turn to tell whether it comes to another matter."""
_SAME = 0.34
"""Share of common words from which two passages are taken to be on one matter."""


def split(text: str, lead_of: LeadOf | None = None) -> list[str]:
    """The petitions that the text holds, in order, each to be read alone; the text if it is one.

    ``lead_of`` helps to tell whether two passages are on different matters.
    """
    whole = normalize("NFC", text).strip()
    plain = bare(whole)
    if ONLY_ONE.search(plain):
        return [whole]
    if markers := counted(whole, plain):
        return _by_numbers(whole, plain, markers) or [whole]
    return (
        _by_announcement(whole, plain)
        or _by_turns(whole, plain, lead_of)
        or _by_semicolons(whole)
        or _by_questions(whole, plain, lead_of)
        or [whole]
    )


def is_multiple(text: str) -> bool:
    return len(split(text)) > 1


def _by_numbers(whole: str, plain: str, markers: list[Marker]) -> list[str]:
    """Cut before each number, unless the items are of one matter."""
    if len(markers) > _LONGEST:
        return []
    ends = [marker.start for marker in markers[1:]] + [len(whole)]
    items = [_trimmed(whole[marker.end : end]) for marker, end in zip(markers, ends, strict=True)]
    items[-1] = _without_courtesy(items[-1])
    intro = plain[: markers[0].start].strip()
    if any(len(_words(item)) < 2 for item in items) or _is_one_matter(intro, items):
        return []
    return items


def _is_one_matter(intro: str, items: list[str]) -> bool:
    """Whether the items are reasons, parts or examples of what is asked once."""
    plain = [bare(item) for item in items]
    asking = sum(map(_asks, plain))
    if asking >= 2 and not (BECAUSE.search(intro) and not _asks(intro) and asking < len(items)):
        return False
    last = CONCLUDES.search(plain[-1], 1)
    before = [*plain[:-1], plain[-1][: last.start()] if last else plain[-1]]
    own = sum(map(_asks, before))
    if REASONS_FOLLOW.search(intro) and own < 2:
        return True
    if last and own == 0:
        return True
    if own < 2 and _asks(intro) and _substance(intro) > 2 and not _announces(intro):
        return True
    if own == 0 and all(len(_words(item)) < 5 for item in items):
        return not _announces(intro) or (_asks(intro) and _substance(intro) > 1)
    return False


def _announces(intro: str) -> bool:
    """Whether the words before the first item only say that several petitions follow."""
    tail = re.split(r"[.?!]\s", intro)[-1]
    return SEVERAL_FOLLOW.search(tail) is not None


def _substance(intro: str) -> int:
    """Words of the last sentence, from its verb of asking, that name a matter."""
    tail = re.split(r"[.?!]\s", intro)[-1]
    at = [match.end() for match in ASKS.finditer(tail)]
    return sum(word not in SAYS_NOTHING for word in _WORD.findall(tail[at[0] :] if at else tail))


def _by_announcement(whole: str, plain: str) -> list[str]:
    """ "Hai điều muốn hỏi: ...; và ...": as many as were announced, between semicolons."""
    match = ANNOUNCED.search(plain)
    if not match:
        return []
    body = whole[match.end() :]
    cuts = [_trimmed(piece) for piece in re.split(r";|\n", body) if piece.strip()]
    if len(cuts) != COUNT[match[1]]:
        cuts = [_trimmed(piece) for piece in SENTENCE.split(body) if len(_words(piece)) > 2]
    fits = len(cuts) == COUNT[match[1]] and all(len(_words(cut)) > 3 for cut in cuts)
    return cuts if fits else []


def _by_turns(whole: str, plain: str, lead_of: LeadOf | None) -> list[str]:
    """Cut where the text says that it turns to something else, and does."""
    parts, begin = [], 0
    turns = list(TURNS.finditer(plain))
    if len(turns) > _LONGEST:
        return []
    for match in turns:
        before = whole[begin : match.start()]
        after = whole[match.end() : match.end() + _NEAR]
        following = after[: m.start()] if (m := TURNS.search(bare(after), 1)) else after
        if _turns(match[0], before[-_NEAR:], following, lead_of):
            parts.append(_trimmed(before))
            begin = match.end()
    if not parts:
        return []
    return [*parts, _without_courtesy(_trimmed(whole[begin:]))]


def _turns(said: str, before: str, after: str, lead_of: LeadOf | None) -> bool:
    was, follows = bare(before), bare(after)
    if min(len(_words(was)), len(_words(follows))) < 4:
        return False
    weak = any(word in said for word in ALSO_JOINS)
    goes_on = was.rstrip().endswith(",") and not BEGINS_TO_ASK.search(follows)
    if goes_on and (not _asks(was) or (weak and "voi lai" not in said)):
        return False
    if not (_asks(follows) or (_asks(was) and not weak)):
        return False
    one, other = (lead_of(before), lead_of(after)) if lead_of else ("", "")
    if one and other and (one != other or weak):
        return one != other
    return not _alike(before, after)


def _by_semicolons(whole: str) -> list[str]:
    """ "Đề nghị ...; đề nghị ...": each begins to ask, and of something else."""
    parts = [_trimmed(piece) for piece in whole.split(";") if piece.strip()]
    asked = all(BEGINS_TO_ASK.search(bare(part)) and len(_words(part)) > 3 for part in parts)
    apart = not any(_alike(one, other) for one, other in itertools.pairwise(parts))
    return parts if len(parts) > 1 and asked and apart else []


def _by_questions(whole: str, plain: str, lead_of: LeadOf | None) -> list[str]:
    """Cut between sentences that each ask, of different bodies, and do not point back."""
    if lead_of is None or not (plain.count("?") > 1 or len(CLAUSE_THAT_ASKS.findall(plain)) > 1):
        return []
    sentences = [piece.strip() for piece in SENTENCE.split(whole) if piece and piece.strip()]
    if not 1 < len(sentences) <= 12:
        return []
    parts: list[str] = []
    leads: list[str] = []
    for sentence in sentences:
        said = bare(sentence)
        lead = lead_of(sentence) if _asks_outright(said) else ""
        new = lead and not POINTS_BACK.search(said) and len(_words(said)) > 4
        if not parts or (
            new and leads[-1] and lead not in leads and not _alike(parts[-1], sentence)
        ):
            parts.append(sentence)
            leads.append(lead)
        else:
            parts[-1] += " " + sentence
            leads[-1] = leads[-1] or (lead if new else "")
    return parts if len(parts) > 1 and len(set(leads)) == len(leads) else []


def _asks_outright(said: str) -> bool:
    return said.rstrip().endswith("?") or bool(BEGINS_TO_ASK.search(said))


def _alike(before: str, after: str) -> bool:
    one, other = (set(_pairs(bare(text))) for text in (before, after))
    return len(one & other) > _SAME * min(len(one), len(other))


def _pairs(plain: str) -> list[str]:
    """Neighbouring words that name something: two make a word more often than one."""
    words = [word for word in _WORD.findall(plain) if word not in SAYS_NOTHING]
    return [" ".join(pair) for pair in itertools.pairwise(words)] or words


def _asks(plain: str) -> bool:
    return ASKS.search(plain) is not None


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _trimmed(item: str) -> str:
    """The item without what joined it to the next."""
    item = item.strip().rstrip(";,").strip()
    return re.sub(r"\s+(?:và|va|;)$", "", item).rstrip(";, ")


def _without_courtesy(item: str) -> str:
    match = COURTESY.search(bare(item))
    return item[: match.start()].strip() if match and match.start() else item

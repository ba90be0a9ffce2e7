"""Which column of a foreign list is which of the plan's: by likeness to their declared names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from xl_dialogue.exchange.intake.grid import Grid
from xl_dialogue.plan.schema import Sheet
from xl_dialogue.plan.sheets import BY_NAME, DELEGATES, QUESTIONS
from xl_dialogue.vietnamese.text import folded

if TYPE_CHECKING:
    from difflib import SequenceMatcher

KEYS = {DELEGATES.name: "full_name", QUESTIONS.name: "content"}
"""The column without which a row of the sheet is none."""
PERSONS = {DELEGATES.name: "full_name", QUESTIONS.name: "asker"}
"""The column that names somebody."""
ORDINAL, ANONYMOUS, GIVEN_NAME = "(ordinal)", "(anonymous)", "(given name)"
"""What lists have besides the plan's columns."""
SEX = {"nam": "Nam", "nu": "Nữ"}
"""Columns that are ticked in place of one that says it."""
_OTHERS = {
    ORDINAL: ("STT", "TT", "Số TT", "Số thứ tự", "No"),
    ANONYMOUS: ("Không nêu tên", "Ẩn danh", "Đề nghị không nêu tên"),
    GIVEN_NAME: ("Tên",),
}
_FAMILY_NAME = ("Họ", "Họ đệm", "Họ lót", "Họ và đệm", "Họ và tên đệm", "Họ và chữ lót")
_LEAST = 0.6
"""Likeness from which a header is taken for a column's."""
_SLIPS = 0.84
"""Share of letters from which the same word is meant."""
_LONGEST = 80
_SEARCHED, _HIGHEST = 40, 3
"""Rows from the top among which the first header is looked for, and rows of a header."""
_WIDEST = 60
"""Columns from the first filled one that may be named."""
_NEARLY = 0.7
"""Of two headers the upper one, unless it says so much less than the other."""
_IN_BRACKETS = re.compile(r"\([^)]*\)|\*")


@dataclass(frozen=True)
class Header:
    """Where the columns stand in a list; places are indices in a row."""

    sheet: Sheet
    top: int
    bottom: int
    """Its last row."""
    places: Mapping[str, tuple[int, ...]]
    said: Mapping[int, str]
    """What stands over each column."""
    ticked: Mapping[int, str] = field(default_factory=dict)
    """Columns whose ticks mean a sex."""
    score: float = 0.0

    def moved(self, top: int, height: int) -> Header:
        """The same columns below another place."""
        return replace(self, top=top, bottom=top + height - 1)

    @property
    def key(self) -> str:
        return KEYS[self.sheet.name]

    def taken(self) -> dict[str, str]:
        """Header in the list -> header in the plan, for the columns that are taken."""
        ticks = {
            self.said[place]: f"{self.sheet['sex'].header}: {sex}"
            for place, sex in self.ticked.items()
        }
        return ticks | {
            " + ".join(self.said.get(place, "") for place in places): self.sheet[name].header
            for name, places in self.places.items()
            if name in self.sheet.by_name and self.sheet[name].outside
        }

    def left(self) -> list[str]:
        """The headers of columns that nothing is taken from."""
        used = {
            place
            for name, places in self.places.items()
            if name not in self.sheet.by_name or self.sheet[name].outside
            for place in places
        }
        return [said for place, said in self.said.items() if place not in used | {*self.ticked}]


def header_at(grid: Grid, row: int, sheet: Sheet, *, sure: bool = False) -> Header | None:
    """The header that begins in the row, of one row or more; ``None`` where none does.

    Unless it is sure that the list is for the sheet, more than its key must be recognised.
    """
    best: Header | None = None
    names = exact_names(sheet)
    if not any(isinstance(cell, str) and _key(cell) in names for cell in grid.rows[row][:_WIDEST]):
        return None
    for height in range(1, _HIGHEST + 1):
        if row + height > len(grid.rows):
            break
        found = _read(grid, row, row + height - 1, sheet, sure)
        if found and (best is None or found.score > best.score + 0.4):
            best = found
    if best is None:
        return None
    while best.top < best.bottom:  # lines above that say no column's name are a title
        below = _read(grid, best.top + 1, best.bottom, sheet, sure)
        if below is None or below.score < best.score:
            break
        best = below
    bottom = max(best.bottom, grid.foot(best.top, _HIGHEST))
    return _read(grid, best.top, bottom, sheet, sure) or best


def first_header(grid: Grid, sheets: Sequence[Sheet]) -> Header | None:
    """The first likely header near the top, for whichever of the sheets fits best."""
    found = [
        header
        for row in range(min(len(grid.rows), _SEARCHED))
        for sheet in sheets
        if (header := header_at(grid, row, sheet, sure=len(sheets) == 1))
    ]
    likely = max((header.score for header in found), default=0.0) * _NEARLY
    top = min((header.top for header in found if header.score >= likely), default=0)
    return max(
        (header for header in found if header.top == top),
        key=lambda header: header.score,
        default=None,
    )


def _read(grid: Grid, top: int, bottom: int, sheet: Sheet, sure: bool) -> Header | None:
    said = {
        place: spoken
        for place in range(min(grid.width, _WIDEST))
        if (spoken := _spoken(grid, top, bottom, place))
    }
    if any(len(" ".join(lines)) > 2 * _LONGEST for lines in said.values()):
        return None
    matches = sorted(_matches(said, sheet), reverse=True)
    places: dict[str, tuple[int, ...]] = {}
    used: set[int] = set()
    total = exact = 0.0
    for score, _, _, name, place in matches:
        if name in places or place in used:
            continue
        places[name], total, exact = (place,), total + score, exact + (score == 1.0)
        used.add(place)
    key = KEYS[sheet.name]
    _join_names(places, said, PERSONS[sheet.name])
    if key not in places or not exact or len(places) < min(1 if sure else 2, len(said)):
        return None
    for name, (place, *more) in list(places.items()):
        if name in sheet.by_name and not more:
            places[name] = _under(grid, top, bottom, place, used)
    ticked = _ticked(sheet, said)
    if ticked:
        places.pop("sex", None)
    shown = {place: lines[-1] for place, lines in said.items()}
    return Header(
        sheet, top, bottom, dict(sorted(places.items(), key=_place)), shown, ticked, total
    )


def _place(of_column: tuple[str, tuple[int, ...]]) -> tuple[int, ...]:
    return of_column[1]


def _spoken(grid: Grid, top: int, bottom: int, place: int) -> list[str]:
    """What stands over the column, from the top, each line once."""
    cells = (grid.at(row, place) for row in range(top, bottom + 1))
    lines = [" ".join(cell.split()) for cell in cells if isinstance(cell, str) and cell.strip()]
    return list(dict.fromkeys(lines))


def _matches(
    said: Mapping[int, list[str]], sheet: Sheet
) -> Iterator[tuple[float, int, int, str, int]]:
    """Likeness, order of declaration, column and place of all that is likely."""
    order = [*names_of(sheet)]
    for place, lines in said.items():
        best: dict[str, float] = {}
        for line in {_key(line) for line in (*lines, " ".join(lines))}:
            for name, score in _likely(line, sheet.name):
                best[name] = max(score, best.get(name, 0.0))
        for name, score in best.items():
            yield score, -order.index(name), -place, name, place


@cache
def names_of(sheet: Sheet) -> dict[str, tuple[str, ...]]:
    """Column -> the folded names by which it goes."""
    declared = {column.name: (column.header, *column.also) for column in sheet.columns}
    return {name: tuple(map(folded, known)) for name, known in (declared | _OTHERS).items()}


@cache
def exact_names(sheet: Sheet) -> frozenset[str]:
    return frozenset(name for names in names_of(sheet).values() for name in names)


_KEPT = 2 * _SEARCHED * _WIDEST * _HIGHEST
"""Answers worth keeping: the same cells are asked about for each sheet and height of a header."""


@lru_cache(maxsize=_KEPT)
def _likely(said: str, sheet: str) -> tuple[tuple[str, float], ...]:
    """The columns that the folded words may mean, with their likeness."""
    scored = (
        (name, max(likeness(said, one) for one in known))
        for name, known in names_of(BY_NAME[sheet]).items()
    )
    return tuple((name, score) for name, score in scored if score >= _LEAST)


@lru_cache(maxsize=_KEPT)
def _key(line: str) -> str:
    return folded(_IN_BRACKETS.sub(" ", line)) or folded(line)


def likeness(said: str, known: str) -> float:
    """How surely the folded header means the folded name: 1 for the same words."""
    if said == known:
        return 1.0
    if not said or not known or len(said) > _LONGEST:
        return 0.0
    share = min(len(said), len(known)) / max(len(said), len(known))
    if f" {known} " in f" {said} ":
        start = 0.6 if said.startswith(known) else 0.5
        return start + 0.3 * share
    if " " in said and known.startswith(f"{said} "):
        return 0.5 + 0.4 * share
    return _spelling(said, known) if share > 0.7 and len(said) > 4 else 0.0


def _spelling(said: str, known: str) -> float:
    """For slips of the keyboard."""
    alike = _compared_with(known)
    alike.set_seq1(said)
    if alike.quick_ratio() <= _SLIPS:  # no less than the ratio itself
        return 0.0
    ratio = alike.ratio()
    return 0.95 * ratio if ratio > _SLIPS else 0.0


@cache
def _compared_with(known: str) -> SequenceMatcher[str]:
    """One for each known name: what it remembers of the name is most of the work."""
    import difflib

    return difflib.SequenceMatcher(None, "", known, autojunk=False)


def _join_names(
    places: dict[str, tuple[int, ...]], said: Mapping[int, list[str]], name: str
) -> None:
    """A family name and a given name in columns of their own are one name."""
    given = places.pop(GIVEN_NAME, None)
    if given is None:
        return
    family = {folded(name) for name in _FAMILY_NAME}
    before = given[0] - 1
    if before in said and _key(said[before][-1]) in family:
        places[name] = (before, *given)
    else:
        places.setdefault(name, given)


def _under(grid: Grid, top: int, bottom: int, place: int, used: set[int]) -> tuple[int, ...]:
    """The columns under a header that is merged over several without names of their own."""
    beside = []
    for other in grid.merged_across(bottom, place):
        if other not in used and _spoken(grid, top, bottom, other) in (
            [], _spoken(grid, top, bottom, place),
        ):  # fmt: skip
            beside.append(other)
    return (place, *beside)


def _ticked(sheet: Sheet, said: Mapping[int, list[str]]) -> dict[int, str]:
    """Columns "Nam" and "Nữ" side by side."""
    marks = {place: SEX[_key(lines[-1])] for place, lines in said.items() if _key(lines[-1]) in SEX}
    return marks if sheet is DELEGATES and len(marks) == len(SEX) else {}

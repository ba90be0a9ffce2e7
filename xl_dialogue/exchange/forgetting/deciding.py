"""Which cells of a workbook hold somebody's data, and what stands in them afterwards.

People's columns of delegates and questions go; in the text beside them, and in what the program
has noted, the names are masked. Rows, codes, groups, questions and answers stay, so that whatever
is counted is counted as before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from xl_dialogue.exchange.personal import Finder, findable, withheld
from xl_dialogue.plan import register
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.plan import down, text
from xl_dialogue.plan.sheets import (
    AGENCY,
    CONFLICTS,
    DELEGATES,
    FORGOTTEN,
    JOURNAL,
    QUESTIONS,
    REGISTER,
    TASKS,
)

if TYPE_CHECKING:
    from xl_dialogue.plan.plan import Plan
    from xl_dialogue.plan.schema import Column, Sheet

Rows = Mapping[int, Mapping[str, object]]
"""By Excel row and column what shall stand there."""

PEOPLE = (DELEGATES, QUESTIONS)
"""The sheets whose rows are people, or what people said."""
_TOLD_OF = (*PEOPLE, TASKS)
"""The sheets in whose text people may be named, not being there by their office."""
_NOTED = {JOURNAL: ("old", "new"), CONFLICTS: ("base", "ours", "theirs")}
"""Where the program has noted what stood in other cells."""
_SEVERAL = re.compile(r"[;,/\n]")


def columns(sheet: Sheet) -> list[Column]:
    """What of a row is somebody's: what is declared personal, and names."""
    return withheld(sheet, "public") if sheet in PEOPLE else []


@dataclass(frozen=True)
class Forgetting:
    """What of a workbook goes, decided on its plan."""

    plan: Plan

    @cached_property
    def values(self) -> set[str]:
        """The names, phones and addresses that go, as they can be looked for."""
        gone = {value for column, value in self._held() for value in _apart(column, value)}
        kept = {*self.plan.departments["email"], *self._agency_names(), FORGOTTEN}
        return findable(gone) - findable(kept)

    @cached_property
    def agencies(self) -> frozenset[str]:
        """The codes of delegates that are agencies, whose names are nobody's."""
        groups = dict(zip(self.plan.groups["code"], self.plan.groups["honorific"], strict=True))
        rows = down(self.plan.delegates, "code", "honorific", "group")
        return frozenset(
            code for _, (code, own, group) in rows if (own or groups.get(group)) == AGENCY
        )

    @cached_property
    def changes(self) -> list[Change]:
        """The cells of the plan. What stood there is not among them."""
        return [*self._emptied(), *self._masked()]

    @cached_property
    def noted(self) -> dict[Sheet, Rows]:
        """The cells of the program's own sheets."""
        found = {sheet: self._noted(sheet, sides) for sheet, sides in _NOTED.items()}
        found[REGISTER] = self._registered()
        return {sheet: rows for sheet, rows in found.items() if rows}

    @property
    def findings(self) -> int:
        """Rows of the sheet of findings: what is wrong is found anew at the next look."""
        return len(self.plan.findings) if self.changes or self.noted else 0

    @property
    def is_nothing(self) -> bool:
        return not (self.changes or self.noted)

    def counted(self) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
        """By sheet and column how many cells go, and in how many others a name is masked."""
        return (
            Counter((change.sheet, change.column) for change in self._emptied()),
            Counter((change.sheet, change.column) for change in self._masked()),
        )

    # --- the plan's own cells ---------------------------------------------------------------

    def _is_anybodys(self, sheet: Sheet, column: Column, code: str) -> bool:
        is_agency = sheet is DELEGATES and code in self.agencies
        return column in columns(sheet) and not (column.kind == "name" and is_agency)

    def _emptied(self) -> Iterator[Change]:
        for sheet, column, row, _ in self._standing():
            new = FORGOTTEN if column.required else None
            yield Change(sheet.name, row, column.name, FORGOTTEN, new)

    def _standing(self) -> Iterator[tuple[Sheet, Column, int, object]]:
        for sheet in PEOPLE:
            for column in columns(sheet):
                for row, code in down(self.plan.frames[sheet.name], "code"):
                    value = self._cell(sheet, row, column)
                    is_left = value not in (None, FORGOTTEN)
                    if is_left and self._is_anybodys(sheet, column, code):
                        yield sheet, column, row, value

    def _cell(self, sheet: Sheet, row: int, column: Column) -> object:
        """As it stands, a formula's result too, though that is blank."""
        cells = self.plan.cells.get(sheet.name)
        if cells is None or column.name not in cells.letters:
            return None
        value = self.plan.read(sheet.name, row, column.name)
        is_formula = (row, column.name) in cells.formulas
        return value if value is not None or not is_formula else ""

    def _masked(self) -> Iterator[Change]:
        for sheet in _TOLD_OF:
            spoken = [
                column for column in sheet.columns
                if column.kind == "text" and not column.choices and column not in columns(sheet)
            ]  # fmt: skip
            for column in spoken if sheet.name in self.plan.cells else ():
                for row in map(int, self.plan.frames[sheet.name].index):
                    new = self._without_names(self.plan.read(sheet.name, row, column.name))
                    if new:
                        yield Change(sheet.name, row, column.name, FORGOTTEN, new)

    def _without_names(self, value: object) -> str:
        """The text with the names masked; blank where there are none."""
        if not isinstance(value, str) or not self._finder.found_in(value):
            return ""
        masked = self._finder.masked(value, patterns=False, mask=FORGOTTEN)
        return masked if masked != value else ""

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self.values)

    # --- what the program has noted ---------------------------------------------------------

    def _noted(self, sheet: Sheet, sides: tuple[str, ...]) -> Rows:
        """Each entry of somebody's column; in the others the names that stand in their text."""
        key = "code" if sheet is JOURNAL else "row"
        found: dict[int, dict[str, object]] = {}
        for row, entry in self._entries(sheet, "sheet", key, "column", *sides):
            title, code, header, *said = entry
            whole = self._is_theirs(title, code, header)
            for side, value in zip(sides, said, strict=True):
                new = FORGOTTEN if whole and value else self._without_names(value)
                if new and new != value:
                    found.setdefault(row, {})[side] = new
        return found

    def _is_theirs(self, title: str, code: str, header: str) -> bool:
        return any(
            sheet.title == title and column.header == header
            for sheet in PEOPLE
            for column in columns(sheet)
            if self._is_anybodys(sheet, column, code)
        )

    def _entries(self, sheet: Sheet, *names: str) -> Iterator[tuple[int, list[str]]]:
        cells = self.plan.cells.get(sheet.name)
        if cells is not None:
            for row, values in down(cells.values, *names):
                yield row, [text(value) for value in values]

    def _registered(self) -> Rows:
        """To whom letters went: who is a delegate is named by the code alone."""
        people = {*self.plan.delegates["code"]} - {""} - self.agencies
        found: dict[int, dict[str, object]] = {}
        for entry in register.entries(self.plan) if REGISTER.name in self.plan.cells else ():
            is_persons = entry.code in people and entry.is_ours
            for name, said in (("recipient", entry.recipient), ("file", entry.file)):
                new = _named_by_code(entry.code, said) if is_persons else ""
                new = new or self._without_names(said)
                if new and said and new != said:
                    found.setdefault(entry.row, {})[name] = new
        return found

    # --- the values -------------------------------------------------------------------------

    def _held(self) -> Iterator[tuple[Column, str]]:
        """What stands in people's columns, and what the program noted of them."""
        for _, column, _, value in self._standing():
            yield column, text(value)
        known = {(s.title, c.header): (s, c) for s in PEOPLE for c in columns(s)}
        for sheet, sides in _NOTED.items():
            key = "code" if sheet is JOURNAL else "row"
            for _, (title, code, header, *said) in self._entries(
                sheet, "sheet", key, "column", *sides
            ):
                found = known.get((title, header))
                if found and self._is_anybodys(*found, code):
                    yield from ((found[1], value) for value in said)

    def _agency_names(self) -> set[str]:
        frame = self.plan.delegates
        named = set(frame.loc[frame["code"].isin(self.agencies), "full_name"])
        return named | {*self.plan.departments["name"]}


def _named_by_code(code: str, said: str) -> str:
    """A recipient, or the file that is called so: ``Giấy mời/D001 (đã xóa).docx``."""
    folder, slash, name = said.rpartition("/")
    stem, dot, suffix = name.rpartition(".") if slash or name.endswith(".docx") else (name, "", "")
    if not slash and not dot:
        return f"{code} {FORGOTTEN}" if said.startswith(f"{code} ") else FORGOTTEN
    return f"{folder}{slash}{code} {FORGOTTEN}{dot}{suffix}" if stem.startswith(code) else ""


def _apart(column: Column, value: str) -> list[str]:
    """The names, phones and addresses in a cell; of other columns only numbers can be told."""
    if column.kind == "name":
        return [] if _is_phrase(value) else [value]
    if column.kind in ("phone", "email"):
        return [part.strip() for part in _SEVERAL.split(value)]
    return []


def _is_phrase(name: str) -> bool:
    """Words in a name's place, as “Không nêu tên”: to look for them would find what is nobody's."""
    first, *others = name.split() or [""]
    return first[:1].isupper() and any(word.islower() for word in others)

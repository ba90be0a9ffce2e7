"""Rules of one column: each looks down a column as it was read and names the cells it minds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.conference import ITEMS
from xl_dialogue.plan.findings import Finding, Rule
from xl_dialogue.plan.plan import Plan, date, number, text, time
from xl_dialogue.plan.schema import Column, Sheet, parts
from xl_dialogue.plan.sheets import BY_NAME, CONFERENCE, SHEETS
from xl_dialogue.vietnamese.legacy import from_legacy, legacy_encoding
from xl_dialogue.vietnamese.names import is_shouting, split_name
from xl_dialogue.vietnamese.phones import phone
from xl_dialogue.vietnamese.phones import phones as numbers_in
from xl_dialogue.vietnamese.text import (
    folded,
    is_decomposed,
    is_ditto,
    is_turned,
    tidy,
    untidy,
    without_turning_signs,
)

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")


class Seen(NamedTuple):
    """One declared column and what stands in it, from the top."""

    sheet: Sheet
    column: Column
    rows: list[int]
    values: list[object]
    place: str
    """The column of the sheet where the values stand."""
    listed: Mapping[str, str]
    """The values that may be referred to: folded spelling -> value."""

    def finding(self, rule: Rule, at: int, *, fix: object = None, **facts: object) -> Finding:
        facts = {"header": self.column.header, **facts}
        value = self.values[at]
        return Finding(rule, self.sheet.name, self.rows[at], self.place, facts, value, fix)

    def filled(self) -> Iterator[tuple[int, object]]:
        return ((at, value) for at, value in enumerate(self.values) if value not in (None, ""))

    def texts(self) -> Iterator[tuple[int, str]]:
        return ((at, value) for at, value in enumerate(self.values) if isinstance(value, str))


Check = Callable[[Seen], Iterator[Finding]]


def required(seen: Seen) -> Iterator[Finding]:
    if seen.column.required:
        for at, value in enumerate(seen.values):
            if value is None or (isinstance(value, str) and not value.strip()):
                yield seen.finding(Rule.REQUIRED, at)


def repeated(seen: Seen) -> Iterator[Finding]:
    if not seen.column.unique:
        return
    first: dict[str, int] = {}
    for at, value in seen.filled():
        key = text(value).casefold()
        if key in first:
            yield seen.finding(Rule.REPEATED, at, first=first[key])
        elif key:
            first[key] = seen.rows[at]


def choices(seen: Seen) -> Iterator[Finding]:
    allowed = seen.column.choices
    if not allowed:
        return
    spelt = {folded(choice): choice for choice in allowed}
    for at, value in seen.filled():
        said = text(value)
        if said and said not in allowed:
            fix = spelt.get(folded(said))
            yield seen.finding(Rule.NOT_A_CHOICE, at, fix=fix, choices=", ".join(allowed))


def references(seen: Seen) -> Iterator[Finding]:
    if not seen.column.refers_to:
        return
    codes = set(seen.listed.values())
    title = BY_NAME[seen.column.refers_to.split(".")[0]].title
    for at, value in seen.filled():
        named = parts(text(value))
        if len(named) > 1 and not seen.column.many:
            yield seen.finding(Rule.SEVERAL, at, count=len(named))
        strangers = [name for name in named if name not in codes]
        known = [seen.listed.get(folded(name), name) for name in named]
        fix = "; ".join(known) if all(code in codes for code in known) else None
        for stranger in strangers:
            yield seen.finding(Rule.UNLISTED, at, fix=fix, part=stranger, listed_in=title)


def dates(seen: Seen) -> Iterator[Finding]:
    if seen.column.kind == "date":
        for at, value in seen.filled():
            day = date(value)
            if day is None:
                yield seen.finding(Rule.NOT_A_DATE, at)
            elif isinstance(value, str):
                fix = dt.datetime(day.year, day.month, day.day)
                yield seen.finding(Rule.DATE_AS_TEXT, at, fix=fix)


def times(seen: Seen) -> Iterator[Finding]:
    if seen.column.kind == "time":
        for at, value in seen.filled():
            clock = time(value)
            if clock is None:
                yield seen.finding(Rule.NOT_A_TIME, at)
            elif isinstance(value, str):
                yield seen.finding(Rule.TIME_AS_TEXT, at, fix=clock)


def numbers(seen: Seen) -> Iterator[Finding]:
    if seen.column.kind == "number":
        for at, value in seen.filled():
            amount = number(value)
            if not amount >= 0:
                yield seen.finding(Rule.NOT_A_NUMBER, at)
            elif isinstance(value, str):
                yield seen.finding(Rule.NUMBER_AS_TEXT, at, fix=amount)


def phones(seen: Seen) -> Iterator[Finding]:
    if seen.column.kind == "phone":
        for at, value in seen.filled():
            said = text(value)
            if len(said) != 10 or not said.isdigit() or said[:2] not in _PLAIN_PREFIXES:
                yield from _phone(seen, at, said)


_PLAIN_PREFIXES = frozenset(("03", "05", "07", "08", "09"))


def _phone(seen: Seen, at: int, said: str) -> Iterator[Finding]:
    read = phone(said)
    match read.fault:
        case "not_a_phone":
            yield seen.finding(Rule.NOT_A_PHONE, at)
        case "several":
            yield seen.finding(Rule.SEVERAL_PHONES, at, count=len(numbers_in(said)))
        case "old_prefix":
            yield seen.finding(Rule.PHONE_CONVERTED, at, number=read.number)
        case "other_text":
            yield seen.finding(Rule.PHONE_WITH_TEXT, at)
        case _ if read.number != said:
            yield seen.finding(Rule.PHONE_FORM, at, fix=read.number)


def emails(seen: Seen) -> Iterator[Finding]:
    if seen.column.kind == "email":
        for at, value in seen.filled():
            if not EMAIL.fullmatch(text(value)):
                yield seen.finding(Rule.NOT_AN_EMAIL, at)


_ERROR = re.compile(r"#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)")


def errors(seen: Seen) -> Iterator[Finding]:
    for at, value in seen.texts():
        if value.startswith("#") and _ERROR.fullmatch(value):
            yield seen.finding(Rule.ERROR_CELL, at)


def words(seen: Seen) -> Iterator[Finding]:
    """A date or TRUE where words belong, a number where a name does."""
    if seen.column.kind not in ("text", "name"):
        return
    strange = (bool, dt.date, float) if seen.column.kind == "name" else (bool, dt.date)
    for at, value in seen.filled():
        if isinstance(value, strange):
            yield seen.finding(Rule.NOT_WORDS, at)


def spelling(seen: Seen) -> Iterator[Finding]:
    """Legacy encodings, decomposed letters, spare spaces: the first that fits, once a cell."""
    verdicts: dict[str, _Verdict | None] = {}
    for at, value in seen.texts():
        if value not in verdicts:
            verdicts[value] = _misspelt(value)
        verdict = verdicts[value]
        if verdict and not is_turned(value):
            yield seen.finding(verdict.rule, at, fix=verdict.fix, **verdict.facts)


class _Verdict(NamedTuple):
    """What is wrong with the letters of a text."""

    rule: Rule
    fix: str | None
    facts: Mapping[str, str]


def _misspelt(value: str) -> _Verdict | None:
    if not value.isascii():
        encoding = legacy_encoding(value)
        if encoding:
            facts = {"encoding": encoding.upper(), "converted": from_legacy(value, encoding)}
            return _Verdict(Rule.LEGACY_TEXT, None, facts)
        if is_decomposed(value):
            return _Verdict(Rule.DECOMPOSED_TEXT, tidy(value), {})
    return _Verdict(Rule.UNTIDY_TEXT, tidy(value), {}) if untidy(value) else None


def names(seen: Seen) -> Iterator[Finding]:
    if seen.column.kind == "name":
        for at, value in seen.texts():
            name = split_name(value)
            stray = [part for part in (name.honorific, *name.ranks) if part]
            if stray and name.certain:
                yield seen.finding(Rule.STRAY_HONORIFIC, at, stray=" ".join(stray))
            elif is_shouting(value):
                yield seen.finding(Rule.SHOUTED_NAME, at)


def turning(seen: Seen) -> Iterator[Finding]:
    """Signs that turn letters round."""
    for at, value in seen.texts():
        if is_turned(value):
            yield seen.finding(Rule.TURNING_SIGNS, at, fix=without_turning_signs(value).strip())


_MAY_SAY_AS_ABOVE = frozenset(("recipients", "issuing", "conference", "synonyms"))
"""Sheets in which "Như trên" is what is to be printed, "nt" a word, or nothing stands above."""


def dittos(seen: Seen) -> Iterator[Finding]:
    """ "nt" in place of words; the fix is what stands above, where no row between is missing."""
    free = seen.column.kind in ("text", "name") and not seen.column.choices
    if not free or seen.sheet.name in _MAY_SAY_AS_ABOVE:
        return
    above: object = None
    last = 0
    for at, value in enumerate(seen.values):
        adjoins = seen.rows[at] == last + 1
        last = seen.rows[at]
        if isinstance(value, str) and is_ditto(value):
            above = above if adjoins else None
            yield seen.finding(Rule.DITTO, at, fix=above)
        else:
            above = value if isinstance(value, str) and value.strip() else None


CHECKS: tuple[Check, ...] = (
    required,
    repeated,
    choices,
    references,
    dates,
    times,
    numbers,
    phones,
    emails,
    errors,
    words,
    turning,
    spelling,
    dittos,
    names,
)
_OF_A_KIND = tuple(each for each in CHECKS if each not in (errors, turning, spelling))
"""What depends on the column; the rest is said of an item as of a cell of its sheet."""


def check(plan: Plan) -> list[Finding]:
    """What is wrong within the columns, sheet by sheet."""
    findings: list[Finding] = []
    for sheet in SHEETS:
        if sheet.name in plan.cells and not sheet.written_by_program:
            findings += _layout(plan, sheet)
            findings += check_sheet(plan, sheet)
    findings += _conference(plan)
    return findings


def check_sheet(plan: Plan, sheet: Sheet) -> list[Finding]:
    """What is wrong within the columns of one sheet."""
    return [finding for seen in _columns(plan, sheet) for each in CHECKS for finding in each(seen)]


def fixes(plan: Plan) -> list[Change]:
    """The changes that are safe: one a cell, none that would make a code stand twice."""
    safe: dict[tuple[str, int, str], Change] = {}
    for finding in check(plan):
        if finding.fix is not None and finding.row is not None and finding.column:
            place = (finding.sheet, finding.row, finding.column)
            if not plan.is_formula(*place) and not _would_repeat(plan, finding):
                safe.setdefault(place, Change(*place, finding.value, finding.fix))
    return list(safe.values())


def _would_repeat(plan: Plan, finding: Finding) -> bool:
    column = BY_NAME[finding.sheet][finding.column or ""]
    frame = plan.frames[finding.sheet]
    others = frame.loc[frame.index != finding.row, column.name]
    return column.unique and text(finding.fix).casefold() in {text(o).casefold() for o in others}


def _columns(plan: Plan, sheet: Sheet) -> Iterator[Seen]:
    cells = plan.cells[sheet.name]
    rows = [int(row) for row in cells.values.index]
    for column in sheet.columns:
        if column.name in cells.letters:
            values = cells.values[column.name].tolist()
            yield Seen(sheet, column, rows, values, column.name, listed(plan, column))


def listed(plan: Plan, column: Column) -> dict[str, str]:
    """What a column may refer to: the folded code, name or other name -> the code."""
    if not column.refers_to:
        return {}
    name, key = column.refers_to.split(".")
    frame = plan.frames[name]
    spelt: dict[str, str] = {}
    for other in ("aliases", "name"):
        if other in frame:
            for said, code in zip(frame[other], frame[key], strict=True):
                spelt |= {folded(part): code for part in parts(said)}
    return spelt | {folded(code): code for code in frame[key] if code}


def _layout(plan: Plan, sheet: Sheet) -> Iterator[Finding]:
    """What is wrong with the sheet rather than with what stands in it."""
    cells = plan.cells[sheet.name]
    for column in cells.absent(sheet):
        yield Finding(Rule.COLUMN_ABSENT, sheet.name, facts={"header": column.header})
    for row, name in sorted(cells.formulas):
        yield Finding(Rule.FORMULA, sheet.name, row, name, value=cells.values.at[row, name])
    yield from (Finding(Rule.HIDDEN_ROW, sheet.name, row) for row in sorted(cells.hidden))
    yield from (Finding(Rule.MERGED_CELLS, sheet.name, row) for row in sorted(cells.merged))
    yield from (Finding(Rule.BEYOND_TABLE, sheet.name, row) for row in sorted(cells.beyond_table))


def _conference(plan: Plan) -> Iterator[Finding]:
    """Each item is a column of one cell."""
    if CONFERENCE.name not in plan.cells:
        return
    values = plan.cells[CONFERENCE.name].values["value"]
    for item in ITEMS:
        row = plan.item_rows.get(item.name)
        if row is not None:
            seen = Seen(CONFERENCE, item, [row], [values[row]], "value", {})
            yield from (finding for each in _OF_A_KIND for finding in each(seen))
        elif item.required:
            yield Finding(Rule.REQUIRED, CONFERENCE.name, None, "item", {"header": item.header})

"""The plan -> a packet for each recipient: its rows, its columns, the cells as they are sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue.exchange.packets.wording import worded
from xl_dialogue.exchange.personal import Finder, removed_values, withheld
from xl_dialogue.plan import bodies
from xl_dialogue.plan.schema import Column, parts
from xl_dialogue.plan.sheets import AGENDA, BY_NAME, DELEGATES, SPLIT
from xl_dialogue.vietnamese.text import folded

if TYPE_CHECKING:
    import pandas as pd

    from xl_dialogue.plan.audiences import Audience, Leaf
    from xl_dialogue.plan.plan import Plan


class Recipient(NamedTuple):
    code: str
    """Of a unit that is in no catalogue, its name."""
    name: str
    address: str = ""


class Row(NamedTuple):
    """A row as it is sent; its code never changes."""

    code: str
    cells: tuple[str, ...]
    answers: bool
    """The recipient answers in it; without, it is only shown."""


class Page(NamedTuple):
    """The rows of one sheet that go to one recipient."""

    sheet: str
    columns: tuple[str, ...]
    answered: tuple[str, ...]
    """Those of the columns that the recipient fills in."""
    rows: tuple[Row, ...]

    @property
    def declared(self) -> list[Column]:
        return [BY_NAME[self.sheet][name] for name in self.columns]

    @property
    def personal(self) -> list[Column]:
        """The columns with people's data."""
        held = withheld(BY_NAME[self.sheet], "public")
        return [column for column in self.declared if column in held]


class Packet(NamedTuple):
    """What one recipient is sent."""

    audience: str
    recipient: Recipient
    pages: tuple[Page, ...]

    @property
    def size(self) -> int:
        """Rows of all pages."""
        return sum(len(page.rows) for page in self.pages)


def pack(plan: Plan, audience: Audience) -> list[Packet]:
    """A packet for each recipient that has rows, in the order of the catalogue or the sheet."""
    leaves = [_Cut(plan, leaf) for leaf in audience.leaves]
    packets = []
    for recipient in _recipients(plan, audience):
        pages = [page for leaf in leaves if (page := leaf.of(recipient)).rows]
        if pages:
            packets.append(Packet(audience.name, recipient, tuple(pages)))
    return packets


class _Cut:
    """One sheet, cut into what goes to whom."""

    def __init__(self, plan: Plan, leaf: Leaf) -> None:
        self._leaf = leaf
        known = plan.cells[leaf.sheet.name].letters if leaf.sheet.name in plan.cells else {}
        self._columns = [column for column in leaf.columns if column.name in known]
        self._names = tuple(column.name for column in self._columns)
        self._answered = tuple(name for name in leaf.answered if name in known)
        self._frame = _sendable(plan, leaf)
        self._rows = {row: self._cells(plan, row) for row in self._frame.index}
        self._all = [int(row) for row in self._frame.index] if leaf.sheet is AGENDA else []
        self._answers = self._by_recipient(plan)

    def of(self, recipient: Recipient) -> Page:
        mine = self._answers.get(recipient.code, dict.fromkeys(self._all, False))
        rows = tuple(
            Row(self._rows[row][0], self._rows[row], answers and bool(self._answered))
            for row, answers in sorted(mine.items())
        )
        return Page(self._leaf.sheet.name, self._names, self._answered, rows)

    def _cells(self, plan: Plan, row: int) -> tuple[str, ...]:
        sheet = self._leaf.sheet.name
        return tuple(
            worded(plan.read(sheet, row, column.name), column.kind) for column in self._columns
        )

    def _by_recipient(self, plan: Plan) -> dict[str, dict[int, bool]]:
        """Recipient -> its rows, and whether it answers in them."""
        found: dict[str, dict[int, bool]] = {}
        if self._leaf.sheet is AGENDA:
            return found
        if self._leaf.sheet is DELEGATES:
            known = bodies.spellings(plan)
            for row, unit in zip(self._frame.index, self._frame["unit"], strict=True):
                found.setdefault(_code(unit, known), {})[int(row)] = True
            return found
        leads, others = self._frame["lead"], self._frame["coordinators"]
        for row, lead, coordinators in zip(self._frame.index, leads, others, strict=True):
            first, *rest = [*parts(lead), ""]
            for code in (*rest, *parts(coordinators)):
                found.setdefault(code, {})[int(row)] = False
            found.setdefault(first, {})[int(row)] = True
        return found


def _sendable(plan: Plan, leaf: Leaf) -> pd.DataFrame:
    """Rows that have a code of their own and count still."""
    frame = plan.frames[leaf.sheet.name]
    key = leaf.sheet.columns[0].name
    keys = frame[key].map(lambda value: worded(value, leaf.sheet.columns[0].kind))
    kept = (keys != "") & ~keys.duplicated(keep=False)
    if "duplicate_of" in frame:
        kept &= (frame["status"] != SPLIT) & (frame["duplicate_of"] == "")
    return frame[kept]


def _recipients(plan: Plan, audience: Audience) -> Iterator[Recipient]:
    addresses = dict(zip(plan.departments["code"], plan.departments["email"], strict=True))
    names = bodies.names(plan)
    if not audience.groups:
        for code, name in names.items():
            if code:
                yield Recipient(code, name or code, addresses[code])
        return
    known = bodies.spellings(plan)
    for unit in _units(plan, audience.groups):
        code = _code(unit, known)
        yield Recipient(code, names.get(code, unit), addresses.get(code, ""))


def _units(plan: Plan, words: Iterable[str]) -> list[str]:
    """The units of delegates whose group's name has one of the words, each once."""
    wanted = [f" {folded(word)} " for word in words]
    groups = {
        code
        for code, name in zip(plan.groups["code"], plan.groups["name"], strict=True)
        if any(word in f" {folded(name)} " for word in wanted)
    }
    units = plan.delegates.loc[plan.delegates["group"].isin(groups), "unit"]
    known = bodies.spellings(plan)
    return list({_code(unit, known): unit for unit in reversed(units.tolist()) if unit}.values())[
        ::-1
    ]


def _code(unit: str, known: dict[str, str]) -> str:
    return known.get(folded(unit), " ".join(unit.split()))


# --- what must not leave --------------------------------------------------------------------


def masked(plan: Plan, packets: list[Packet]) -> list[Packet]:
    """The packets with phones, e-mails and askers' names taken out of the text they show.

    What a recipient answers in is its own, and goes as it stands.
    """
    finder, known = Finder(removed_values(plan, "offices")), dict[str, str]()

    def mask(said: str) -> str:
        if said not in known:
            known[said] = finder.masked(said, patterns=True)
        return known[said]

    def row(page: Page, row: Row) -> Row:
        cells = (
            mask(said) if column.kind == "text" and column.name not in page.answered else said
            for column, said in zip(page.declared, row.cells, strict=True)
        )
        return row._replace(cells=tuple(cells))

    def page(page: Page) -> Page:
        return page._replace(rows=tuple(row(page, each) for each in page.rows))

    return [packet._replace(pages=tuple(map(page, packet.pages))) for packet in packets]

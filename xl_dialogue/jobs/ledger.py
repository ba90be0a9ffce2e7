"""The register on its sheet: what it says, and the cells that are other by now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from xl_dialogue import book as workbook
from xl_dialogue import messages, recording
from xl_dialogue.documents.issuing import issue_of
from xl_dialogue.documents.kinds import Kind
from xl_dialogue.exchange import audit
from xl_dialogue.messages import DialogueError
from xl_dialogue.outcome import Outcome
from xl_dialogue.plan import numbers, register
from xl_dialogue.plan.appending import first_free_row
from xl_dialogue.plan.findings import Finding
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.register import Entry
from xl_dialogue.plan.sheets import ISSUING, REGISTER

if TYPE_CHECKING:
    import xlwings as xw


class Ledger:
    """The sheet `Văn bản` of an open book."""

    def __init__(self, book: xw.Book, plan: Plan) -> None:
        self._book, self._plan = book, plan
        self.rows = register.entries(plan)
        """As the sheet has them, and the person may have changed them."""
        self._uncoded = {int(row) for row in plan.register.index[plan.register["code"] == ""]}
        there = REGISTER.name in plan.cells
        self._free = first_free_row(plan, REGISTER.name) if there else 2
        self.refusal = self._refused()
        """Why it cannot be written, if it cannot."""

    def _refused(self) -> DialogueError | None:
        try:
            workbook.refuse_unwritable(self._book, self._plan, (), REGISTER)
        except DialogueError as refusal:
            return refusal
        return None

    def enter(self, rows: Iterable[Entry]) -> bool:
        """Write the cells that these rows have otherwise; says whether there were any.

        What the program has not written stays, where it stands and as it stands.
        """
        after = register.placed(rows, self._free)
        changed = register.revised(self._as_they_stand(after), after)
        if changed:
            with workbook.quietly(self._book):
                workbook.update(self._book, REGISTER, changed)
        self.rows = after
        self._uncoded -= set(changed)
        self._free = max(self._free, *(row.row + 1 for row in after), 2)
        return bool(changed)

    def _as_they_stand(self, after: Iterable[Entry]) -> list[Entry]:
        """Codes that were read from another cell are entered with what the program has made."""
        ours = {entry.row for entry in after if entry.is_ours} & self._uncoded
        return [entry._replace(code="") if entry.row in ours else entry for entry in self.rows]

    def enter_made(self, rows: list[Entry], outcome: Outcome) -> None:
        """Enter what was printed; drafts are worth having even where the register is not to be
        had."""
        if self.refusal is None:
            outcome.written |= self.enter(rows)
        elif rows != self.rows:
            outcome.say(messages.REGISTER_LEFT, why=self.refusal)

    # --- before numbers are given -------------------------------------------------------------

    def doubtful(self, kinds: Iterable[Kind]) -> list[Finding]:
        """Rows for want of whose numbers one might be given twice."""
        symbols = {symbol for symbol, _ in self._series(kinds)}
        return list(numbers.unreadable(self.rows, symbols))

    def refuse_lost(self, kinds: Iterable[Kind]) -> None:
        """Errors: ``DialogueError`` where the log knows of higher numbers than the sheet."""
        given = recording.numbers_given(self._book)
        for symbol, first in self._series(kinds) if given else ():
            known = (number for said, number in given.items() if numbers.alike(said, symbol))
            highest = max(known, default=0)
            if numbers.next_number(self.rows, symbol, first) <= highest:
                raise DialogueError(
                    messages.NUMBERS_LOST,
                    log=audit.log_of(Path(self._book.fullname)).name,
                    highest=numbers.spelled(highest),
                    symbol=symbol,
                    title=REGISTER.title,
                    issuing=ISSUING.title,
                    header=ISSUING["first_number"].header,
                    next=highest + 1,
                )

    def _series(self, kinds: Iterable[Kind]) -> Iterator[tuple[str, int]]:
        for kind in kinds:
            issue = issue_of(self._plan, kind.label.vi)
            if kind.numbered and issue.symbol:
                yield issue.symbol, issue.first_number

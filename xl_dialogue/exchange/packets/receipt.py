"""What a sender is told: what was taken of a reply, what waits for a person, what was not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.exchange.outgoing import plain
from xl_dialogue.messages import Text
from xl_dialogue.office.word.docx import Cell, Page, Xml, document, paragraph, row, table
from xl_dialogue.office.word.styles import Grid, Style
from xl_dialogue.plan.journal import as_text
from xl_dialogue.plan.sheets import BY_NAME

if TYPE_CHECKING:
    from xl_dialogue.exchange.packets.collecting import Received
    from xl_dialogue.plan.plan import Plan

_PAPER = Page(210, 297, 20, 20, 30, 20, 10)
_TEXT = Style("Nội dung", 13, align="both", after=4)
_TITLE = Style("Tên văn bản", 14, bold=True, align="center", after=12, base=_TEXT)
_HEADING = Style("Đề mục", 13, bold=True, before=10, after=4, keep_next=True, base=_TEXT)
_CELL = Style("Ô", 12, align="left", base=_TEXT)
_HEAD = Style("Tiêu đề cột", 12, bold=True, align="center", base=_CELL)
_NUMBER = Style("Số trang", 13, align="center", base=_TEXT)
_GRID = Grid("Bảng kẻ", lines=True, margin=1.5)


def receipt(received: Received, plan: Plan, now: dt.datetime) -> bytes:
    """The receipt as a Word document."""
    title = messages.RECEIPT_TITLE.vi
    styles = (_TEXT, _TITLE, _HEADING, _CELL, _HEAD, _NUMBER)
    body = [paragraph(_TITLE, title), *_about(received, plan, now), *_tables(received, plan)]
    return document(title, body, _PAPER, _NUMBER, styles, (_GRID,))


def _about(received: Received, plan: Plan, now: dt.datetime) -> Iterator[Xml]:
    assert received.recipient is not None
    yield paragraph(_TEXT, plain(plan.conference.name))
    recipient = messages.RECEIPT_FROM.say(recipient=received.recipient.name)
    yield paragraph(_TEXT, plain(recipient))
    yield paragraph(_TEXT, plain(messages.RECEIPT_OF.say(file=received.file)))
    yield paragraph(_TEXT, messages.RECEIPT_HASH.say(sha256=received.digest))
    yield paragraph(_TEXT, messages.RECEIPT_TIME.say(time=f"{now:%d/%m/%Y %H:%M}"))


def _tables(received: Received, plan: Plan) -> Iterator[Xml]:
    merged = received.merged
    taken = [
        (code, BY_NAME[change.sheet][change.column].header, as_text(change.new))
        for change, code in zip(merged.changes, _codes(received, plan), strict=True)
    ]
    yield from _table(messages.RECEIPT_TAKEN, messages.RECEIPT_HEAD, (20, 35, 105), taken)
    if merged.same:
        yield paragraph(_TEXT, messages.RECEIPT_SAME.say(count=len(merged.same)))
    open_ = [
        (answer.code, BY_NAME[answer.sheet][answer.column].header, each.ours, answer.theirs)
        for each in merged.conflicts
        for answer in (each.answer,)
    ]
    head = messages.RECEIPT_CONFLICT_HEAD
    yield from _table(messages.RECEIPT_CONFLICTS, head, (20, 30, 55, 55), open_)
    left = [(remark.place, remark.said.say()) for remark in merged.remarks]
    yield from _table(messages.RECEIPT_LEFT, messages.RECEIPT_LEFT_HEAD, (45, 115), left)


def _codes(received: Received, plan: Plan) -> Iterator[str]:
    """The code of each changed row."""
    for change in received.merged.changes:
        yield as_text(plan.read(change.sheet, change.row, BY_NAME[change.sheet].columns[0].name))


def _table(
    heading: Text, head: Text, widths: Sequence[float], rows: Sequence[Sequence[str]]
) -> Iterator[Xml]:
    if rows:
        yield paragraph(_HEADING, heading.say(count=len(rows)))
        first = row(_cells(_HEAD, widths, head.vi.split("|")), heading=True)
        body = (row(_cells(_CELL, widths, each)) for each in rows)
        yield table(_GRID, widths, (first, *body))


def _cells(style: Style, widths: Sequence[float], said: Iterable[str]) -> Iterator[Cell]:
    for width, words in zip(widths, said, strict=True):
        lines = plain(words).split("\n")
        yield Cell(width, Xml("".join(paragraph(style, line) for line in lines)))

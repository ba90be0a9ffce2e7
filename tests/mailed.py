"""Packets on their way: sealed, as the tables an office sends back, and as files."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from pathlib import Path

import openpyxl

from xl_dialogue.exchange.packets import sealing
from xl_dialogue.exchange.packets.merging import Desk, Merged
from xl_dialogue.exchange.packets.packing import masked, pack
from xl_dialogue.exchange.packets.reply import reply_of
from xl_dialogue.exchange.packets.sealing import Sealed
from xl_dialogue.exchange.packets.wording import meant
from xl_dialogue.exchange.packets.workbook import workbook_of
from xl_dialogue.exchange.reading.tables import Table, Value
from xl_dialogue.plan.audiences import AUDIENCES
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import BY_NAME

KEY = b"k" * 64
TIME = "19/05/2022 08:00:00"


def sent(plan: Plan, audience: str = "departments") -> dict[str, Sealed]:
    """By recipient's code."""
    packets = masked(plan, pack(plan, AUDIENCES[audience]))
    return {packet.recipient.code: sealing.seal(packet, KEY, TIME) for packet in packets}


def tables_of(packet: Sealed) -> list[Table]:
    """The data sheets as they come back untouched."""
    found = []
    for page, marks in zip(packet.packet.pages, packet.marks, strict=True):
        header: list[Value] = [*(column.header for column in page.declared), "Dấu"]
        rows = [
            [*map(_value, page.declared, row.cells), mark]
            for row, mark in zip(page.rows, marks, strict=True)
        ]
        found.append(Table(BY_NAME[page.sheet].title, [header, *rows]))
    return found


def _value(column: object, said: str) -> Value:
    return meant(said, column.kind)  # type: ignore[attr-defined,return-value]


def merged(plan: Plan, packet: Sealed, tables: list[Table]) -> Merged:
    """What a reply of these tables comes to."""
    reply = reply_of(tables, packet)
    found = Desk(plan).merge(packet.label.id, reply.answers)
    found.remarks[:0] = reply.remarks
    return found


def said(merged_: Merged) -> list[tuple[str, str]]:
    """The remarks: place and sentence."""
    return [(remark.place, remark.said.say()) for remark in merged_.remarks]


def cells(merged_: Merged) -> list[tuple[int, str, object]]:
    """What is taken: row, column, value."""
    return [(change.row, change.column, change.new) for change in merged_.changes]


def file_of(packet: Sealed, plan: Plan) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook_of(packet, plan)))


def filled(path: Path, *fill: Callable[[openpyxl.Workbook], object]) -> Path:
    """The file after an office has been at it."""
    book = openpyxl.load_workbook(path)
    for each in fill:
        each(book)
    book.save(path)
    return path


def put(title: str, code: str, header: str, value: object) -> Callable[[openpyxl.Workbook], None]:
    """Type the value into the row of the code, under the header."""

    def fill(book: openpyxl.Workbook) -> None:
        page = book[title]
        headers = [cell.value for cell in page[1]]
        [row] = [row for row in page.iter_rows(min_row=2) if row[0].value == code]
        row[headers.index(header)].value = value

    return fill


def titles(files: Iterable[Path]) -> list[str]:
    return sorted(path.stem.removeprefix("Gói ")[:-17] for path in files)

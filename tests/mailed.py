"""Packets on their way: sealed, as the tables an office sends back, and as files."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import openpyxl

from xl_dialogue import book as workbook
from xl_dialogue.engines import closed
from xl_dialogue.exchange.packets import sealing
from xl_dialogue.exchange.packets.merging import Desk, Merged
from xl_dialogue.exchange.packets.packing import masked, pack
from xl_dialogue.exchange.packets.reply import reply_of
from xl_dialogue.exchange.packets.sealing import Sealed
from xl_dialogue.exchange.packets.wording import meant
from xl_dialogue.exchange.packets.workbook import workbook_of
from xl_dialogue.exchange.reading.tables import Table, Value
from xl_dialogue.jobs import JOBS
from xl_dialogue.outcome import Outcome, Request
from xl_dialogue.plan.audiences import AUDIENCES
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.schema import Column
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


def _value(column: Column, said: str) -> Value:
    value = meant(said, column.kind)
    assert value is None or isinstance(value, str | float | bool | dt.datetime)
    return value


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


# --- by the jobs --------------------------------------------------------------------------

NOW = dt.datetime(2022, 5, 19, 8, 0)
ANSWER, STATUS = "Nội dung trả lời", "Trạng thái"


def few_questions(book: openpyxl.Workbook) -> None:
    """Three of one department, one of another, and a task of each."""
    page = book["Câu hỏi"]
    page.delete_rows(6, 150)
    headers = [cell.value for cell in page[1]]
    for row, lead in zip(range(2, 6), ("SXD", "SXD", "SXD", "SNV"), strict=True):
        drawn = {"Đơn vị chủ trì": lead, "Đơn vị phối hợp": None, STATUS: "Đã giao", ANSWER: None}
        drawn |= {"Trùng với": None, "Ngày trả lời": None, "Mã": f"CH00{row - 1}"}
        for header, value in drawn.items():
            page.cell(row, headers.index(header) + 1).value = value
    book["Nhiệm vụ"].delete_rows(2, 60)
    book["Đại biểu"].delete_rows(12, 450)


def done(name: str, path: Path, *files: Path, **request: Any) -> Outcome:
    book = closed.open(path)
    try:
        outcome = JOBS[name].run(book, Request(now=NOW, files=files, **request))
        if outcome.written:
            book.save()
    finally:
        book.close()
    return outcome


def read(path: Path) -> Plan:
    book = closed.open(path)
    try:
        return workbook.read(book)
    finally:
        book.close()


def packets(plan: Path, **request: Any) -> dict[str, Path]:
    """By recipient's name."""
    found = done("send", plan, out=plan.parent / "gửi", **request).files
    return {path.stem.removeprefix("Gói ")[:-17]: path for path in found if path.suffix == ".xlsx"}


def cell(plan: Path, code: str, column: str) -> object:
    questions = read(plan).questions.set_index("code")
    return questions.at[code, column]

"""Packets out and answers in, whole processes; and many replies in one process, by their number.

Run by hand in ``tests/``: ``python -m benchmarks.packets``. Processor seconds stand beside those of the
clock: a machine that others use makes only the latter longer.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import openpyxl
from mailed import sent, tables_of
from tables import plan_of

from xl_dialogue import book as workbook
from xl_dialogue.engines import closed
from xl_dialogue.exchange.packets.merging import Desk
from xl_dialogue.exchange.packets.reply import reply_of

SHIPPED = Path(__file__).parents[2] / "workbook" / "DialoguePlan.xlsm"
QUESTIONS, RECIPIENTS = 300, 26


def larger_plan(path: Path) -> None:
    """The shipped plan with more questions, given to so many bodies in turn."""
    book = openpyxl.load_workbook(SHIPPED, keep_vba=True)
    page, bodies = book["Câu hỏi"], book["Cơ quan"]
    at = {cell.value: cell.column for cell in page[1]}
    leads = [bodies.cell(row, 1).value for row in range(2, RECIPIENTS + 2)]
    for number in range(QUESTIONS):
        row = number + 2
        words = page.cell(2 + number % 150, at["Nội dung"]).value
        for header, value in {
            "Mã": f"CH{number + 1:03}", "Nội dung": words, "Đơn vị chủ trì": leads[number % RECIPIENTS],
            "Đơn vị phối hợp": None, "Trạng thái": "Đã giao", "Nội dung trả lời": None, "Trùng với": None,
        }.items():  # fmt: skip
            page.cell(row, at[header]).value = value
    table = page.tables["tbl_questions"]
    table.ref = (
        table.ref.rsplit(":", 1)[0]
        + ":"
        + table.ref.split(":")[1].rstrip("0123456789")
        + str(QUESTIONS + 1)
    )
    table.autoFilter.ref = table.ref
    book["Nhiệm vụ"].delete_rows(2, 60)
    book.save(path)


def fill(packets: list[Path]) -> None:
    """Every question answered."""
    for path in packets:
        book = openpyxl.load_workbook(path)
        page = book["Câu hỏi"]
        at = {cell.value: cell.column for cell in page[1]}
        for row in range(2, page.max_row + 1):
            if not page.cell(row, at["Nội dung trả lời"]).protection.locked:
                page.cell(row, at["Nội dung trả lời"]).value = f"Trả lời {row}"
                page.cell(row, at["Trạng thái"]).value = "Đã trả lời"
        book.save(path)


def seconds(*arguments: object) -> tuple[float, float]:
    """Of the clock and of the processor."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "xl_dialogue.cli", *map(str, arguments)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, spent


def whole_processes() -> None:
    with tempfile.TemporaryDirectory() as made:
        plan, out = Path(made) / "plan.xlsm", Path(made) / "out"
        larger_plan(plan)
        wall, spent = seconds("send", plan, "--out", out)
        packets = sorted(out.glob("*.xlsx"))
        print(f"{len(packets)} packets out: {wall:.2f} s, processor {spent:.2f} s")
        fill(packets)
        wall, spent = seconds("collect", plan, *packets)
        print(f"{len(packets)} replies in: {wall:.2f} s, processor {spent:.2f} s")
        book = closed.open(plan)
        answered = (workbook.read(book).questions["status"] == "Đã trả lời").sum()
        print(f"{answered} questions answered")


def many_replies() -> None:
    """Replies of 100 rows each, merged in memory: twice as many take twice as long."""
    for count in (125, 250, 500, 1_000):
        lines = "\n".join(f"CH{n} | Hỏi {n} | S{n % count} | Đã giao |" for n in range(100 * count))
        plan = plan_of(
            departments="code | name\n" + "\n".join(f"S{n} | Sở {n}" for n in range(count)),
            questions=f"code | content | lead | status | answer\n{lines}",
        )
        packets = list(sent(plan).values())
        replies = [tables_of(packet) for packet in packets]
        for [table] in replies:
            for row in table.rows[1:]:
                row[table.rows[0].index("Nội dung trả lời")] = "Có"
        desk, start = Desk(plan), time.process_time()
        for packet, tables in zip(packets, replies, strict=True):
            desk.merge(packet.label.id, reply_of(tables, packet).answers)
        spent = time.process_time() - start
        print(f"{count} replies of 100 rows: {spent:.2f} s, {spent / count * 1e3:.2f} ms each")


if __name__ == "__main__":
    whole_processes()
    many_replies()

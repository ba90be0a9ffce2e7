"""Every line of a file is added, there already, rejected or skipped: exactly one of them."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from pathlib import Path

import offices
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import plan_of

from xl_dialogue.addresses import Box
from xl_dialogue.exchange.intake.deciding import Intake, intake
from xl_dialogue.exchange.intake.rows import rows_of
from xl_dialogue.exchange.reading.tables import Table, Value
from xl_dialogue.plan.sheets import DELEGATES, QUESTIONS

PLAN = plan_of(delegates="code | full_name", questions="code | content")
SHEETS = (DELEGATES, QUESTIONS)
_SAID: list[Value] = [
    None, None, None, "STT", "Họ và tên", "Nội dung", "Đơn vị", "Điện thoại", "Nam", "Nữ", "x", "nt",
    '"', "như trên", "I", "II.", "1", 1.0, 2.0, "(1)", "Tổng cộng", "Cộng: 2", "NGƯỜI LẬP", "Chủ tịch",
    "Đơn vị: Công ty Vidu", "Nông Văn Một", "Ông Lục Văn Hai", "Công ty Vidu", "#N/A", "-", "…",
    "ngày 5 tháng 5 năm 2022", "Đề nghị tăng lương", "C«ng ty", "=1+1", True, "\x00", "a" * 500, "Tên",
    "Không nêu tên", "Ghi chú: x", "0900000101",
]  # fmt: skip
cells = st.sampled_from(_SAID) | st.text(max_size=8)


def lines_of(done: Intake) -> list[tuple[str, str, int]]:
    left = [*done.already, *done.read.rejected, *done.read.skipped]
    origins = (each.origin for each in (*done.added, *left))
    return sorted((file, sheet, row) for file, sheet, row in origins)


@pytest.mark.parametrize("office", offices.OFFICES)
def test_as_many_lines_are_told_of_as_the_file_holds(
    office: Callable[[Path], Path], tmp_path: Path
) -> None:
    path = office(tmp_path)
    lines = lines_of(intake(PLAN, [path]))
    assert len(lines) == len(set(lines))
    if path.suffix == ".xlsx":
        assert len(lines) == offices.filled_rows(path)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 6))
    row = st.lists(cells, min_size=width, max_size=width)
    rows = draw(st.lists(row, min_size=1, max_size=14))
    boxes = []
    for _ in range(draw(st.integers(0, 3))):
        top, left = draw(st.integers(1, len(rows))), draw(st.integers(1, len(rows[0])))
        bottom, right = draw(st.integers(top, top + 2)), draw(st.integers(left, left + 3))
        boxes.append(Box(top, left, bottom, right))
    return Table("S", rows, merged=tuple(boxes), hidden=draw(st.booleans()) and draw(st.booleans()))


def _is_filled(row: list[Value]) -> bool:
    return any(value not in (None, "") for value in row)


@settings(max_examples=150, deadline=None)
@given(st.lists(tables(), min_size=1, max_size=3))
def test_no_line_of_any_table_is_lost_or_told_of_twice(drawn: list[Table]) -> None:
    named = [table._replace(sheet=f"S{at}") for at, table in enumerate(drawn)]
    read = rows_of("a.xlsx", named, SHEETS)
    told = [each.origin for each in (*read.rows, *read.rejected, *read.skipped)]
    filled = [
        ("a.xlsx", table.sheet, table.first_row + at)
        for table in named
        for at, row in enumerate(table.rows)
        if _is_filled(row)
    ]
    assert sorted(told) == sorted(filled)
    assert read.count == len(filled)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000))
def test_offices_with_lines_shuffled_blanked_and_doubled_lose_none(seed: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        office = chance.choice([*offices.OFFICES])
        path = office(Path(folder))
        if path.suffix != ".xlsx":
            return
        book = offices.openpyxl.load_workbook(path)
        page = book.worksheets[0]
        for area in [*page.merged_cells.ranges]:
            page.unmerge_cells(str(area))
        rows = [[cell.value for cell in row] for row in page.iter_rows()]
        chance.shuffle(rows)
        rows += chance.choices(rows, k=3)
        messy = [[None if chance.random() < 0.1 else cell for cell in row] for row in rows]
        lines = lines_of(intake(PLAN, [offices.workbook(Path(folder) / "b.xlsx", *messy)]))
        assert len(lines) == len(set(lines)) == sum(map(_is_filled, messy))

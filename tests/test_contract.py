"""Every job gives the same on every engine: a closed file is the measure for the running ones."""

from __future__ import annotations

import datetime as dt
import io
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pytest
import xlwings as xw
from counting import Counted, Crossings
from mailed import filled, put
from running_office import RunningOffice

from xl_dialogue import book as workbook
from xl_dialogue.engines import calc, closed
from xl_dialogue.exchange.packets import base
from xl_dialogue.jobs import JOBS
from xl_dialogue.opc import Package, deflated, packed
from xl_dialogue.outcome import Outcome, Request
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.conference import CONFIRMED
from xl_dialogue.plan.sheets import SHEETS

Engine = Callable[[Path], xw.Book]
STEPS = (
    "validate", "fix", "assign", "undo", "import_", "schedule", "follow", "invite_more", "merge",
    "issue", "run", "send", "collect",
)  # fmt: skip
"""The jobs that work on the workbook, in an order in which each has something to do."""
KINDS = ("invitation", "conclusion_notice")
LIST = """Người hỏi;Đơn vị;Nội dung;Ngày gửi
Ông Lục Văn Hỏi;Công ty Vidu;=Nhà ở bao giờ có?;5/5/2022
nt;nt;Đề nghị sửa đường.;
"""


# --- two workbooks --------------------------------------------------------------------------


def muddle(book: openpyxl.Workbook) -> None:
    """What staff do to a plan."""
    people, questions = book["Đại biểu"], book["Câu hỏi"]
    people["C2"], people["H2"], people["H3"] = "ĐỖ  THỊ HOÀ", "+84 900 000 001", 900000002
    people["J3"], people["E4"], people["F5"] = "xác nhận", '="Phó "&"phòng"', "#N/A"
    people["D6"], people["E7"], people["E8"] = True, " ", "'Trưởng"
    people["A453"], people["C453"] = "D999", "Nguyễn Văn Dưới Bảng"
    people.row_dimensions[9].hidden = True
    people.column_dimensions["G"].hidden = True
    questions["B4"], questions["B5"] = "5/5/2022", dt.datetime(2022, 5, 6, 9, 30)
    questions["G3"], questions["L5"], questions["K6"] = "CAT", "x", "Ý của tôi"
    questions["E7"], questions["G8"] = "=1+1 bằng mấy?", "#DIV/0!"
    questions["E7"].data_type = "s"
    questions.merge_cells("C9:D9")
    book["Chương trình"]["F4"], book["Hội nghị"]["B8"] = "8h00", "7h30"
    renamed = book["Nhiệm vụ"]
    renamed.title = "đổi tên"
    renamed.title = "NHIỆM VỤ"
    del book["Khen thưởng"].tables["tbl_awards"]


def calculated(content: bytes) -> bytes:
    """The one formula with the value that Excel would have left beside it."""
    package = Package(content)
    formula = re.compile(rb'<c r="E4"([^>]*)><f>([^<]*)</f><v ?/?>(?:</v>)?</c>')

    def shown(cell: re.Match[bytes]) -> bytes:
        value = "Phó phòng".encode()
        return b'<c r="E4"%s t="str"><f>%s</f><v>%s</v></c>' % (cell[1], cell[2], value)

    parts = {name: package.read(name) for name in package.names}
    sheets = [name for name in parts if name.startswith("xl/worksheets/sheet")]
    parts |= {name: formula.sub(shown, parts[name]) for name in sheets}
    return packed([deflated(*part) for part in parts.items()])


@pytest.fixture(scope="module")
def plans(shipped: bytes) -> dict[str, bytes]:
    book = openpyxl.load_workbook(io.BytesIO(shipped), keep_vba=True)
    muddle(book)
    file = io.BytesIO()
    book.save(file)
    return {"shipped": shipped, "messy": calculated(file.getvalue())}


# --- what the jobs did ----------------------------------------------------------------------


class Done(NamedTuple):
    """What a job left behind on one engine."""

    outcome: Outcome
    cells: dict[str, object]
    """Each cell of the declared sheets that is not blank: its value and its formula."""
    letters: dict[str, bytes]
    """Each document, by its place in the folder."""


def cells(book: xw.Book) -> dict[str, object]:
    found = {}
    for sheet in SHEETS:
        page = workbook.sheet_of(book, sheet)
        if page is None:
            continue
        used = page.used_range
        values = used.options(ndim=2, err_to_str=True).value
        for row, (shown, texts) in enumerate(zip(values, used.formula, strict=True), used.row):
            for column, (value, text) in enumerate(zip(shown, texts, strict=True), used.column):
                if value is not None:
                    found[f"{sheet.title} {row} {column}"] = (type(value), value, text)
    return found


def letters(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.suffix in (".docx", ".xlsx"))
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def reply(packets: Path, before: Path) -> Path:
    """One office's answer, the same bytes whichever program sent the packet."""
    if before.exists():
        return before
    [packet] = packets.glob("Gói Sở Nội vụ *.xlsx")
    before.write_bytes(packet.read_bytes())
    page = openpyxl.load_workbook(before)["Câu hỏi"]
    code = next(row[0].value for row in page.iter_rows(min_row=2) if row[3].value == "SNV")
    return filled(before, put("Câu hỏi", str(code), "Nội dung trả lời", "Đã giải quyết."))


def confirm(book: xw.Book) -> None:
    """Somebody fixes the day, without which no invitation is issued."""
    plan = workbook.read(book)
    row = plan.item_rows["date_status"]
    workbook.write(book, plan, [Change("conference", row, "value", None, CONFIRMED)])


def done(engine: Engine, content: bytes, folder: Path) -> dict[str, Done]:
    """All the steps on one book, one after the other."""
    folder.mkdir()
    path = folder / "Kế hoạch.xlsm"
    path.write_bytes(content)
    arrived = folder / "cau-hoi.csv"
    arrived.write_text(LIST, encoding="utf-8")
    path.with_suffix(base.KEY).write_text("ab" * 32)
    book, steps = engine(path), {}
    try:
        for number, name in enumerate(STEPS):
            out = folder / name
            request = Request(
                record=True, kinds=KINDS, out=out, files=(arrived,),
                now=dt.datetime(2022, 5, 19, 8, number),
            )  # fmt: skip
            if name == "issue":
                confirm(book)
            if name == "collect":
                back = reply(folder / "send", folder.parent / "reply.xlsx")
                request = replace(request, files=(back,))
            outcome = JOBS[name].run(book, request)
            steps[name] = Done(outcome, cells(book), letters(out))
    finally:
        book.close()
    return steps


PROGRAMS = ["calc", "excel"] if sys.platform == "win32" else ["calc"]


@pytest.fixture(scope="module", params=PROGRAMS)
def running(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """How a file is opened in a running program."""
    if request.param == "calc":
        app = request.getfixturevalue("office").app()
        yield lambda path: app.books.open(path)
        return
    try:
        xw.engines["excel"].activate()
        app = xw.App(visible=False, add_book=False)
    except Exception as missing:  # noqa: BLE001 - pywin32 raises what it likes
        pytest.skip(f"Excel not found ({missing}): install it to hold it to the contract too")
    yield lambda path: app.books.open(path)
    app.quit()


class Pair(NamedTuple):
    file: dict[str, Done]
    running: dict[str, Done]


@pytest.fixture(scope="module", params=["shipped", "messy"])
def both(
    running: Engine,
    plans: dict[str, bytes],
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Pair:
    """The steps on a closed file, and in a running program."""
    folder, content = tmp_path_factory.mktemp("contract"), plans[request.param]
    file = done(lambda path: closed.open(path), content, folder / "file")
    return Pair(file, done(running, content, folder / "running"))


@pytest.mark.parametrize("name", STEPS)
def test_a_job_leaves_the_same_cells(both: Pair, name: str) -> None:
    file, running = both.file[name].cells, both.running[name].cells
    different = {at for at in file | running if file.get(at) != running.get(at)}
    assert {at: (file.get(at), running.get(at)) for at in sorted(different)[:9]} == {}
    assert len(file) > 5000


@pytest.mark.parametrize("name", STEPS)
def test_a_job_finds_changes_and_says_the_same(both: Pair, name: str) -> None:
    file, running = both.file[name].outcome, both.running[name].outcome
    assert running.findings == file.findings
    assert repr(running.changes) == repr(file.changes)  # what is not a number equals nothing
    assert running.written == file.written
    assert [_facts(said) for said in running.summary] == [_facts(said) for said in file.summary]


def _facts(said: Any) -> object:
    return said.text, {name: fact for name, fact in said.facts.items() if name != "folder"}


@pytest.mark.parametrize("name", STEPS)
def test_documents_are_the_same_to_the_byte(both: Pair, name: str) -> None:
    assert both.running[name].letters == both.file[name].letters
    assert (len(both.file[name].letters) > 400) == (name in ("merge", "issue", "run"))


def test_the_steps_had_something_to_do(both: Pair) -> None:
    steps = both.file
    assert steps["validate"].outcome.findings
    assert len(steps["assign"].outcome.changes) > 500
    assert len(steps["import_"].outcome.changes) == 13
    assert len(steps["undo"].outcome.changes) == len(steps["assign"].outcome.changes)
    assert len(steps["send"].letters) > 20
    assert [change.new for change in steps["collect"].outcome.changes] == ["Đã giải quyết."]


def test_links_to_places_are_among_the_cells(both: Pair) -> None:
    links = [
        text
        for at, (_, _, text) in both.running["validate"].cells.items()
        if at.startswith("Kiểm tra") and text.startswith("=HYPERLINK")
    ]
    assert len(links) == len(both.running["validate"].outcome.findings)


# --- calls ----------------------------------------------------------------------------------


def fewer(content: bytes, delegates: int) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(content), keep_vba=True)
    page = book["Đại biểu"]
    page.delete_rows(2 + delegates, 450 - delegates)
    page.tables["tbl_delegates"].ref = f"A1:M{1 + delegates}"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def calls(office: RunningOffice, path: Path) -> list[int]:
    """How many calls it takes in a running Calc to read the plan, and to write the findings."""
    app, crossings = office.app().impl, Crossings()
    counted = calc.App(app.engine, Counted(app.context, crossings), app.pid)
    book = xw.Book(impl=counted.books.open(str(path)))
    doing = [workbook.read, lambda book: JOBS["validate"].run(book, Request(record=True))]
    counts = []
    for do in doing:
        before = crossings.calls
        do(book)
        counts.append(crossings.calls - before)
    book.close()
    return counts


def test_as_many_calls_for_50_delegates_as_for_450(
    shipped: bytes, office: RunningOffice, tmp_path: Path
) -> None:
    found = {}
    for delegates in (50, 450):
        path = tmp_path / f"{delegates}.xlsm"
        path.write_bytes(fewer(shipped, delegates))
        found[delegates] = calls(office, path)
    assert found[50] == found[450]
    assert all(100 < count < 2000 for count in found[50])

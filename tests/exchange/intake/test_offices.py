"""Eighteen offices, each with a way of its own to fill in a list."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import offices
import pytest
from tables import plan_of

from xl_dialogue.exchange.intake.deciding import Intake, intake
from xl_dialogue.plan.plan import Plan

Office = Callable[[Path], Path]
PLAN = plan_of(
    groups="code | name\nDB01 | Doanh nghiệp",
    delegates="code | full_name\nD007 | Lục Văn Cũ",
    questions="code | content\nCH012 | Câu đã có",
    topics="code | name | keywords | lead\nLV01 | Nhà ở | nhà ở | SXD",
)


WORKBOOKS = [
    offices.tidy, offices.titled_and_signed, offices.two_row_header, offices.dittos,
    offices.merged_units, offices.ranks_in_names, offices.sections, offices.in_an_abc_font,
    offices.family_and_given_names, offices.printed_on_two_pages, offices.question_list,
]  # fmt: skip


def taken(office: Office, folder: Path, plan: Plan = PLAN) -> Intake:
    return intake(plan, [office(folder)])


def column(done: Intake, name: str) -> list[object]:
    return [each.values.get(name, "") for each in done.added]


@pytest.mark.parametrize(
    ("office", "rows"),
    offices.OFFICES.items(),
    ids=lambda each: getattr(each, "__name__", str(each)),
)
def test_every_row_of_an_office_is_taken_and_nothing_else(
    office: Office, rows: int, tmp_path: Path
) -> None:
    done = taken(office, tmp_path)
    assert len(done.added) == rows
    assert not done.refused


@pytest.mark.parametrize("office", offices.OFFICES)
def test_the_names_are_people(office: Office, tmp_path: Path) -> None:
    for each in taken(office, tmp_path).added:
        name = each.values.get("full_name") or each.values.get("asker")
        assert name is None or str(name).split()[0] in ("Nông", "Lục", "Trần")


def test_a_title_and_signatures_are_no_delegates(tmp_path: Path) -> None:
    done = taken(offices.titled_and_signed, tmp_path)
    assert column(done, "full_name") == ["Nông Văn Một", "Nông Thị Hai"]
    assert [line.why.say() for line in done.read.skipped] == [
        "Phần đầu danh sách", "Phần đầu danh sách", "Tiêu đề cột", "Số thứ tự của cột", "Dòng cộng",
        "Phần ký", "Phần ký", "Phần ký", "Phần ký",
    ]  # fmt: skip


def test_a_header_of_two_rows_is_one(tmp_path: Path) -> None:
    done = taken(offices.two_row_header, tmp_path)
    assert column(done, "sex") == ["Nam", "Nữ"]
    assert column(done, "title") == ["Giám đốc", "Kế toán"]
    assert column(done, "phone") == ["0900000101", "0900000102"]


def test_dittos_say_what_stands_above(tmp_path: Path) -> None:
    done = taken(offices.dittos, tmp_path)
    assert column(done, "unit") == ["Công ty Vidu"] * 3
    assert column(done, "title") == ["Công nhân"] * 3


def test_merged_cells_go_for_each_of_their_rows(tmp_path: Path) -> None:
    done = taken(offices.merged_units, tmp_path)
    assert column(done, "unit") == ["Công ty Vidu", "Công ty Vidu", "Công ty Mẫu"]


def test_honorifics_and_ranks_leave_the_name(tmp_path: Path) -> None:
    done = taken(offices.ranks_in_names, tmp_path)
    assert column(done, "full_name") == ["Nông Văn Một", "Nông Thị Hai", "Nông Văn Ba"]
    assert column(done, "honorific") == ["Đồng chí", "Bà", "Ông"]
    assert column(done, "title") == ["Thượng tá, Phó Giám đốc", "PGS, TS, Giám đốc", "Công nhân"]


def test_phones_have_one_form(tmp_path: Path) -> None:
    done = taken(offices.ranks_in_names, tmp_path)
    assert column(done, "phone") == ["0900000101", "0900000102", "0380000103"]


def test_a_section_names_the_unit_of_its_rows(tmp_path: Path) -> None:
    assert column(taken(offices.sections, tmp_path), "unit") == ["Công ty Vidu", "Công ty Mẫu"]


@pytest.mark.parametrize("office", [offices.in_an_abc_font, offices.in_a_vni_font])
def test_old_fonts_are_put_into_unicode(office: Office, tmp_path: Path) -> None:
    done = taken(office, tmp_path)
    assert column(done, "full_name") == ["Nông Văn Một", "Trần Thị Bảo"]
    assert column(done, "unit") == ["Công ty Vidu", "Bảo hiểm xã hội huyện"]
    assert any("sang Unicode" in note.why.say() for note in done.notes)


def test_each_cell_says_the_encoding_it_was_typed_in(tmp_path: Path) -> None:
    header = ("Họ và tên", "Đơn vị", "Chức vụ")
    row = ("Nông Văn Một", offices.tcvn3("Bảo hiểm xã hội huyện"), offices.vni("Kế toán trưởng"))
    done = intake(PLAN, [offices.workbook(tmp_path / "a.xlsx", header, row)])
    assert column(done, "title") == ["Kế toán trưởng"]
    assert [(note.column, note.why.facts) for note in done.notes] == [
        ("B", {"encoding": "TCVN3"}), ("C", {"encoding": "VNI"}),
    ]  # fmt: skip


@pytest.mark.parametrize("office", [offices.dittos, offices.in_an_abc_font])
def test_of_rows_that_are_there_already_nothing_was_put_into_form(
    office: Office, tmp_path: Path
) -> None:
    path = office(tmp_path)
    first = intake(PLAN, [path])
    assert first.notes
    assert {note.origin for note in first.notes} <= {each.origin for each in first.added}
    twice = intake(PLAN, [path, path])
    assert (len(twice.added), twice.notes) == (len(first.added), first.notes)


def test_letters_and_marks_are_joined(tmp_path: Path) -> None:
    done = taken(offices.decomposed, tmp_path)
    assert column(done, "unit") == ["Sở Vidu"]


def test_a_name_in_two_columns_is_one(tmp_path: Path) -> None:
    done = taken(offices.family_and_given_names, tmp_path)
    assert column(done, "full_name") == ["Nông Văn Một", "Nông Thị Hai"]


@pytest.mark.parametrize("office", [offices.semicolons_of_1258, offices.tabs_of_utf16])
def test_text_files_of_any_code_page_are_read(office: Office, tmp_path: Path) -> None:
    [unit] = column(taken(office, tmp_path), "unit")
    assert unit in ("Xưởng Vidu", "Công ty Vidu")


def test_a_row_without_a_name_is_rejected_with_the_reason(tmp_path: Path) -> None:
    [line] = taken(offices.printed_on_two_pages, tmp_path).read.rejected
    assert (line.origin.row, line.why.say()) == (5, "Thiếu Họ và tên")


def test_dates_of_any_kind_are_dates(tmp_path: Path) -> None:
    done = taken(offices.question_list, tmp_path)
    assert column(done, "received") == [dt.datetime(2022, 5, day) for day in (5, 6, 7)]


def test_what_is_said_above_a_list_goes_for_its_rows(tmp_path: Path) -> None:
    assert set(column(taken(offices.question_list, tmp_path), "unit")) == {"Công ty May Vidu"}


def test_a_question_that_begins_like_a_total_is_a_question(tmp_path: Path) -> None:
    done = taken(offices.question_list, tmp_path)
    assert column(done, "content")[-1] == "Tổng số 200 công nhân chưa có sổ"


def test_our_own_form_tells_asker_unit_and_topic(tmp_path: Path) -> None:
    done = taken(offices.our_form, tmp_path)
    assert column(done, "asker") == ["Lục Văn Hỏi"] * 2
    assert column(done, "unit") == ["Công ty May Vidu"] * 2
    assert column(done, "topic") == ["LV01", ""]
    assert column(done, "content")[1] == "Đề nghị sửa đường\nvào nhà máy."


def test_an_asker_who_is_not_to_be_named_is_not(tmp_path: Path) -> None:
    path = offices.our_form(tmp_path)
    document = offices.Document(str(path))
    document.tables[-2].rows[4].cells[1].text = "x"
    document.save(str(path))
    done = intake(PLAN, [path])
    assert column(done, "asker") == ["", ""]
    assert column(done, "unit") == ["Công ty May Vidu"] * 2


def test_new_rows_go_on_with_the_sheets_codes(tmp_path: Path) -> None:
    assert column(taken(offices.tidy, tmp_path), "code") == ["D008", "D009"]
    assert column(taken(offices.free_table_in_word, tmp_path), "code") == ["CH013", "CH014"]


def test_a_row_says_where_it_came_from(tmp_path: Path) -> None:
    said = [str(each) for each in column(taken(offices.tidy, tmp_path), "source")]
    assert [each.rpartition(" #")[0] for each in said] == [
        "gon.xlsx › Sheet1, dòng 2", "gon.xlsx › Sheet1, dòng 3",
    ]  # fmt: skip


@pytest.fixture(scope="module")
def resaved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbooks of all offices, each saved by LibreOffice as .ods and as .xls too."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("resaved")
    books = [str(office(folder)) for office in WORKBOOKS]
    for suffix in ("ods", "xls"):
        command = [program, f"-env:UserInstallation=file://{folder}/profile", "--headless",
                   "--convert-to", suffix, "--outdir", str(folder), *books]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder


@pytest.mark.parametrize("suffix", [".ods", ".xls"])
@pytest.mark.parametrize("office", WORKBOOKS)
def test_a_list_that_libreoffice_has_saved_is_taken_alike(
    office: Office, suffix: str, resaved: Path, tmp_path: Path
) -> None:
    path = office(tmp_path)
    wanted, found = (
        intake(PLAN, [each]) for each in (path, resaved / path.with_suffix(suffix).name)
    )
    assert [_said(each.values) for each in found.added] == [
        _said(each.values) for each in wanted.added
    ]
    assert [line.why.say() for line in found.read.skipped] == [
        line.why.say() for line in wanted.read.skipped
    ]
    assert (found.refused, found.left_alone) == ([], [])


def _said(values: dict[str, object]) -> dict[str, object]:
    """All but the file's name."""
    return {name: value for name, value in values.items() if name != "source"}

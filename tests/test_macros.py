"""What stands behind the buttons: preview first, everything said, nothing raised."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwings as xw
from editing import confirm, edited, keep, set_item
from tables import Alter

from xl_dialogue import book as workbook
from xl_dialogue import jobs, log, macros, messages
from xl_dialogue.engines import closed
from xl_dialogue.plan.sheets import FORGOTTEN
from xl_dialogue.registry import buttons, menu

Altered = Callable[[Alter], Path]


class Person:
    """Who reads the message boxes and answers them."""

    def __init__(self, answer: str = "ok") -> None:
        self.answer = answer
        self.boxes: list[tuple[str, str, str | None]] = []
        self.bar: list[str | bool] = []

    def alert(self, prompt: str, title: str, buttons: str, mode: str | None, _: None) -> str:
        self.boxes.append((title, prompt, mode))
        return self.answer if buttons == "ok_cancel" else "ok"

    @property
    def read(self) -> str:
        """The last box."""
        return self.boxes[-1][1]


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Person:
    """Somebody in front of the screen; the log goes into a folder of its own."""
    someone = Person()
    monkeypatch.setattr(closed.App, "alert", lambda _, *asked: someone.alert(*asked), raising=False)
    bar = property(
        lambda _: someone.bar[-1] if someone.bar else False,
        lambda _, said: someone.bar.append(said),
    )
    monkeypatch.setattr(closed.App, "status_bar", bar)
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    return someone


def pressed(path: Path, button: str) -> xw.Book:
    book = closed.open(path)
    macros.press(button, book)
    book.close()
    return book


def cells(book: xw.Book, title: str, area: str) -> Any:
    return book.sheets[title].range(area).value


def test_validation_lists_its_findings_and_says_how_to_go_to_them(
    plan_file: Path, person: Person
) -> None:
    book = pressed(plan_file, "validate")
    assert person.read.startswith("Kiểm tra xong: ")
    assert "bấm Lỗi sau" in person.read
    assert cells(book, "Kiểm tra", "B2") == "Hội nghị!B7"


def test_a_preview_says_what_will_change_before_anything_is_written(
    plan_file: Path, person: Person
) -> None:
    person.answer = "cancel"
    book = pressed(plan_file, "assign")
    [(title, said, _)] = person.boxes
    assert title == "Phân công"
    assert "ô sẽ đổi" in said
    assert "Câu hỏi!" in said
    assert "→" in said
    assert cells(book, "Câu hỏi", "G3") is None
    assert cells(book, "Nhật ký", "A2") is None


def test_what_was_agreed_to_is_written_and_can_be_taken_back(
    plan_file: Path, person: Person
) -> None:
    book = closed.open(plan_file)
    before = cells(book, "Câu hỏi", "A1:T151")
    macros.press("assign", book)
    assert cells(book, "Câu hỏi", "A1:T151") != before
    macros.press("undo", book)
    assert cells(book, "Câu hỏi", "A1:T151") == before
    assert "Đã trả lại" in person.read
    book.close()


def test_documents_are_made_beside_the_workbook_after_a_look_at_how_many(
    plan_file: Path, person: Person
) -> None:
    pressed(plan_file, "merge.conclusion_notice")
    preview, result = (said for _, said, _ in person.boxes)
    assert "Thông báo kết luận: 1 văn bản sẽ được lập" in preview
    assert str(plan_file.parent / macros.DOCUMENTS) in result
    assert (plan_file.parent / macros.DOCUMENTS / "Thông báo kết luận.docx").exists()


def test_progress_is_counted_in_the_status_bar_which_is_given_back(
    plan_file: Path, person: Person
) -> None:
    pressed(plan_file, "merge.invitation.listed")
    assert person.bar[0] == "Giấy mời: đang làm…"
    assert any("/450" in str(said) for said in person.bar)
    assert person.bar[-1] is False


def test_a_refusal_is_read_in_vietnamese_and_nothing_is_written(
    altered: Altered, person: Person
) -> None:
    path = altered(lambda book: book.remove(book["Cơ quan"]))
    before = path.read_bytes()
    pressed(path, "assign")
    assert person.boxes == [("Phân công", person.read, "critical")]
    assert "không có trang “Cơ quan”" in person.read
    assert path.read_bytes() == before


def test_an_unforeseen_error_is_said_logged_and_kept_from_the_person(
    plan_file: Path, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("lỗi lạ")

    monkeypatch.setattr(workbook, "read", broken)
    pressed(plan_file, "fix")
    assert person.boxes[-1][2] == "critical"
    assert "Sửa lỗi" in person.read
    assert str(log.file()) in person.read
    assert "Traceback" not in person.read
    assert "RuntimeError: lỗi lạ" in log.file().read_text(encoding="utf-8")
    assert person.bar[-1] is False


def test_excel_busy_with_a_cell_is_said_as_such(
    plan_file: Path, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    class ComError(Exception):
        hresult = -2147418111

    def rejected(*_: object) -> None:
        raise ComError

    monkeypatch.setattr(workbook, "read", rejected)
    pressed(plan_file, "validate")
    assert person.read == messages.EXCEL_BUSY.vi


def test_a_button_of_another_version_is_answered(plan_file: Path, person: Person) -> None:
    pressed(plan_file, "send_packets")
    assert "“send_packets”" in person.read


def test_a_workbook_that_is_nowhere_on_the_disk_gets_no_documents(
    plan_file: Path, person: Person
) -> None:
    book = closed.open(plan_file)
    plan_file.unlink()
    macros.press("merge.conclusion_notice", book)
    assert person.read == messages.SAVE_FIRST.vi


# --- what keeps cells from being written ----------------------------------------------------


def hide_rows(book: openpyxl.Workbook) -> None:
    book["Câu hỏi"].row_dimensions[7].hidden = True


def hide_sheet(book: openpyxl.Workbook) -> None:
    book["Câu hỏi"].sheet_state = "hidden"


def protect(book: openpyxl.Workbook) -> None:
    book["Câu hỏi"].protection.sheet = True


def protect_journal(book: openpyxl.Workbook) -> None:
    book["Nhật ký"].protection.sheet = True


def total_the_journal(book: openpyxl.Workbook) -> None:
    table = book["Nhật ký"].tables["tbl_journal"]
    table.ref, table.totalsRowCount = "A1:H3", 1


def a_journal_of_their_own(book: openpyxl.Workbook) -> None:
    page = book["Nhật ký"]
    del page.tables["tbl_journal"]
    page.delete_rows(1, 5)
    page["A1"], page["B1"], page["B2"] = "Ngày", "Ghi", "Họp"


def rename_a_header_of_the_journal(book: openpyxl.Workbook) -> None:
    book["Nhật ký"]["G1"] = "Giá trị trước"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (a_journal_of_their_own, "“Nhật ký” không có cột “Lượt”"),
        (rename_a_header_of_the_journal, "“Nhật ký” không có cột “Cũ”"),
        (total_the_journal, "“Nhật ký” đang bật hàng tổng"),
        (hide_rows, "“Câu hỏi” đang lọc hoặc ẩn 1 dòng sẽ được ghi (từ dòng 7)"),
        (hide_sheet, "“Câu hỏi” đang bị ẩn"),
        (protect, "“Câu hỏi” đang được bảo vệ"),
        (protect_journal, "“Nhật ký” đang được bảo vệ"),
    ],
)
def test_what_keeps_cells_from_being_written_is_said_before_anything_is_asked(
    change: Alter, said: str, altered: Altered, person: Person
) -> None:
    book = pressed(altered(change), "assign")
    assert len(person.boxes) == 1
    assert said in person.read
    assert cells(book, "Nhật ký", "A2") is None


def test_a_hidden_row_that_nobody_writes_to_is_no_obstacle(
    altered: Altered, person: Person
) -> None:
    def hide_an_assigned_row(book: openpyxl.Workbook) -> None:
        book["Câu hỏi"].row_dimensions[2].hidden = True

    book = pressed(altered(hide_an_assigned_row), "assign")
    assert cells(book, "Câu hỏi", "G3")


def test_a_read_only_book_is_said_to_be_so(
    plan_file: Path, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = closed.open(plan_file)
    monkeypatch.setattr(type(book.api), "ReadOnly", True)
    macros.press("fix", book)
    macros.press("assign", book)
    assert "chỉ đọc" in person.read


def test_the_journal_is_written_before_the_cells(
    plan_file: Path, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def power_cut(*_: object) -> None:
        raise OSError("mất điện")

    monkeypatch.setattr(workbook, "write", power_cut)
    book = pressed(plan_file, "assign")
    assert cells(book, "Nhật ký", "A2") == 1
    assert cells(book, "Câu hỏi", "G3") is None
    assert "Hoàn tác" in person.read


def test_what_goes_wrong_while_it_is_being_told_is_logged_not_raised(
    plan_file: Path, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise RuntimeError("Excel đã đóng")

    monkeypatch.setattr(closed.App, "alert", gone)
    pressed(plan_file, "validate")
    assert "Excel đã đóng" in log.file().read_text(encoding="utf-8")


def test_a_click_without_excel_is_told_and_logged(
    person: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    macros.click("validate")
    assert str(log.file()) in capsys.readouterr().err
    assert log.file().exists()


def test_an_undo_that_was_cut_short_can_be_done_again(
    plan_file: Path, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = closed.open(plan_file)
    before = cells(book, "Câu hỏi", "A1:S151")
    macros.press("assign", book)
    with monkeypatch.context() as cut:
        cut.setattr(workbook, "write", lambda *_: 1 / 0)
        macros.press("undo", book)
    macros.press("undo", book)
    assert cells(book, "Câu hỏi", "A1:S151") == before
    book.close()


def test_an_undo_says_beforehand_what_it_cannot_give_back(plan_file: Path, person: Person) -> None:
    book = closed.open(plan_file)
    macros.press("assign", book)
    book.sheets["Câu hỏi"].range("G3").value = "CAT"
    person.answer = "cancel"
    macros.press("undo", book)
    assert "1 ô sẽ giữ nguyên" in person.read
    person.answer = "ok"
    macros.press("undo", book)
    assert "Đã trả lại" in person.read
    book.close()


def test_an_error_that_cannot_be_spelt_is_logged_all_the_same(person: Person) -> None:
    log.note("fix", RuntimeError("t\udcffp"))
    assert "RuntimeError" in log.file().read_text(encoding="utf-8")


def test_about_names_version_and_log(plan_file: Path, person: Person) -> None:
    pressed(plan_file, "about")
    assert "xl_dialogue" in person.read
    assert str(log.file()) in person.read


def test_every_job_is_pressed_without_a_traceback(plan_file: Path, person: Person) -> None:
    for button in (each.id for job in jobs.JOBS.values() for each in (*buttons(job), *menu(job))):
        pressed(plan_file, button)
        assert not log.file().exists(), log.file().read_text(encoding="utf-8")


# --- lists in the folder --------------------------------------------------------------------


def test_the_folder_for_lists_is_made_and_named_where_it_is_empty(
    plan_file: Path, person: Person
) -> None:
    pressed(plan_file, "import_")
    assert (plan_file.parent / macros.INBOX).is_dir()
    assert str(plan_file.parent / macros.INBOX) in person.read


def test_every_list_in_the_folder_is_taken_and_other_files_are_not(
    plan_file: Path, person: Person
) -> None:
    inbox = plan_file.parent / macros.INBOX
    inbox.mkdir()
    for name in ("a.csv", "b.csv", "~$b.csv", "anh.png", ".an.csv"):
        (inbox / name).write_text(f"Nội dung,Đơn vị\nCâu của {name}?,Vidu\n", encoding="utf-8")
    book = pressed(plan_file, "import_")
    preview, told = [said for _, said, _ in person.boxes]
    assert "“Nội dung” → Nội dung" in preview
    assert "2 dòng mới" in told
    assert cells(book, "Câu hỏi", "E152:E154") == ["Câu của a.csv?", "Câu của b.csv?", None]


def test_no_file_is_written_when_the_person_does_not_want_the_rows(
    plan_file: Path, person: Person
) -> None:
    person.answer = "cancel"
    inbox = plan_file.parent / macros.INBOX
    inbox.mkdir()
    (inbox / "a.csv").write_text("Nội dung,Đơn vị\nNhà?,Vidu\n,Vidu,1\n", encoding="utf-8")
    pressed(plan_file, "import_")
    assert not [*plan_file.parent.glob("*nhập*")]


def test_a_click_forgets_from_the_day_of_the_plan_after_ok(
    altered: Altered, person: Person
) -> None:
    def held_long_ago(book: openpyxl.Workbook) -> None:
        confirm(book)
        keep(book["Đại biểu"], 3)
        keep(book["Câu hỏi"], 3)

    path = altered(held_long_ago)
    pressed(path, "forget")
    assert "Hạn lưu dữ liệu cá nhân" in person.read
    with edited(path) as book:
        set_item(book, "kept_until", "24/5/2023")
    pressed(path, "forget")
    preview, told = (box[1] for box in person.boxes[-2:])
    assert "Họ và tên 3" in preview
    assert "không Hoàn tác được" in preview
    assert "Đã xóa dữ liệu cá nhân" in told
    page = openpyxl.load_workbook(path, keep_vba=True)["Đại biểu"]
    assert [page.cell(row, 3).value for row in (2, 3, 4)] == [FORGOTTEN] * 3

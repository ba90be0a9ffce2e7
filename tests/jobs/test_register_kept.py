"""The register in staff's hands: no number twice, nothing typed lost, no letter to another."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from editing import confirm, edited, keep, put, register_rows, set_item
from jobs_done import NOTICE, done, head, told

from xl_dialogue import cli
from xl_dialogue.messages import NUMBERS_LOST, DialogueError
from xl_dialogue.plan.findings import Rule


@pytest.fixture
def small(plan_file: Path) -> Path:
    """The shipped plan, its day confirmed, with its first three delegates."""
    with edited(plan_file) as book:
        confirm(book)
        keep(book["Đại biểu"], 3)
    return plan_file


def issue(path: Path) -> int:
    """The command itself, which also writes the log."""
    return cli.main(["issue", str(path), "invitation", "--out", str(path.parent)])


def typed(path: Path, row: int, **cells: object) -> None:
    with edited(path) as book:
        put(book["Văn bản"], row, **cells)


def printed(path: Path) -> dict[str, str]:
    """By file the head of each invitation."""
    return {each.stem: head(each) for each in (path.parent / "Giấy mời").glob("*.docx")}


@pytest.mark.parametrize(
    "codes", [(None, "D002", "D003"), ("D009", "D009", "D003")], ids=["blank", "repeated"]
)
def test_whose_code_is_blank_or_anothers_gets_no_letter(
    small: Path, codes: tuple[str | None, ...]
) -> None:
    with edited(small) as book:
        for row, code in enumerate(codes, 2):
            book["Đại biểu"].cell(row, 1).value = code
    outcome = done("issue", small, "invitation")
    wrong = [row for row, code in enumerate(codes, 2) if code is None or codes.count(code) > 1]
    assert [each.row for each in outcome.findings if each.column == "code"] == wrong
    assert len(register_rows(small, "number")) == 3 - len(wrong)


def test_codes_of_several_words_are_told_apart(small: Path) -> None:
    with edited(small) as book:
        book["Đại biểu"]["A2"], book["Đại biểu"]["A3"] = "D 1", "D 2"
    typed(small, 2, number="15", symbol="GM-UBND", kind="Giấy mời", recipient="D 1")
    done("issue", small, "invitation")
    assert sorted(register_rows(small, "number", "code")) == [
        ("15", "D 1"), ("16", "D 2"), ("17", "D003")
    ]  # fmt: skip
    before = register_rows(small, "number", "code")
    done("issue", small, "invitation")
    assert register_rows(small, "number", "code") == before


def test_what_somebody_typed_stays_where_and_as_it_is(small: Path) -> None:
    mine = {"number": "17", "symbol": "GM-UBND", "date": "chiều 20/5", "recipient": "cấp tay"}
    typed(small, 3, **mine)
    with edited(small) as book:
        book["Văn bản"]["P3"] = "ghi chú bên cạnh"
    done("issue", small, "invitation")
    page = openpyxl.load_workbook(small, keep_vba=True)["Văn bản"]
    assert [page.cell(3, at).value for at in (1, 2, 3, 5, 16)] == [
        *mine.values(),
        "ghi chú bên cạnh",
    ]
    numbers = [row[0] for row in register_rows(small, "number") if row[0]]
    assert numbers == ["17", "18", "19", "20"]


@pytest.mark.parametrize(
    ("cells", "rule", "column"),
    [
        ({"number": "20"}, Rule.NUMBER_WITHOUT_SYMBOL, "symbol"),
        ({"number": "Số 30", "symbol": "GM-UBND"}, Rule.NUMBER_UNREADABLE, "number"),
        ({"number": "40/GM-UBND"}, Rule.NUMBER_WITHOUT_SYMBOL, "symbol"),
        ({"number": "50-60", "symbol": "GM-UBND"}, Rule.NUMBER_UNREADABLE, "number"),
    ],
)
def test_a_number_that_cannot_be_read_stops_numbering_and_is_pointed_at(
    small: Path, cells: dict[str, str], rule: Rule, column: str
) -> None:
    typed(small, 2, kind="Giấy mời", **cells)
    before = small.read_bytes()
    outcome = done("issue", small, "invitation")
    assert [(f.rule, f.row, f.column) for f in outcome.findings] == [(rule, 2, column)]
    assert small.read_bytes() == before
    assert not list(small.parent.rglob("*.docx"))
    checked = done("validate", small)
    assert (rule, 2) in [(f.rule, f.row) for f in checked.findings]


def test_an_unreadable_number_of_another_series_stops_nothing(small: Path) -> None:
    typed(small, 2, number="Số 30", symbol="TB-UBND", kind="Thông báo")
    done("issue", small, "invitation")
    assert [row[0] for row in register_rows(small, "number")] == ["Số 30", "01", "02", "03"]


@pytest.mark.parametrize("how", ["deleted", "renamed", "emptied"])
def test_without_its_register_numbering_does_not_begin_anew(
    small: Path, how: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert issue(small) == cli.FINE
    with edited(small) as book:
        if how == "deleted":
            del book["Văn bản"]
        elif how == "renamed":
            book["Văn bản"].title = "Văn bản cũ"
        else:
            book["Văn bản"].delete_rows(2, 9)
    before = small.read_bytes()
    capsys.readouterr()
    assert issue(small) == cli.STOPPED
    assert "đã cấp đến số 03/GM-UBND" in capsys.readouterr().err
    assert small.read_bytes() == before


def test_a_first_number_above_the_lost_ones_goes_on(small: Path) -> None:
    issue(small)
    with edited(small) as book:
        del book["Văn bản"]
        page = book["Ban hành"]
        row = next(r for r in range(2, 40) if page.cell(r, 1).value == "Giấy mời")
        put(page, row, first_number=4)
    assert issue(small) == cli.FINE
    assert [row[0] for row in register_rows(small, "number")] == ["04", "05", "06"]


def test_the_log_is_read_where_it_matters_alone(small: Path) -> None:
    issue(small)
    with edited(small) as book:
        del book["Văn bản"]
    done("issue", small, NOTICE)  # another series
    with pytest.raises(DialogueError) as stop:
        done("issue", small, "invitation")
    assert stop.value.text == NUMBERS_LOST


@pytest.mark.parametrize("again", ["merge", "issue"])
def test_an_issued_document_that_would_say_something_else_is_set_aside(
    small: Path, again: str
) -> None:
    done("issue", small, NOTICE)
    issued = (small.parent / "Thông báo kết luận.docx").read_bytes()
    with edited(small) as book:
        set_item(book, "venue", "Chỗ khác")
        page = book["Câu hỏi"]
        row = next(r for r in range(2, 200) if page.cell(r, 16).value)
        page.cell(row, 16).value = "Giao Sở Xây dựng báo cáo."
    outcome = done(again, small, NOTICE)
    first = register_rows(small, "number", "file")[0]
    assert first == ("01", "Bản cũ/Thông báo kết luận.docx")
    assert (small.parent / str(first[1])).read_bytes() == issued
    assert "nay không còn đúng" in told(outcome)


def test_a_letter_issued_anew_leaves_the_old_one_where_the_register_says(small: Path) -> None:
    done("issue", small, "invitation")
    with edited(small) as book:
        set_item(book, "venue", "Chỗ khác")
    done("issue", small, "invitation")
    rows = register_rows(small, "number", "file")
    assert [str(file).split("/")[1] for _, file in rows[:3]] == ["Bản cũ"] * 3
    for number, file in rows:
        assert f"Số: {number}/GM-UBND" in head(small.parent / str(file))


def test_a_pdf_and_a_print_file_of_another_time_are_set_aside(small: Path) -> None:
    done("merge", small, "invitation", one_file=True)
    folder = small.parent / "Giấy mời"
    old = [folder / f"{stem}.pdf" for stem in printed(small)]
    for path in (*old, small.parent / "Giấy mời.pdf"):
        path.write_bytes(b"%PDF-1.7 old")
    done("issue", small, "invitation")
    assert not any(path.exists() for path in old)
    assert len(list((folder / "Bản cũ").glob("*.pdf"))) == 3
    assert not (small.parent / "Giấy mời.docx").exists()
    assert sorted(path.name for path in (small.parent / "Bản cũ").iterdir()) == [
        "Giấy mời.docx", "Giấy mời.pdf"
    ]  # fmt: skip


def test_a_letter_that_did_not_change_keeps_its_pdf(small: Path) -> None:
    done("issue", small, "invitation")
    [first, *_] = (small.parent / "Giấy mời").glob("*.docx")
    first.with_suffix(".pdf").write_bytes(b"%PDF-1.7 of this letter")
    done("issue", small, "invitation")
    assert first.with_suffix(".pdf").exists()


def test_columns_that_an_older_plan_lacks_are_added_to_its_table(small: Path) -> None:
    with edited(small) as book:
        page = book["Văn bản"]
        page.delete_cols(11, 2)
        table = page.tables["tbl_register"]
        table.ref = table.autoFilter.ref = "A1:J2"
        del table.tableColumns[10:]
    done("issue", small, "invitation")
    assert list(register_rows(small, "number", "code")) == [
        ("01", "D001"), ("02", "D002"), ("03", "D003")
    ]  # fmt: skip
    table = openpyxl.load_workbook(small, keep_vba=True)["Văn bản"].tables["tbl_register"]
    assert table.ref == "A1:L4"
    assert [column.name for column in table.tableColumns][10:] == ["Gửi thư lúc", "Mã nơi nhận"]
    assert len({column.id for column in table.tableColumns}) == 12


def test_a_column_that_somebody_renamed_is_not_made_a_second_time(small: Path) -> None:
    with edited(small) as book:
        book["Văn bản"]["K1"] = "Gửi thư lúc nào"
    with pytest.raises(DialogueError) as stop:
        done("issue", small, "invitation")
    assert "Gửi thư lúc nào" in stop.value.say()


def test_an_old_row_belongs_to_the_code_that_it_begins_with(small: Path) -> None:
    done("issue", small, "invitation")
    before = register_rows(small, "number", "recipient")
    with edited(small) as book:
        for row in range(2, 5):
            put(book["Văn bản"], row, code=None)
    done("issue", small, "invitation")
    assert register_rows(small, "number", "recipient") == before


def test_while_the_day_is_tentative_no_invitation_gets_a_number(small: Path) -> None:
    with edited(small) as book:
        set_item(book, "date_status", "Dự kiến")
    outcome = done("issue", small, "invitation", NOTICE)
    assert [each.rule for each in outcome.findings] == [Rule.DATE_TENTATIVE]
    assert [row[0] for row in register_rows(small, "number") if row[0]] == ["01"]
    assert not (small.parent / "Giấy mời").exists()
    assert "Giấy mời: chưa cấp số vì ngày hội nghị còn là dự kiến" in told(outcome)


def test_what_was_done_is_told_where_something_stops_the_rest(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (small.parent / "Giấy mời.docx").mkdir()
    asked = ["issue", str(small), "invitation", "plan", "--one-file", "--out", str(small.parent)]
    assert cli.main(asked) == cli.STOPPED
    said = capsys.readouterr()
    assert "đã cấp 3 số mới, từ 01 đến 03" in said.out
    assert said.err
    assert [row[0] for row in register_rows(small, "number")] == ["01", "02", "03", "01"]


def test_a_date_in_the_register_is_a_date(small: Path) -> None:
    done("issue", small, "invitation")
    [day, *_] = [row[0] for row in register_rows(small, "date")]
    assert day == dt.datetime(2022, 5, 19)


def test_numbers_of_a_run_that_was_killed_are_known_to_the_log_after_the_next(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("xl_dialogue.printing.making.print_batch", killed)
    assert issue(small) == cli.STOPPED
    monkeypatch.undo()
    assert issue(small) == cli.FINE
    with edited(small) as book:
        del book["Văn bản"]
    with pytest.raises(DialogueError) as stop:
        done("issue", small, "invitation")
    assert stop.value.text == NUMBERS_LOST


def test_drafts_of_a_kind_that_is_stopped_stay_entered(small: Path) -> None:
    done("merge", small, "invitation")
    before = register_rows(small, "kind", "code", "file")
    with edited(small) as book:
        page = book["Ban hành"]
        row = next(r for r in range(2, 40) if page.cell(r, 1).value == "Giấy mời")
        put(page, row, signer=None)
    done("merge", small, "invitation")
    assert register_rows(small, "kind", "code", "file") == before

"""Nobody's data stay when their time is over, and the person has seen what goes."""

from __future__ import annotations

import datetime as dt
import html
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwings as xw
from editing import confirm, edited, keep, put, register_rows, set_item
from jobs_done import done, sheet, told
from openpyxl.comments import Comment
from tables import Alter

from xl_dialogue import cli, messages, posting
from xl_dialogue.cli.jobs import plan_of
from xl_dialogue.exchange.forgetting.deciding import Forgetting
from xl_dialogue.exchange.forgetting.seeking import Seeker
from xl_dialogue.mailing.record import Record
from xl_dialogue.messages import DialogueError
from xl_dialogue.opc import Package
from xl_dialogue.outcome import Outcome, Request
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import FORGOTTEN

NEW_YEAR, TODAY = dt.date(2023, 1, 1), dt.datetime(2024, 6, 1, 8, 0)
NAME, PHONE, EMAIL = "Lê Thị Mẫu Sáu", "0912345678", "mau.sau@vidu.vn"


def small(book: openpyxl.Workbook) -> None:
    """Eight delegates, six questions; the first of each is somebody known to the tests."""
    confirm(book)
    keep(book["Đại biểu"], 8)
    keep(book["Câu hỏi"], 6)
    put(book["Đại biểu"], 2, full_name=NAME, phone=PHONE, email=EMAIL)
    put(book["Câu hỏi"], 2, asker=NAME, content=f"Tôi là {NAME.upper()}, đường xấu, sửa khi nào?")


@pytest.fixture
def plan(altered: Callable[[Alter], Path]) -> Path:
    return altered(small)


def forget(path: Path, **request: Any) -> Outcome:
    return done("forget", path, **{"before": NEW_YEAR, "now": TODAY} | request)


def values(path: Path) -> Seeker:
    return Seeker(Forgetting(plan_of(path)).values)


def parts_saying(path: Path, says: Seeker) -> list[str]:
    package = Package(path.read_bytes())
    texts = {
        name: html.unescape(package.read(name).decode("utf-8", "replace")) for name in package.names
    }
    return [name for name, text in texts.items() if says(text)]


def test_no_part_of_the_workbook_holds_a_value_afterwards(plan: Path) -> None:
    says = values(plan)
    assert parts_saying(plan, says)
    outcome = forget(plan)
    assert parts_saying(plan, says) == []
    assert outcome.summary[-2].text == messages.FORGOT_CHECKED
    assert not plan.with_name("plan.bak.xlsm").exists()


def test_rows_questions_and_assignments_stay(plan: Path) -> None:
    done("assign", plan)
    before = plan_of(plan)
    forget(plan)
    after = plan_of(plan)
    for column in ("code", "unit", "group", "title", "status"):
        assert after.delegates[column].equals(before.delegates[column])
    for column in ("code", "lead", "coordinators", "reason", "status"):
        assert after.questions[column].equals(before.questions[column])
    assert set(after.delegates["full_name"]) == {FORGOTTEN}
    assert after.questions["content"].iloc[0] == f"Tôi là {FORGOTTEN}, đường xấu, sửa khi nào?"


def test_what_was_wrong_before_is_wrong_after_and_nothing_else(plan: Path) -> None:
    before = [finding.rule for finding in done("validate", plan, record=False).findings]
    forget(plan)
    assert [finding.rule for finding in done("validate", plan, record=False).findings] == before


def test_a_preview_writes_nothing_and_names_everything(plan: Path) -> None:
    done("assign", plan)
    before = {path: path.read_bytes() for path in plan.parent.iterdir()}
    outcome = forget(plan, dry_run=True)
    assert {path: path.read_bytes() for path in plan.parent.iterdir()} == before
    said = told(outcome)
    for words in ("Họ và tên 8", "Người hỏi 6", "plan.bak.xlsm", "không Hoàn tác được"):
        assert words in said
    assert NAME not in said


def test_who_does_not_agree_keeps_everything(plan: Path) -> None:
    seen: list[Outcome] = []

    def refuses(preview: Outcome) -> bool:
        seen.append(preview)
        return False

    before = plan.read_bytes()
    assert forget(plan, agrees=refuses).declined
    assert plan.read_bytes() == before
    assert len(seen[0].changes) > 30


def test_twice_is_once_and_says_so(plan: Path) -> None:
    forget(plan)
    after = plan.read_bytes()
    again = forget(plan)
    assert [said.text for said in again.summary] == [messages.FORGOT_NOTHING]
    assert (again.written, again.changes, plan.read_bytes()) == (False, [], after)


def test_undo_brings_nothing_back_and_says_so(plan: Path) -> None:
    with edited(plan) as book:
        put(book["Đại biểu"], 2, phone="912345678")
    done("fix", plan)
    says = values(plan)
    forget(plan)
    for _ in range(3):
        outcome = done("undo", plan, now=TODAY)
        assert parts_saying(plan, says) == []
        if outcome.written:
            assert "không trả lại được" in told(outcome)
    assert outcome.summary[0].text == messages.NOTHING_TO_UNDO


def test_what_was_assigned_before_can_still_be_taken_back(plan: Path) -> None:
    done("assign", plan)
    forget(plan)
    done("undo", plan, now=TODAY)
    done("undo", plan, now=TODAY)
    assert set(plan_of(plan).questions["lead"].iloc[1:]) <= {""} | set(
        plan_of(plan).departments["code"]
    )
    assert set(plan_of(plan).delegates["full_name"]) == {FORGOTTEN}


def test_findings_go_since_they_quote_cells(plan: Path) -> None:
    with edited(plan) as book:
        put(book["Đại biểu"], 3, full_name="ÔNG AN")
    done("validate", plan, record=True)
    assert any("ÔNG AN" in f"{value}" for value in sheet(plan, "Kiểm tra").values())
    forget(plan)
    assert not any("ÔNG AN" in f"{value}" for value in sheet(plan, "Kiểm tra").values())


def test_the_register_calls_letters_by_their_code_and_none_is_printed_any_more(plan: Path) -> None:
    done("merge", plan, "invitation", out=plan.parent / "ra")
    says = values(plan)
    outcome = forget(plan)
    told = outcome.details["forgotten"]
    assert isinstance(told, dict)
    assert len(told["named"]) > 8
    rows = register_rows(plan, "recipient", "file", "code")
    assert all(f"{cell or ''}" and not says(f"{cell}") for row in rows for cell in row)
    again = done("merge", plan, "invitation", out=plan.parent / "moi")
    assert not [path for path in again.files if path.suffix == ".docx"]
    assert {finding.rule.sentence for finding in again.findings} == {messages.NAME_FORGOTTEN}


def test_the_record_of_mails_keeps_that_they_went_and_not_to_whom(plan: Path) -> None:
    record = posting.record_of(plan)
    line = {"key": "Giấy mời D001", "state": "sending", "to": [EMAIL, "so@vidu.vn"], "mark": "1"}
    with edited(plan) as book:
        put(book["Cơ quan"], 2, email="so@vidu.vn")
    record.write_text(json.dumps(line) + "\n" + '{"key": "a", "state": "sent"}\n', encoding="utf-8")
    outcome = forget(plan)
    first, second = record.read_text(encoding="utf-8").splitlines()
    assert json.loads(first) == line | {"to": [FORGOTTEN, "so@vidu.vn"]}
    assert second == '{"key": "a", "state": "sent"}'
    assert f"{record}" in told(outcome)


def test_what_a_person_has_written_elsewhere_is_told_with_its_place(plan: Path) -> None:
    with edited(plan) as book:
        book.create_sheet("Riêng")["B2"] = f"Gọi {NAME}"
        book["Riêng"]["B3"] = f'="Bà "&"{NAME}"'
        book["Đại biểu"]["C3"].comment = Comment(f"Là em của {NAME}", "x")
    said = told(forget(plan))
    assert "CÒN ở trang “Riêng”: 2 ô (B2, B3)" in said
    assert "comment1.xml" in said
    assert messages.FORGOT_CHECKED.vi not in said
    assert sheet(plan, "Riêng")["B2"] == f"Gọi {NAME}"


def test_the_log_says_before_which_day_and_how_many_cells_and_no_name(plan: Path) -> None:
    says = values(plan)
    assert cli.main(["forget", str(plan), "--before", "1/1/2023"]) == cli.FINE
    log = plan.with_name("plan.nhat-ky.jsonl").read_text(encoding="utf-8")
    line = json.loads(log.splitlines()[-1])
    assert (line["job"], line["forgotten_before"]) == ("forget", "2023-01-01")
    assert line["changes"]["Đại biểu"]["columns"]["Họ và tên"] == 8
    assert not says(log)
    assert cli.main(["audit", str(plan)]) == cli.FINE


def test_the_command_line_tells_no_name(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    says = values(plan)
    for more in ([], ["--json"]):
        asked = ["forget", str(plan), "--before", "1/1/2023", "--dry-run", *more]
        assert cli.main(asked) == cli.FINE
        assert not says(capsys.readouterr().out)


# --- the table is not as it should be -------------------------------------------------------


def refused(path: Path, **request: Any) -> DialogueError:
    before = path.read_bytes()
    with pytest.raises(DialogueError) as refusal:
        forget(path, **request)
    assert path.read_bytes() == before
    return refusal.value


def test_without_a_day_it_is_refused_and_with_one_in_the_plan_it_is_done(plan: Path) -> None:
    assert refused(plan, before=None).text == messages.FORGET_NO_DATE
    with edited(plan) as book:
        set_item(book, "kept_until", dt.datetime(2023, 5, 24))
    assert forget(plan, before=None).changes


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("date_status", "Dự kiến", messages.FORGET_TENTATIVE),
        ("date", "chưa rõ", messages.FORGET_NO_DAY),
        ("date", dt.datetime(2025, 1, 1), messages.FORGET_NOT_OVER),
    ],
)
def test_a_conference_that_is_not_over(
    plan: Path, name: str, value: object, why: messages.Text
) -> None:
    with edited(plan) as book:
        set_item(book, name, value)
    assert refused(plan).text == why


def test_a_day_to_come_is_refused(plan: Path) -> None:
    assert refused(plan, before=dt.date(2024, 6, 2)).text == messages.FORGET_TOO_EARLY


def test_a_protected_sheet_and_hidden_rows_are_refused(plan: Path) -> None:
    with edited(plan) as book:
        book["Đại biểu"].row_dimensions[4].hidden = True
    assert refused(plan).text == messages.ROWS_HIDDEN
    with edited(plan) as book:
        book["Đại biểu"].row_dimensions[4].hidden = False
        book["Câu hỏi"].protection.sheet = True
    assert refused(plan).text == messages.SHEET_PROTECTED


def test_a_workbook_that_is_open_elsewhere_is_refused_and_no_file_goes(plan: Path) -> None:
    backup, lock = plan.with_name("plan.bak.xlsm"), plan.with_name("~$plan.xlsm")
    backup.write_bytes(plan.read_bytes())
    lock.write_bytes(b"x")
    assert refused(plan).text == messages.WORKBOOK_OPEN
    assert backup.exists()


def test_a_record_held_by_somebody_who_sends_is_refused_before_anything_goes(plan: Path) -> None:
    with Record(posting.record_of(plan)):
        assert refused(plan).text == messages.RECORD_REFUSED


def test_a_formula_and_merged_cells_in_peoples_columns_go_too(plan: Path) -> None:
    def muddle(book: openpyxl.Workbook) -> None:
        page = book["Đại biểu"]
        page["H3"] = '="09123"&"45678"'
        page["L5"], page["C6"] = "=C2", "=C2"
        page.merge_cells("L7:L8")
        page["L7"] = f"Hỏi {NAME}"

    with edited(plan) as book:
        muddle(book)
    says = values(plan)
    forget(plan)
    cells = sheet(plan, "Đại biểu")
    assert [cells.get(at) for at in ("H3", "L5", "C6", "L7")] == [None, None, FORGOTTEN, None]
    assert parts_saying(plan, says) == []


def test_columns_that_are_missing_are_no_hindrance(plan: Path) -> None:
    with edited(plan) as book:
        book["Đại biểu"]["L1"] = "Cột khác"
    assert forget(plan).changes


def test_a_request_knows_no_day_unless_told() -> None:
    assert Request().before is None


def test_in_a_running_calc_the_cells_are_the_same(
    plan: Path, calc_app: xw.App, tmp_path: Path
) -> None:
    from xl_dialogue.jobs import JOBS

    copy = tmp_path / "calc" / "plan.xlsm"
    copy.parent.mkdir()
    copy.write_bytes(plan.read_bytes())
    says = values(plan)
    forget(plan)
    book = calc_app.books.open(copy)
    outcome = JOBS["forget"].run(book, Request(before=NEW_YEAR, now=TODAY))
    book.close()
    assert parts_saying(copy, says) == []
    assert outcome.summary[-2].text == messages.FORGOT_CHECKED
    assert frames(plan_of(copy)) == frames(plan_of(plan))


def frames(plan: Plan) -> dict[str, list[list[object]]]:
    names = ("delegates", "questions", "register", "conflicts")
    return {name: plan.frames[name].astype(str).to_numpy().tolist() for name in names}

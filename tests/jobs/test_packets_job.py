"""Out by e-mail and back again: files made, answers taken, settled, told of, taken back."""

from __future__ import annotations

import datetime as dt
import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mailed import ANSWER, NOW, STATUS, cell, done, few_questions, filled, packets, put, read
from tables import Alter

from xl_dialogue import cli
from xl_dialogue.engines import closed
from xl_dialogue.jobs import JOBS
from xl_dialogue.messages import DialogueError
from xl_dialogue.outcome import Outcome, Request


@pytest.fixture
def plan(altered: Callable[[Alter], Path]) -> Path:
    return altered(few_questions)


def sentences(outcome: Outcome) -> str:
    return "\n".join(said.say() for said in outcome.summary)


def test_each_department_gets_a_file_and_what_was_sent_is_kept(plan: Path) -> None:
    found = packets(plan)
    assert set(found) == {"Sở Xây dựng", "Sở Nội vụ"}
    assert len([*plan.with_suffix(".goi").glob("*.json")]) == 2
    assert plan.with_suffix(".khoa").stat().st_mode & 0o777 == 0o600


def test_a_preview_makes_nothing_and_names_personal_columns_and_who_gets_them(plan: Path) -> None:
    outcome = done("send", plan, out=plan.parent / "gửi", to="unions", dry_run=True)
    assert outcome.files == []
    assert not (plan.parent / "gửi").exists()
    assert not plan.with_suffix(".khoa").exists()
    assert "CÓ DỮ LIỆU CÁ NHÂN, trang Đại biểu: Họ và tên, Giới tính, Điện thoại" in sentences(
        outcome
    )
    assert "Tổng Liên đoàn Lao động Việt Nam" in sentences(outcome)
    departments = done("send", plan, out=plan.parent / "gửi", dry_run=True)
    assert "Không có cột dữ liệu cá nhân nào: 2 nơi nhận" in sentences(departments)


def test_the_same_plan_sent_again_is_the_same_packet(plan: Path) -> None:
    once = packets(plan)
    assert packets(plan) == once
    assert len([*plan.with_suffix(".goi").glob("*.json")]) == 2


def test_an_answer_saved_in_the_folder_of_packets_is_not_written_over(plan: Path) -> None:
    once = packets(plan)["Sở Xây dựng"]
    filled(once, put("Câu hỏi", "CH001", ANSWER, "Có"))
    content = once.read_bytes()
    assert packets(plan)
    assert once.read_bytes() == content


def test_drafts_bring_the_packets(plan: Path) -> None:
    outcome = done("send", plan, out=plan.parent / "gửi", mail="drafts")
    assert len([path for path in outcome.files if path.suffix == ".eml"]) == 2


def test_untouched_packets_change_nothing(plan: Path) -> None:
    before = plan.read_bytes()
    outcome = done("collect", plan, *packets(plan).values())
    assert (outcome.written, outcome.changes) == (False, [])
    assert plan.read_bytes() == before


def test_answers_are_taken_journalled_with_their_files_hash_and_undone(plan: Path) -> None:
    file = filled(
        packets(plan)["Sở Xây dựng"],
        put("Câu hỏi", "CH002", ANSWER, "- Quý III"),
        put("Câu hỏi", "CH002", STATUS, "Đã trả lời"),
        put("Câu hỏi", "CH002", "Ngày trả lời", dt.datetime(2022, 5, 20)),
    )
    outcome = done("collect", plan, file)
    assert cell(plan, "CH002", "answer") == "- Quý III"
    assert cell(plan, "CH002", "answered_on") == dt.date(2022, 5, 20)
    [source] = outcome.sources
    journal = read(plan).journal
    assert set(journal["job"]) == {f"Thu về {source.sha256[:12]}"}
    assert set(journal["code"]) == {"CH002"}
    assert len(done("undo", plan).changes) == 3
    assert cell(plan, "CH002", "answer") == ""


def test_a_preview_of_collecting_writes_nothing(plan: Path) -> None:
    file = filled(packets(plan)["Sở Xây dựng"], put("Câu hỏi", "CH001", ANSWER, "Có"))
    before = plan.read_bytes()
    outcome = done("collect", plan, file, dry_run=True)
    assert len(outcome.changes) == 1
    assert plan.read_bytes() == before
    assert not (plan.parent / "Biên nhận").exists()


def test_the_same_reply_twice_changes_nothing(plan: Path) -> None:
    file = filled(packets(plan)["Sở Xây dựng"], put("Câu hỏi", "CH001", ANSWER, "Có"))
    assert done("collect", plan, file).written
    assert not done("collect", plan, file).written


def test_a_late_reply_still_merges_though_a_later_packet_was_sent(plan: Path) -> None:
    late = filled(packets(plan)["Sở Xây dựng"], put("Câu hỏi", "CH001", ANSWER, "Có"))
    late = late.rename(late.with_stem("tra loi cham"))
    typed(plan, "CH002", ANSWER, "Ta đã biết")
    book = closed.open(plan)
    later = Request(now=NOW + dt.timedelta(days=1), out=plan.parent / "gửi")
    JOBS["send"].run(book, later)
    book.close()
    outcome = done("collect", plan, late)
    assert cell(plan, "CH001", "answer") == "Có"
    assert cell(plan, "CH002", "answer") == "Ta đã biết"
    assert "đã có bản gửi sau" in sentences(outcome)


def typed(plan: Path, code: str, header: str, value: object) -> None:
    """A person types into the master."""
    book = openpyxl.load_workbook(plan, keep_vba=True)
    put("Câu hỏi", code, header, value)(book)
    book.save(plan)


def choose(plan: Path, choice: str) -> None:
    book = openpyxl.load_workbook(plan, keep_vba=True)
    page = book["Xung đột"]
    page.cell(2, [found.value for found in page[1]].index("Chọn") + 1).value = choice
    book.save(plan)


def in_conflict(plan: Path) -> Path:
    """Both sides have answered, each with words of its own."""
    file = filled(packets(plan)["Sở Xây dựng"], put("Câu hỏi", "CH001", ANSWER, "Của Sở"))
    typed(plan, "CH001", ANSWER, "Của Văn phòng")
    outcome = done("collect", plan, file)
    assert (outcome.written, outcome.changes) == (True, [])
    return file


def test_both_sides_changed_stands_on_its_sheet_and_ours_stays(plan: Path) -> None:
    file = in_conflict(plan)
    [row] = read(plan).conflicts.to_dict("records")
    assert (row["row"], row["column"], row["base"]) == ("CH001", ANSWER, "")
    assert (row["ours"], row["theirs"], row["choice"]) == ("Của Văn phòng", "Của Sở", "")
    assert cell(plan, "CH001", "answer") == "Của Văn phòng"
    again = done("collect", plan, file)
    assert not again.written
    assert "1 ô chờ người chọn" in sentences(again)
    choose(plan, "Của ta")
    done("collect", plan, settle=True)
    assert "0 ô chờ người chọn" in sentences(done("collect", plan, file))


@pytest.mark.parametrize(
    ("choice", "answer"),
    [("Của đơn vị", "Của Sở"), ("Của ta", "Của Văn phòng"), ("Gốc", "")],
)
def test_a_person_chooses_and_then_it_is_settled_for_good(
    plan: Path, choice: str, answer: str
) -> None:
    file = in_conflict(plan)
    choose(plan, choice)
    outcome = done("collect", plan, settle=True)
    assert cell(plan, "CH001", "answer") == answer
    assert read(plan).conflicts["settled"].tolist() == ["19/05/2022 08:00"]
    assert not done("collect", plan, file, settle=True).written
    done("undo", plan)
    assert cell(plan, "CH001", "answer") == "Của Văn phòng"
    assert read(plan).conflicts["settled"].tolist() == [""]
    assert outcome.run


def test_a_cell_that_has_changed_since_is_to_be_chosen_again(plan: Path) -> None:
    in_conflict(plan)
    choose(plan, "Của đơn vị")
    typed(plan, "CH001", ANSWER, "Bản mới của ta")
    outcome = done("collect", plan, settle=True)
    [row] = read(plan).conflicts.to_dict("records")
    assert (row["ours"], row["choice"], row["settled"]) == ("Bản mới của ta", "", "")
    assert cell(plan, "CH001", "answer") == "Bản mới của ta"
    assert "xem và chọn lại" in sentences(outcome)


def test_without_a_choice_nothing_is_settled(plan: Path) -> None:
    in_conflict(plan)
    outcome = done("collect", plan, settle=True)
    assert not outcome.written
    assert "còn 1 chỗ chưa chọn" in sentences(outcome)


def test_a_receipt_tells_what_was_taken_and_what_was_not(plan: Path) -> None:
    file = filled(
        packets(plan)["Sở Xây dựng"],
        put("Câu hỏi", "CH001", ANSWER, "Quý III có 200 căn"),
        put("Câu hỏi", "CH002", STATUS, "Xong"),
    )
    outcome = done("collect", plan, file)
    [receipt] = [path for path in outcome.files if path.suffix == ".docx"]
    import docx

    words = "\n".join(
        found.text
        for table in docx.Document(str(receipt)).tables
        for row in table.rows
        for found in row.cells
    )
    assert "Quý III có 200 căn" in words
    assert "“Xong” không ghi được" in words
    assert [path.suffix for path in outcome.files] == [".docx", ".eml"]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda book: book.remove(book["Nhãn gói"]), "Không thấy trang “Nhãn gói”"),
        (lambda book: book["Nhãn gói"].__setitem__("B3", "SNV"), "Nhãn gói bị sửa"),
        (lambda book: book["Nhãn gói"].__setitem__("B7", "0" * 32), "Nhãn gói bị sửa"),
        (lambda book: book["Nhãn gói"].__setitem__("B4", "2"), "phiên bản 2"),
        (lambda book: book["Nhãn gói"].__setitem__("B1", "../../x"), "không do sổ này gửi"),
        (lambda book: book["Nhãn gói"].__setitem__("B1", "f" * 16), "không do sổ này gửi"),
    ],
)
def test_a_file_without_a_genuine_label_gives_nothing(plan: Path, spoil: Alter, words: str) -> None:
    file = filled(packets(plan)["Sở Xây dựng"], put("Câu hỏi", "CH001", ANSWER, "Có"), spoil)
    outcome = done("collect", plan, file)
    assert (outcome.written, outcome.changes) == (False, [])
    assert words in sentences(outcome)


def test_a_file_that_cannot_be_read_does_not_keep_the_others_out(
    plan: Path, tmp_path: Path
) -> None:
    file = filled(packets(plan)["Sở Xây dựng"], put("Câu hỏi", "CH001", ANSWER, "Có"))
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(b"PK\3\4 broken")
    outcome = done("collect", plan, broken, file)
    assert len(outcome.changes) == 1
    assert "hong.xlsx" in sentences(outcome)


def test_a_refused_file_is_told_by_the_commands_end(plan: Path) -> None:
    assert cli.main(["collect", str(plan), str(plan.with_name("không có.xlsx"))]) == cli.WRONG


@pytest.mark.parametrize("content", [None, b"", b"\n", b"0" * 63])
def test_nothing_is_sent_where_the_key_of_what_is_out_is_lost(
    plan: Path, content: bytes | None
) -> None:
    file = filled(packets(plan)["Sở Xây dựng"], put("Câu hỏi", "CH001", ANSWER, "Có"))
    path = plan.with_suffix(".khoa")
    key = path.read_bytes()
    path.unlink() if content is None else path.write_bytes(content)
    with pytest.raises(DialogueError, match="went out under that key"):
        done("send", plan, out=plan.parent / "gửi lại")
    path.write_bytes(key)
    assert len(done("collect", plan, file).changes) == 1


def test_a_plan_called_otherwise_since_still_knows_what_it_sent(plan: Path) -> None:
    file = filled(packets(plan)["Sở Xây dựng"], put("Câu hỏi", "CH001", ANSWER, "Có"))
    other = shutil.copy(plan, plan.with_stem("Bản mới"))
    assert len(done("collect", Path(other), file).changes) == 1


def test_the_command_line_tells_all_in_json(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = filled(packets(plan)["Sở Xây dựng"], put("Câu hỏi", "CH001", ANSWER, "Có"))
    assert cli.main(["collect", str(plan), str(file), "--json"]) == cli.FINE
    told = json.loads(capsys.readouterr().out)
    [received] = told["received"]
    assert (received["recipient"], received["taken"], received["remarks"]) == ("SXD", 1, [])
    assert cli.main(["audit", str(plan)]) == cli.FINE


EDITS = st.lists(
    st.tuples(
        st.sampled_from(("CH001", "CH002", "CH003")),
        st.text(st.characters(codec="utf-8"), max_size=20).map(str.strip).filter(bool),
    ),
    max_size=4,
)


@settings(max_examples=6, deadline=None)
@given(EDITS, st.text(st.characters(codec="utf-8"), min_size=1, max_size=20), st.integers(0, 9))
def test_disjoint_replies_come_to_the_same_plan_in_any_order(
    tmp_path_factory: pytest.TempPathFactory,
    shipped: bytes,
    edits: list[tuple[str, str]],
    other: str,
    seed: int,
) -> None:
    folder = tmp_path_factory.mktemp("order")
    plan = folder / "plan.xlsm"
    plan.write_bytes(shipped)
    book = openpyxl.load_workbook(plan, keep_vba=True)
    few_questions(book)
    book.save(plan)
    found = packets(plan)
    edit(found["Sở Xây dựng"], edits)
    edit(found["Sở Nội vụ"], [("CH004", other)])
    files = [*found.values()]
    random.Random(seed).shuffle(files)
    after = []
    for number, order in enumerate((files, files[::-1])):
        copy = shutil.copy(plan, folder / f"{number}.xlsm")
        for file in order:
            done("collect", Path(copy), file)
        after.append(read(Path(copy)).questions)
        assert not any(done("collect", Path(copy), file).written for file in order)
    assert after[0].equals(after[1])


def edit(file: Path, edits: list[tuple[str, str]]) -> None:
    """Words of any letters into the answers, as a careful program would write them."""
    from xl_dialogue.exchange.outgoing import put as put_text

    book = openpyxl.load_workbook(file)
    page = book["Câu hỏi"]
    column = [found.value for found in page[1]].index(ANSWER) + 1
    for code, words in edits:
        [row] = [row for row in page.iter_rows(min_row=2) if row[0].value == code]
        put_text(row[column - 1], words)
    book.save(file)

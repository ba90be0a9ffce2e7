from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from tables import Alter

from xl_dialogue import cli
from xl_dialogue.documents.kinds import KINDS
from xl_dialogue.share import shared

Altered = Callable[[Alter], Path]


def stopped(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the command says when it cannot be done."""
    assert cli.main(arguments) == cli.STOPPED
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    return said.err


def test_json_tells_place_value_sentence_and_fix(
    plan_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["validate", str(plan_file), "--json", "--lang", "en"]) == cli.WRONG
    answer = json.loads(capsys.readouterr().out)
    tentative = answer["findings"][0]
    assert tentative == {
        "rule": "date-tentative",
        "severity": "error",
        "sheet": "Hội nghị",
        "row": 7,
        "column": "Giá trị",
        "cell": "B7",
        "value": "Dự kiến",
        "message": "The date is tentative: invitations and agenda are drafts until it is confirmed.",
        "fix": None,
    }
    assert answer["errors"] == sum(each["severity"] == "error" for each in answer["findings"])


def test_without_errors_the_exit_code_is_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "new.xlsm"
    assert cli.main(["new", str(plan)]) == cli.FINE
    book = openpyxl.load_workbook(plan, keep_vba=True)
    for title in ("Nhiệm vụ", "Chương trình"):
        book[title].delete_rows(2, 100)
    page = book["Hội nghị"]
    page["B7"] = "Đã chốt"
    book.save(plan)
    assert cli.main(["validate", str(plan)]) == cli.FINE
    assert "0 lỗi" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("none.xlsx", None, "Không tìm thấy"),
        ("empty.xlsx", b"", "trống"),
        ("text.xlsx", b"xin chao", "không phải sổ tính Excel"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "“"),
        ("locked.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        ("letter.xlsx", (shared("templates") / "giay-moi.docx").read_bytes(), "không phải sổ tính Excel"),
        ("cut.xlsm", (shared("workbook") / "DialoguePlan.xlsm").read_bytes()[:40_000], "hỏng hoặc bị cắt ngắn"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_workbook_is_refused_with_a_sentence(
    name: str, content: bytes | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    for command in ("validate", "assign"):
        assert said in stopped(capsys, command, str(path))
    assert [left.name for left in tmp_path.iterdir()] == ([name] if content is not None else [])


def test_a_plan_that_excel_holds_open_is_not_written(
    plan_file: Path, shipped: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    plan_file.with_name(f"~${plan_file.name}").write_bytes(b"owner")
    assert "đang" in stopped(capsys, "assign", str(plan_file))
    assert plan_file.read_bytes() == shipped


def test_texts_of_a_csv_are_routed_a_line_each(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = tmp_path / "câu hỏi.csv"
    questions.write_text(
        "\ufeffid,text\n1,Công ty nợ BHXH, không chốt sổ bảo hiểm cho chúng tôi\n"
        '2,"Đề nghị tỉnh quan tâm hơn"\n',
        encoding="utf-8",
    )
    assert cli.main(["assign", str(plan_file), "--questions", str(questions)]) == cli.FINE
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert set(first) == {
        "id", "lead", "coordinators", "authority", "confidence", "needs_review", "reason",
        "candidates", "parts", "duplicate_of",
    }  # fmt: skip
    assert (first["id"], first["lead"], first["needs_review"]) == (
        "1",
        "Bảo hiểm xã hội tỉnh",
        False,
    )
    assert (second["lead"], second["needs_review"]) == (None, True)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("mã,nội dung\n1,x\n", "id và text"),
        (b"id,text\n1,\xff\xfe\n", "CSV UTF-8"),
        (None, "Không tìm thấy"),
    ],
)
def test_a_csv_that_cannot_be_read_is_refused(
    content: str | bytes | None,
    said: str,
    plan_file: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "q.csv"
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert said in stopped(capsys, "assign", str(plan_file), "--questions", str(path))


def test_an_unknown_kind_is_answered_with_the_known_ones(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = stopped(capsys, "merge", str(plan_file), "giay-moi", "--out", str(tmp_path / "out"))
    assert ", ".join(KINDS) in said


def test_a_new_plan_overwrites_nothing(plan_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = plan_file.read_bytes()
    assert "không ghi đè" in stopped(capsys, "new", str(plan_file))
    assert plan_file.read_bytes() == before


def test_the_demo_does_the_main_job_and_says_what_to_open(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "xl_dialogue.cli", "demo"]
    shown = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    said = shown.stdout.decode()
    folder = tmp_path / "dialogue-demo"
    assert len(list((folder / "Giấy mời").glob("*.docx"))) == 450
    assert (folder / "Thông báo kết luận.docx").exists()
    assert "Mở " in said.splitlines()[-1]
    assert shown.stderr == b""


def test_a_reader_who_has_seen_enough_is_no_error(plan_file: Path) -> None:
    command = [sys.executable, "-c", "from xl_dialogue.cli import main; raise SystemExit(main())"]
    with subprocess.Popen(
        [*command, "validate", str(plan_file), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(cli.__file__).parents[2],
    ) as reading:
        assert reading.stdout is not None
        assert reading.stderr is not None
        reading.stdout.close()
        assert reading.stderr.read() == b""


WITHOUT = """
import sys
for name in ("xlwings", "pandas", "docxtpl", "openpyxl", "holidays"):
    sys.modules[name] = None
from xl_dialogue.cli import main
sys.exit(main({arguments}))
"""


@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        (["doctor"], cli.FINE, "thiếu thư viện docxtpl"),
        (["validate", "PLAN.xlsm"], cli.STOPPED, "Thiếu gói “pandas”"),
    ],
)
def test_where_packages_cannot_be_imported_it_says_which(
    arguments: list[str], code: int, named: str, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", WITHOUT.format(arguments=arguments)]
    home = {**os.environ, "HOME": str(tmp_path), "PYTHONPATH": str(Path(cli.__file__).parents[2])}
    done = subprocess.run(command, capture_output=True, env=home, cwd=tmp_path, check=False)
    said = (done.stdout + done.stderr).decode()
    assert "Traceback" not in said
    assert named in said
    assert done.returncode == code


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["forget", "--before", "31/2/2023"], "“31/2/2023” không phải một ngày"),
        (["merge", "invitation", "--workers", "0"], "“0” không phải một số từ 1 trở lên"),
        (["merge", "invitation", "--workers", "hai"], "“hai” không phải một số từ 1 trở lên"),
    ],
)
def test_a_day_or_a_number_that_is_none_is_told_in_vietnamese(
    plan_file: Path, capsys: pytest.CaptureFixture[str], command: list[str], words: str
) -> None:
    job, *rest = command
    with pytest.raises(SystemExit) as stop:
        cli.main([job, str(plan_file), *rest])
    assert stop.value.code == cli.STOPPED
    assert words in capsys.readouterr().err

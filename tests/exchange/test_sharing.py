"""A copy to share is built new and holds nobody's data."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from tables import Alter, plan_of

from xl_dialogue import cli, messages
from xl_dialogue.exchange.personal import MASK, Finder
from xl_dialogue.exchange.reading import guarded
from xl_dialogue.exchange.sharing import copy_for, refuse_leaks
from xl_dialogue.messages import DialogueError
from xl_dialogue.plan.sheets import SHEETS

PHONE, EMAIL, NAME = "0912345678", "mau.le@example.vn", "Lê Thị Mẫu"


def gossiping(book: openpyxl.Workbook) -> None:
    """Somebody's data stand where they do not belong, and the workbook itself tells tales."""
    delegates, questions = book["Đại biểu"], book["Câu hỏi"]
    header = [cell.value for cell in delegates[1]]
    for column, value in (("Họ và tên", NAME), ("Điện thoại", PHONE), ("Email", EMAIL)):
        delegates.cell(2, header.index(column) + 1).value = value
    header = [cell.value for cell in questions[1]]
    questions.cell(2, header.index("Người hỏi") + 1).value = NAME
    said = f"=1+1 Tôi là lê  thị mẫu, gọi 0912.345.678 hoặc {EMAIL}, hay 0987 654 321"
    content = questions.cell(2, header.index("Nội dung") + 1)
    content.value, content.data_type = said, "s"
    book["Hội nghị"]["C3"] = f"Hỏi {PHONE}"
    book.properties.creator = NAME


@pytest.mark.parametrize("audience", ["public", "offices"])
def test_no_part_of_a_copy_holds_a_withheld_value(
    audience: str, altered: Callable[[Alter], Path], tmp_path: Path
) -> None:
    plan, out = altered(gossiping), tmp_path / "chia sẻ.xlsx"
    assert cli.main(["share", str(plan), "--out", str(out), "--for", audience]) == cli.FINE
    with zipfile.ZipFile(out) as package:
        text = " ".join(html.unescape(package.read(name).decode()) for name in package.namelist())
        assert not [name for name in package.namelist() if "vba" in name or "comment" in name]
    squeezed = re.sub(r"[\s.]+", "", text).lower()
    assert PHONE not in squeezed
    assert "0987654321" not in squeezed
    assert EMAIL not in squeezed
    assert ("lêthịmẫu" in squeezed) is (audience == "offices")
    found = guarded.opened(out)
    assert found.reports == []
    assert any(MASK in str(cell) for table in found.tables for row in table.rows for cell in row)


def test_what_concerns_the_office_alone_stays_there() -> None:
    plan = plan_of(
        {"name": "Hội nghị Mẫu", "mail_server": "mail.vidu.vn:587", "overdue_copy": "sep@vidu.vn"}
    )
    book = openpyxl.load_workbook(io.BytesIO(copy_for(plan, "offices").content))
    said = [value for row in book["Hội nghị"].iter_rows(values_only=True) for value in row]
    assert "Hội nghị Mẫu" in said
    assert not {"mail.vidu.vn:587", "sep@vidu.vn", MASK} & {*said}


def test_every_phone_and_address_is_declared_personal() -> None:
    columns = [column for sheet in SHEETS for column in sheet.columns]
    assert all(column.personal for column in columns if column.kind in ("phone", "email"))


def test_a_copy_is_never_laid_over_a_file(plan_file: Path) -> None:
    before = plan_file.read_bytes()
    assert cli.main(["share", str(plan_file), "--out", str(plan_file)]) == cli.STOPPED
    assert plan_file.read_bytes() == before


def test_what_masking_has_missed_is_found_in_the_file_and_stops_it() -> None:
    plan = plan_of(
        questions=f"""
        code | content
        CH01 | Hỏi {NAME}
    """
    )
    content = copy_for(plan, "public").content
    with pytest.raises(DialogueError) as refusal:
        refuse_leaks(content, Finder([NAME]))
    assert refusal.value.text == messages.SHARE_LEAKS


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("gọi 0912 345 678", f"gọi {MASK}"),
        ("gọi +84912345678", f"gọi {MASK}"),
        ("gọi 0912–345–678", f"gọi {MASK}"),
        ("gọi 0912\u00a0345\u00a0678 hai lần", f"gọi {MASK} hai lần"),
        ("gọi (0987) 654321", f"gọi {MASK}"),
        ("gọi 84912345678", f"gọi {MASK}"),
        ("gọi 912345678", f"gọi {MASK}"),
        ("gọi 912.345.678, 2 lần", f"gọi {MASK}, 2 lần"),
        ("gọi 0084912345678", f"gọi {MASK}"),
        ("gọi 0912 345 678 2 lần", f"gọi {MASK} 2 lần"),
        ("0912345678 - 24.5", f"{MASK} - 24.5"),
        ("gọi 0263 852 123", f"gọi {MASK}"),
        ("LÊ THỊ MẪU hỏi", f"{MASK} hỏi"),
        ("Lê Thị Mẫu Đơn hỏi", f"{MASK} Đơn hỏi"),
        ("Nghị định 30/2020/NĐ-CP", "Nghị định 30/2020/NĐ-CP"),
        ("lương 5.000.000 đồng từ 01/01/2022", "lương 5.000.000 đồng từ 01/01/2022"),
        ("nợ 900.000.000 đồng từ 1900 - 1975", "nợ 900.000.000 đồng từ 1900 - 1975"),
        ("từ 0 - 500.000.000 đồng", "từ 0 - 500.000.000 đồng"),
    ],
)
def test_what_is_masked(text: str, masked: str) -> None:
    assert Finder([PHONE, NAME]).masked(text, patterns=True) == masked


@pytest.mark.parametrize(
    "said",
    ["0912–345–678", "(0912) 345678", "84912345678", "912345678", "0084912345678", "2 0912.345.678"],
)  # fmt: skip
def test_a_withheld_phone_is_found_however_it_is_written(said: str) -> None:
    found = Finder([PHONE]).found_in(f"<v>{said}</v>")
    assert found
    assert found in said
    assert Finder([PHONE]).masked(said, patterns=False).endswith(MASK)
    assert Finder([said]).found_in(f"<v>{PHONE}</v>") == PHONE


def test_a_phone_that_is_none_here_is_found_by_its_digits() -> None:
    finder = Finder(["+86 138 1234 5678"])
    assert finder.found_in("gọi 8613812345678") == "8613812345678"
    assert finder.found_in("gọi 0912345678") == ""

"""What lies beside the workbook: the program's own files that go, and the others that are named."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from mailed import sent
from tables import plan_of

from xl_dialogue.exchange.forgetting import beside
from xl_dialogue.exchange.forgetting.seeking import Seeker
from xl_dialogue.exchange.packets import base

NAME = "Lê Văn Mẫu"
SAYS, NOBODY = Seeker({NAME}), Seeker(())
PLAN = plan_of(
    departments="code | name | email\nSXD | Sở Xây dựng | so@vidu.vn",
    groups="code | name\nG1 | Công đoàn cơ sở",
    delegates=f"code | full_name | unit | group\nD1 | {NAME} | Công ty Vidu | G1",
    questions="code | content | lead\nCH1 | Hỏi | SXD",
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "KeHoach.xlsm"
    path.write_bytes(b"PK")
    return path


def workbook_of(value: str) -> bytes:
    book, made = openpyxl.Workbook(), io.BytesIO()
    assert book.active is not None
    book.active["A1"] = value
    book.save(made)
    return made.getvalue()


def kept(plan: Path, audience: str) -> Path:
    """The packets for these readers, as they are kept."""
    [packet] = sent(PLAN, audience).values()
    base.keep(plan, packet)
    return plan.with_suffix(base.FOLDER) / f"{packet.label.id}.json"


def test_backup_killed_saves_and_packets_with_people_go(plan: Path) -> None:
    backup, draft = plan.with_name("KeHoach.bak.xlsm"), plan.with_name(".ab12_xyz.tmp")
    backup.write_bytes(b"PK")
    draft.write_bytes(b"PK")
    unions, departments = kept(plan, "unions"), kept(plan, "departments")
    for says in (SAYS, NOBODY):
        own = beside.own(plan, says)
        assert {*own} == {backup, draft, unions}
    assert beside.remove(own) == own
    assert beside.own(plan, NOBODY) == []
    assert departments.exists()


def test_what_cannot_be_deleted_is_not_among_the_gone(plan: Path) -> None:
    stubborn = plan.with_name("folder")
    stubborn.mkdir()
    assert beside.remove([stubborn]) == []


def test_every_other_file_that_says_a_name_is_named_and_left(plan: Path) -> None:
    folder = plan.parent / "Văn bản" / "Giấy mời"
    folder.mkdir(parents=True)
    (folder / "D1.xlsx").write_bytes(workbook_of(f"Kính mời ông {NAME}"))
    (folder / f"D1 {NAME}.docx").write_bytes(workbook_of("x"))
    (folder / "D2.xlsx").write_bytes(workbook_of("Kính mời bà"))
    (folder / "D1.pdf").write_bytes(b"%PDF-1.7")
    (folder / "anh.png").write_bytes(NAME.encode())
    found = beside.others(plan, SAYS, set())
    assert [path.name for path in found.named] == [f"D1 {NAME}.docx", "D1.xlsx"]
    assert [path.name for path in found.unread] == ["D1.pdf"]
    assert (folder / "D1.xlsx").exists()
    assert not found.is_cut


def test_neither_workbook_nor_log_nor_what_goes_is_among_the_others(plan: Path) -> None:
    plan.write_text(NAME, encoding="utf-8")
    goes = plan.with_name("x.json")
    for path in (goes, plan.with_name("KeHoach.nhat-ky.jsonl")):
        path.write_text(NAME, encoding="utf-8")
    assert beside.others(plan, SAYS, {goes}).named == []


def test_a_folder_of_too_many_files_is_said_to_be_cut(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        plan.with_name(f"{number}.txt").write_text("x")
    monkeypatch.setattr(beside, "MOST", 2)
    assert beside.others(plan, SAYS, set()).is_cut

"""Workbook files that are refused, locked, changed by others, or fail to be written."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from drawn_workbooks import MAIN, packed, parts_of, sheet, unpacked

from xl_dialogue import messages
from xl_dialogue.engines import closed
from xl_dialogue.messages import DialogueError, Text

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>'


def refused(path: Path) -> Text:
    with pytest.raises(DialogueError) as caught:
        closed.open(path).sheets[0].used_range.options(ndim=2).value.clear()
    assert caught.value.say("vi")
    return caught.value.text


@pytest.mark.parametrize(("content", "text"), [
    (b"", messages.WORKBOOK_EMPTY),
    (OLE, messages.WORKBOOK_OLD),
    (OLE + "EncryptedPackage".encode("utf-16-le"), messages.WORKBOOK_ENCRYPTED),
    (b"Ma,Ten\n1,2\n", messages.WORKBOOK_IS_NONE),
    (b"PK\x03\x04 cut short", messages.WORKBOOK_DAMAGED),
])  # fmt: skip
def test_a_file_that_is_no_workbook_is_called_what_it_is(
    tmp_path: Path, content: bytes, text: Text
) -> None:
    path = tmp_path / "Plan.xlsx"
    path.write_bytes(content)
    assert refused(path) == text


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.xlsx") == messages.FILE_MISSING
    assert refused(tmp_path) == messages.WORKBOOK_IS_FOLDER


SHEET = "xl/worksheets/sheet1.xml"
DTD = '<!DOCTYPE a [<!ENTITY b "c">]>'


def row(cells: str) -> str:
    return sheet(f'<row r="1">{cells}</row>')


@pytest.mark.parametrize(("part", "content", "text"), [
    ("[Content_Types].xml", "<Types>document.main+xml</Types>", messages.WORKBOOK_IS_NONE),
    ("xl/workbook.bin", "", messages.WORKBOOK_BINARY),
    ("_rels/.rels", "<Relationships xmlns='x'/>", messages.WORKBOOK_DAMAGED),
    ("xl/workbook.xml", f'<workbook xmlns="{MAIN}"/>', messages.WORKBOOK_DAMAGED),
    (SHEET, "<worksheet", messages.WORKBOOK_PART_DAMAGED),
    (SHEET, row('<c r="A1"><v>x</v></c>'), messages.WORKBOOK_DAMAGED),
    (SHEET, row('<c r="A1"><v>1e999</v></c>'), messages.WORKBOOK_DAMAGED),
    (SHEET, row('<c r="A1" t="s"><v>7</v></c>'), messages.WORKBOOK_DAMAGED),
    (SHEET, sheet('<row r="1048577"><c r="A1048577"/></row>'), messages.WORKBOOK_DAMAGED),
    (SHEET, row('<c r="XFE1"/>'), messages.WORKBOOK_DAMAGED),
    (SHEET, row('<c r="A1"/><c r="A1"/>'), messages.WORKBOOK_DAMAGED),
    (SHEET, row('<c r="A2"/>'), messages.WORKBOOK_DAMAGED),
    (SHEET, DTD + sheet(ROWS), messages.WORKBOOK_WITH_DTD),
    (SHEET, ("<!DOCTYPE a>" + sheet(ROWS)).encode("utf-16"), messages.WORKBOOK_WITH_DTD),
    ("xl/big.xml", " " * (33 * 2**20), messages.WORKBOOK_TOO_LARGE),
])  # fmt: skip
def test_a_package_that_is_no_whole_workbook_is_refused(
    tmp_path: Path, part: str, content: str | bytes, text: Text
) -> None:
    assert refused(packed(tmp_path / "Plan.xlsx", parts_of(sheet(ROWS)) | {part: content})) == text


def test_a_workbook_cut_short_at_any_place_is_refused(tmp_path: Path) -> None:
    whole = packed(tmp_path / "Plan.xlsx", parts_of(sheet(ROWS))).read_bytes()
    for size in range(4, len(whole), 97):
        (tmp_path / "cut.xlsx").write_bytes(whole[:size])
        assert refused(tmp_path / "cut.xlsx") == messages.WORKBOOK_DAMAGED


def test_a_damaged_byte_gives_the_values_or_a_refusal_never_another_error(tmp_path: Path) -> None:
    whole = packed(tmp_path / "Plan.xlsx", parts_of(sheet(ROWS))).read_bytes()
    for place in range(0, len(whole), 13):
        broken = bytearray(whole)
        broken[place] ^= 0x55
        (tmp_path / "broken.xlsx").write_bytes(broken)
        try:
            found = closed.open(tmp_path / "broken.xlsx").sheets[0].range("A1").value
        except DialogueError:
            continue
        assert found == 1.0


def written(path: Path) -> Any:
    book = closed.open(path)
    book.sheets[0].range("A1").value = 2
    return book


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return packed(tmp_path / "Plan.xlsm", parts_of(sheet(ROWS)))


@pytest.mark.parametrize("lock", ["~$Plan.xlsm", ".~lock.Plan.xlsm#"])
def test_a_workbook_that_someone_has_open_is_read_but_not_saved(path: Path, lock: str) -> None:
    path.with_name(lock).touch()
    before = path.read_bytes()
    book = written(path)
    with pytest.raises(DialogueError) as caught:
        book.save()
    assert caught.value.text == messages.WORKBOOK_OPEN
    assert path.read_bytes() == before
    path.with_name(lock).unlink()
    book.save()
    assert closed.open(path).sheets[0].range("A1").value == 2


def test_a_workbook_that_changed_on_disk_is_not_overwritten(path: Path) -> None:
    book = written(path)
    packed(path, parts_of(sheet("")))
    before = path.read_bytes()
    with pytest.raises(DialogueError) as caught:
        book.save()
    assert caught.value.text == messages.WORKBOOK_CHANGED
    assert path.read_bytes() == before


def test_a_backup_of_what_was_there_is_kept_and_opens(path: Path) -> None:
    before = path.read_bytes()
    book = written(path)
    book.save()
    assert path.with_name("Plan.bak.xlsm").read_bytes() == before
    book.sheets[0].range("A1").value = 3
    book.save()
    assert closed.open(path.with_name("Plan.bak.xlsm")).sheets[0].range("A1").value == 2


def test_a_save_that_fails_half_way_leaves_the_old_file_and_no_litter(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    book = written(path)
    replace = Path.replace

    def failing(draft: Path, target: Path) -> Path:
        if target == path:
            raise PermissionError("held by another program")
        return replace(draft, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(DialogueError) as caught:
        book.save()
    assert caught.value.text == messages.WORKBOOK_BUSY
    assert path.read_bytes() == before
    assert sorted(found.name for found in path.parent.iterdir()) == ["Plan.bak.xlsm", "Plan.xlsm"]
    monkeypatch.undo()
    book.save()
    assert closed.open(path).sheets[0].range("A1").value == 2


def test_saving_under_another_name_leaves_the_first_file_alone(path: Path) -> None:
    before = path.read_bytes()
    book = written(path)
    book.save(path.with_name("Other.xlsm"))
    assert path.read_bytes() == before
    assert book.name == "Other.xlsm"
    assert closed.open(path.with_name("Other.xlsm")).sheets[0].range("A1").value == 2


def test_a_workbook_is_not_saved_under_a_suffix_of_another_kind(path: Path) -> None:
    with pytest.raises(DialogueError):
        written(path).save(path.with_name("Plan.xlsx"))
    assert not path.with_name("Plan.xlsx").exists()


def test_parts_stored_without_compression_are_copied_as_they_lie(tmp_path: Path) -> None:
    path = tmp_path / "Plan.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts_of(sheet(ROWS)).items():
            package.writestr(name, content)
    before = unpacked(path)
    written(path).save()
    after = unpacked(path)
    assert {name for name in before if before[name] != after[name]} == {"xl/worksheets/sheet1.xml"}

from __future__ import annotations

from pathlib import Path

import pytest
from post_office import invitation

from xl_dialogue import messages
from xl_dialogue.mailing.drafts import write_drafts
from xl_dialogue.mailing.eml import eml
from xl_dialogue.mailing.record import Record
from xl_dialogue.messages import DialogueError

SENDER = "vp@tinh.gov.vn"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Thư nháp"


def names(files: list[Path]) -> list[str]:
    return [file.name for file in files]


def test_each_letter_is_a_file_named_for_its_key_and_person(folder: Path) -> None:
    told: list[tuple[int, int]] = []
    letters = [invitation("D001"), invitation("D002")]
    drafted = write_drafts(letters, folder, SENDER, progress=lambda *at: told.append(at))
    assert names(drafted.files) == [
        "Thư Giấy mời D001 Nguyễn Thị Phương Thảo.eml",
        "Thư Giấy mời D002 Nguyễn Thị Phương Thảo.eml",
    ]
    assert drafted.files[0].read_bytes() == eml(letters[0], SENDER, draft=True)
    assert told == [(1, 2), (2, 2)]
    assert sorted(folder.iterdir()) == sorted(drafted.files)


def test_a_draft_that_says_the_same_is_left(folder: Path) -> None:
    [first] = write_drafts([invitation("D001")], folder).files
    stamp = first.stat().st_mtime_ns
    drafted = write_drafts([invitation("D001"), invitation("D002")], folder)
    assert drafted.kept == [first]
    assert len(drafted.files) == 2
    assert first.stat().st_mtime_ns == stamp


def test_a_draft_nobody_edited_is_written_anew(folder: Path) -> None:
    write_drafts([invitation("D001")], folder)
    letter = invitation("D001")._replace(body="Đổi giờ.")
    drafted = write_drafts([letter], folder)
    assert drafted.kept == drafted.set_aside == []
    assert drafted.files[0].read_bytes() == eml(letter, "", draft=True)
    assert len([*folder.iterdir()]) == 1


def test_a_draft_that_somebody_edited_is_set_aside(folder: Path) -> None:
    [path] = write_drafts([invitation("D001")], folder).files
    path.write_bytes(path.read_bytes() + b"them")
    drafted = write_drafts([invitation("D001")], folder)
    assert names(drafted.set_aside) == ["Thư Giấy mời D001 Nguyễn Thị Phương Thảo (bản cũ 1).eml"]
    assert drafted.set_aside[0].read_bytes().endswith(b"them")
    assert drafted.files == [path]


def test_drafts_of_another_kind_stay_though_its_name_begins_alike(folder: Path) -> None:
    [gone] = write_drafts([invitation("D009")], folder).files
    [other] = write_drafts([invitation("bổ sung D001", to="a@x.vn")], folder).files
    labels = ["Giấy mời", "Giấy mời bổ sung"]
    drafted = write_drafts([invitation("D001")], folder, whole=labels[:1], labels=labels)
    assert drafted.withdrawn == [gone]
    assert sorted(folder.iterdir()) == sorted([other, *drafted.files])
    again = write_drafts([invitation("D001")], folder, whole=labels, labels=labels)
    assert again.withdrawn == [other]


def test_a_draft_that_is_locked_is_told_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_drafts([invitation("D009")], folder)

    def locked(path: Path) -> bytes:
        raise PermissionError(13, "locked", str(path))

    monkeypatch.setattr(Path, "read_bytes", locked)
    [refusal] = write_drafts([], folder, whole=["Giấy mời"]).refused
    assert (refusal.key, refusal.reason.text) == ("Giấy mời D009", messages.DRAFT_LOCKED)


def test_a_draft_for_a_name_since_mended_is_withdrawn(folder: Path) -> None:
    [old] = write_drafts([invitation("D1")], folder).files
    [other] = write_drafts([invitation("D10")], folder).files
    drafted = write_drafts([invitation("D1")._replace(to_name="Nguyễn An")], folder)
    assert drafted.withdrawn == [old]
    assert sorted(folder.iterdir()) == sorted([other, *drafted.files])


def test_what_was_sent_or_may_have_gone_gets_no_draft(folder: Path, tmp_path: Path) -> None:
    record = tmp_path / "record.jsonl"
    letters = [invitation(code) for code in ("D001", "D002", "D003", "D004")]
    old = write_drafts(letters[:1], folder).files
    with Record(record) as held:
        for letter in letters[:3]:
            held.sending(letter.key, [letter.to_address], "<1@x.vn>")
        held.sent(letters[0].key)
        held.failed(letters[1].key, "554")
    drafted = write_drafts(letters, folder, record=record)
    assert drafted.before == ["Giấy mời D001"]
    assert drafted.unsure == ["Giấy mời D003"]
    assert drafted.withdrawn == old
    assert len(drafted.files) == 2


def test_names_alike_get_numbers(folder: Path) -> None:
    letters = [invitation(code, to="a@x.vn") for code in ("D.1", "D 1", "d/1", "../d:1")]
    drafted = write_drafts(letters, folder)
    assert len({file.name.casefold() for file in drafted.files}) == 4
    assert all(file.parent == folder for file in drafted.files)
    assert len(write_drafts(letters, folder).kept) == 4


def test_a_very_long_name_fits(folder: Path) -> None:
    letters = [invitation("ư" * length, to="a@x.vn") for length in (300, 301)]
    drafted = write_drafts(letters, folder)
    assert len(drafted.files) == 2
    assert write_drafts(letters, folder).kept == drafted.files


def test_letters_that_cannot_go_are_told_and_the_others_are_drafted(folder: Path) -> None:
    letters = [
        invitation("D001", to="hỏng"),
        invitation("D002", to="a@x.vn;hỏng"),
        invitation("D002"),
    ]
    drafted = write_drafts(letters, folder)
    assert [(refusal.key, refusal.reason.text) for refusal in drafted.refused] == [
        ("Giấy mời D001", messages.ADDRESS_WRONG),
        ("Giấy mời D002", messages.ADDRESS_WRONG),
        ("Giấy mời D002", messages.KEY_REPEATED),
    ]
    assert len(drafted.files) == 1


def test_a_locked_draft_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_drafts([invitation("D001")], folder)

    def locked(path: Path, content: bytes) -> None:
        raise PermissionError(13, "locked", str(path))

    monkeypatch.setattr("xl_dialogue.mailing.drafts.write_atomically", locked)
    drafted = write_drafts([invitation("D001")._replace(body="khác")], folder)
    assert [refusal.reason.text for refusal in drafted.refused] == [messages.DRAFT_LOCKED]
    assert drafted.files == []


def test_a_folder_that_takes_no_files_stops_the_job(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DialogueError) as error:
        write_drafts([invitation("D001")], tmp_path / "file" / "folder")
    assert error.value.text == messages.DRAFTS_REFUSED

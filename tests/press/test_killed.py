"""A run that is killed, a disk that fills up, a name too long: nothing half, nothing lost."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from invitations import record, text_of
from test_letters import batch, refuse

from xl_dialogue import messages
from xl_dialogue.messages import DialogueError
from xl_dialogue.opc import Package
from xl_dialogue.press.letters import Letter, print_letters
from xl_dialogue.press.template import Template

ROOT = Path(__file__).parents[2]
LETTERS = 1_500


@pytest.fixture
def template(invitation: Path) -> Template:
    return Template(invitation)


def people(**changed: object) -> list[dict[str, object]]:
    return [record(full_name=f"{n:04} Người", number=n, **changed) for n in range(LETTERS)]


def killed(template: Template, records: Path, folder: Path, seconds: float) -> int:
    """The files there after a run that was killed so long after its first file."""
    arguments = (str(template.path), str(records), str(folder), "--name", "full_name")
    before = set(stamps(folder))
    child = subprocess.Popen(
        [sys.executable, "-m", "xl_dialogue.press", *arguments],
        cwd=ROOT, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    while child.poll() is None and set(stamps(folder)) == before:
        time.sleep(0.001)
    time.sleep(seconds)
    child.send_signal(signal.SIGKILL)
    child.wait()
    return len(list(folder.glob("*.docx")))


def stamps(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_ino for path in folder.glob("*.docx")}


def test_killed_at_any_moment_it_goes_on_and_takes_no_letter_of_its_own_for_an_edited_one(
    template: Template, tmp_path: Path
) -> None:
    folder, records = tmp_path / "ra", tmp_path / "records.json"
    moments = random.Random(2022)
    for title in ("Chủ tịch", "Phó Chủ tịch", "Ủy viên"):
        wanted = people(title=title)
        records.write_text(json.dumps(wanted), encoding="utf-8")
        for _ in range(3):
            killed(template, records, folder, moments.uniform(0, 0.06))
            for path in folder.glob("*.docx"):
                assert Package(path.read_bytes()).names[-1] == "word/footer1.xml"
        letters = [Letter(str(each["full_name"]), each) for each in wanted]
        printed = print_letters(template, letters, folder)
        assert printed.refusals == printed.set_aside == []
        assert len(list(folder.glob("*.docx"))) == LETTERS
        assert all(title in text_of(path) for path in printed.files[:: LETTERS // 9])
        assert len(print_letters(template, letters, folder).kept) == LETTERS


def test_a_letter_edited_after_a_killed_run_is_kept_beside_the_new_one(
    template: Template, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [old] = print_letters(template, batch("Lan"), tmp_path).files
    changed = [Letter("Lan", record(full_name="Lan", title="mới"))]

    def stop(*_: object) -> None:
        raise KeyboardInterrupt  # as if killed: the letter is announced, not there

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", stop)
        with pytest.raises(KeyboardInterrupt):
            print_letters(template, changed, tmp_path)
    old.write_bytes(old.read_bytes() + b"edited")
    printed = print_letters(template, changed, tmp_path)
    assert printed.set_aside == [tmp_path / "Lan (bản cũ 1).docx"]
    assert "mới" in text_of(old)


def test_a_letter_printed_before_digests_were_others_is_no_edited_one(
    template: Template, tmp_path: Path
) -> None:
    out = tmp_path / "ra"
    [path] = print_letters(template, [Letter("An", record())], out).files
    said = hashlib.sha256(b"as it was counted then").hexdigest()
    content = hashlib.sha256(path.read_bytes()).hexdigest()
    (out / ".press.jsonl").write_text(f'["An.docx", "{said}", "{content}"]\n["", "1", ""]\n')
    again = print_letters(template, [Letter("An", record(full_name="Bà Khác"))], out)
    assert (again.set_aside, [each.name for each in out.glob("*.docx")]) == ([], ["An.docx"])


def test_an_edited_letter_that_says_the_same_stays_as_it_is(
    template: Template, tmp_path: Path
) -> None:
    [file] = print_letters(template, batch("Lan"), tmp_path).files
    file.write_bytes(file.read_bytes() + b"edited")
    assert print_letters(template, batch("Lan"), tmp_path).kept == [file]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 300 kB."""
    folder = tmp_path / "đĩa"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(folder)]
    if os.geteuid() or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("a small disk can be mounted by root only")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_is_really_full_keeps_what_is_whole(
    template: Template, small_disk: Path
) -> None:
    with pytest.raises(DialogueError) as error:
        print_letters(template, batch(*map(str, range(100))), small_disk)
    assert error.value.text == messages.DISK_FULL
    files = list(small_disk.glob("*.docx"))
    assert 0 < len(files) == error.value.facts["done"]
    assert all(Package(path.read_bytes()).names for path in files)
    assert not list(small_disk.glob(".press-*"))


def test_a_system_that_takes_no_larger_file_is_a_full_disk(
    template: Template, tmp_path: Path
) -> None:
    before, ignored = resource.getrlimit(resource.RLIMIT_FSIZE), signal.SIG_IGN
    handler = signal.signal(signal.SIGXFSZ, ignored)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
        with pytest.raises(DialogueError) as error:
            print_letters(template, batch("Lan"), tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert error.value.text == messages.DISK_FULL
    assert [path.name for path in tmp_path.iterdir()] == [".press.jsonl"]


def test_a_name_too_long_for_the_system_is_refused_and_the_rest_goes_on(
    template: Template, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, "Lan.docx", errno.ENAMETOOLONG)
    printed = print_letters(template, batch("Lan", "Bình"), tmp_path)
    assert printed.refusals == [(0, "", messages.NAME_TOO_LONG)]
    assert printed.files == [tmp_path / "Bình.docx"]
    assert not list(tmp_path.glob(".press-*"))


def test_a_path_too_long_for_the_system_is_refused(template: Template, tmp_path: Path) -> None:
    folder = tmp_path
    while len(os.fsencode(folder)) < 3_900:
        folder /= "x" * min(200, 3_950 - len(os.fsencode(folder)))
    printed = print_letters(template, batch("ễ" * 120, "Bình"), folder)
    assert printed.refusals == [(0, "", messages.NAME_TOO_LONG)]
    assert len(printed.files) == 1


def test_a_folder_in_a_letters_place_is_left_alone(template: Template, tmp_path: Path) -> None:
    (tmp_path / "Lan.docx").mkdir()
    printed = print_letters(template, batch("Lan", "Bình"), tmp_path)
    assert printed.refusals == [(0, "", messages.NAME_OF_FOLDER)]
    assert print_letters(template, batch("Lan", "Bình"), tmp_path).kept == printed.files


def test_what_a_killed_run_was_writing_is_swept_away(template: Template, tmp_path: Path) -> None:
    stale, fresh = tmp_path / ".press-1.tmp", tmp_path / ".press-2.tmp"
    for draft in (stale, fresh):
        draft.write_bytes(b"half")
    os.utime(stale, (0, 0))
    print_letters(template, batch("Lan"), tmp_path)
    assert not stale.exists()
    assert fresh.exists()

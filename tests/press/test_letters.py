from __future__ import annotations

import errno
import json
import math
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from invitations import record, text_of

from xl_dialogue import messages
from xl_dialogue.messages import DialogueError
from xl_dialogue.press.__main__ import main
from xl_dialogue.press.letters import Letter, print_letters
from xl_dialogue.press.template import Template

UNPRINTABLE = messages.VALUE_UNPRINTABLE


@pytest.fixture
def template(invitation: Path) -> Template:
    return Template(invitation)


def batch(*people: str) -> list[Letter]:
    return [Letter(name, record(full_name=name)) for name in people]


def stamps(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_ino for path in folder.glob("*.docx")}


def test_each_letter_is_a_file_in_a_folder_that_is_made(template: Template, tmp_path: Path) -> None:
    folder = tmp_path / "Giấy mời đợt 1" / "đại biểu"
    steps: list[tuple[int, int]] = []
    printed = print_letters(
        template, batch("Lan", "Bình"), folder, lambda *step: steps.append(step)
    )
    assert printed.files == [folder / "Lan.docx", folder / "Bình.docx"]
    assert "Kính mời: Bình" in text_of(folder / "Bình.docx")
    assert steps == [(1, 2), (2, 2)]
    assert not list(folder.glob(".press-*"))


@pytest.mark.parametrize("people", [(), ("Lan",)])
def test_a_batch_may_be_empty_or_one(
    template: Template, tmp_path: Path, people: tuple[str, ...]
) -> None:
    assert len(print_letters(template, batch(*people), tmp_path).files) == len(people)


def test_letters_of_one_name_are_two_files(template: Template, tmp_path: Path) -> None:
    printed = print_letters(template, batch("Lan", "lan"), tmp_path)
    assert [path.name for path in printed.files] == ["Lan.docx", "lan (2).docx"]


def test_a_name_is_never_a_path(template: Template, tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    [file] = print_letters(template, batch("../../x"), folder).files
    assert file.parent == folder


@pytest.mark.parametrize(
    ("field", "value", "place", "reason"),
    [
        ("title", None, "title", messages.VALUE_ABSENT),
        ("title", math.nan, "title", messages.VALUE_ABSENT),
        ("title", "nan", "title", messages.VALUE_ABSENT),
        ("title", 1.5, "title", messages.VALUE_NOT_TEXT),
        ("title", "a\x00b", "title", messages.VALUE_UNPRINTABLE),
        ("title", "a\ud800b", "title", messages.VALUE_UNPRINTABLE),
        ("lines", ["x", None], "lines[2]", messages.VALUE_ABSENT),
        (
            "tasks",
            [{"content": "\x0b", "lead": ""}],
            "tasks[1].content",
            messages.VALUE_UNPRINTABLE,
        ),
        ("tasks", [{"content": "x"}], "lead", messages.FIELD_MISSING),
        ("title", True, "", messages.VALUE_UNUSABLE),
        ("tasks", 5, "", messages.VALUE_UNUSABLE),
    ],
)
def test_what_cannot_be_printed_is_refused_and_the_rest_goes_on(
    template: Template, tmp_path: Path, field: str, value: object, place: str, reason: object
) -> None:
    bad = Letter("An", record(**{field: value}))
    printed = print_letters(template, [*batch("Lan"), bad, *batch("Bình")], tmp_path)
    [refusal] = printed.refusals
    assert refusal == (1, place, reason)
    assert refusal.say("vi").startswith("Thư số 2")
    assert [path.name for path in printed.files] == ["Lan.docx", "Bình.docx"]


def test_a_missing_field_is_refused_by_name(template: Template, tmp_path: Path) -> None:
    context = record()
    del context["place"]
    [refusal] = print_letters(template, [Letter("Lan", context)], tmp_path).refusals
    assert refusal == (0, "place", messages.FIELD_MISSING)


def test_what_the_template_does_not_print_may_be_anything(
    template: Template, tmp_path: Path
) -> None:
    assert print_letters(template, [Letter("Lan", record(note=None))], tmp_path).refusals == []


@pytest.mark.parametrize("title", ["", "Phó " * 75, "dòng một\r\ndòng hai"])
def test_blank_long_and_broken_lines_are_printed(
    template: Template, tmp_path: Path, title: str
) -> None:
    [file] = print_letters(template, [Letter("Lan", record(title=title))], tmp_path).files
    assert "".join(title.split("\r\n")) in text_of(file)


def test_a_second_run_keeps_what_is_there_and_rewrites_what_changed(
    template: Template, tmp_path: Path
) -> None:
    print_letters(template, batch("Lan", "Bình"), tmp_path)
    before = stamps(tmp_path)
    changed = [*batch("Lan"), Letter("Bình", record(full_name="Thanh Bình"))]
    printed = print_letters(template, changed, tmp_path)
    assert printed.kept == [tmp_path / "Lan.docx"]
    assert len(printed.files) == 2
    assert stamps(tmp_path)["Lan.docx"] == before["Lan.docx"]
    assert "Thanh Bình" in text_of(tmp_path / "Bình.docx")


def test_another_template_prints_all_anew(
    template: Template, build: Callable[..., Path], tmp_path: Path
) -> None:
    print_letters(template, batch("Lan"), tmp_path)
    assert print_letters(Template(build("{{ full_name }}")), batch("Lan"), tmp_path).kept == []


def test_a_file_cut_short_or_lost_is_printed_anew(template: Template, tmp_path: Path) -> None:
    lost, cut = print_letters(template, batch("Lan", "Bình"), tmp_path).files
    lost.unlink()
    cut.write_bytes(bytes(cut.stat().st_size))
    assert print_letters(template, batch("Lan", "Bình"), tmp_path).kept == []
    assert "Bình" in text_of(cut)


def test_stopped_by_hand_it_goes_on_where_it_stood(template: Template, tmp_path: Path) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    people = batch("Lan", "Bình", "Thu")
    with pytest.raises(KeyboardInterrupt):
        print_letters(template, people, tmp_path, stop)
    assert len(stamps(tmp_path)) == 2
    printed = print_letters(template, people, tmp_path)
    assert len(printed.kept) == 2
    assert len(printed.files) == 3


def test_stopped_while_writing_nothing_half_is_left(
    template: Template, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write

    def half(file: int, content: bytes) -> int:
        write(file, content[:99])
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "write", half)
    with pytest.raises(KeyboardInterrupt):
        print_letters(template, batch("Lan"), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [".press.jsonl"]


def test_a_torn_or_strange_record_is_passed_over(template: Template, tmp_path: Path) -> None:
    print_letters(template, batch("Lan", "Bình"), tmp_path)
    record_file = tmp_path / ".press.jsonl"
    lines = record_file.read_text(encoding="utf-8").splitlines()[1:]
    record_file.write_text("\n".join(["5", "[1, 2]", "{}", lines[0], lines[1][:-9]]), "utf-8")
    assert print_letters(template, batch("Lan", "Bình"), tmp_path).kept == [tmp_path / "Lan.docx"]
    assert len(print_letters(template, batch("Lan", "Bình"), tmp_path).kept) == 2


def refuse(monkeypatch: pytest.MonkeyPatch, name: str, reason: int) -> None:
    """The system refuses to put a file under this name."""
    replace = os.replace

    def refused(draft: str, target: str) -> None:
        if Path(target).name == name:
            raise OSError(reason, os.strerror(reason), draft, None, target)
        replace(draft, target)

    monkeypatch.setattr(os, "replace", refused)


def test_a_letter_open_in_word_is_refused_and_the_rest_goes_on(
    template: Template, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, "Lan.docx", errno.EACCES)
    printed = print_letters(template, batch("Lan", "Bình"), tmp_path)
    assert printed.refusals == [(0, "", messages.LETTER_OPEN)]
    assert printed.files == [tmp_path / "Bình.docx"]
    assert not list(tmp_path.glob(".press-*"))


def test_a_full_disk_says_how_many_are_done(
    template: Template, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    written: list[int] = []

    def full(file: int, content: bytes) -> int:
        written.append(file)
        if len(written) == 2:
            raise OSError(errno.ENOSPC, "full")
        return write(file, content)

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(DialogueError) as error:
        print_letters(template, batch("Lan", "Bình"), tmp_path)
    assert error.value.text == messages.DISK_FULL
    assert error.value.facts["done"] == 1


def test_a_folder_that_is_a_file_is_refused(template: Template, tmp_path: Path) -> None:
    (tmp_path / "ra").write_text("")
    with pytest.raises(DialogueError) as error:
        print_letters(template, batch("Lan"), tmp_path / "ra")
    assert error.value.text == messages.FOLDER_REFUSED


def run(invitation: Path, folder: Path, records: Any) -> int:
    folder.mkdir()
    (folder / "records.json").write_text(json.dumps(records), encoding="utf-8")
    return main([str(invitation), str(folder / "records.json"), str(folder), "--name", "full_name"])


def test_the_command_merges_a_json_list(
    invitation: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(invitation, tmp_path / "ra", [record(), record(title=None)]) == 1
    said = capsys.readouterr()
    assert said.out.startswith("Đã có 1/2 thư")
    assert "Thư số 2, trường “title”" in said.err
    assert (tmp_path / "ra" / "Nguyễn Thị Lan.docx").exists()


@pytest.mark.parametrize("records", [5, [{}], {"a": 1}])
def test_the_command_refuses_what_is_no_list_of_records(
    invitation: Path, tmp_path: Path, records: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(invitation, tmp_path / "ra", records) == 1
    assert "full_name" in capsys.readouterr().err


def test_the_command_binds_a_print_file(
    invitation: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "records.json").write_text(json.dumps([record(), record()]), encoding="utf-8")
    where = [str(invitation), str(tmp_path / "records.json"), str(tmp_path / "in.docx")]
    assert main([*where, "--name", "full_name", "--one-file"]) == 0
    assert "Đã ghép 2/2 thư" in capsys.readouterr().out
    assert text_of(tmp_path / "in.docx").count("Kính mời: Nguyễn Thị Lan") == 2


def test_the_command_has_workers(invitation: Path, tmp_path: Path) -> None:
    (tmp_path / "records.json").write_text(json.dumps([record()]), encoding="utf-8")
    where = [str(invitation), str(tmp_path / "records.json"), str(tmp_path / "ra")]
    assert main([*where, "--name", "full_name", "--workers", "2"]) == 0
    assert (tmp_path / "ra" / "Nguyễn Thị Lan.docx").exists()

"""What goes in and what comes out: any bytes, the product's own templates, sentences, JSON."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docxtpl import DocxTemplate
from drawn_documents import body, codes, new, paragraphs, plan, saved, the
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xl_dialogue.decree import arriving, reading
from xl_dialogue.decree.lint import as_json, fails, lint
from xl_dialogue.decree.registry import Level
from xl_dialogue.documents.typesetting import set_in_lines
from xl_dialogue.messages import (
    DECREE_FILE_DAMAGED,
    DECREE_FILE_LOCKED,
    DECREE_FILE_TOO_LARGE,
    FILE_MISSING,
    DialogueError,
    Text,
)
from xl_dialogue.office.word.templates import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Callable

MAIN = "word/document.xml"
HEAD = {
    "parent_lines": [],
    "issuer_lines": ["ỦY BAN NHÂN DÂN", "TỈNH CAO BẰNG"],
    "place": "Cao Bằng",
    "date_line": "ngày      tháng 5 năm 2022",
    "number": "",
    "authority_lines": ["TL. CHỦ TỊCH"],
    "signer_title": "CHÁNH VĂN PHÒNG",
    "signer_name": "Hoàng Văn Mẫu",
    "recipients": ["Như trên;", "Thường trực Tỉnh ủy;", "Lưu: VT, VX."],
    "conference": "Hội nghị đối thoại với người lao động năm 2022",
    "chair": "Chủ tịch Ủy ban nhân dân tỉnh",
    "venue": "Trung tâm Hội nghị Ví Dụ",
}
LETTERS = {
    "giay-moi.docx": HEAD
    | {
        "symbol": "GM-UBND",
        "subject": "Dự Hội nghị gặp gỡ, đối thoại với công nhân, viên chức, lao động năm 2022",
        "issuer": "Ủy ban nhân dân tỉnh Cao Bằng",
        "invitee": "Ông Nguyễn Văn Thử, Công nhân Công ty Ví dụ",
        "role": "dự và đưa tin",
        "time_line": "07 giờ 30 phút, thứ Ba, ngày 24 tháng 5 năm 2022",
        "requests": ["Có mặt trước 15 phút", "Mang theo giấy mời;"],
        "contact": "Phòng Khoa giáo - Văn xã, điện thoại 0206 000 0000",
    },
    "thong-bao-ket-luan.docx": HEAD
    | {
        "symbol": "TB-UBND",
        "subject": "Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại Hội nghị đối thoại năm 2022",
        "day": "Ngày 24 tháng 5 năm 2022",
        "received": "37",
        "answered": "29",
        "general_conclusions": ["Các ngành coi đối thoại là việc làm thường xuyên."],
        "items": [
            {"number": "1", "conclusion": "Giải quyết kiến nghị", "lead": "Sở Nội vụ",
             "coordinators": "", "deadline": "30/6/2022", "product": "Báo cáo"},
        ],
        "host": "Văn phòng Ủy ban nhân dân tỉnh",
    },
}  # fmt: skip


@pytest.mark.parametrize("name", LETTERS)
def test_our_templates_pass_as_templates(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(TEMPLATES[name]())
    assert [lapse.say() for lapse in lint(path, template=True)] == []


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_printed_from_our_templates_passes(name: str, tmp_path: Path) -> None:
    letter = DocxTemplate(io.BytesIO(TEMPLATES[name]()))
    letter.render(dict(set_in_lines(LETTERS[name])), autoescape=True)
    path = tmp_path / name
    letter.save(path)
    assert [lapse.say() for lapse in lint(path)] == []


def test_a_file_of_several_tags_is_a_template_and_a_letter_with_one_left_is_not(
    tmp_path: Path,
) -> None:
    path = tmp_path / "giay-moi.docx"
    path.write_bytes(TEMPLATES["giay-moi.docx"]())
    assert codes(path) == set()
    made = plan()
    the(made, "1. Các phòng").runs[0].text = "1. Các phòng thực hiện {{ task }}."
    assert "X01" in codes(saved(made, tmp_path))


def test_the_layout_of_a_template_is_judged(tmp_path: Path) -> None:
    made = plan()
    run = the(made, "1. Các phòng").runs[0]
    run.text = "1. Các phòng thực hiện {{ task }}."
    assert codes(saved(made, tmp_path), template=True) == set()
    run.italic = True
    assert codes(saved(made, tmp_path), template=True) == {"E14"}


# --- what is told -------------------------------------------------------------------------------


def test_a_lapse_says_where_it_is_what_is_wrong_and_by_which_rule(tmp_path: Path) -> None:
    made = plan()
    the(made, "Số:").runs[0].text = "Số: 5/KH-SNV"
    (lapse,) = lint(saved(made, tmp_path))
    number = 1 + [p.text for p in paragraphs(made)][1:].index("Số: 5/KH-SNV")
    assert lapse.place == (1, MAIN, number, "Số: 5/KH-SNV")
    assert lapse.say() == (
        f"Văn bản 1, đoạn {number} “Số: 5/KH-SNV”: Số, ký hiệu: thiếu số 0 đứng trước: “5” phải "
        "viết là “05”. (NĐ 30/2020, PL I, Phần I, II.3)"
    )
    assert "a zero is missing" in lapse.say("en")


def test_what_is_wrong_at_many_places_is_told_once(tmp_path: Path) -> None:
    made = plan()
    for beginning in ("b)", "c)", "đ)"):
        the(made, beginning).runs[0].italic = True
    (lapse,) = lint(saved(made, tmp_path))
    assert lapse.again == 2
    assert "Còn 2 chỗ khác" in lapse.say()


def test_lapses_can_be_handed_to_other_programs(tmp_path: Path) -> None:
    made = plan()
    made.sections[0].left_margin = 0
    (told,) = as_json(lint(saved(made, tmp_path)))
    assert json.loads(json.dumps(told))["facts"]["edge"] == "trái"
    assert (told["rule"], told["level"], told["letter"], told["words"]) == ("P02", "error", 1, "")


# --- any bytes ----------------------------------------------------------------------------------


def repacked(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as made:
        for name in old.namelist():
            made.writestr(name, change(name, old.read(name)))
    return out.getvalue()


TEMPLATE = TEMPLATES["giay-moi.docx"]()
DTD = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa">]>'
DEEP = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    + b"<w:body>" * 220 + b"</w:body>" * 220 + b"</w:document>"
)  # fmt: skip


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", DECREE_FILE_DAMAGED),
        (b"%PDF-1.7", DECREE_FILE_DAMAGED),
        (TEMPLATE[: len(TEMPLATE) // 2], DECREE_FILE_DAMAGED),
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), DECREE_FILE_LOCKED),
        (repacked(TEMPLATE, lambda n, c: DTD + c.split(b"?>", 1)[1] if n == MAIN else c),
         DECREE_FILE_DAMAGED),
        (repacked(TEMPLATE, lambda n, c: DEEP if n == MAIN else c), DECREE_FILE_DAMAGED),
        (repacked(TEMPLATE, lambda n, c: b"<a/>" if n == MAIN else c), DECREE_FILE_DAMAGED),
        (repacked(TEMPLATE, lambda n, c: c[:-9] if n == "word/styles.xml" else c),
         DECREE_FILE_DAMAGED),
    ],
    ids=["empty", "pdf", "cut short", "locked", "dtd", "deep", "not word", "styles"],
)  # fmt: skip
def test_what_cannot_be_read_is_said_plainly(content: bytes, text: Text, tmp_path: Path) -> None:
    path = tmp_path / "arrived.docx"
    path.write_bytes(content)
    with pytest.raises(DialogueError) as caught:
        lint(path)
    assert caught.value.text == text
    assert "arrived.docx" in caught.value.say()


def test_a_file_beyond_all_letters_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "arrived.docx"
    path.write_bytes(TEMPLATE)
    monkeypatch.setattr(arriving, "_LARGEST", 1000)
    with pytest.raises(DialogueError) as caught:
        lint(path)
    assert caught.value.text == DECREE_FILE_TOO_LARGE


def test_a_file_with_more_letters_than_anybody_reads_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "arrived.docx"
    path.write_bytes(TEMPLATE)
    monkeypatch.setattr(reading, "_MOST_LETTERS", 100)
    with pytest.raises(DialogueError) as caught:
        lint(path)
    assert caught.value.text == DECREE_FILE_TOO_LARGE


def test_a_file_without_a_word_is_not_taken_for_sound(tmp_path: Path) -> None:
    lapses = lint(saved(new(), tmp_path))
    assert [lapse.rule.code for lapse in lapses] == ["N03"]
    assert "không có chữ nào" in lapses[0].say()
    assert fails(lapses)


def test_what_is_no_official_document_is_told_as_such(tmp_path: Path) -> None:
    made = new()
    body(made, "Ngày mai họp, mời các đồng chí.")
    [lapse] = lint(saved(made, tmp_path))
    assert "không nhận ra là văn bản hành chính" in lapse.say()
    assert lapse.level is Level.NOTE


def test_a_template_or_a_document_with_macros_is_read_too(tmp_path: Path) -> None:
    def typed(name: str, content: bytes) -> bytes:
        old, new = b"wordprocessingml.document.main", b"wordprocessingml.template.main"
        return content.replace(old, new) if name == "[Content_Types].xml" else content

    path = tmp_path / "arrived.dotx"
    path.write_bytes(repacked(TEMPLATE, typed))
    assert codes(path, template=True) == set()


def test_a_file_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(DialogueError) as caught:
        lint(tmp_path / "none.docx")
    assert caught.value.text == FILE_MISSING


@pytest.fixture(scope="module")
def arrived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("arrived") / "arrived.docx"


def outcome(path: Path) -> Text | None:
    """Why the file is refused; nothing else may be raised."""
    try:
        lint(path, template=True)
    except DialogueError as refused:
        return refused.text
    return None


REFUSED = (DECREE_FILE_DAMAGED, DECREE_FILE_LOCKED, DECREE_FILE_TOO_LARGE)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255))
def test_a_byte_that_was_changed_is_refused_or_read(place: float, byte: int, arrived: Path) -> None:
    content = bytearray(TEMPLATE)
    content[int(place * len(content))] = byte
    arrived.write_bytes(bytes(content))
    assert outcome(arrived) in (*REFUSED, None)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    place=st.floats(0, 1, exclude_max=True),
    value=st.sampled_from(["", "-1", "99999999999999999999", "x", "NaN", "1e9", "\N{BULLET}"]),
    part=st.sampled_from([MAIN, "word/styles.xml", "word/header1.xml"]),
)
def test_an_attribute_that_holds_anything_stops_nothing(
    place: float, value: str, part: str, arrived: Path
) -> None:
    def changed(name: str, content: bytes) -> bytes:
        if name != part:
            return content
        start = content.find(b'w:val="', int(place * len(content)))
        if start < 0:
            return content
        start += len(b'w:val="')
        return content[:start] + value.encode() + content[content.index(b'"', start) :]

    arrived.write_bytes(repacked(TEMPLATE, changed))
    assert isinstance(lint(arrived, template=True), list)

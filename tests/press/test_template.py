from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from invitations import record, text_of

from xl_dialogue import messages
from xl_dialogue.messages import DialogueError, Said, Text
from xl_dialogue.opc import Package, deflated, packed
from xl_dialogue.press.faults import faults
from xl_dialogue.press.plain import plain_letter
from xl_dialogue.press.press import Press
from xl_dialogue.press.template import Template, names


def test_the_names_are_those_of_body_header_and_footer(invitation: Path) -> None:
    assert names(Template(invitation)) == record().keys()


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    with pytest.raises(DialogueError) as error:
        Template(tmp_path / "không có.docx")
    assert error.value.text == messages.FILE_MISSING


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"{\\rtf1}", packed([])])
def test_what_is_no_word_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(content)
    with pytest.raises(DialogueError) as error:
        Template(path)
    assert error.value.text == messages.TEMPLATE_DAMAGED


@given(cut=st.integers(0, 10**6), put=st.binary(max_size=40))
@settings(max_examples=60, deadline=None)
def test_a_damaged_template_is_refused_or_read(invitation: Path, cut: int, put: bytes) -> None:
    content = invitation.read_bytes()
    at = cut % len(content)
    path = invitation.with_name("hỏng.docx")
    path.write_bytes(content[:at] + put + content[at + len(put) :])
    # the bytes that say how large a part is may be the damaged ones
    refusals = (None, messages.TEMPLATE_DAMAGED, messages.TEMPLATE_TOO_LARGE)
    assert refused(Template, path) in refusals
    assert refused(lambda path: faults(path, []), path) in refusals


def refused(read: Callable[[Path], object], path: Path) -> Text | None:
    try:
        read(path)
    except DialogueError as error:
        return error.text
    return None


def test_a_document_type_declaration_is_refused(invitation: Path, tmp_path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    members = Package(invitation.read_bytes()).members()
    path = tmp_path / "mau.docx"
    path.write_bytes(packed([*members, deflated("customXml/item1.xml", bomb)]))
    with pytest.raises(DialogueError):
        Template(path)


def test_what_would_unpack_to_too_much_is_refused(invitation: Path, tmp_path: Path) -> None:
    members = Package(invitation.read_bytes()).members()
    path = tmp_path / "mau.docx"
    path.write_bytes(packed([*members, deflated("word/media/image1.bmp", bytes(65 << 20))]))
    with pytest.raises(DialogueError) as error:
        Template(path)
    assert error.value.text == messages.TEMPLATE_TOO_LARGE


@pytest.mark.parametrize(
    "text",
    [
        "{% for x in lines %}",
        "{{ " + "(" * 3_000 + "x" + ")" * 3_000 + " }}",
        "{{ " + "9" * 5_000 + " }}",
        "{% for x in xs %}" * 30 + "{% endfor %}" * 30,
    ],
)
def test_a_broken_tag_stops_the_template(build: Callable[..., Path], text: str) -> None:
    with pytest.raises(DialogueError) as error:
        Template(build(text))
    assert error.value.text == messages.TEMPLATE_TAG_BROKEN


def test_a_tag_that_may_not_be_used_is_named(build: Callable[..., Path]) -> None:
    with pytest.raises(DialogueError) as error:
        Template(build("{% set x = 1 %}"))
    assert error.value.facts["detail"] == Said(messages.TAG_NOT_ALLOWED, {"detail": "assign"})


def test_the_documents_title_is_filled_in_too(build: Callable[..., Path]) -> None:
    path = build("{{ name }}")
    document = Document(str(path))
    document.core_properties.title = "Gửi {{ name }}"
    document.save(str(path))
    letter = Press(Template(path)).letter({"name": "A & B"})
    assert text_of(letter).strip() == "A & B"
    assert "Gửi A &amp; B" in Package(letter).read("docProps/core.xml").decode()


def test_a_template_changed_on_disk_prints_as_it_was_read(build: Callable[..., Path]) -> None:
    template = Template(build("{{ name }}"))
    build("khác")
    assert text_of(plain_letter(template, {"name": "Lan"})).strip() == "Lan"

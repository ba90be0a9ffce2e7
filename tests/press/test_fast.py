"""Both ways give the same document; what the fast way does not know it leaves to docxtpl."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docxtpl import Listing, RichText
from hypothesis import given, settings
from hypothesis import strategies as st
from invitations import record, text_of

from xl_dialogue.opc import Package, deflated, packed
from xl_dialogue.press.fast import DocxtplNeededError, FastPress
from xl_dialogue.press.plain import docx_of, plain_letter
from xl_dialogue.press.press import Press, same_documents
from xl_dialogue.press.template import Template

words = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))
records = st.builds(
    record,
    full_name=words,
    title=words,
    place=words,
    online=st.booleans(),
    lines=st.lists(words, max_size=4),
    tasks=st.lists(st.fixed_dictionaries({"content": words, "lead": words}), max_size=3),
    number=st.integers(),
)


def both_ways(template: Template, context: dict[str, object]) -> bool:
    fast, plain = FastPress(template).letter(context), plain_letter(template, context)
    return same_documents(fast, plain, [part.name for part in template.parts])


@given(context=records)
@settings(max_examples=60, deadline=None)
def test_both_ways_give_the_same_document(invitation: Path, context: dict[str, object]) -> None:
    template = Template(invitation)
    try:
        assert both_ways(template, context)
    except DocxtplNeededError:
        assert any(mark in str(context) for mark in ("{_", "_}"))


def test_the_invitation_is_one_for_the_fast_way(invitation: Path) -> None:
    assert Template(invitation).prepared.is_simple


@pytest.mark.parametrize("value", ["A & B <c>", "{{7*7}}", "{% for x in y %}", "‘“é”’", "&amp;"])
def test_a_value_is_text_whatever_it_looks_like(invitation: Path, value: str) -> None:
    context = record(full_name=value, lines=[value])
    assert both_ways(Template(invitation), context)
    text = text_of(Press(Template(invitation)).letter(context))
    assert f"Kính mời: {value}, Chủ tịch" in text
    assert f"- {value}" in text


def test_the_templates_own_ampersand_stays(invitation: Path) -> None:
    letter = FastPress(Template(invitation)).letter(record())
    assert "Nghiên cứu & phát triển <kinh tế>, Hội trường A" in text_of(letter)


def test_a_value_longer_than_a_stored_block_comes_whole(invitation: Path) -> None:
    value = "ườ" * 40_000
    assert value in text_of(FastPress(Template(invitation)).letter(record(title=value)))


@pytest.mark.parametrize("value", ["a\nb", "a\tb", "a\fb", "a\ab", "{_{ a }_}"])
def test_breaks_and_escaped_braces_go_to_docxtpl(invitation: Path, value: str) -> None:
    template, context = Template(invitation), record(title=value)
    with pytest.raises(DocxtplNeededError):
        FastPress(template).letter(context)
    names = [part.name for part in template.parts]
    assert same_documents(Press(template).letter(context), plain_letter(template, context), names)


@pytest.mark.parametrize("value", [RichText("đậm", bold=True), Listing("đậm")])
def test_what_brings_words_xml_goes_to_docxtpl(build: Callable[..., Path], value: object) -> None:
    template = Template(build("{{r value }}" if isinstance(value, RichText) else "{{ value }}"))
    assert text_of(Press(template).letter({"value": value})).strip() == "đậm"


def test_a_bound_value_is_rendered_by_its_own_docxtpl_template(build: Callable[..., Path]) -> None:
    template = Template(build("{{ value }}"))
    value = Listing("bound")
    value.tpl = docx_of(template)
    plain_letter(template, {"value": value})
    assert value.tpl.is_saved


@pytest.mark.parametrize("paragraphs", [("a\tb {{ x }}",), ("{_{ {{ x }}",)])
def test_a_template_that_docxtpl_changes_afterwards_is_not_simple(
    build: Callable[..., Path], paragraphs: tuple[str, ...]
) -> None:
    path = build(*paragraphs)
    package = Package(path.read_bytes())
    xml = package.read("word/document.xml").replace(b"<w:tab/>", b"<w:t>\t</w:t>")
    path.write_bytes(replaced(package, "word/document.xml", xml))
    assert not Template(path).prepared.is_simple


def test_a_table_whose_columns_vary_is_not_simple(tmp_path: Path) -> None:
    document = Document()
    cells = document.add_table(rows=1, cols=3).rows[0].cells
    for cell, text in zip(cells, ("{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"), strict=True):
        cell.text = text
    document.save(str(tmp_path / "mau.docx"))
    assert not Template(tmp_path / "mau.docx").prepared.is_simple


def test_where_the_ways_differ_the_whole_batch_goes_to_docxtpl(
    invitation: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = Template(invitation)
    right = Press(template).letter(record())
    template.prepared = template.prepared._replace(is_compared=False)
    monkeypatch.setattr(FastPress, "letter", lambda *_: right)
    press = Press(template)
    assert "Bình" in text_of(press.letter(record(full_name="Bình")))
    assert "Cường" in text_of(press.letter(record(full_name="Cường")))


def test_other_members_are_copied_as_they_lie(invitation: Path, tmp_path: Path) -> None:
    package = Package(invitation.read_bytes())
    extra = deflated("customXml/ghi chú.xml", "<ghi-chú/>".encode())
    path = tmp_path / "mau.docx"
    path.write_bytes(packed([*package.members(), extra]))
    letter = Package(FastPress(Template(path)).letter(record()))
    assert letter.member(extra.name) == extra
    assert letter.member("word/styles.xml") == package.member("word/styles.xml")
    assert letter.names[0] == "[Content_Types].xml"


def test_a_letter_is_the_same_bytes_every_time(invitation: Path) -> None:
    one, other = (FastPress(Template(invitation)).letter(record()) for _ in range(2))
    assert one == other


def test_footnotes_are_rendered_once_however_many_sections(
    invitation: Path, tmp_path: Path
) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(with_footnote(invitation, "{{ full_name }}"))
    template = Template(path)
    plain = Package(plain_letter(template, record(full_name="{{ number * 7 }}")))
    assert "{{ number * 7 }}" in plain.read("word/footnotes.xml").decode()
    assert both_ways(template, record(full_name="{{ number * 7 }}"))


def with_footnote(invitation: Path, text: str) -> bytes:
    """The invitation with a footnote, a line end after its XML declaration, and two sections."""
    document = Document(str(invitation))
    document.add_section()
    document.save(str(invitation.with_name("hai phần.docx")))
    package = Package(invitation.with_name("hai phần.docx").read_bytes())
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    note = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:footnotes xmlns:w="{w}">'
        f'<w:footnote w:id="1"><w:p><w:r><w:t>{text}</w:t></w:r></w:p><w:tbl><w:tblGrid/></w:tbl>'
        "</w:footnote></w:footnotes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    types = package.read("[Content_Types].xml").replace(
        b"</Types>",
        f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'.encode(),
    )
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relations = package.read("word/_rels/document.xml.rels").replace(
        b"</Relationships>",
        f'<Relationship Id="rId99" Type="{relation}" Target="footnotes.xml"/>'
        "</Relationships>".encode(),
    )
    changed = {"[Content_Types].xml": types, "word/_rels/document.xml.rels": relations}
    members = [
        deflated(name, changed[name]) if name in changed else package.member(name)
        for name in package.names
    ]
    return packed([*members, deflated("word/footnotes.xml", note.encode())])


def replaced(package: Package, name: str, content: bytes) -> bytes:
    members = (deflated(name, content) if one.name == name else one for one in package.members())
    return packed(members)

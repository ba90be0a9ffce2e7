"""What docxtpl can and the fast way cannot: each goes to docxtpl and comes out the same."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Mm
from docxtpl import InlineImage, Listing, RichText
from invitations import text_of
from PIL import Image

from xl_dialogue.opc import Package
from xl_dialogue.press.fast import DocxtplNeededError, FastPress
from xl_dialogue.press.plain import docx_of, plain_letter
from xl_dialogue.press.press import Press, same_documents
from xl_dialogue.press.template import Template

TEMPLATES = Path(__file__).parents[2] / "templates"
SHIPPED = ("giay-moi.docx", "thong-bao-ket-luan.docx")
ODD = (
    "", "&", "<w:p/>", "\"'", "“é” ‘à’", "😀", "dài " * 900, "  hai  bên  ", "{{ x }}", "{% if %}",
    "&amp;", "]]>", "\u200b", "Đ\u0303", "\U0001f1fb\U0001f1f3", "a\nb", "c\td", "0901", "12/3",
)  # fmt: skip


def picture(colour: str = "red") -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(file, "PNG")
    file.seek(0)
    return file


def is_left_to_docxtpl(template: Template, context: dict[str, object]) -> bool:
    try:
        FastPress(template).letter(context)
    except DocxtplNeededError:
        return True
    return not template.prepared.is_simple


@pytest.mark.parametrize("value", [RichText("đậm", bold=True), Listing("một\nhai")])
def test_words_own_xml(build: Callable[..., Path], value: object) -> None:
    template = Template(build("{{r x }}" if isinstance(value, RichText) else "{{ x }}"))
    assert is_left_to_docxtpl(template, {"x": value})


@pytest.mark.parametrize("value", ["a\nb", "a\tb", "a\ab", "a\fb", "{_{", "_}"])
def test_breaks_tabs_and_escaped_braces(build: Callable[..., Path], value: str) -> None:
    assert is_left_to_docxtpl(Template(build("{{ x }}")), {"x": value})


def test_a_picture(build: Callable[..., Path]) -> None:
    template = Template(build("{{ x }}"))
    context = {"x": InlineImage(docx_of(template), picture(), width=Mm(9))}
    assert is_left_to_docxtpl(template, context)
    assert any("media" in name for name in Package(Press(template).letter(context)).names)


def test_a_document_within(build: Callable[..., Path]) -> None:
    template = Template(build("{{p x }}"))
    inside = docx_of(template).new_subdoc()
    inside.add_paragraph("bên trong")
    assert is_left_to_docxtpl(template, {"x": inside})
    assert "bên trong" in text_of(Press(template).letter({"x": inside}))


def test_a_picture_of_the_template_replaced(build: Callable[..., Path], tmp_path: Path) -> None:
    path = build("{{ x }}")
    document = Document(str(path))
    document.add_picture(picture(), width=Mm(9))
    document.save(str(path))
    (tmp_path / "cũ.png").write_bytes(picture().getvalue())
    (tmp_path / "mới.png").write_bytes(picture("blue").getvalue())
    template = Template(path)
    value = Listing("bound")
    value.tpl = docx_of(template)
    value.tpl.replace_media(str(tmp_path / "cũ.png"), str(tmp_path / "mới.png"))
    letter = Package(Press(template).letter({"x": value}))
    [media] = [name for name in letter.names if "media" in name]
    assert letter.read(media) == picture("blue").getvalue()


@pytest.mark.parametrize(
    "tags", [("{%p for x in xs %}", "{%p endfor %}"), ("{%p if a %}", "{%p endif %}")]
)
def test_a_picture_that_repeats(tmp_path: Path, tags: tuple[str, str]) -> None:
    document = Document()
    document.add_paragraph(tags[0])
    document.add_picture(picture(), width=Mm(9))
    document.add_paragraph(tags[1])
    document.save(str(tmp_path / "mau.docx"))
    assert not Template(tmp_path / "mau.docx").prepared.is_simple


def test_a_picture_that_stands_still_is_no_hindrance(tmp_path: Path) -> None:
    document = Document()
    document.add_picture(picture(), width=Mm(9))
    document.add_paragraph("{{ x }}")
    document.save(str(tmp_path / "mau.docx"))
    template = Template(tmp_path / "mau.docx")
    assert template.prepared.is_simple
    assert same(template, {"x": "y"})


def test_tags_in_the_documents_properties(build: Callable[..., Path]) -> None:
    path = build("{{ x }}")
    document = Document(str(path))
    document.core_properties.subject = "{{ x }}"
    document.save(str(path))
    assert not Template(path).prepared.is_simple


def same(template: Template, context: dict[str, object]) -> bool:
    letter, plain = Press(template).letter(context), plain_letter(template, context)
    return same_documents(letter, plain, [part.name for part in template.parts])


@pytest.mark.parametrize("name", ["invitation", *SHIPPED])
def test_a_hundred_odd_letters_are_as_docxtpl_makes_them(invitation: Path, name: str) -> None:
    template = Template(invitation if name == "invitation" else TEMPLATES / name)
    press, chance = Press(template), random.Random(name)
    press.letter(odd_record(template, random.Random(0)))
    for _ in range(100):
        context = odd_record(template, chance)
        letter, plain = press.letter(context), plain_letter(template, context)
        assert same_documents(letter, plain, [part.name for part in template.parts])


def odd_record(template: Template, chance: random.Random) -> dict[str, object]:
    """Odd texts for every name; what the template repeats is a list, sometimes blank."""
    repeated = _repeated(template)
    context: dict[str, object] = {}
    for name in template.variables:
        fields = repeated.get(name)
        rows = chance.choice((0, 1, 3))
        if fields is None:
            context[name] = chance.choice(ODD)
        elif fields:
            context[name] = [{field: chance.choice(ODD) for field in fields} for _ in range(rows)]
        else:
            context[name] = [chance.choice(ODD) for _ in range(rows)]
    return context


def _repeated(template: Template) -> dict[str, set[str]]:
    """What loops go through, and the fields of its rows."""
    from jinja2 import nodes

    found: dict[str, set[str]] = {}
    for part in template.parts:
        for loop in template.tags.parse(part.source).find_all(nodes.For):
            source = next(iter(loop.iter.find_all(nodes.Name)))
            fields = {
                each.attr for each in loop.find_all(nodes.Getattr)
                if isinstance(each.node, nodes.Name) and each.node.name == loop.target.name
            }  # fmt: skip
            found.setdefault(source.name, set()).update(fields - {"rstrip", "strip", "lstrip"})
    return found


@pytest.mark.parametrize("name", SHIPPED)
def test_letters_of_the_invitation_and_rows_of_the_notice_go_by_steps(name: str) -> None:
    template = Template(TEMPLATES / name)
    assert template.prepared.is_simple
    assert None not in template.prepared.steps

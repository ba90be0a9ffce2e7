"""The slow way: docxtpl renders the whole letter. It knows every feature and is the reference."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from docxtpl import DocxTemplate

from xl_dialogue.press.reading import footnotes, opened
from xl_dialogue.press.values import for_docxtpl

if TYPE_CHECKING:
    from jinja2 import Environment

    from xl_dialogue.press.template import Template


def docx_of(template: Template) -> Any:
    """A docxtpl template, for a picture or sub-document to be bound to."""
    docx = opened(template.content, template.path)
    docx.render_footnotes = lambda context, tags: _render_footnotes(docx, context, tags)
    docx.render_properties = lambda context, tags: DocxTemplate.render_properties(
        docx, context, tags.overlay(autoescape=False)
    )
    return docx


def plain_letter(template: Template, context: dict[str, object]) -> bytes:
    """The letter as docxtpl makes it, by the template its pictures are bound to, if any."""
    bound = [value for value in for_docxtpl(context) if hasattr(value, "tpl")]
    docx = bound[0].tpl if bound else docx_of(template)
    docx.render(context, template.tags, autoescape=True)
    file = io.BytesIO()
    docx.save(file)
    return file.getvalue()


def _render_footnotes(docx: Any, context: dict[str, object], tags: Environment) -> None:
    # docxtpl renders them once a section: what data holds would be read as tags the second time
    for part in footnotes(docx):
        source = docx.patch_xml(part.blob.decode())
        part._blob = docx.render_xml_part(source, part, context, tags).encode()

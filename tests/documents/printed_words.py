"""What a document says once its template is filled in, without a page being made of it."""

from __future__ import annotations

import io
from collections.abc import Mapping

import docx
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from xl_dialogue.documents.kinds import KINDS
from xl_dialogue.office.word.templates import TEMPLATES


def paragraphs(kind: str, context: Mapping[str, object]) -> list[str]:
    """The paragraphs in their order, those of tables too; blank ones left out."""
    letter = DocxTemplate(io.BytesIO(TEMPLATES[KINDS[kind].template]()))
    letter.render(context, SandboxedEnvironment(autoescape=True, undefined=StrictUndefined))
    out = io.BytesIO()
    letter.save(out)
    body = docx.Document(io.BytesIO(out.getvalue())).element.body
    written = (
        "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
        for paragraph in body.iter(qn("w:p"))
    )
    return [words for words in written if words.strip()]

"""A letter's XML made a section of a larger document: a page of its own, pages from 1, ids anew.

Source: ECMA-376 part 1, 17.6 (sections), 17.13.6 (bookmarks), 17.9 (numbering).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_BODY, _END = b"<w:body>", b"</w:body></w:document>"
_SECTION = re.compile(rb"<w:sectPr(?:\s[^>]*)?(?:/>|>.*?</w:sectPr>)", re.DOTALL)
_OPENED = re.compile(rb"<w:sectPr((?:\s[^>/]*)?)/>")
_PARAGRAPH = re.compile(rb"<w:p(?:\s[^>]*)?>")
_PARAGRAPH_MARK = re.compile(rb"<(/?)w:p(?:\s[^>]*?)?(/?)>")
_BEFORE_PAGE_NUMBERS = re.compile(
    rb"<w:(?:cols|formProt|vAlign|noEndnote|titlePg|textDirection|bidi|rtlGutter|docGrid"
    rb"|printerSettings|sectPrChange)\b|</w:sectPr>"
)
_PAGE_NUMBERS = re.compile(rb"<w:pgNumType\b(?![^>]*w:start=)")
_START = re.compile(rb'<w:type w:val="(?:continuous|nextColumn)"\s*/>')
_REFERENCE = re.compile(rb'<w:(header|footer)Reference\b[^>]*?w:type="(\w+)"[^>]*/>')
_REFERRED = re.compile(rb'(<w:(?:header|footer)Reference\b[^>]*?r:id=")([^"]+)(")')
_PICTURE = re.compile(rb'(<wp:docPr\b[^>]*?\bid=")\d+(")')
_BOOKMARK = re.compile(rb'(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")(\d+)(")')
_NAMED = re.compile(rb'<w:bookmarkStart\b[^>]*?\bw:name="([^"]+)"')
_CHANGED = re.compile(rb"<w:(sectPrChange|pPrChange)\b.*?</w:\1>", re.DOTALL)
_BETWEEN = re.compile(rb"(?:<w:(?:bookmarkStart|bookmarkEnd|proofErr|permStart|permEnd)\b[^>]*/>)*")
"""What may stand between the last paragraph and the end."""
_LEFT_OUT = re.compile(
    rb' w14:(?:paraId|textId)="[^"]*"|<w:comment(?:RangeStart|RangeEnd|Reference)\b[^>]*/>'
    rb'|(?<=>)<w:id w:val="-?\d+"\s*/>'
)
"""What must be said once in a document and need not be said at all."""
_SIGNS = (b" w14:", b"<w:comment", b"<w:id ")


class Letter(NamedTuple):
    """A letter's document taken apart."""

    head: bytes
    """Up to where the body begins."""
    content: bytes
    section: bytes
    """The properties of its last section."""


def taken_apart(document: bytes) -> Letter | None:
    """None when it is written in a way that is not Word's."""
    if b"PrChange" in document:  # a layout of before that somebody has tracked
        document = _CHANGED.sub(b"", document)
    start, end = document.find(_BODY), document.rfind(_END)
    if start < 0 or end < 0:
        return None
    start += len(_BODY)
    at = document.rfind(b"<w:sectPr", start, end)
    section = _SECTION.fullmatch(document, at, end) if at >= 0 else None
    if section is None:
        return Letter(document[:start], document[start:end], b"<w:sectPr></w:sectPr>")
    opened = _OPENED.sub(rb"<w:sectPr\1></w:sectPr>", section[0])
    return Letter(document[:start], document[start:at], opened)


def begun(letter: Letter, mark: bytes, blanks: dict[tuple[bytes, bytes], bytes]) -> Letter:
    """The letter with its bookmark, and its first section on a new page numbered from 1.

    A header or footer that its first section does not have would be that of the letter before:
    ``blanks`` says for each kind the relationship of an empty one.
    """
    content = _marked(letter.content, mark)
    first = _SECTION.search(content)
    if first is None:
        return Letter(letter.head, content, _first(letter.section, blanks))
    section = _first(_OPENED.sub(rb"<w:sectPr\1></w:sectPr>", first[0]), blanks)
    whole = content[: first.start()] + section + content[first.end() :]
    return Letter(letter.head, whole, letter.section)


def references(letter: Letter) -> set[tuple[bytes, bytes]]:
    """The kinds of headers and footers in all its sections: ``(b"header", b"default")``."""
    sections = (*_SECTION.findall(letter.content), letter.section)
    return {kind for section in sections for kind in _REFERENCE.findall(section)}


def first_references(letter: Letter) -> set[tuple[bytes, bytes]]:
    """Those that its first section has."""
    first = _SECTION.search(letter.content)
    return set(_REFERENCE.findall(first[0] if first else letter.section))


def has_sections(letter: Letter) -> bool:
    """More than one."""
    return b"<w:sectPr" in letter.content


def referring(xml: bytes, names: dict[bytes, bytes]) -> bytes:
    """Its sections with other headers and footers: relationship of before -> of now."""
    if not names or b"Reference" not in xml:
        return xml
    return _REFERRED.sub(lambda found: found[1] + names.get(found[2], found[2]) + found[3], xml)


def closed(letter: Letter) -> bytes:
    """The letter followed by another: its section's properties in its last paragraph."""
    at = _last_paragraph(letter.content)
    if at is not None:
        opened = _PARAGRAPH.match(letter.content, at)
        if opened is None or opened[0].endswith(b"/>"):
            return letter.content[:at] + b"<w:p><w:pPr>" + letter.section + b"</w:pPr></w:p>"
        body = letter.content[opened.end() :]
        properties = _with_section(body, letter.section)
        if properties is not None:
            return letter.content[: opened.end()] + properties
    return (
        letter.content
        + b'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        + letter.section
        + b"</w:pPr></w:p>"
    )


def with_own_ids(content: bytes, number: int, ids: Iterator[int]) -> bytes:
    """Pictures and bookmarks numbered anew; a bookmark's name ends with the letter's number."""
    if any(sign in content for sign in _SIGNS):
        content = _LEFT_OUT.sub(b"", content)
    if b"<wp:docPr" in content:
        content = _PICTURE.sub(lambda found: found[1] + b"%d" % next(ids) + found[2], content)
    if b"<w:bookmark" not in content:
        return content
    known: dict[bytes, bytes] = {}
    for old in dict.fromkeys(found[2] for found in _BOOKMARK.finditer(content)):
        known[old] = b"%d" % next(ids)
    content = _BOOKMARK.sub(lambda found: found[1] + known[found[2]] + found[3], content)
    return _renamed(content, sorted(set(_NAMED.findall(content))), number)


def _renamed(content: bytes, names: list[bytes], number: int) -> bytes:
    """Also where a link or a field speaks of the bookmark."""
    if not names:
        return content
    any_name = b"|".join(map(re.escape, names))
    spoken = re.compile(rb'((?:w:name|w:anchor)=")(%s)(?=")' % any_name)
    content = spoken.sub(lambda found: found[1] + _name(found[2], number), content)
    fields = re.compile(rb'<w:instrText\b[^>]*>[^<]*|w:instr="[^"]*')
    inside = re.compile(rb"(?<![\w.])(?:%s)(?![\w.])" % any_name)
    return fields.sub(
        lambda field: inside.sub(lambda found: _name(found[0], number), field[0]), content
    )


def _name(name: bytes, number: int) -> bytes:
    """Word takes 40 characters."""
    text = name.decode()
    ending = f"_{number}"
    return (text[: 40 - len(ending)] + ending).encode()


def _marked(content: bytes, mark: bytes) -> bytes:
    """In the first paragraph, behind its properties, for a letter may begin with a table."""
    first = _PARAGRAPH.search(content)
    while first is not None and first[0].endswith(b"/>"):
        first = _PARAGRAPH.search(content, first.end())
    if first is None:
        return mark + content
    at = first.end()
    if content.startswith(b"<w:pPr/>", at):
        at += len(b"<w:pPr/>")
    elif content.startswith((b"<w:pPr>", b"<w:pPr "), at):
        at = content.index(b"</w:pPr>", at) + len(b"</w:pPr>")
    return content[:at] + mark + content[at:]


def _first(section: bytes, blanks: dict[tuple[bytes, bytes], bytes]) -> bytes:
    section = _START.sub(b'<w:type w:val="nextPage"/>', section)
    has = set(_REFERENCE.findall(section))
    added = b"".join(
        b'<w:%sReference w:type="%s" r:id="%s"/>' % (*kind, blank)
        for kind, blank in blanks.items() if kind not in has
    )  # fmt: skip
    inside = section.index(b">") + 1
    section = section[:inside] + added + section[inside:]
    if b"<w:pgNumType" in section:
        return _PAGE_NUMBERS.sub(b'<w:pgNumType w:start="1"', section)
    found = _BEFORE_PAGE_NUMBERS.search(section)
    at = found.start() if found else len(section)
    return section[:at] + b'<w:pgNumType w:start="1"/>' + section[at:]


def _last_paragraph(content: bytes) -> int | None:
    """Where the paragraph begins that ends the body; None when another thing does."""
    depth = 0
    for mark in reversed(list(_PARAGRAPH_MARK.finditer(content, _tail(content)))):
        if not depth and not _BETWEEN.fullmatch(content, mark.end()):
            return None
        if not mark[2]:
            depth += 1 if mark[1] else -1
        if not depth:
            return mark.start()
    return None


def _tail(content: bytes) -> int:
    """From where on to look: usually the last paragraph holds no other."""
    start = max(content.rfind(b"<w:p>"), content.rfind(b"<w:p "))
    return start if content.count(b"</w:p>", start) == 1 else 0


def _with_section(body: bytes, section: bytes) -> bytes | None:
    """The paragraph's inside with the section in its properties; None where one is already."""
    if body.startswith(b"<w:pPr/>"):
        return b"<w:pPr>" + section + b"</w:pPr>" + body[len(b"<w:pPr/>") :]
    if not body.startswith((b"<w:pPr>", b"<w:pPr ")):
        return b"<w:pPr>" + section + b"</w:pPr>" + body
    end = body.index(b"</w:pPr>")
    return None if b"<w:sectPr" in body[:end] else body[:end] + section + body[end:]

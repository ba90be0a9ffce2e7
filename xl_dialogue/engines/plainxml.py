"""Parts in the plain form that Excel, openpyxl and LibreOffice write, whoever wrote them.

Plain is: UTF-8, the part's own namespace as the default one and nowhere else, attributes in
double quotes, no comments, no CDATA; rows and cells with their address as first attribute.
Anything else is rewritten once through lxml, so that readers need to know one form only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.addresses import LAST_COLUMN, LAST_ROW, a1, box
from xl_dialogue.engines.xmltext import escaped
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

HEADER = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DECLARATION = re.compile(rb"<\?xml[^>]*\?>\s*")
_ENCODING = re.compile(rb"""encoding=["']([\w.-]+)["']""")
_TAG = re.compile(rb'</?[A-Za-z_][\w:.-]*(?:\s+[\w:.-]+="[^"<>]*")*\s*/?>')
_ROOT = re.compile(rb'<[A-Za-z]+\b[^<>]*?\sxmlns="([^"]+)"')
_NAMED_BY_PREFIX = re.compile(r"\{([^}]*)\}(.*)")


def _declared(part: bytes) -> tuple[int, str]:
    """Where the XML declaration ends, and the encoding it names."""
    found = _DECLARATION.match(part)
    if not found:
        return 0, "utf-8"
    encoding = _ENCODING.search(found[0])
    return found.end(), encoding[1].decode().lower() if encoding else "utf-8"


def undeclared(part: bytes) -> bytes:
    """The part, or its beginning, without the XML declaration."""
    return part[_declared(part)[0] :]


def tags_are_plain(markup: bytes) -> bool:
    """Whether every tag of this markup is written as this module's form wants it."""
    return b"<!" not in markup and len(_TAG.findall(markup)) == markup.count(b"<")


def frame_is_plain(part: bytes, markup: bytes) -> bool:
    """Whether the part's encoding, root and namespaces are plain, and the tags of ``markup``."""
    start, encoding = _declared(part)
    root = _ROOT.match(part, start)
    if encoding not in ("utf-8", "utf8", "us-ascii") or root is None or b"<!" in part:
        return False
    return _named_once(part, root[1]) and tags_are_plain(markup)


def _named_once(part: bytes, namespace: bytes) -> bool:
    if part.count(namespace) == 1:
        return True
    return part.count(b'"' + namespace + b'"') + part.count(b"'" + namespace + b"'") == 1


def plain(part: bytes) -> bytes:
    """The part as it is when it is plain, else rewritten. Errors: ``DialogueError``."""
    return part if frame_is_plain(part, undeclared(part)) else rewritten(part)


def _utf8(part: bytes) -> bytes:
    """The part without its declaration; OPC allows UTF-8 and UTF-16 only."""
    encoding = _declared(part)[1]
    if part[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    elif part[:2] in (b"<\0", b"\0<"):
        encoding = "utf-16-le" if part[1] == 0 else "utf-16-be"
    elif part.startswith(b"\xef\xbb\xbf"):
        encoding = "utf-8-sig"
    elif encoding not in ("utf-8", "utf8", "us-ascii"):
        raise ValueError(f"an encoding that packages may not have: {encoding}")
    return undeclared(part.decode(encoding).encode())


def tree(part: bytes) -> Element:
    """The part parsed: no entities, no network, no document type."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        content = _utf8(part)
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            raise DialogueError(messages.WORKBOOK_WITH_DTD)
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DialogueError(messages.WORKBOOK_PART_DAMAGED, detail=error) from error


def rewritten(part: bytes) -> bytes:
    """The same document in plain form."""
    root = tree(part)
    own, name = _split(root.tag)
    if name == "worksheet":
        _address_cells(root, f"{{{own}}}")
    return HEADER + "".join(_markup(root, own, "", {})).encode()


def _split(tag: str | bytes) -> tuple[str, str]:
    found = _NAMED_BY_PREFIX.fullmatch(str(tag))
    return (found[1], found[2]) if found else ("", str(tag))


def _markup(
    element: Element, own: str, default: str, known: dict[str | None, str]
) -> Iterator[str]:
    """Start tag, content and end tag; elements of the part's own namespace lose their prefix."""
    namespace, local = _split(element.tag)
    prefix = None if namespace == own else element.prefix
    name = local if prefix is None else f"{prefix}:{local}"
    declared = {
        key: uri for key, uri in element.nsmap.items()
        if key is not None and uri != own and known.get(key) != uri
    }  # fmt: skip
    tag = [name, *(f'xmlns:{key}="{escaped(uri)}"' for key, uri in declared.items())]
    if prefix is None and namespace != default:
        tag.insert(1, f'xmlns="{escaped(namespace)}"')
        default = namespace
    tag += [
        f'{_attribute(element, str(key))}="{_value(str(value))}"' for key, value in element.items()
    ]
    inner = known | declared
    content = escaped(element.text or "").replace("\r", "&#13;")
    yield f"<{' '.join(tag)}>{content}" if content or len(element) else f"<{' '.join(tag)}/>"
    for child in element:
        yield from _markup(child, own, default, inner)
        yield escaped(child.tail or "").replace("\r", "&#13;")
    if content or len(element):
        yield f"</{name}>"


def _value(text: str) -> str:
    return escaped(text).replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")


def _attribute(element: Element, key: str) -> str:
    namespace, local = _split(key)
    if not namespace:
        return local
    if namespace == "http://www.w3.org/XML/1998/namespace":
        return f"xml:{local}"
    prefixes = [prefix for prefix, uri in element.nsmap.items() if uri == namespace and prefix]
    return f"{prefixes[0]}:{local}"


def _address_cells(sheet: Element, own: str) -> None:
    """Give every row and cell its address, as first attribute, in rising order."""
    data = sheet.find(f"{own}sheetData")
    if data is None:
        return
    at = 0
    for row in data.findall(f"{own}row"):
        at = _place(row.get("r"), at, LAST_ROW)
        _first(row, ("r",), str(at))
        _address_row(row, at, own)
    data[:] = sorted(data, key=lambda row: int(row.get("r", "0")))


def _address_row(row: Element, number: int, own: str) -> None:
    at = 0
    for cell in row.findall(f"{own}c"):
        given = cell.get("r")
        place = box(given) if given else None
        if place and place.top != number:
            raise ValueError(f"cell {given} in row {number}")
        at = _place(str(place.left) if place else None, at, LAST_COLUMN)
        _first(cell, ("r", "s", "t"), a1(number, at))
    row[:] = sorted(row, key=lambda cell: box(cell.get("r", "A1")).left)


def _place(given: str | None, before: int, last: int) -> int:
    at = int(given) if given else before + 1
    if not 0 < at <= last:
        raise ValueError(f"row or column {at}")
    return at


def _first(element: Element, order: tuple[str, ...], address: str) -> None:
    """Put these attributes first, the address among them."""
    element.set("r", address)
    kept = dict(element.items())
    element.attrib.clear()
    for key in (*(key for key in order if key in kept), *(key for key in kept if key not in order)):
        element.set(key, kept[key])

"""Text as it stands in spreadsheet XML.

Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring): what XML cannot hold is written ``_xHHHH_``.
"""

from __future__ import annotations

import re

_ATTRIBUTE = re.compile(r'([\w:.-]+)="([^"]*)"')
_REFERENCE = re.compile(r"&(#x[0-9A-Fa-f]+|#[0-9]+|lt|gt|amp|quot|apos);")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_BARE = "\x00-\x08\x0b-\x1f\ufffe\uffff"  # not legal in XML, or (carriage return) not kept
_MISTAKABLE = re.compile(f"_(?=x[0-9A-Fa-f]{{4}}(?:_|[{_BARE}]))")
_ILLEGAL = re.compile(f"[{_BARE}]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def _referred(found: re.Match[str]) -> str:
    name = found[1]
    if name in _NAMED:
        return _NAMED[name]
    return chr(int(f"0{name[1:]}", 16) if name[1] == "x" else int(name[1:]))


def unescaped(text: str) -> str:
    """XML's own references resolved. Errors: ``ValueError`` for a reference to no character."""
    return _REFERENCE.sub(_referred, text) if "&" in text else text


def whole(text: str) -> str:
    """The text with its surrogates joined; one that stands alone becomes U+FFFD."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def read_text(text: str) -> str:
    """What a person sees of the text between ``<t>`` and ``</t>``."""
    text = unescaped(text)
    if "_x" not in text:
        return text
    return whole(_CODED.sub(lambda found: chr(int(found[1], 16)), text))


def escaped(text: str) -> str:
    """For element content and for attributes in double quotes."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")


def written_text(text: str) -> str:
    """The reverse of ``read_text``."""
    text = _MISTAKABLE.sub("_x005F_", whole(text))
    text = _ILLEGAL.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attributes(tag: bytes | str) -> dict[str, str]:
    """The attributes of a tag in plain form."""
    text = tag.decode() if isinstance(tag, bytes) else tag
    return {name: unescaped(value) for name, value in _ATTRIBUTE.findall(text)}

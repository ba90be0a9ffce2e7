"""What stands in one paragraph: runs, fields' results, boxes, lines, notes.

Source: ECMA-376 part 1, 17.3.3 (run content), 17.13.5 (revisions), 17.16 (fields).
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue.decree.drawings import Box, drawn
from xl_dialogue.decree.facts import W, is_on
from xl_dialogue.decree.manuscript import Look, Run, RunKind, Stroke

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NOT_SEEN = {
    f"{W}{name}"
    for name in (
        "del", "moveFrom", "pPr", "rPr", "delText", "delInstrText", "sdtPr", "sdtEndPr",
        "smartTagPr", "customXmlPr", "fldData", "ffData", "rt",
    )
}  # fmt: skip
_SIGNS = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
}  # fmt: skip
_PAGE = re.compile(r"^\s*PAGE(?!\w)", re.IGNORECASE)
_IF = re.compile(r"^\s*IF(?!\w)", re.IGNORECASE)
PAGE_BREAK = "\f"


class _Field:
    """A field that has begun; what it shows comes after its instruction."""

    def __init__(self, look: Look, nested: bool) -> None:
        self.look = look
        self.instruction = ""
        self.shows = False
        self.asks_for_page = False
        self.kept = 0
        self.nested = nested

    @property
    def kind(self) -> RunKind:
        if _PAGE.match(self.instruction):
            return "page"
        return "page if" if self.asks_for_page and _IF.match(self.instruction) else ""


class Content(NamedTuple):
    """What was found in a paragraph."""

    runs: list[Run]
    strokes: list[Stroke]
    boxes: list[Box]
    notes: list[tuple[str, str]]
    """Kind and identifier of each note referred to."""
    raw: list[str]


class Inline:
    """Reads the paragraphs of one part in order: a field may reach over several."""

    def __init__(self) -> None:
        self._fields: list[_Field] = []

    def read(self, paragraph: _Element, look_of: Callable[[_Element | None], Look]) -> Content:
        found = Content([], [], [], [], [])
        self._walk(paragraph, look_of, look_of(None), found)
        return found

    def _walk(
        self, element: _Element, look_of: Callable[[_Element | None], Look], look: Look,
        found: Content,
    ) -> None:  # fmt: skip
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or tag in _NOT_SEEN:
                continue
            if tag == f"{W}r":
                self._walk(child, look_of, look_of(child.find(f"{W}rPr")), found)
            elif tag == f"{W}fldSimple":
                self._simple_field(child, look_of, look, found)
            elif tag == f"{_MC}AlternateContent":
                self._walk(_chosen(child), look_of, look, found)
            elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
                self._draw(child, look, found)
            elif not self._leaf(child, look, found):
                self._walk(child, look_of, look, found)

    def _leaf(self, child: _Element, look: Look, found: Content) -> bool:
        """Take up what has no children; whether it was such."""
        match str(child.tag).removeprefix(W):
            case "t":
                text = child.text or ""
                kept = text if child.get(_SPACE) == "preserve" else text.strip()
                self._say(kept.replace("\n", " "), look, found)
            case "instrText":
                if self._fields:
                    self._fields[-1].instruction += child.text or ""
            case "fldChar":
                self._turn(child.get(f"{W}fldCharType", ""), look, found)
            case "br":
                breaks = PAGE_BREAK if child.get(f"{W}type") in ("page", "column") else "\n"
                self._say(breaks, look, found)
            case "sym":
                self._say("•", look, found, "sign")
            case "footnoteReference" | "endnoteReference":
                kind = str(child.tag).removeprefix(W).removesuffix("Reference")
                if look.seen and self._is_shown:
                    found.notes.append((kind, child.get(f"{W}id", "")))
            case _ if child.tag in _SIGNS:
                self._say(_SIGNS[str(child.tag)], look, found)
            case _:
                return False
        return True

    @property
    def _is_shown(self) -> bool:
        return all(field.shows for field in self._fields)

    def _say(self, text: str, look: Look, found: Content, kind: RunKind = "") -> None:
        if not text or not look.seen or not self._is_shown:
            return
        found.raw.append(text)
        shown: RunKind = next((field.kind for field in self._fields if field.kind), kind)
        for field in self._fields:
            field.kept += 1
        found.runs.append(Run(unicodedata.normalize("NFC", text), look, shown))

    def _turn(self, kind: str, look: Look, found: Content) -> None:
        """A complex field begins, comes to its result, ends."""
        if kind == "begin":
            self._fields.append(_Field(look, nested=not self._is_shown))
        elif kind == "separate" and self._fields:
            self._fields[-1].shows = True
        elif kind == "end" and self._fields:
            self._fields[-1].shows = True
            self._show_number(self._fields[-1], found)
            self._fields.pop()

    def _show_number(self, field: _Field, found: Content) -> None:
        """A page number that was never worked out still will be."""
        if field.nested:
            for outer in self._fields[:-1]:
                outer.asks_for_page |= field.kind != ""
        elif field.kind and not field.kept:
            self._say("2", field.look, found)

    def _simple_field(
        self, element: _Element, look_of: Callable[[_Element | None], Look], look: Look,
        found: Content,
    ) -> None:  # fmt: skip
        first = element.find(f"{W}r")
        shown = look_of(first.find(f"{W}rPr")) if first is not None else look
        field = _Field(shown, nested=not self._is_shown)
        field.instruction = element.get(f"{W}instr", "")
        field.shows = True
        self._fields.append(field)
        self._walk(element, look_of, look, found)
        self._show_number(field, found)
        self._fields.pop()

    def _draw(self, element: _Element, look: Look, found: Content) -> None:
        if not look.seen or not self._is_shown:
            return
        for thing in drawn(element):
            if isinstance(thing, Box):
                found.boxes.append(thing)
            else:
                found.strokes.append(thing)


def _chosen(alternatives: _Element) -> _Element:
    """The one a Word of today shows: what an older one would is there a second time."""
    choice = alternatives.find(f"{_MC}Choice")
    return choice if choice is not None else alternatives


def mark_is_gone(properties: _Element | None) -> bool:
    """Whether the paragraph's end is deleted or hidden, so that it may not be there at all."""
    mark = properties.find(f"{W}rPr") if properties is not None else None
    if mark is None:
        return False
    return mark.find(f"{W}del") is not None or is_on(mark.find(f"{W}vanish"))

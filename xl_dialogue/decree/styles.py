"""Formatting as Word works it out: defaults, theme, table, paragraph and character styles, direct.

Source: ECMA-376 part 1, 17.7.2 (style hierarchy), 17.7.3 (toggle properties), 17.9 (numbering).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xl_dialogue.decree.facts import (
    ALIGNMENTS,
    TOGGLES,
    Facts,
    W,
    character_facts,
    paragraph_facts,
    style_of,
)
from xl_dialogue.decree.manuscript import Look, Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lxml.etree import _Element

    from xl_dialogue.decree.numbering import Numbering

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SERIF = "Times New Roman"


class Styles:
    """The styles of one file.

    A table's formatting is handed over as ``Facts``: what its style says of this very cell.
    """

    def __init__(self, root: _Element | None, theme: _Element | None, numbering: Numbering) -> None:
        self._theme = _theme_fonts(theme)
        self._numbering = numbering
        self._by_id: dict[str, _Element] = {}
        self._default: dict[str, str] = {}
        self._chains: dict[str, list[_Element]] = {}
        self._characters: dict[str, Facts] = {}
        self._defaults: tuple[Facts, Facts] = ({}, {})
        if root is not None:
            self._read(root)

    def _read(self, root: _Element) -> None:
        for style in root.iterfind(f"{W}style"):
            name = style.get(f"{W}styleId", "")
            self._by_id[name] = style
            if style.get(f"{W}default") in ("1", "true", "on"):
                self._default.setdefault(style.get(f"{W}type", ""), name)
        self._defaults = (
            character_facts(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")),
            paragraph_facts(root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")),
        )

    def chain(self, name: str | None, kind: str) -> list[_Element]:
        """The style and those it is based on, the first one last; the default where it has none."""
        chosen = name if name in self._by_id else self._default.get(kind, "")
        key = f"{kind} {chosen}"
        if key not in self._chains:
            found: list[_Element] = []
            while chosen in self._by_id and self._by_id[chosen] not in found:
                found.append(self._by_id[chosen])
                based = self._by_id[chosen].find(f"{W}basedOn")
                chosen = based.get(f"{W}val", "") if based is not None else ""
            self._chains[key] = found[::-1]
        return self._chains[key]

    def shape(self, properties: _Element | None, table: Facts) -> Shape:
        """The layout of the paragraph with these properties."""
        style = style_of(properties, "pStyle")
        own = paragraph_facts(properties)
        levels = [paragraph_facts(each.find(f"{W}pPr")) for each in self.chain(style, "paragraph")]
        facts = _merged((self._defaults[1], table.get("paragraph", {}), *self._listed(levels, own)))
        return _shape(style or "", facts)

    def list_place(self, properties: _Element | None) -> tuple[str, int] | None:
        """The list and the level the paragraph counts in."""
        style = style_of(properties, "pStyle")
        chain = [each.find(f"{W}pPr") for each in self.chain(style, "paragraph")]
        facts = _merged(map(paragraph_facts, (*chain, properties)))
        listed = facts.get("list", "")
        return (listed, facts.get("level", 0)) if listed and listed != "0" else None

    def _listed(self, levels: Sequence[Facts], own: Facts) -> Iterable[Facts]:
        """Each level after the list it names: a style's own indent beats its list's."""
        depth, current = 0, ""
        for facts in (*levels, own):
            depth = facts.get("level", depth)
            current = facts.get("list", current)
            if "list" in facts or "level" in facts:
                yield paragraph_facts(self._numbering.properties(current, depth))
            yield facts

    def look(
        self, paragraph: _Element | None, direct: Iterable[_Element | None], table: Facts
    ) -> Look:
        """How text looks; ``direct`` are its own properties, the weaker ones first."""
        style = style_of(paragraph, "pStyle")
        own = _merged(map(character_facts, direct))
        levels = (
            table.get("character", {}),
            self._character(style, "paragraph"),
            self._character(own.get("style"), "character"),
        )
        facts = _merged((self._defaults[0], *levels, own))
        for toggle in TOGGLES:
            facts[toggle] = _toggled(toggle, self._defaults[0], levels, own)
        return self._look(facts)

    def _character(self, name: str | None, kind: str) -> Facts:
        key = f"{kind} {name}"
        if key not in self._characters:
            chain = self.chain(name, kind)
            self._characters[key] = _merged(
                character_facts(style.find(f"{W}rPr")) for style in chain
            )
        return self._characters[key]

    def _look(self, facts: Facts) -> Look:
        ascii_font = self._font(facts.get("ascii", _SERIF))
        return Look(
            font=ascii_font,
            other_font=self._font(facts.get("hAnsi") or _SERIF),
            size=facts.get("size", 10.0),
            bold=facts["b"],
            italic=facts["i"],
            capitals=facts["caps"] or facts["smallCaps"],
            underlined=facts.get("underlined", False),
            color=facts.get("color", "000000"),
            framed=facts.get("framed", False),
            seen=not facts["vanish"],
        )

    def _font(self, name: str) -> str:
        """The font's name; one of the theme is "+minorHAnsi"."""
        if not name.startswith("+"):
            return name
        family = "major" if name.startswith("+major") else "minor"
        return self._theme.get(family) or _SERIF


def _theme_fonts(root: _Element | None) -> dict[str, str]:
    if root is None:
        return {}
    found = {}
    for family in ("major", "minor"):
        latin = next(root.iterfind(f".//{_A}{family}Font/{_A}latin"), None)
        if latin is not None:
            found[family] = latin.get("typeface", "")
    return found


def _toggled(toggle: str, defaults: Facts, levels: Iterable[Facts], own: Facts) -> bool:
    """Two styles that both say "bold" cancel out; what is said directly counts alone."""
    if toggle in own:
        return bool(own[toggle])
    if defaults.get(toggle):
        return True
    return sum(bool(facts.get(toggle)) for facts in levels) % 2 == 1


def _merged(levels: Iterable[Mapping[str, Any]]) -> Facts:
    facts: Facts = {}
    for level in levels:
        facts.update(level)
    return facts


def _shape(style: str, facts: Facts) -> Shape:
    edges = facts.get("edges", set())
    return Shape(
        style=style,
        align=ALIGNMENTS.get(facts.get("frame", "")) or facts.get("align", "left"),
        before=facts.get("before", 0.0),
        after=facts.get("after", 0.0),
        line=facts.get("line", 1.0),
        pace=facts.get("pace", "auto"),
        left=facts.get("left", 0.0),
        right=facts.get("right", 0.0),
        first=facts.get("first", 0.0),
        contextual=facts.get("contextual", False),
        framed={"top", "bottom", "left", "right"} <= edges,
        tabs=facts.get("tabs", ()),
        edges=frozenset(edges),
        new_page=facts.get("new_page", False),
    )

"""What single elements of a Word file say of letters and paragraphs, as plain facts.

Source: ECMA-376 part 1, 17.3.1 (paragraph properties), 17.3.2 (run properties).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element

    from xl_dialogue.decree.manuscript import Align

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Facts = dict[str, Any]
TOGGLES = ("b", "i", "caps", "smallCaps", "vanish")
_OFF = ("0", "false", "off", "none")
ALIGNMENTS: dict[str, Align] = {
    "start": "left", "end": "right", "center": "center", "right": "right", "both": "both",
    "distribute": "both", "lowKashida": "both", "mediumKashida": "both", "highKashida": "both",
    "thaiDistribute": "both",
}  # fmt: skip
_AUTO_SPACE = 14.0
_LINE_PITCH = 12.0


def mm(twips: object) -> float:
    return number(twips) / 1440 * 25.4


def number(value: object, default: float = 0.0) -> float:
    """The figure an attribute holds; hand-made files hold anything."""
    text = str(value or "")
    factor = 20.0 if text.endswith("pt") else 1.0
    try:
        found = float(text.removesuffix("pt")) * factor
    except ValueError:
        return default
    return found if abs(found) < 1e7 else default


def is_on(element: _Element | None) -> bool:
    return element is not None and element.get(f"{W}val", "1") not in _OFF


def style_of(properties: _Element | None, kind: str) -> str | None:
    named = properties.find(f"{W}{kind}") if properties is not None else None
    return named.get(f"{W}val") if named is not None else None


def character_facts(properties: _Element | None) -> Facts:
    """What these ``rPr`` say themselves."""
    facts: Facts = {}
    for element in properties if properties is not None else ():
        tag = str(element.tag).removeprefix(W)
        value = element.get(f"{W}val", "")
        match tag:
            case "rFonts":
                facts |= _fonts(element)
            case "sz":
                facts["size"] = number(value, 20.0) / 2
            case "u":
                facts["underlined"] = value not in ("none", "")
            case "color":
                facts["color"] = "000000" if value.lower() in ("auto", "") else value.upper()
            case "bdr":
                facts["framed"] = value not in ("none", "nil")
            case "rStyle":
                facts["style"] = value
            case _ if tag in TOGGLES:
                facts[tag] = is_on(element)
    return facts


def _fonts(element: _Element) -> Facts:
    """A theme's font beats the name beside it."""
    named = {}
    for slot in ("ascii", "hAnsi"):
        theme = element.get(f"{W}{slot}Theme")
        name = f"+{theme}" if theme else element.get(f"{W}{slot}")
        if name:
            named[slot] = name
    return named


def paragraph_facts(properties: _Element | None) -> Facts:
    """What these ``pPr`` say themselves."""
    facts: Facts = {}
    for element in properties if properties is not None else ():
        match str(element.tag).removeprefix(W):
            case "jc":
                facts["align"] = ALIGNMENTS.get(element.get(f"{W}val", ""), "left")
            case "spacing":
                facts |= _spacing(element)
            case "ind":
                facts |= _indents(element)
            case "contextualSpacing":
                facts["contextual"] = is_on(element)
            case "numPr":
                facts |= _listing(element)
            case "pBdr":
                facts |= _borders(element)
            case "tabs":
                facts["tabs"] = _tabs(element)
            case "framePr":
                facts["frame"] = element.get(f"{W}xAlign", "")
            case "pageBreakBefore":
                facts["new_page"] = is_on(element)
    return facts


def _spacing(element: _Element) -> Facts:
    facts: Facts = {}
    for edge in ("before", "after"):
        if element.get(f"{W}{edge}") is not None:
            facts[edge] = number(element.get(f"{W}{edge}")) / 20
        if element.get(f"{W}{edge}Lines") not in (None, "0"):
            facts[edge] = number(element.get(f"{W}{edge}Lines")) / 100 * _LINE_PITCH
        automatic = element.get(f"{W}{edge}Autospacing")
        if automatic is not None and automatic not in _OFF:
            facts[edge] = _AUTO_SPACE
    if element.get(f"{W}line") is not None:
        facts["pace"] = element.get(f"{W}lineRule", "auto")
        line = number(element.get(f"{W}line"), 240.0)
        facts["line"] = line / (240 if facts["pace"] == "auto" else 20)
    return facts


def _indents(element: _Element) -> Facts:
    facts: Facts = {}
    for key, names in (("left", ("left", "start")), ("right", ("right", "end"))):
        for name in names:
            if element.get(f"{W}{name}") is not None:
                facts[key] = mm(element.get(f"{W}{name}"))
    if element.get(f"{W}firstLine") is not None:
        facts["first"] = mm(element.get(f"{W}firstLine"))
    if element.get(f"{W}hanging") is not None:
        facts["first"] = -mm(element.get(f"{W}hanging"))
    return facts


def _listing(element: _Element) -> Facts:
    facts: Facts = {}
    listed, level = element.find(f"{W}numId"), element.find(f"{W}ilvl")
    if listed is not None:
        facts["list"] = listed.get(f"{W}val", "0")
    if level is not None:
        facts["level"] = int(number(level.get(f"{W}val")))
    return facts


def _borders(element: _Element) -> Facts:
    shown = {
        str(edge.tag).removeprefix(W)
        for edge in element
        if edge.get(f"{W}val", "none") not in ("none", "nil")
    }
    return {"edges": shown}


def _tabs(element: _Element) -> tuple[float, ...]:
    return tuple(sorted(mm(tab.get(f"{W}pos")) for tab in element if tab.get(f"{W}val") != "clear"))

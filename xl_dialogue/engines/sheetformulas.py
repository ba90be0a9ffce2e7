"""The formulas of a worksheet part, shared and array ones worked out for each of their cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue import messages
from xl_dialogue.addresses import Box, a1, box, number
from xl_dialogue.engines.sheetxml import cell_in
from xl_dialogue.engines.values import Formula, typed
from xl_dialogue.engines.xmltext import attributes, unescaped
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xl_dialogue.engines.sheetxml import SheetXml
    from xl_dialogue.engines.values import Value

_FORMULA = re.compile(rb"<f((?: [^<>]*?)?) ?(?:/>|>([^<]*)</f>)")
_JOINT = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^<>]*><f((?: [^<>]*?)? t="(?:shared|array|dataTable)"[^<>]*)'
    rb"(?:/>|>([^<]*)</f>)"
)


class Joint(NamedTuple):
    """A formula that several cells have in common; its first cell holds the text."""

    kind: str
    area: Box
    text: str
    cells: list[tuple[int, int]]


def joints(sheet: SheetXml) -> dict[str, Joint]:
    """By the index of the shared formula, or the address of the array's first cell."""
    if sheet.joints is None:
        sheet.joints = _found(sheet.part)
    return sheet.joints


def _found(part: bytes) -> dict[str, Joint]:
    found: dict[str, Joint] = {}
    if not any(kind in part for kind in (b't="shared"', b't="array"', b't="dataTable"')):
        return found
    for cell in _JOINT.finditer(part):
        at = int(cell[2]), number(cell[1].decode())
        about = attributes(cell[3].rstrip(b"/"))
        name = about.get("si", a1(*at))
        area = box(about.get("ref", a1(*at)))
        text = unescaped((cell[4] or b"").decode())
        found.setdefault(name, Joint(about["t"], area, text, [])).cells.append(at)
    return found


def moved(text: str, start: tuple[int, int], to: tuple[int, int]) -> str:
    """The formula, without ``=``, as it reads when copied from one cell to another."""
    if start == to:
        return text
    from openpyxl.formula.translate import Translator

    translator = Translator("=" + text, origin=a1(*start))
    return str(translator.translate_formula(a1(*to))).removeprefix("=")


def formula_at(sheet: SheetXml, row: int, column: int) -> str | None:
    """The formula of a cell without its ``=``."""
    if column in sheet.contents.get(row, {}):
        content = sheet.contents[row][column]
        return content.text if isinstance(content, Formula) else None
    if row not in sheet.starts or not sheet.has_formulas:
        return None
    cell = cell_in(sheet.row_at(row)[1], row, column)
    found = _FORMULA.search(cell[6] or b"") if cell else None
    if found is None:
        return next((j.text for j in _arrays(sheet) if j.area.holds(row, column)), None)
    joint = joints(sheet).get(attributes(found[1]).get("si", ""))
    if joint and not found[2]:
        return moved(joint.text, joint.cells[0], (row, column))
    return unescaped((found[2] or b"").decode())


def _arrays(sheet: SheetXml) -> Iterator[Joint]:
    return (joint for joint in joints(sheet).values() if joint.kind != "shared")


def formulas(sheet: SheetXml, area: Box) -> tuple[tuple[str, ...], ...]:
    """As Excel gives them: the formula where there is one, else the constant as typed."""
    rows = zip(area.rows, sheet.values(area), strict=True)
    return tuple(
        tuple(_calculated(sheet, row, area, values))
        if _may_calculate(sheet, row)
        else tuple(v if type(v) is str else typed(v, sheet.around.epoch) for v in values)
        for row, values in rows
    )


def _calculated(sheet: SheetXml, row: int, area: Box, values: list[Value]) -> Iterator[str]:
    for column, value in zip(area.columns, values, strict=True):
        text = formula_at(sheet, row, column)
        yield typed(value, sheet.around.epoch) if text is None else f"={text}"


def _may_calculate(sheet: SheetXml, row: int) -> bool:
    if row in sheet.contents or any(row in joint.area.rows for joint in _arrays(sheet)):
        return True
    return row in sheet.starts and b"<f" in sheet.row_at(row)[1]


def refuse_to_break(sheet: SheetXml, area: Box) -> None:
    """Errors: ``DialogueError`` when writing these cells would take a formula from others."""
    for joint in joints(sheet).values():
        if joint.area.meets(area) and not area.covers(joint.area) and _breaks(sheet, joint, area):
            raise DialogueError(messages.FORMULA_IN_COMMON, cell=a1(*joint.cells[0]))


def _breaks(sheet: SheetXml, joint: Joint, area: Box) -> bool:
    """An array breaks anywhere, a shared formula only where its text stands."""
    if joint.kind != "shared":
        return joint.cells[0][1] not in sheet.contents.get(joint.cells[0][0], {})
    others = [cell for cell in joint.cells if not area.holds(*cell)]
    kept = [cell for cell in others if cell[1] not in sheet.contents.get(cell[0], {})]
    return area.holds(*joint.cells[0]) and bool(kept)

"""The tables of `Tổng quan`: delegates by group, questions by department, documents by kind."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from xl_dialogue.looks import GREY, NAVY, QUIET, RED
from xl_dialogue.office.sheets.charts import Bars, bar_chart
from xl_dialogue.office.sheets.conditions import INVITED, filled, is_any, mask, number, passing
from xl_dialogue.office.sheets.ledger import (
    GROUP_ROW,
    GROUPS_SHOWN,
    RANK_ALONE,
    RANK_CODE,
    RANK_COUNT,
    RANK_INVITED,
    RANK_ROW,
    TOP,
    Ranked,
    ref,
)
from xl_dialogue.office.sheets.live import cut, cut_formula
from xl_dialogue.office.sheets.ranges import FIRST_ROW, cells, column_of, place, whole
from xl_dialogue.office.sheets.sections import (
    colour,
    headers,
    heading,
    letters,
    rule_lines,
    table_line,
)
from xl_dialogue.plan.plan import text
from xl_dialogue.plan.sheets import (
    DASHBOARD_TITLE,
    DELEGATES,
    DEPARTMENTS,
    GROUPS,
    INVITED_STATUSES,
    REGISTER,
)

if TYPE_CHECKING:
    from xl_dialogue.office.sheets.data import Row
    from xl_dialogue.office.sheets.ledger import Ledger
    from xl_dialogue.office.sheets.live import Live

LEADS_SHOWN, _KINDS_SHOWN = 10, 4
_NAME_ROOM = 34
"""Characters of a name that a line holds."""
_USUAL = "Đại diện "
"""The word that nearly every group's name begins with."""
_NOBODY_LEADS, _NO_DOCUMENT = "Chưa giao câu hỏi nào", "Chưa lập văn bản nào"
_SUM = "Cộng"
_NOTES = (
    f"Số đỏ: phải xử lý. “Mời”: đại biểu có trạng thái {', '.join(filter(None, INVITED_STATUSES))}",
    "hoặc bỏ trống. “–”: cơ quan chung, không mời riêng.",
)


def _name(names: str, at: str, none: str = "") -> str:
    """The name in that row, cut to the room that it has."""
    name = f'SUBSTITUTE(INDEX({names},{at})&"","{_USUAL}","")'
    short = f"REPLACE({cut_formula(name, _NAME_ROOM)},1,1,UPPER(LEFT({name},1)))"
    return f'IF({at}="","{none}",{short})'


def _short(name: str) -> str:
    said = cut(name.replace(_USUAL, ""), _NAME_ROOM)
    return said[:1].upper() + said[1:]


# --- groups ---------------------------------------------------------------------------------


def add_groups(live: Live, ledger: Ledger, row: int) -> int:
    """Expected and invited delegates by group, and the same as bars; gives the row after."""
    page, top, end = live.page, row + 2, row + 1 + GROUPS_SHOWN
    heading(page, "A:F", row, "Đại biểu theo nhóm")
    heading(page, "H:K", row, "Dự kiến và mời")
    headers(page, row + 1, "E", "F", A="Nhóm", E="Dự kiến", F="Mời")
    rows = ledger.contents[GROUPS.name]
    shown: list[tuple[str, float, int]] = []
    for n in range(GROUPS_SHOWN):
        of = rows[ledger.groups[n] - FIRST_ROW] if n < len(ledger.groups) else None
        shown.append(_group(live, ledger, top + n, ref(GROUP_ROW, TOP + n), of))
    rule_lines(page, f"A{top}:E{end}")
    rule_lines(page, f"F{top}:F{end}", red=f'AND($E{top}<>"",$F{top}<>$E{top})')
    _sum_of_groups(live, ledger, end + 1)
    codes, expected, invited = zip(*shown, strict=True)

    def area(letter: str) -> str:
        return f"'{DASHBOARD_TITLE}'!${letter}${top}:${letter}${end}"

    bars = (
        Bars("Dự kiến", GREY, area("E"), expected),
        Bars("Mời", NAVY, area("F"), invited),
    )
    cells_of_chart = f"H{row + 1}:K{end + 1}"
    page.add_chart(bar_chart("", (area("A"), codes), *bars, area=cells_of_chart, beside=0.14))
    return end + 2


def _group(
    live: Live, ledger: Ledger, line: int, at: str, of: Row | None
) -> tuple[str, float, int]:
    """A group's line; gives its code, how many are expected and how many invited."""
    table_line(live.page, line, "A:F", "E", "F")
    code = text(of[place(GROUPS, "code")]) if of else ""
    name = _short(text(of[place(GROUPS, "name")])) if of else ""
    quota = of[place(GROUPS, "expected")] if of else None
    expected = float(quota) if isinstance(quota, int | float) else None
    here = (*INVITED, is_any("group", code))
    rows = ledger.contents[DELEGATES.name]
    invited = len(passing(rows, DELEGATES, here, ledger.day))
    value = f"INDEX({whole(GROUPS, 'expected')},{at})"
    of_group = f"(TRIM({cells(DELEGATES, 'group')})=$A{line})"
    counted = f"SUM(IFERROR({of_group}*{mask(DELEGATES, *INVITED)},0))"
    known = f'INDEX({whole(GROUPS, "code")},{at})&""'
    live.put(f"A{line}", f'IF({at}="","",{known})', code)
    live.put(f"B{line}", _name(whole(GROUPS, "name"), at), name)
    live.put(
        f"E{line}",
        f'IF({at}="","",IF(ISNUMBER({value}),{value},""))',
        "" if expected is None else expected,
    )
    live.put_array(f"F{line}", f'IF({at}="","",{counted})', invited if of else "")
    return code, expected or 0, invited if of else 0


def _sum_of_groups(live: Live, ledger: Ledger, line: int) -> None:
    rows = ledger.contents[GROUPS.name]
    quotas = (q for q in column_of(rows, GROUPS, "expected") if isinstance(q, int | float))
    more = len(passing(rows, GROUPS, [filled("code")], ledger.day)) - GROUPS_SHOWN
    table_line(live.page, line, "A:F", "E", "F", total=True)
    hidden = f"({number(GROUPS, filled('code'))}-{GROUPS_SHOWN})"
    formula = f'IF({hidden}>0,"{_SUM} (cả "&{hidden}&" nhóm không hiện)","{_SUM}")'
    label = f"{_SUM} (cả {more} nhóm không hiện)" if more > 0 else _SUM
    live.put_array(f"A{line}", formula, label)
    live.put(f"E{line}", f"SUM({cells(GROUPS, 'expected')})", sum(quotas))
    live.put(f"F{line}", ledger.at["invited"], ledger.counts["invited"])
    colour(live.page, f"F{line}", f"$F{line}<>$E{line}", RED)


# --- departments ----------------------------------------------------------------------------


def add_leads(live: Live, ledger: Ledger, row: int) -> None:
    """The departments that have most questions, and how many are invited from each."""
    page, top, end = live.page, row + 2, row + 1 + LEADS_SHOWN
    heading(page, "A:F", row, "Cơ quan chủ trì nhiều câu hỏi nhất")
    headers(page, row + 1, "E", "F", A="Mã", B="Cơ quan", E="Câu hỏi", F="Mời")
    for n in range(LEADS_SHOWN):
        of = ledger.ranking[n] if n < len(ledger.ranking) else None
        _lead(live, ledger, n, top + n, of)
    rule_lines(page, f"A{top}:E{end}")
    rule_lines(page, f"F{top}:F{end}", red=f'AND($A{top}<>"",$F{top}=0)')


def _lead(live: Live, ledger: Ledger, n: int, line: int, of: Ranked | None) -> None:
    at, none = TOP + n, "" if n else _NOBODY_LEADS
    table_line(live.page, line, "A:F", "E", "F")
    live.put(f"A{line}", ref(RANK_CODE, at), of.code if of else "").font = letters(10)
    rows = ledger.contents[DEPARTMENTS.name]
    name = _short(text(rows[of.row - FIRST_ROW][place(DEPARTMENTS, "name")])) if of else none
    live.put(f"B{line}", _name(whole(DEPARTMENTS, "name"), ref(RANK_ROW, at), none), name)
    live.put(f"E{line}", ref(RANK_COUNT, at), of.questions if of else "")
    invited = ref(RANK_INVITED, at)
    stands_for_others = f"AND({invited}=0,{ref(RANK_ALONE, at)}=0)"
    shown = (of.invited or (0 if of.is_alone else "–")) if of else ""
    live.put(f"F{line}", f'IF({stands_for_others},"–",{invited})', shown)


# --- documents ------------------------------------------------------------------------------


def add_documents(live: Live, ledger: Ledger, row: int) -> None:
    """How many documents of each kind were made."""
    page, top, end = live.page, row + 2, row + 2 + _KINDS_SHOWN
    heading(page, "H:K", row, "Văn bản đã lập")
    headers(page, row + 1, "K", H="Loại văn bản", K="Số lượng")
    rows = ledger.contents[REGISTER.name]
    made = Counter(filter(None, map(text, column_of(rows, REGISTER, "kind"))))
    kinds, of = list(made), cells(REGISTER, "kind")
    for n in range(_KINDS_SHOWN):
        line, kind = top + n, kinds[n] if n < len(kinds) else ""
        none = "" if n else _NO_DOCUMENT
        table_line(page, line, "H:K", "K")
        unseen = f'MATCH(0,COUNTIF($H${top - 1}:$H{line - 1},{of})+({of}=""),0)'
        live.put_array(f"H{line}", f'IFERROR(INDEX({of},{unseen}),"{none}")', kind or none)
        count = f'IF(OR($H{line}="",$K${end}=0),"",COUNTIF({of},$H{line}))'
        live.put(f"K{line}", count, made[kind] if kind else "")
    rule_lines(page, f"H{top}:K{end - 1}")
    table_line(page, end, "H:K", "K", total=True)
    page[f"H{end}"] = _SUM
    live.put_array(f"K{end}", number(REGISTER, filled("kind")), made.total())
    for line, note in enumerate(_NOTES, start=end + 2):
        page[f"H{line}"] = note
        page[f"H{line}"].font = letters(9.5, italic=True, colour=QUIET)

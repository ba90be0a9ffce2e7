"""The four answers on top of `Tổng quan`: days to go, and how full the lists are."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Border, Side

from xl_dialogue.looks import DARK, NAVY, PALE_FILL, QUIET
from xl_dialogue.office.sheets.counting import item, said
from xl_dialogue.office.sheets.live import Live
from xl_dialogue.office.sheets.sections import CENTRED, columns, letters
from xl_dialogue.plan.conference import CONFIRMED
from xl_dialogue.plan.plan import text
from xl_dialogue.vietnamese.dates import short_date

if TYPE_CHECKING:
    from xl_dialogue.office.sheets.ledger import Ledger

TOP = 4
_TODAY = "$H$1"
_UNKNOWN, _TODAY_IS, _PAST = "–", "Hôm nay", "Đã qua"
_CONFIRMED, _TENTATIVE = ", đã chốt", ", mới là dự kiến"


def add_cards(live: Live, ledger: Ledger) -> None:
    """Put the cards side by side."""
    _days(live, ledger, "A:C", "Đến ngày hội nghị", "date")
    _days(live, ledger, "D:F", "Đến hạn gửi câu hỏi", "last_day")
    _conference_day(live, ledger)
    _question_deadline(live, ledger)
    _delegates(live, ledger)
    _questions(live, ledger)
    for row, height in enumerate((20, 36, 20, 8), start=TOP):
        live.page.row_dimensions[row].height = height


def _card(live: Live, span: str, label: str, big: tuple[str, str]) -> None:
    """A label and, below it, the answer: its formula and what it gives."""
    first, last = columns(span)[0], columns(span)[-1]
    for row in range(TOP, TOP + 3):
        live.page.merge_cells(f"{first}{row}:{last}{row}")
        for letter in columns(span):
            live.page[f"{letter}{row}"].fill = PALE_FILL
        live.page[f"{last}{row}"].border = Border(right=Side("thick", color="FFFFFF"))
    cell = live.page[f"{first}{TOP}"]
    cell.value, cell.font = label, letters(11, colour=DARK)
    cell.alignment = Alignment(horizontal="center", vertical="bottom")
    answer = live.put(f"{first}{TOP + 1}", *big)
    answer.font, answer.alignment = letters(24, bold=True, colour=NAVY), CENTRED


def _note(live: Live, column: str, formula: str, result: str) -> None:
    cell = live.put(f"{column}{TOP + 2}", formula, result)
    cell.font = letters(10, colour=QUIET)
    cell.alignment = Alignment(horizontal="center", vertical="top")


# --- days -----------------------------------------------------------------------------------


def _days(live: Live, ledger: Ledger, span: str, label: str, name: str) -> None:
    """How many days are left, or that it is today or past."""
    at, day = ledger.at[name], ledger.days[name]
    left = f"({at}-{_TODAY})"
    known = f'IF({left}>0,{left}&" ngày",IF({left}=0,"{_TODAY_IS}","{_PAST}"))'
    big = f'IF({at}="","{_UNKNOWN}",{known})', _to_go(day, ledger.day)
    _card(live, span, label, big)


def _to_go(day: dt.date | None, today: dt.date) -> str:
    if day is None:
        return _UNKNOWN
    left = (day - today).days
    return f"{left} ngày" if left > 0 else _PAST if left else _TODAY_IS


def _short(of: str) -> str:
    """A day as 24/5/2022, whatever language Excel speaks."""
    return f'DAY({of})&"/"&MONTH({of})&"/"&YEAR({of})'


def _conference_day(live: Live, ledger: Ledger) -> None:
    at, day = ledger.at["date"], ledger.days["date"]
    none = "Chưa có ngày hội nghị"
    status = f'IF({item("date_status")}="{CONFIRMED}","{_CONFIRMED}","{_TENTATIVE}")'
    status = f'IFERROR({status},"{_TENTATIVE}")'
    is_confirmed = text(said(ledger, "date_status")) == CONFIRMED
    settled = _CONFIRMED if is_confirmed else _TENTATIVE
    formula = f'IF({at}="","{none}",{_short(at)}&{status})'
    _note(live, "A", formula, short_date(day) + settled if day else none)


def _question_deadline(live: Live, ledger: Ledger) -> None:
    at, day = ledger.at["last_day"], ledger.days["last_day"]
    none, last = "Chưa có hạn", "Ngày cuối "
    formula = f'IF({at}="","{none}","{last}"&{_short(at)})'
    _note(live, "D", formula, last + short_date(day) if day else none)


# --- lists ----------------------------------------------------------------------------------


def _delegates(live: Live, ledger: Ledger) -> None:
    invited, expected = ledger.at["invited"], ledger.at["expected"]
    here, wanted = ledger.counts["invited"], said(ledger, "expected_delegates")
    known = isinstance(wanted, int | float)
    big = (
        f'{invited}&" / "&IF({expected}="","{_UNKNOWN}",{expected})',
        f"{here} / {wanted:g}" if isinstance(wanted, int | float) else f"{here} / {_UNKNOWN}",
    )
    _card(live, "H:I", "Đại biểu mời / dự kiến", big)
    gap, none, enough = f"({expected}-{invited})", "Chưa có số dự kiến", "đủ số dự kiến"
    over = f'IF({gap}<0,"thừa "&-{gap},"{enough}")'
    formula = f'IF({expected}="","{none}",IF({gap}>0,"còn thiếu "&{gap},{over}))'
    missing = wanted - here if isinstance(wanted, int | float) else 0
    shown = f"còn thiếu {missing:g}" if missing > 0 else f"thừa {-missing:g}" if missing else enough
    _note(live, "H", formula, shown if known else none)


def _questions(live: Live, ledger: Ledger) -> None:
    received, assigned = ledger.at["questions"], ledger.at["assigned"]
    everything, done = ledger.counts["questions"], ledger.counts["assigned"]
    big = f'{assigned}&" / "&{received}', f"{done} / {everything}"
    _card(live, "J:K", "Câu hỏi đã giao / đã nhận", big)
    left, none, all_done = f"({received}-{assigned})", "chưa nhận câu hỏi nào", "đã giao hết"
    some = f'IF({left}>0,"còn "&{left}&" câu chưa giao","{all_done}")'
    waiting = everything - done
    shown = f"còn {waiting} câu chưa giao" if waiting else all_done
    _note(live, "J", f'IF({received}=0,"{none}",{some})', shown if everything else none)

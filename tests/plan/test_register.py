from __future__ import annotations

import datetime as dt

import pytest
from tables import plan_of

from xl_dialogue.plan.numbers import next_number, spelled
from xl_dialogue.plan.register import Entry, entered, entries, issued, said

DAY = dt.date(2022, 5, 19)


def entry(number: str, code: str, content: str = "a", symbol: str = "GM-UBND") -> Entry:
    day = DAY if number else None
    made = Entry(number, symbol, day, "Giấy mời", f"{code} Nông Mẫu", "x.docx", "f" * 64, content)
    return made._replace(code=code)


def test_rows_are_read_as_they_stand_and_blank_ones_left_out() -> None:
    plan = plan_of(
        register="""
        number | symbol  | date       | kind     | recipient | file
        '05    | GM-UBND | 2022-05-19 | Giấy mời | D1 A      | a.docx
               |         |            |          |           |
               | GM-UBND |            | Giấy mời | D2 B      | b.docx
    """
    )
    assert [(e.number, e.date, e.recipient) for e in entries(plan)] == [
        ("05", DAY, "D1 A"),
        ("", None, "D2 B"),
    ]


@pytest.mark.parametrize(
    ("numbers", "first", "following"),
    [([], 1, 1), ([], 145, 145), (["01", "02"], 1, 3), (["07", "03"], 1, 8), (["12a", "9"], 5, 13)],
)
def test_numbers_go_on_from_the_highest_and_never_back(
    numbers: list[str], first: int, following: int
) -> None:
    known = [entry(number, number) for number in numbers]
    assert next_number(known, "GM-UBND", first) == following


def test_kinds_that_share_a_symbol_share_the_numbers_and_others_do_not() -> None:
    known = [entry("09", "A")._replace(kind="Giấy mời bổ sung"), entry("77", "B", symbol="TB-UBND")]
    assert next_number(known, "GM-UBND", 1) == 10


def test_a_symbol_typed_another_way_is_the_same_symbol() -> None:
    assert next_number([entry("09", "A", symbol=" gm-ubnd")], "GM-UBND", 1) == 10


def test_a_recipient_whose_name_was_corrected_is_the_same_recipient() -> None:
    known = [entry("01", "D1")._replace(recipient="D1 Nông Thi Mẫu")]
    again = entry("", "D1")._replace(recipient="D1 Nông Thị Mẫu")
    assert issued(known)[again.whose] == known[0]


def test_a_number_below_ten_has_its_zero() -> None:
    assert [spelled(5), spelled(10), spelled(123)] == ["05", "10", "123"]


def test_what_a_document_says_is_the_same_whatever_its_number_and_day() -> None:
    draft = {"number": "", "date_line": "ngày tháng", "subject": "Dự"}
    assert said(draft) == said(draft | {"number": "05", "date_line": "ngày 19"})
    assert said(draft) != said(draft | {"subject": "Dự họp"})


def test_the_last_numbered_one_is_the_one_that_holds() -> None:
    known = [entry("01", "A", "old"), entry("02", "A", "new"), entry("", "A", "draft")]
    assert issued(known) == {known[0].whose: known[1]}


def test_a_draft_takes_its_drafts_place_and_an_issued_one_the_drafts() -> None:
    draft = entry("", "A", "old")
    once = entered([draft], [entry("", "A", "new")])
    assert [e.content for e in once] == ["new"]
    numbered = entered(once, [entry("01", "A", "new")])
    assert [e.number for e in numbered] == ["01"]


def test_what_was_issued_stays_when_a_new_draft_comes() -> None:
    known = [entry("01", "A", "old")]
    assert [e.number for e in entered(known, [entry("", "A", "new")])] == ["01", ""]


def test_making_the_same_again_changes_nothing_whoever_makes_it() -> None:
    known = [entry("01", "A")._replace(made_by="lan", made_at="19/05/2022 08:00")]
    again = entry("01", "A")._replace(made_by="minh", made_at="20/05/2022 09:00")
    assert entered(known, [again]) == known

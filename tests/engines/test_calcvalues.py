"""Values between Calc's numbers and Python's types."""

from __future__ import annotations

import datetime as dt

import pytest

from xl_dialogue.addresses import Box
from xl_dialogue.engines import calcvalues
from xl_dialogue.engines.calcvalues import DATE, LOGICAL, TIME
from xl_dialogue.engines.values import EPOCH_1900, CellError, Formula, Quoted


@pytest.mark.parametrize(
    ("held", "kind", "value"),
    [
        (44705.5, DATE + TIME, dt.datetime(2022, 5, 24, 12)),
        (0.3125, TIME, 0.3125),
        (1.0, LOGICAL, True),
        (0.0, LOGICAL, False),
        (1.0, 0, 1.0),
        (-1.0, DATE, -1.0),
        ("0912", 0, "0912"),
        ("", DATE, None),
    ],
)
def test_a_number_is_what_its_format_says(held: str | float, kind: int, value: object) -> None:
    found = calcvalues.value(held, kind, EPOCH_1900)
    assert (type(found), found) == (type(value), value)


def test_errors_have_excels_names() -> None:
    named = ["#N/A", "#VALUE!", "Err:502", "Err:503", "#XYZ", 1.0]
    found = [calcvalues.error_named(name) for name in named]
    assert found == ["#N/A", "#VALUE!", "#VALUE!", "#NUM!", None, None]
    assert type(found[0]) is CellError


def test_a_value_keeps_a_format_that_shows_it_and_else_gets_one() -> None:
    day, moment = dt.datetime(2022, 5, 24), dt.datetime(2022, 5, 24, 7, 30)
    asked = [(day, DATE), (day, 0), (moment, 0), (dt.time(7), TIME), (dt.time(7), DATE + TIME), (True, 0), (True, LOGICAL), (5.0, LOGICAL), (5.0, DATE), ("chữ", LOGICAL)]  # fmt: skip
    assert [calcvalues.fitting(*one) for one in asked] == [
        None, "DD/MM/YYYY", "DD/MM/YYYY HH:MM", None, "HH:MM:SS", "BOOLEAN", None, "General", None, None,
    ]  # fmt: skip


def test_formulas_and_errors_leave_a_blank_that_a_formula_fills() -> None:
    contents = [Formula("A1"), CellError("#N/A"), Quoted("=x"), "chữ", None, True]
    assert [calcvalues.held(one, EPOCH_1900) for one in contents] == ["", "", "=x", "chữ", "", 1.0]
    assert [calcvalues.formula(one) for one in contents] == ["=A1", "=#N/A", *[None] * 4]


def test_cells_below_one_another_are_gathered() -> None:
    marks = [["a", None], ["a", "b"], ["b", "b"]]
    assert [*calcvalues.stretches(Box(5, 3, 7, 4), marks)] == [
        ("a", Box(5, 3, 6, 3)), ("b", Box(7, 3, 7, 3)), ("b", Box(6, 4, 7, 4)),
    ]  # fmt: skip


def test_of_each_column_only_the_part_in_question_is_asked_about() -> None:
    places = [(0, 0), (4, 0), (2, 3)]
    assert [*calcvalues.columns(Box(11, 2, 20, 9), places)] == [
        Box(11, 2, 15, 2),
        Box(13, 5, 13, 5),
    ]


@pytest.mark.parametrize(
    ("calc", "excel"),
    [("DD/MM/YYYY", "dd/mm/yyyy"), ('"Ngày" D', '"Ngày" d'), ("General", "General"), ("H:MM AM/PM", "h:mm AM/PM"), ('0.0 "KG"', '0.0 "KG"')],
)  # fmt: skip
def test_number_formats_are_spelt_as_excel_does(calc: str, excel: str) -> None:
    assert calcvalues.excel_code(calc) == excel

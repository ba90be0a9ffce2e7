"""Formulas between Excel's words and Calc's."""

from __future__ import annotations

import pytest

from xl_dialogue.engines.calcformulas import from_calc, is_constant, to_calc


@pytest.mark.parametrize(
    ("excel", "calc"),
    [
        ("=SUM(A1,B2:B3)", "=SUM(A1;B2:B3)"),
        ("=Sheet1!A1+Bảng!$B$2", "=$Sheet1.A1+$Bảng.$B$2"),
        ("=COUNTA('CÂU HỎI'!B3:B500)", "=COUNTA($'CÂU HỎI'.B3:B500)"),
        ("='it''s, so'!A1", "=$'it''s, so'.A1"),
        ("=SUM(Sheet1!A:A,Sheet1!2:7)", "=SUM($Sheet1.A:A;$Sheet1.2:7)"),
        ('=IF(A1="a,b;c",{1,2;3,4},TRUE)', '=IF(A1="a,b;c";{1;2|3;4};TRUE())'),
        ("=A1:A2 B4:B5", "=A1:A2!B4:B5"),
        ("=SUM((A1,B2),3)", "=SUM((A1~B2);3)"),
        ("=NORM.DIST(A1,0,1.5,TRUE)", "=NORM.DIST(A1;0;1.5;TRUE())"),
        ("=#REF!+1", "=#REF!+1"),
        ("=IFERROR(Sheet1!#REF!,#N/A)", "=IFERROR($Sheet1.#REF!;#N/A)"),
        ("=SUM(Bảng[Số, lượng],1)", "=SUM(Bảng[Số, lượng];1)"),
        ('=HYPERLINK("#\'Đại biểu\'!E5","Đại biểu!E5")', '=HYPERLINK("#\'Đại biểu\'!E5";"Đại biểu!E5")'),
        ('="nói ""a,b"""&\'T 1\'!A1', '="nói ""a,b"""&$\'T 1\'.A1'),
    ],
)  # fmt: skip
def test_a_formula_is_said_in_calcs_words_and_comes_back_the_same(excel: str, calc: str) -> None:
    assert to_calc(excel) == calc
    assert from_calc(calc) == excel


def test_a_sheet_that_calc_names_relatively_reads_as_the_sheet() -> None:
    assert from_calc("=Sheet1.$A$1") == "=Sheet1!$A$1"


def test_a_bare_name_with_a_full_stop_is_quoted_for_calc() -> None:
    assert to_calc("=a.b!A1") == "=$'a.b'.A1"


def test_a_prefix_of_files_is_no_part_of_the_function() -> None:
    assert to_calc("=_xlfn.CONCAT(A1,B1)") == "=CONCAT(A1;B1)"


def test_the_braces_around_a_formula_of_an_array_are_left_out() -> None:
    assert from_calc("{=SUM(A1:A3;1)}") == "=SUM(A1:A3,1)"


def test_what_was_typed_as_an_error_or_a_truth_is_a_constant() -> None:
    said = ["=#N/A", "=TRUE", "=NA()", "=TRUE+1", "=A1"]
    assert [is_constant(formula) for formula in said] == [True, True, False, False, False]

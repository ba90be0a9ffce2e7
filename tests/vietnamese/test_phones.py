from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_dialogue.vietnamese.phones import Fault, Phone, phone, phones


@pytest.mark.parametrize(
    "cell",
    ["0912345678", "0912 345 678", "0912.345.678", "0912-345-678", "+84 912 345 678",
     "84912345678", "(+84) 0912 345 678", "0084912345678", "ĐT: 0912345678", "\u00a00912345678 "],
)  # fmt: skip
def test_one_mobile_is_one_number_however_it_is_written(cell: str) -> None:
    assert phone(cell) == Phone("0912345678", None)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("0206 3852 123", "02063852123"),
        ("(0206) 3.852.123", "02063852123"),
        ("+84 206 3852 123", "02063852123"),
        ("024 3825 1234", "02438251234"),
        ("1900 1234", "19001234"),
    ],
)
def test_a_landline_keeps_its_area_code(cell: str, number: str) -> None:
    assert phone(cell) == Phone(number, None)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("912345678", "0912345678"),
        ("912345678.0", "0912345678"),
        ("912 345 678", "0912345678"),
        ("2063852123", "02063852123"),
    ],
)
def test_the_zero_a_number_cell_lost_comes_back(cell: str, number: str) -> None:
    assert phone(cell) == Phone(number, "missing_zero")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("0120", "070"), ("0121", "079"), ("0122", "077"), ("0126", "076"), ("0128", "078"),
        ("0123", "083"), ("0124", "084"), ("0125", "085"), ("0127", "081"), ("0129", "082"),
        ("0162", "032"), ("0163", "033"), ("0164", "034"), ("0165", "035"), ("0166", "036"),
        ("0167", "037"), ("0168", "038"), ("0169", "039"),
        ("0186", "056"), ("0188", "058"), ("0199", "059"),
    ],
)  # fmt: skip
def test_an_old_mobile_of_eleven_digits_gets_its_new_prefix(old: str, new: str) -> None:
    expected = Phone(new + "7654321", "old_prefix")
    assert phone(old + "7654321") == expected
    assert phone(old[1:] + "7654321.0") == expected
    assert phone("+84 " + old[1:] + " 765 4321") == expected


@pytest.mark.parametrize(
    "cell",
    ["0912345678 / 0988111222", "0912 345 678 - 0988 111 222", "0912345678;0988111222",
     "0912345678\n0988111222", "0912345678 0988111222", "Nam 0912345678, Hà 988111222"],
)  # fmt: skip
def test_two_numbers_in_a_cell_are_listed(cell: str) -> None:
    assert phones(cell) == ["0912345678", "0988111222"]
    assert phone(cell) == Phone("0912345678", "several")


def test_a_number_written_twice_is_one_number() -> None:
    assert phones("0912345678 / 0912.345.678") == ["0912345678"]


@pytest.mark.parametrize(
    "cell", ["0206 3852 123 (máy lẻ 12)", "02063852123 ext 12", "Văn thư 0206 3852 123"]
)
def test_other_text_beside_a_number_is_pointed_at(cell: str) -> None:
    assert phone(cell) == Phone("02063852123", "other_text")


@pytest.mark.parametrize(
    "cell",
    ["", "  ", "không có", "113", "0912 345 67", "09123456789", "0912345678 12", "0263852123",
     "24/5/2022", "+86 138 1234 5678", "+33 6 12 34 56 78", "004085001234", "🙂",
     "０９１２３４５６７８", "\u0301", "1" * 100_000, "1 " * 50_000, "(" * 100_000, "9.12E+08"],
)  # fmt: skip
def test_what_is_no_phone_is_no_phone(cell: str) -> None:
    assert phone(cell) == Phone("", "not_a_phone")
    assert phones(cell) == []


def test_a_letter_o_in_place_of_the_zero_is_left_to_a_person() -> None:
    assert phone("O912345678") == Phone("0912345678", "other_text")


@given(st.from_regex(r"0[35789][0-9]{8}", fullmatch=True), st.sampled_from([" ", ".", "-", ""]))
def test_a_mobile_is_read_however_it_is_grouped(number: str, between: str) -> None:
    grouped = between.join([number[:4], number[4:7], number[7:]])
    assert phone(grouped) == Phone(number, None)


@given(st.text(st.sampled_from("0123456789 +()./-;ab\n")))
def test_a_number_found_is_found_again_in_itself(text: str) -> None:
    found: list[Fault | None] = [phone(number).fault for number in phones(text)]
    assert set(found) <= {None}

from __future__ import annotations

import pytest

from xl_dialogue.vietnamese.names import Name, is_shouting, proper_case, sort_key, split_name


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Nông Văn An", Name("", (), "Nông Văn An", True)),
        ("Đ/c Nông Văn An", Name("Đồng chí", (), "Nông Văn An", True)),
        ("đ/c. Nông Văn An", Name("Đồng chí", (), "Nông Văn An", True)),
        ("Đc. An", Name("Đồng chí", (), "An", True)),
        ("ĐỒNG CHÍ NÔNG VĂN AN", Name("Đồng chí", (), "NÔNG VĂN AN", True)),
        ("Ông Nông Văn An", Name("Ông", (), "Nông Văn An", True)),
        ("Ô. Nông Văn An", Name("Ông", (), "Nông Văn An", True)),
        ("Bà: Bế Thị Hoa", Name("Bà", (), "Bế Thị Hoa", True)),
        ("B. Bế Thị Hoa", Name("Bà", (), "Bế Thị Hoa", True)),
        ("Ông/Bà Lý Y", Name("Ông/Bà", (), "Lý Y", True)),
        ("Anh Trần Văn Bình", Name("Anh", (), "Trần Văn Bình", True)),
        ("ThS. Hà Thị Mai", Name("", ("ThS",), "Hà Thị Mai", True)),
        ("Ths Hà Thị Mai", Name("", ("Ths",), "Hà Thị Mai", True)),
        ("PGS.TS. Lê Hải", Name("", ("PGS", "TS"), "Lê Hải", True)),
        ("BSCKII. Đàm Thị Thu", Name("", ("BSCKII",), "Đàm Thị Thu", True)),
        ("Bác sĩ CKII Đàm Thị Thu", Name("", ("Bác sĩ", "CKII"), "Đàm Thị Thu", True)),
        ("NSƯT Mông Lợi", Name("", ("NSƯT",), "Mông Lợi", True)),
        ("Đại úy Hoàng Sơn", Name("", ("Đại úy",), "Hoàng Sơn", True)),
        ("Đ/c Thượng tá, ThS. Lục An", Name("Đồng chí", ("Thượng tá", "ThS"), "Lục An", True)),
        ("Đại tá, Đ/c Lục An", Name("Đồng chí", ("Đại tá",), "Lục An", True)),
        ("Ông TS. Vi Nam", Name("Ông", ("TS",), "Vi Nam", True)),
        ("Bà\u00a0 Vi  Nam", Name("Bà", (), "Vi Nam", True)),
    ],
)
def test_titles_are_told_from_the_name(cell: str, name: Name) -> None:
    assert split_name(cell) == name


@pytest.mark.parametrize(
    "cell", ["Ông Ích Khiêm", "Ông Hoàng Minh", "Bà Lan", "Anh Thư", "Ông Phó Giám đốc", "B. Lan"]
)
def test_what_may_belong_to_the_name_stays_for_a_person_to_decide(cell: str) -> None:
    assert split_name(cell) == Name("", (), cell, False)


@pytest.mark.parametrize("cell", ["Bá Nguyễn", "Tsai An", "Cn", "Anhh Trần", "Ca Dao", "Thạch Ts"])
def test_a_word_that_only_begins_like_a_title_is_no_title(cell: str) -> None:
    assert split_name(cell).full_name == cell


@pytest.mark.parametrize("cell", ["Ông", "Thạc sĩ", "Đ/c", "TS."])
def test_a_cell_of_titles_only_has_no_certain_name(cell: str) -> None:
    assert split_name(cell) == Name("", (), cell, False)


@pytest.mark.parametrize("cell", ["", "   ", "\u200b"])
def test_an_empty_cell_has_an_empty_name(cell: str) -> None:
    assert split_name(cell) == Name("", (), "", True)


def test_a_cell_of_endless_titles_comes_to_an_end() -> None:
    assert split_name("TS " * 30_000 + "An").full_name == "An"
    assert not split_name("Ông " * 30_000).certain


@pytest.mark.parametrize("name", ["NGUYỄN VĂN AN", "LÝ", "NGUYễN VĂN HùNG", "H'MEN Ê"])
def test_a_name_in_capitals_shouts(name: str) -> None:
    assert is_shouting(name)


@pytest.mark.parametrize("name", ["", "Nguyễn Văn An", "Y", "Lê Á", "Ý", "  ", "123", "🙂"])
def test_a_name_with_ordinary_capitals_does_not_shout(name: str) -> None:
    assert not is_shouting(name)


@pytest.mark.parametrize(
    ("shouted", "proper"),
    [
        ("NGUYỄN THỊ HƯƠNG", "Nguyễn Thị Hương"),
        ("H'MEN NIÊ", "H'Men Niê"),
        ("NGUYễN VĂN HùNG", "Nguyễn Văn Hùng"),
        ("đàm ý", "Đàm Ý"),
    ],
)
def test_a_proper_form_of_the_name_is_proposed(shouted: str, proper: str) -> None:
    assert proper_case(shouted) == proper


def test_a_staff_list_goes_by_given_name_then_surname_in_the_vietnamese_alphabet() -> None:
    in_order = [
        "Lê An", "Trần An", "Đỗ Ân", "Lê Bình", "Lê Da", "Lê Đa", "Lê Ha", "Lê Hà", "Lê Hả",
        "Lê Hã", "Lê Há", "Lê Hạ", "Lê Oanh", "Lê Ôn", "Lê Ơn", "Lê Uy", "Lê Ưng",
    ]  # fmt: skip
    in_disorder = sorted(in_order, key=len)
    assert sorted(in_disorder, key=sort_key) == in_order


def test_a_blank_name_goes_first() -> None:
    assert sorted(["Lê An", ""], key=sort_key) == ["", "Lê An"]


def test_letters_go_before_tones() -> None:
    assert sorted(["Lê Hạ", "Lê Hai", "Lê Ha"], key=sort_key) == ["Lê Ha", "Lê Hạ", "Lê Hai"]

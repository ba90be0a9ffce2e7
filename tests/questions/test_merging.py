from __future__ import annotations

from tables import calculated, plan_of

from xl_dialogue.plan.plan import Plan
from xl_dialogue.questions.comparing import compare
from xl_dialogue.questions.lexicon import abbreviations, own_abbreviations
from xl_dialogue.questions.merging import propose

ASKED = "Công ty Vidu nợ lương công nhân ba tháng, đề nghị can thiệp."
AGAIN = "cty Vidu cham luong cong nhan 3 thang, de nghi can thiep"


def proposed(plan: Plan) -> dict[tuple[int, str], object]:
    return {(change.row, change.column): change.new for change in propose(plan)}


def test_the_less_clear_one_is_proposed_for_the_clearer_with_what_they_share() -> None:
    cells = proposed(plan_of(questions=f"code|content\nCH1|{AGAIN}\nCH2|{ASKED}\nCH3|Nhà trẻ?"))
    assert set(cells) == {(2, "maybe_duplicate_of"), (2, "likeness")}
    assert cells[2, "maybe_duplicate_of"] == "CH2"
    assert "nợ lương" in str(cells[2, "likeness"])


def test_what_was_confirmed_locked_or_proposed_is_not_proposed_again() -> None:
    assert not proposed(
        plan_of(
            questions=f"""
        code | content | duplicate_of | lock | maybe_duplicate_of | status
        CH1  | {ASKED} |              |      |                    |
        CH2  | {AGAIN} | CH1          |      |                    |
        CH3  | {AGAIN} |              | x    |                    |
        CH4  | {AGAIN} |              |      | CH1                |
        CH5  | {AGAIN} |              |      |                    | Đã tách
        """
        )
    )


def test_what_was_rejected_goes_from_its_cell_and_never_comes_back_from_either_side() -> None:
    rejected = f"""
        code | content | maybe_duplicate_of | likeness | differs_from
        CH1  | {ASKED} |                    |          |
        CH2  | {AGAIN} | CH1                | Cùng     | CH1
    """
    assert proposed(plan_of(questions=rejected)) == {
        (3, "maybe_duplicate_of"): "",
        (3, "likeness"): "",
    }
    cleared = f"code|content|differs_from\nCH1|{ASKED}|\nCH2|{AGAIN}|CH1"
    assert not proposed(plan_of(questions=cleared))


def test_a_text_without_letters_that_differs_from_another_stops_nothing() -> None:
    rows = f"code|content|differs_from\nCH1|???|CH2\nCH2|{ASKED}|\nCH3|{AGAIN}|"
    assert proposed(plan_of(questions=rows))[4, "maybe_duplicate_of"] == "CH2"


def test_a_formula_is_neither_written_over_nor_taken_out() -> None:
    asked = plan_of(questions=f"code|content\nCH1|{AGAIN}\nCH2|{ASKED}")
    assert set(proposed(calculated(asked, (2, "likeness")))) == {(2, "maybe_duplicate_of")}
    rejected = "code|content|maybe_duplicate_of|likeness|differs_from\nCH1|a|CH2|Cùng|CH2"
    assert set(proposed(calculated(plan_of(questions=rejected), (2, "likeness")))) == {
        (2, "maybe_duplicate_of")
    }


def test_a_newcomer_is_proposed_for_the_one_that_others_were_merged_into() -> None:
    cells = proposed(
        plan_of(
            questions=f"""
        code | content | duplicate_of
        CH1  | {AGAIN} |
        CH2  | {AGAIN}.| CH1
        CH3  | {ASKED} |
        """
        )
    )
    assert cells[4, "maybe_duplicate_of"] == "CH1"


def test_the_comparison_names_what_is_shared_and_what_only_one_says() -> None:
    found = compare("Vidu nợ lương 3 tháng, tổ dệt khổ", "Vidu chậm lương, thợ hàn kêu", {})
    assert "nợ lương" in found.shared
    assert "Vidu" in found.shared
    assert "3" in found.own
    assert "hàn" in " ".join(found.others)


def test_what_staff_add_to_the_abbreviations_is_read_so() -> None:
    questions = """
        code | content
        CH1  | Công ty Vidu nợ lương ba tháng, đề nghị xử lý
        CH2  | Cty Vidu nợ lgg ba tháng, đề nghị xử lý
        CH3  | Đề nghị sửa đường vào bản
    """
    assert abbreviations(plan_of(synonyms="said | meant\nlgg | lương"))["lgg"] == ["lương"]
    taught = plan_of(questions=questions, synonyms="said | meant\nlgg | lương\ncty | công ty")
    assert {change.row for change in propose(taught)} == {3}


def test_the_sheet_says_otherwise_than_we_and_is_followed() -> None:
    assert own_abbreviations()["nv"] == ["nhân", "viên"]
    assert abbreviations(plan_of(synonyms="said | meant\nnv | nghĩa vụ"))["nv"] == ["nghĩa", "vụ"]


def test_a_dialects_word_is_no_abbreviation() -> None:
    known = abbreviations(plan_of(synonyms="said | meant\ndồi | rồi\nbhyt hgđ | bảo hiểm y tế"))
    assert known == own_abbreviations()

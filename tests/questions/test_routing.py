from __future__ import annotations

import pytest
from tables import calculated, plan_of

from xl_dialogue.plan.plan import Plan
from xl_dialogue.questions.catalogue import catalogue
from xl_dialogue.questions.precedents import decided_by_staff
from xl_dialogue.questions.routing import Proposal, assign, route, route_all

DEPARTMENTS = """
    code   | name                 | valid_to   | valid_from | successor
    BHXH   | Bảo hiểm xã hội tỉnh |            |            |
    LDLD   | Liên đoàn Lao động   |            |            |
    SGTVT  | Sở Giao thông        | 2025-02-28 |            | SXD
    SXD    | Sở Xây dựng          |            |            |
    STNMT  | Sở Tài nguyên        | 2025-02-28 |            | SNNMT
    SNNMT  | Sở Nông nghiệp       |            | 2025-03-01 |
"""
TOPICS = """
    code | name     | keywords                            | exclusions | lead  | coordinators | authority
    LV01 | Nợ BHXH  | nợ BHXH; chốt sổ; nợ bảo hiểm xã hội|            | BHXH  | LDLD         | Tỉnh
    LV02 | Đường sá | ổ gà; sửa đường; đường vào nhà máy  |            | SGTVT |              | Tỉnh
    LV03 | Nhà ở    | nhà ở xã hội; nhà ở công nhân       |            | SXD   | SGTVT        | Tỉnh
    LV04 | Bụi      | khói bụi; ô nhiễm                   | bụi phổi   | STNMT |              | Tỉnh
"""


def plan(questions: str = "code|content", date: str = "2022-05-24") -> Plan:
    return plan_of({"date": date}, departments=DEPARTMENTS, topics=TOPICS, questions=questions)


def lead(text: str, date: str = "2022-05-24") -> str:
    proposal = route(text, catalogue(plan(date=date)))
    return "" if proposal.needs_review else proposal.lead


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Công ty nợ BHXH, không chốt sổ cho công nhân", "BHXH"),
        ("cong ty no bao hiem xa hoi, khong chot so", "BHXH"),
        ("CÔNG TY NỢ BẢO HIỂM XÃ HỘI!", "BHXH"),
        ("Đường vào nhà máy nhiều ổ gà", "SGTVT"),
        ("Khi nào có nhà ở xã hội, nhà ở công nhân?", "SXD"),
        ("Đề nghị tỉnh quan tâm hơn đến công nhân", ""),
        ("", ""),
        ("🙂🙂", ""),
        ("=1+1", ""),
    ],
)
def test_the_phrases_of_the_catalogue_decide(text: str, body: str) -> None:
    assert lead(text) == body


def test_an_exclusion_rules_a_topic_out() -> None:
    assert lead("Xưởng khói bụi, ô nhiễm") == "STNMT"
    assert lead("Xưởng khói bụi, ô nhiễm, tôi bị bụi phổi") == ""


def test_the_successor_answers_once_the_body_is_gone() -> None:
    assert lead("Khói bụi, ô nhiễm", "2026-05-24") == "SNNMT"
    assert lead("Đường vào nhà máy nhiều ổ gà", "2026-05-24") == "SXD"


def test_a_body_that_took_over_from_its_coordinator_does_not_coordinate_itself() -> None:
    proposal = route("nhà ở xã hội", catalogue(plan(date="2026-05-24")))
    assert (proposal.lead, proposal.coordinators) == ("SXD", ())


def test_the_lead_of_another_matter_in_the_text_is_asked_to_coordinate() -> None:
    proposal = route("nợ BHXH, không chốt sổ; đường vào nhà máy hỏng", catalogue(plan()))
    assert proposal.lead == "BHXH"
    assert proposal.coordinators == ("LDLD", "SGTVT")


def test_a_long_text_takes_no_longer_than_its_length() -> None:
    assert lead("nợ BHXH chốt sổ " + "lời dài " * 5_000) == "BHXH"


def test_only_blank_cells_of_open_rows_are_proposed() -> None:
    changes = assign(
        plan(
            """
        code | content                    | lead | lock | authority | reason
        CH01 | Công ty nợ BHXH, chốt sổ   |      |      | Huyện     |
        CH02 | Khu tập thể của xưởng dột  | SXD  |      |           |
        CH03 | Công ty nợ BHXH, chốt sổ   |      | x    |           |
        CH04 | Đề nghị quan tâm           |      |      |           |
        CH05 |                            |      |      |           |
        """
        )
    )
    written = {(change.row, change.column): change.new for change in changes}
    assert {row for row, _ in written} == {2, 5}
    assert written[2, "lead"] == "BHXH"
    assert (2, "authority") not in written
    assert "“chốt sổ”" in str(written[2, "reason"])
    assert "→ Bảo hiểm xã hội tỉnh; phối hợp: Liên đoàn Lao động" in str(written[2, "reason"])
    assert written[2, "status"] == "Đã giao"
    assert {column for row, column in written if row == 5} == {"confidence", "reason"}


def test_a_formula_is_not_written_over_whatever_it_shows() -> None:
    asked = plan("code|content\nCH01|Công ty nợ BHXH, chốt sổ")
    written = {change.column for change in assign(calculated(asked, (2, "status"), (2, "topic")))}
    assert written == {"lead", "coordinators", "authority", "confidence", "reason"}
    assert assign(calculated(asked, (2, "lead"))) == []


def test_what_was_left_for_a_person_is_brought_up_to_date_by_a_better_catalogue() -> None:
    changes = assign(
        plan(
            """
        code | content                  | confidence | reason
        CH01 | Công ty nợ BHXH, chốt sổ | #0         | Cần người quyết: không thấy cụm từ nào
        """
        )
    )
    assert {change.column for change in changes} >= {"lead", "reason", "confidence"}


def test_a_circle_of_successors_does_not_hang() -> None:
    circle = "code|name|valid_to|successor\nA|A|2020-01-01|B\nB|B|2020-01-01|A"
    topics = "code|name|keywords|lead\nLV01|X|nợ lương|A"
    known = catalogue(plan_of({"date": "2022-05-24"}, departments=circle, topics=topics))
    assert route("nợ lương", known).lead == ""


def test_answers_are_in_the_names_that_people_read() -> None:
    [answer] = route_all([("7", "Công ty nợ BHXH, chốt sổ")], plan(), "en")
    assert answer["lead"] == "Bảo hiểm xã hội tỉnh"
    assert answer["coordinators"] == ["Liên đoàn Lao động"]
    assert "; with Liên đoàn Lao động" in str(answer["reason"])
    assert answer["candidates"] == ["Bảo hiểm xã hội tỉnh"]


def test_what_is_left_for_a_person_comes_with_the_three_likeliest_bodies() -> None:
    [answer] = route_all([("8", "Chốt sổ, ô nhiễm, ổ gà")], plan())
    assert answer["lead"] is None
    assert answer["needs_review"] is True
    assert len(answer["candidates"]) == 3
    assert all(name in answer["reason"] for name in answer["candidates"])


def proposal(text: str, asker: str = "") -> Proposal:
    return route(text, catalogue(plan()), asker=asker)


def test_the_first_matter_of_a_text_leads_and_the_second_coordinates() -> None:
    both = proposal(
        "1) Đường vào nhà máy nhiều ổ gà. 2) Công ty nợ BHXH, không chốt sổ, không trả sổ."
    )
    assert (both.lead, both.coordinators) == ("SGTVT", ("BHXH",))


def test_the_union_stands_by_its_members() -> None:
    assert proposal("Đường vào nhà máy nhiều ổ gà").coordinators == ()
    assert proposal("Công nhân kêu đường vào nhà máy nhiều ổ gà").coordinators == ("LDLD",)
    assert proposal("Đường vào nhà máy nhiều ổ gà", "CĐCS Công ty Mẫu").coordinators == ("LDLD",)


def test_marks_tell_words_apart_that_are_spelt_alike_without_them() -> None:
    bodies = "code|name\nBHXH|B\nLDLD|L\nUBNDHUYEN|U"
    topics = "code|name|keywords|lead\nLV01|X|chốt sổ|BHXH"
    known = catalogue(plan_of({"date": "2022-05-24"}, departments=bodies, topics=topics))

    def beside(text: str) -> tuple[str, ...]:
        return route(text, known).coordinators

    assert beside("Chốt sổ bảo hiểm nhân thọ, bảo hiểm xã hội") == ()
    assert beside("chot so bao hiem xa hoi") == ()
    assert beside("Chốt sổ cho thợ ở xã") == beside("chot so cho tho o xa") == ("LDLD", "UBNDHUYEN")


def test_a_body_that_the_asker_names_coordinates_or_is_preferred() -> None:
    assert proposal("Đường vào nhà máy nhiều ổ gà, đề nghị Sở Xây dựng góp ý").coordinators == (
        "SXD",
    )
    alone = proposal("Ô nhiễm và ổ gà")
    named = proposal("Ô nhiễm và ổ gà, đề nghị Sở Tài nguyên trả lời")
    assert named.lead == "STNMT"
    assert named.confidence > alone.confidence


def test_who_took_over_from_a_body_coordinates_in_its_place() -> None:
    words = "Công ty nợ BHXH, không chốt sổ; còn môi trường quanh xưởng thì sao?"
    assert route(words, catalogue(plan())).coordinators == ("LDLD", "STNMT")
    assert route(words, catalogue(plan(date="2026-05-24"))).coordinators == ("LDLD", "SNNMT")


def test_every_coordinator_has_its_reason() -> None:
    told = (
        "Công nhân kêu đường vào nhà máy nhiều ổ gà, sửa đường đi; công ty nợ BHXH, không chốt sổ"
    )
    [answer] = route_all([("1", told)], plan())
    assert "Liên đoàn Lao động (vì người hỏi là đoàn viên, người lao động)" in answer["reason"]
    assert "Bảo hiểm xã hội tỉnh (vì cũng nói “nợ BHXH”)" in answer["reason"]


def test_hints_alone_never_assign() -> None:
    topics = "code|name|keywords|lead\nLV01|X|(đường); (xe); (cầu); (nhà máy)|SXD"
    known = catalogue(plan_of({"date": "2022-05-24"}, departments=DEPARTMENTS, topics=topics))
    hinted = route("đường, xe, cầu, nhà máy", known)
    assert hinted.lead == "SXD"
    assert hinted.needs_review


def test_a_question_goes_where_staff_sent_its_like() -> None:
    asked = """
        code | content                                          | lead  | reason
        CH01 | Xưởng chúng tôi ồn quá, tai ù hết cả, ai kiểm tra? | STNMT |
        CH02 | Xưởng chúng tôi ồn quá tai ù hết, ai kiểm tra      |       |
    """
    written = {(c.row, c.column): c.new for c in assign(plan(asked))}
    assert written[3, "lead"] == "STNMT"
    assert "giống câu CH01" in str(written[3, "reason"])


def test_the_authority_of_a_topic_that_staff_turned_down_is_not_taken_over() -> None:
    asked = """
        code | content                               | lead
        CH01 | Xưởng khói bụi, ô nhiễm quá, ai kiểm tra? | SXD
        CH02 | Xưởng khói bụi, ô nhiễm quá, ai kiểm tra  |
    """
    written = {(c.row, c.column): c.new for c in assign(plan(asked))}
    assert written[3, "lead"] == "SXD"
    assert (3, "authority") not in written


def test_what_the_program_itself_assigned_is_no_precedent() -> None:
    asked = """
        code | content                                          | lead  | reason
        CH01 | Xưởng chúng tôi ồn quá, tai ù hết cả, ai kiểm tra? | STNMT | “ồn” → Sở Tài nguyên
        CH02 | Xưởng chúng tôi ồn quá tai ù hết, ai kiểm tra      |       |
    """
    assert {c.column for c in assign(plan(asked))} == {"confidence", "reason"}


def test_an_earlier_plan_is_asked_too_and_its_bodies_give_way_to_their_successors() -> None:
    former = decided_by_staff(
        plan("code|content|lead\nCH09|Xưởng ồn quá, tai ù hết, ai kiểm tra?|STNMT")
    )
    now = plan("code|content\nCH01|Xưởng ồn quá tai ù hết, ai kiểm tra", "2026-05-24")
    written = {c.column: c.new for c in assign(now, former)}
    assert written["lead"] == "SNNMT"


def test_a_topic_may_name_a_successor_of_its_own() -> None:
    topics = "code|name|keywords|lead|successor\nLV01|X|học nghề|SGTVT|STNMT"
    known = catalogue(plan_of({"date": "2026-05-24"}, departments=DEPARTMENTS, topics=topics))
    assert route("học nghề", known).lead == "SNNMT"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        '=HYPERLINK("http://vidu.example")',
        "🙂" * 300,
        "请问明天几点开会",
        "Hello, thank you",
        "\x00\u200b",
    ],
)
def test_what_says_nothing_is_left_alone(text: str) -> None:
    assert proposal(text).needs_review

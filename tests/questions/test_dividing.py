from __future__ import annotations

from tables import calculated, plan_of

from xl_dialogue.plan.counted import received, single
from xl_dialogue.plan.findings import Rule
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.rules import questions as rules
from xl_dialogue.questions.dividing import divide
from xl_dialogue.questions.routing import assign

TWO = "1) Đề nghị trả nợ lương. 2) Đề nghị sửa đường vào bản."


def plan(rows: str) -> Plan:
    return plan_of(questions=rows)


def test_the_parts_stand_below_the_last_row_under_the_code_of_their_question() -> None:
    changes = divide(
        plan(
            f"""
        code  | content  | asker  | unit  | status
        CH012 | {TWO}    | Bà Nọi | May   | Đã giao
        CH013 | Nhà trẻ? |        |       |
        """
        )
    )
    written = {(change.row, change.column): change.new for change in changes}
    assert written[2, "status"] == "Đã tách"
    assert {row for row, _ in written} == {2, 4, 5}
    assert [written[row, "code"] for row in (4, 5)] == ["CH012.1", "CH012.2"]
    assert written[4, "content"] == "Đề nghị trả nợ lương."
    assert (written[5, "asker"], written[5, "unit"]) == ("Bà Nọi", "May")
    assert (written[5, "part_of"], written[5, "status"]) == ("CH012", "Mới")


def test_what_somebody_has_decided_is_left_whole() -> None:
    assert not divide(
        plan(
            f"""
        code | content | lock | answer | status     | duplicate_of
        CH1  | {TWO}   | x    |        |            |
        CH2  | {TWO}   |      | Đã trả |            |
        CH3  | {TWO}   |      |        | Đã tách    |
        CH4  | {TWO}   |      |        | Đã trả lời |
        CH5  | {TWO}   |      |        |            | CH1
             | {TWO}   |      |        |            |
        """
        )
    )


def test_a_question_whose_text_or_status_is_calculated_is_left_whole() -> None:
    asked = plan(f"code|content\nCH1|{TWO}")
    assert not divide(calculated(asked, (2, "content")))
    assert not divide(calculated(asked, (2, "status")))


def test_a_code_that_somebody_has_is_not_given_again() -> None:
    changes = divide(plan(f"code|content\nCH1|{TWO}\nCH1.1|Nhà trẻ?"))
    assert [c.new for c in changes if c.column == "code"] == ["CH1.2", "CH1.3"]


def test_a_question_that_was_taken_apart_is_neither_assigned_nor_counted() -> None:
    split = plan(
        f"""
        code  | content               | status  | part_of | lead
        CH1   | {TWO}                 | Đã tách |         | SXD
        CH1.1 | Đề nghị trả nợ lương. | Mới     | CH1     |
        """
    )
    assert list(received(split)["code"]) == ["CH1.1"]
    assert list(single(split.questions)["code"]) == ["CH1.1"]
    assert {change.row for change in assign(split)} == {3}
    [finding] = list(rules.assignments(split))
    assert (finding.rule, finding.facts["count"]) == (Rule.QUESTIONS_UNASSIGNED, 1)
    assert not list(rules.leads_not_invited(split))

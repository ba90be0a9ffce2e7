"""Bodies in force, distribution, topics."""

from __future__ import annotations

from bodies_listed import DEPARTMENTS
from tables import judged, plan_of

from xl_dialogue.plan import rules
from xl_dialogue.plan.findings import Rule


def test_a_body_gone_by_the_day_is_named_with_its_successor():
    plan = plan_of(
        {"date": "2026-05-24"},
        departments=DEPARTMENTS,
        questions="""
            code | content | lead  | authority
            CH01 | Đường?  | SGTVT | Tỉnh
    """,
    )
    [finding] = [f for f in rules.judge(plan) if f.rule is Rule.BODY_NOT_IN_FORCE]
    assert "kế thừa: Sở Xây dựng (SXD)" in finding.say()


def test_successors_in_a_circle_are_minded_and_do_not_hang():
    plan = plan_of(
        departments="""
            code | name | successor
            A    | A    | B
            B    | B    | C
            C    | C    | B
    """
    )
    rows = [row for _, _, row, _ in judged(plan, Rule.CIRCULAR_SUCCESSOR)]
    assert rows == [3, 4]


def test_whoever_has_a_task_gets_the_document_by_name_or_by_block():
    plan = plan_of(
        departments=DEPARTMENTS,
        tasks="""
            code | content | lead | coordinators
            NV01 | In      | SXD  | LDLD
    """,
        recipients="""
            number | name      | bodies
            #1     | Các Sở;   | CACSO
            #2     | Lưu: VT.  |
    """,
    )
    wanted = (Rule.RECIPIENT_MISSING, Rule.NO_FILE_COPY)
    assert judged(plan, *wanted) == [(Rule.RECIPIENT_MISSING, "tasks", 2, "lead")]


def test_the_distribution_list_ends_with_the_file_copy():
    plan = plan_of(recipients="number|name\n#1|Lưu: VT.\n#2|Các Sở;")
    assert judged(plan) == [(Rule.NO_FILE_COPY, "recipients", 3, "name")]


def test_a_keyword_that_many_leads_claim_is_pointed_at_once():
    plan = plan_of(
        topics="""
            code | name | keywords          | lead
            LV01 | A    | lương; Nợ lương   | A
            LV02 | B    | nợ lương          | B
            LV03 | C    | nợ  lương; xăng   | C
            LV04 | D    | nợ lương          | C
            LV05 | E    | xăng              | A
    """
    )
    [finding] = [each for each in rules.judge(plan) if each.rule is Rule.KEYWORD_SHARED]
    assert (finding.row, finding.column) == (2, "keywords")
    assert "4 lĩnh vực" in finding.say()
    assert "LV01, LV02, LV03, LV04" in finding.say()


def test_a_keyword_is_one_wherever_its_tone_is_typed():
    plan = plan_of(
        topics="""
            code | name | keywords | lead
            LV01 | A    | Hoà giải | A
            LV02 | B    | hòa giải | B
            LV03 | C    | hoa giải; hoà-giải | C
    """
    )
    [finding] = [each for each in rules.judge(plan) if each.rule is Rule.KEYWORD_SHARED]
    assert "LV01, LV02, LV03" in finding.say()


def test_a_topic_whose_lead_is_gone_without_an_heir_is_pointed_at():
    plan = plan_of(
        {"date": "2025-05-24"},
        departments="""
            code | name | valid_to   | successor
            A    | A    | 2025-02-28 |
            B    | B    | 2025-02-28 | C
            C    | C    |            |
            D    | D    | 2025-02-28 | E
            E    | E    | 2025-02-28 | D
        """,
        topics="""
            code | name | keywords | lead | successor
            LV01 | A    | một      | A    |
            LV02 | B    | hai      | B    |
            LV03 | C    | ba       | C    |
            LV04 | D    | bốn      | A    | C
            LV05 | E    | năm      | D    |
            LV06 | F    | sáu      | X    |
    """,
    )
    assert judged(plan, Rule.TOPIC_WITHOUT_LEAD) == [
        (Rule.TOPIC_WITHOUT_LEAD, "topics", 2, "lead"),
        (Rule.TOPIC_WITHOUT_LEAD, "topics", 6, "lead"),
    ]

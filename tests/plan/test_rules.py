from __future__ import annotations

import datetime as dt

from tables import judged, plan_of

from xl_dialogue.plan import rules
from xl_dialogue.plan.findings import Rule

DEPARTMENTS = """
    code  | name               | aliases    | valid_to   | successor | block
    SXD   | Sở Xây dựng        | Sở XD      |            |           | CACSO
    SGTVT | Sở Giao thông      |            | 2025-02-28 | SXD       | CACSO
    LDLD  | Liên đoàn Lao động | LĐLĐ tỉnh  |            |           |
    CACSO | Các Sở             |            |            |           |
"""


def test_quotas_that_do_not_add_up_are_minded_within_the_tolerance():
    groups = """
        code | name     | expected
        DB01 | Tổng     | #4
        DB02 | Tỉnh ủy  | #5
    """
    assert judged(plan_of({"expected_delegates": 10.0}, groups=groups), Rule.QUOTAS_DO_NOT_ADD_UP)
    spared = {"expected_delegates": 10.0, "quota_tolerance": 1.0}
    assert not judged(plan_of(spared, groups=groups), Rule.QUOTAS_DO_NOT_ADD_UP)


def test_an_absent_delegate_does_not_count_towards_the_quota():
    plan = plan_of(
        groups="""
            code | name | expected
            DB01 | Tổng | #2
    """,
        delegates="""
            code | full_name | group | status
            D001 | Nông A    | DB01  | Mời
            D002 | Nông B    | DB01  | Vắng
    """,
    )
    assert judged(plan) == [(Rule.GROUP_OFF_QUOTA, "groups", 2, "expected")]


def test_a_unit_that_nobody_comes_from_is_named():
    plan = plan_of(
        groups="""
            code | name | units
            DB01 | Tổng | Sở Xây dựng; Liên đoàn Lao động; Báo Mẫu
    """,
        departments=DEPARTMENTS,
        delegates="""
            code | full_name | group | unit
            D001 | Nông A    | DB01  | Phòng Nhà ở, Sở XD
            D002 | Nông B    | DB01  | Báo Mẫu
    """,
    )
    assert judged(plan, Rule.UNIT_WITHOUT_DELEGATE) == [
        (Rule.UNIT_WITHOUT_DELEGATE, "groups", 2, "units")
    ]


def test_the_same_name_twice_in_one_unit_may_be_one_person():
    plan = plan_of(
        delegates="""
            code | full_name | unit      | phone
            D001 | Nông Hòa  | Mỏ sắt    | 0900000001
            D002 | NÔNG HOÀ  | Mỏ sắt    | 0900000002
            D003 | Nông Hòa  | Trường A  | 84900000001
            D004 | Nông Hòa  | Trường B  | 0900000004
    """
    )
    places = judged(plan, Rule.POSSIBLE_DUPLICATE)
    assert [row for _, _, row, _ in places] == [3, 4]


def test_before_the_19th_means_by_the_18th():
    plan = plan_of(
        {"question_deadline": "2022-05-19"},
        questions="""
            code | content | received
            CH01 | Nhà ở?  | 2022-05-18
            CH02 | Nhà ở?  | 2022-05-19
    """,
    )
    assert judged(plan, Rule.QUESTION_LATE) == [(Rule.QUESTION_LATE, "questions", 3, "received")]


def test_questions_without_a_lead_are_one_finding_with_their_number():
    plan = plan_of(questions="code|content\nCH01|Nhà ở?\nCH02|Đường?")
    [finding] = [f for f in rules.judge(plan) if f.rule is Rule.QUESTIONS_UNASSIGNED]
    assert finding.facts["count"] == 2


def test_a_lead_that_also_coordinates_or_has_no_authority_is_minded():
    plan = plan_of(
        questions="""
            code | content | lead | coordinators | authority
            CH01 | Nhà ở?  | SXD  | STC; SXD     |
    """
    )
    assert judged(plan) == [
        (Rule.COORDINATOR_IS_LEAD, "questions", 2, "coordinators"),
        (Rule.AUTHORITY_MISSING, "questions", 2, "authority"),
    ]


def test_a_lead_that_nobody_is_invited_from_calls_for_an_invitation():
    plan = plan_of(
        departments=DEPARTMENTS,
        questions="""
            code | content | lead | authority
            CH01 | Nhà ở?  | SXD  | Tỉnh
            CH02 | Nhà ở?  | SXD  | Tỉnh
            CH03 | Phí?    | LDLD | Tỉnh
    """,
        delegates="""
            code | full_name | unit
            D001 | Nông A    | LĐLĐ tỉnh
            D002 | Nông B    | Công đoàn Sở Xây dựng
    """,
    )
    [finding] = [f for f in rules.judge(plan) if f.rule is Rule.LEAD_NOT_INVITED]
    assert (finding.row, finding.facts["count"]) == (2, 2)


def test_an_answer_that_is_not_there_is_not_an_answer():
    plan = plan_of(
        questions="""
            code | content | status      | answer | conclusion | lead | due        | authority
            CH01 | Nhà ở?  | Đã trả lời  |        |            | SXD  |            | Tỉnh
            CH02 | Nhà ở?  | Đã giao     |        | Giao SXD   | SXD  | 2022-06-01 | Tỉnh
            CH03 | Nhà ở?  | Đã trả lời  | Có.    | Giao SXD   | SXD  |            | Tỉnh
    """
    )
    assert judged(plan) == [
        (Rule.ANSWER_MISSING, "questions", 2, "answer"),
        (Rule.CONCLUSION_NOT_ANSWERED, "questions", 3, "status"),
        (Rule.CONCLUSION_INCOMPLETE, "questions", 4, "due"),
    ]


def test_tasks_without_lead_or_deadline_are_minded():
    plan = plan_of(tasks="code|content\nNV01|In giấy mời")
    assert judged(plan) == [
        (Rule.TASK_WITHOUT_LEAD, "tasks", 2, "lead"),
        (Rule.TASK_WITHOUT_DEADLINE, "tasks", 2, "deadline"),
    ]


def test_one_product_has_one_lead():
    plan = plan_of(
        tasks="""
            code | content    | lead | deadline   | same_product
            NV06 | Phát biểu  | SXD  | 2022-05-20 | NV17
            NV17 | Phát biểu  | LDLD | 2022-05-20 | NV06
    """
    )
    assert judged(plan) == [(Rule.TWINS_WITH_TWO_LEADS, "tasks", 3, "lead")]


def test_preparations_are_due_before_the_day_and_the_rest_after_it():
    plan = plan_of(
        {"date": "2022-05-24", "date_status": "Đã chốt"},
        tasks="""
            code | content | lead | deadline   | phase
            NV01 | In      | SXD  | 2022-05-24 |
            NV02 | Đưa tin | SXD  | 2022-05-24 | Sau hội nghị
            NV03 | Đón     | SXD  | 2022-05-24 | Tại hội nghị
    """,
    )
    assert judged(plan) == [
        (Rule.TASK_DUE_TOO_LATE, "tasks", 2, "deadline"),
        (Rule.TASK_DUE_TOO_EARLY, "tasks", 3, "deadline"),
    ]


def test_a_task_that_says_before_a_day_is_due_the_day_before_at_the_latest():
    plan = plan_of(
        tasks="""
            code | content                         | lead | deadline
            NV09 | Tổng hợp, gửi trước ngày 19/5/2022 | LDLD | 2022-05-19
            NV10 | Tổng hợp, gửi trước ngày 19/5/2022 | LDLD | 2022-05-18
    """
    )
    assert judged(plan) == [(Rule.SUMMARY_NOT_BEFORE_DEADLINE, "tasks", 2, "deadline")]


AGENDA = """
    number | content   | bodies | start | minutes
    #1     | Văn nghệ  | LDLD   | 07:30 | #20
    #2     | Giới thiệu| LDLD   | 07:40 | #10
    #3     | Đối thoại | LDLD   | 08:00 | #240
    #4     | Kết thúc  |        |       |
"""


def test_agenda_items_follow_each_other_within_the_hours():
    plan = plan_of({"start_time": dt.time(7, 45), "end_time": dt.time(11, 30)}, agenda=AGENDA)
    agenda = [(rule, row) for rule, sheet, row, _ in judged(plan) if sheet == "agenda"]
    assert agenda == [
        (Rule.AGENDA_BEFORE_START, 2),
        (Rule.AGENDA_OVERLAP, 3),
        (Rule.AGENDA_BEFORE_START, 3),
        (Rule.AGENDA_WITHOUT_TIME, 5),
        (Rule.AGENDA_OVERRUN, 5),
        (Rule.PERFORMER_UNKNOWN, 5),
    ]


def test_whoever_performs_is_invited_and_a_whole_block_needs_nobody_in_particular():
    plan = plan_of(
        departments=DEPARTMENTS,
        agenda="""
            number | content   | bodies      | start | minutes
            #1     | Đối thoại | LDLD; CACSO | 08:00 | #10
    """,
    )
    assert judged(plan, Rule.PERFORMER_NOT_INVITED) == [
        (Rule.PERFORMER_NOT_INVITED, "agenda", 2, "bodies")
    ]


def test_a_speech_on_the_agenda_is_prepared_and_a_prepared_speech_is_on_the_agenda():
    plan = plan_of(
        agenda="""
            number | content          | speech_task
            #1     | Khai mạc         | NV17
            #2     | Kết luận đối thoại |
    """,
        tasks="""
            code | content                      | lead | deadline
            NV17 | Phát biểu khai mạc, bế mạc   | LDLD | 2022-05-20
    """,
    )
    speeches = judged(plan, Rule.SPEECH_UNPREPARED, Rule.SPEECH_WITHOUT_ITEM)
    assert speeches == [
        (Rule.SPEECH_UNPREPARED, "agenda", 3, "speech_task"),
        (Rule.SPEECH_WITHOUT_ITEM, "tasks", 2, "content"),
    ]


def test_invitations_leave_three_working_days():
    def late(day: str) -> bool:
        plan = plan_of({"date": "2022-05-24", "invitation_date": day})
        return bool(judged(plan, Rule.INVITATION_LATE))

    assert not late("2022-05-19")
    assert late("2022-05-20")


def test_a_holiday_of_the_office_is_no_working_day():
    plan = plan_of(
        {"date": "2022-05-24", "invitation_date": "2022-05-19"},
        holidays="date|name\n2022-05-20|Nghỉ bù",
    )
    assert judged(plan, Rule.INVITATION_LATE)


def test_a_tentative_date_prints_no_official_invitation():
    assert judged(plan_of({"date": "2022-05-24", "date_status": "Dự kiến"}), Rule.DATE_TENTATIVE)
    assert not judged(
        plan_of({"date": "2022-05-24", "date_status": "Đã chốt"}), Rule.DATE_TENTATIVE
    )


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


def test_one_agreement_has_one_name():
    official = "Chương trình phối hợp hoạt động giữa UBND tỉnh và LĐLĐ tỉnh"
    plan = plan_of(
        {"signing_agreement": official},
        agenda=f"""
            number | content
            #1     | Ký kết Quy chế phối hợp công tác giữa UBND tỉnh và LĐLĐ tỉnh
            #2     | Ký kết {official}
            #3     | Văn nghệ chào mừng
    """,
    )
    assert judged(plan, Rule.NAME_DIFFERS) == [(Rule.NAME_DIFFERS, "agenda", 2, "content")]


def test_one_abbreviation_is_spelt_one_way():
    plan = plan_of(
        tasks="""
            code | content
            NV01 | Mời CNVCNLĐ
            NV02 | Mời CNVCNLĐ
            NV03 | Mời CNVCNLD
            NV04 | Mời CNVCLĐ
            NV05 | Mời HĐND
    """
    )
    rows = [row for _, _, row, _ in judged(plan, Rule.ABBREVIATION_DIFFERS)]
    assert rows == [4, 5]


def test_each_of_the_founding_plans_fourteen_rules_is_kept_by_one_of_ours():
    assert {rule.founding for rule in Rule} - {""} == {f"R{number:02d}" for number in range(1, 15)}


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


def test_people_whose_names_are_forgotten_are_not_taken_for_one() -> None:
    plan = plan_of(
        delegates="""
        code | full_name | unit
        D1   | (đã xóa)  | Công ty Vidu
        D2   | (đã xóa)  | Công ty Vidu
    """
    )
    assert judged(plan, Rule.POSSIBLE_DUPLICATE) == []

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tables import fixes, found, plan_of

from xl_dialogue.plan import checks
from xl_dialogue.plan.findings import Rule
from xl_dialogue.plan.plan import plan_from

GROUPS = """
    code | name
    DB01 | Tổng Liên đoàn
"""


def delegates(*, group: str = "DB01", **cells: str) -> str:
    record = {"code": "D001", "full_name": "Nông Văn Mẫu", "group": group} | cells
    return " | ".join(record) + "\n" + " | ".join(record.values())


def test_a_faultless_row_is_left_in_peace():
    plan = plan_of(
        groups=GROUPS, delegates=delegates(phone="0900000001", email="d001@vidu.example")
    )
    assert found(plan) == []


def test_a_blank_that_must_be_filled_is_pointed_at():
    plan = plan_of(groups=GROUPS, delegates=delegates(full_name=""))
    assert found(plan) == [(Rule.REQUIRED, "delegates", 2, "full_name")]


def test_a_cell_of_spaces_is_blank():
    plan = plan_of(
        tasks="""
            code | content
            NV01 | \N{NO-BREAK SPACE}
    """
    )
    assert (Rule.REQUIRED, "tasks", 2, "content") in found(plan)


def test_the_second_row_of_a_code_is_pointed_at_with_the_first():
    plan = plan_of(
        tasks="""
            code | content
            NV01 | Văn nghệ
            nv01 | Khai mạc
    """
    )
    [finding] = checks.check(plan)
    assert (finding.rule, finding.row, finding.facts["first"]) == (Rule.REPEATED, 3, 2)


def test_a_choice_in_other_letters_is_offered_as_it_is_written_in_the_list():
    plan = plan_of(groups=GROUPS, delegates=delegates(status="xac nhan"))
    assert found(plan) == [(Rule.NOT_A_CHOICE, "delegates", 2, "status")]
    assert fixes(plan) == ["Xác nhận"]


def test_a_choice_that_is_none_has_no_safe_fix():
    plan = plan_of(groups=GROUPS, delegates=delegates(status="Chắc là đến"))
    assert found(plan) == [(Rule.NOT_A_CHOICE, "delegates", 2, "status")]
    assert fixes(plan) == []


def test_a_lead_that_is_not_in_the_catalogue_is_pointed_at():
    plan = plan_of(
        departments="""
            code | name
            SXD  | Sở Xây dựng
    """,
        questions="""
            code | content             | lead
            CH01 | Đường vào nhà máy?  | SGT
    """,
    )
    assert found(plan) == [(Rule.UNLISTED, "questions", 2, "lead")]


def test_a_body_by_its_name_or_other_name_is_offered_by_its_code():
    plan = plan_of(
        departments="""
            code | name        | aliases
            SXD  | Sở Xây dựng | Sở XD; SXD tỉnh
    """,
        questions="""
            code | content | lead        | coordinators
            CH01 | Nhà ở?  | Sở xây dựng | sở xd
    """,
    )
    assert fixes(plan) == ["SXD", "SXD"]


def test_two_leads_for_one_question_are_one_too_many():
    plan = plan_of(
        departments="""
            code | name
            SXD  | Sở Xây dựng
            STC  | Sở Tài chính
    """,
        questions="""
            code | content | lead
            CH01 | Nhà ở?  | SXD; STC
    """,
    )
    assert found(plan) == [(Rule.SEVERAL, "questions", 2, "lead")]


@pytest.mark.parametrize(
    ("said", "day"),
    [("18/5/2022", (2022, 5, 18)), ("ngày 04 tháng 5 năm 2022", (2022, 5, 4))],
)
def test_a_date_typed_as_text_becomes_a_date_day_before_month(said, day):
    plan = plan_of(questions=f"code|content|received\nCH01|Nhà ở?|{said}")
    assert found(plan) == [(Rule.DATE_AS_TEXT, "questions", 2, "received")]
    assert fixes(plan) == [dt.datetime(*day)]


@pytest.mark.parametrize("said", ["31/2/2022", "tuần sau", "5/18/2022"])
def test_what_is_no_date_is_never_guessed(said):
    plan = plan_of(questions=f"code|content|received\nCH01|Nhà ở?|{said}")
    assert found(plan) == [(Rule.NOT_A_DATE, "questions", 2, "received")]
    assert fixes(plan) == []


@pytest.mark.parametrize(
    ("phone", "rule", "fix"),
    [
        ("#900000001", Rule.PHONE_FORM, ["0900000001"]),
        ("+84 900 000 001", Rule.PHONE_FORM, ["0900000001"]),
        ("0900 000 001", Rule.PHONE_FORM, ["0900000001"]),
        ("0900000001 / 0900000002", Rule.SEVERAL_PHONES, []),
        ("01620000001", Rule.PHONE_CONVERTED, []),
        ("hỏi văn phòng", Rule.NOT_A_PHONE, []),
    ],
)
def test_a_phone_is_put_into_the_common_form_where_that_is_safe(phone, rule, fix):
    plan = plan_of(groups=GROUPS, delegates=delegates(phone=phone))
    assert found(plan) == [(rule, "delegates", 2, "phone")]
    assert fixes(plan) == fix


@pytest.mark.parametrize("email", ["a@b", "không có", "d001@vidu.example, d002@vidu.example"])
def test_what_is_no_address_is_pointed_at(email):
    plan = plan_of(groups=GROUPS, delegates=delegates(email=email))
    assert found(plan) == [(Rule.NOT_AN_EMAIL, "delegates", 2, "email")]


def test_letters_in_an_old_encoding_are_shown_as_they_may_be_meant_and_left_alone():
    plan = plan_of(tasks="code|content\nNV01|§Ò nghÞ tØnh hç trî c«ng nh©n")
    [finding] = checks.check(plan)
    assert finding.rule is Rule.LEGACY_TEXT
    assert "Đề nghị tỉnh hỗ trợ công nhân" in finding.say()
    assert finding.fix is None


def test_decomposed_letters_are_put_together():
    plan = plan_of(tasks="code|content\nNV01|So\N{COMBINING HORN}\N{COMBINING HOOK ABOVE} Y te")
    assert found(plan) == [(Rule.DECOMPOSED_TEXT, "tasks", 2, "content")]
    assert fixes(plan) == ["Sở Y te"]


def test_spare_spaces_go_and_line_breaks_stay():
    plan = plan_of(tasks=r"code|content" + "\n" + r"NV01|Hai  dòng\nở đây")
    assert fixes(plan) == ["Hai dòng\nở đây"]


def test_an_honorific_in_the_name_is_pointed_at_and_the_name_left_as_typed():
    plan = plan_of(groups=GROUPS, delegates=delegates(full_name="Đ/c Nông Văn Mẫu"))
    assert found(plan) == [(Rule.STRAY_HONORIFIC, "delegates", 2, "full_name")]
    assert fixes(plan) == []


def test_a_name_in_capitals_is_for_a_person_to_mend():
    plan = plan_of(groups=GROUPS, delegates=delegates(full_name="NÔNG VĂN MẪU"))
    assert found(plan) == [(Rule.SHOUTED_NAME, "delegates", 2, "full_name")]
    assert fixes(plan) == []


def test_an_item_of_the_conference_is_checked_by_its_own_kind():
    plan = plan_of(conference={"date": "cuối tháng 5", "date_status": "chắc chắn"})
    places = {(rule, row) for rule, sheet, row, column in found(plan) if row}
    assert places == {(Rule.NOT_A_DATE, 2), (Rule.NOT_A_CHOICE, 3)}


def test_an_item_that_the_sheet_does_not_have_is_missed():
    plan = plan_of(conference={"venue": "Trung tâm"})
    missed = [f.facts["header"] for f in checks.check(plan)]
    assert "Tên hội nghị" in missed
    assert "Địa điểm" not in missed


def test_signs_that_turn_letters_round_are_taken_out():
    plan = plan_of(tasks="code|content\nNV01|Nông \N{RIGHT-TO-LEFT OVERRIDE}Văn Mẫu")
    assert found(plan) == [(Rule.TURNING_SIGNS, "tasks", 2, "content")]
    assert fixes(plan) == ["Nông Văn Mẫu"]


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("#REF!", Rule.ERROR_CELL),
        ("Trung \N{RIGHT-TO-LEFT OVERRIDE}tâm", Rule.TURNING_SIGNS),
        ("Trung  tâm", Rule.UNTIDY_TEXT),
    ],
)
def test_what_is_wrong_with_any_cell_is_told_once_of_an_item_of_the_conference(said, rule):
    places = [place for place in found(plan_of({"venue": said})) if place[2]]
    assert places == [(rule, "conference", 2, "value")]


def test_what_is_said_to_stand_above_is_copied_from_the_row_above():
    plan = plan_of(tasks="code|content\nNV01|Văn nghệ\nNV02|nt\nNV03|Như trên")
    assert found(plan) == [
        (Rule.DITTO, "tasks", 3, "content"), (Rule.DITTO, "tasks", 4, "content"),
    ]  # fmt: skip
    assert fixes(plan) == ["Văn nghệ", "Văn nghệ"]


def test_nothing_is_copied_over_a_row_that_is_not_there():
    plan = plan_of(tasks="code|content\nNV01|Văn nghệ\nNV02|Khai mạc\nNV03|nt")
    apart = replace(plan.cells["tasks"], values=plan.cells["tasks"].values.drop(index=3))
    plan = plan_from({"tasks": apart})
    assert found(plan) == [(Rule.DITTO, "tasks", 4, "content")]
    assert fixes(plan) == []


def test_an_abbreviation_is_no_word_for_what_stands_above():
    plan = plan_of(synonyms="said|meant\ncty|công ty\nnt|nhà trọ")
    assert found(plan) == []


@pytest.mark.parametrize("said", ["1,234", "1.234", "2.022", "12.345.678"])
def test_a_number_that_may_be_meant_in_thousands_is_never_guessed(said):
    plan = plan_of(groups=f"code|name|expected\nDB01|Tổng|{said}")
    assert found(plan) == [(Rule.NOT_A_NUMBER, "groups", 2, "expected")]
    assert fixes(plan) == []


def test_a_fix_that_would_make_a_code_stand_twice_is_left_to_a_person():
    plan = plan_of(tasks="code|content\nNV01|Văn nghệ\nNV01\N{NO-BREAK SPACE}|Khai mạc")
    assert checks.fixes(plan) == []


def test_an_error_of_excel_is_pointed_at():
    plan = plan_of(tasks="code|content\nNV01|#REF!")
    assert found(plan) == [(Rule.ERROR_CELL, "tasks", 2, "content")]

"""Quotas, units and people on the list."""

from __future__ import annotations

from bodies_listed import DEPARTMENTS
from tables import judged, plan_of

from xl_dialogue.plan.findings import Rule


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


def test_people_whose_names_are_forgotten_are_not_taken_for_one() -> None:
    plan = plan_of(
        delegates="""
        code | full_name | unit
        D1   | (đã xóa)  | Công ty Vidu
        D2   | (đã xóa)  | Công ty Vidu
    """
    )
    assert judged(plan, Rule.POSSIBLE_DUPLICATE) == []

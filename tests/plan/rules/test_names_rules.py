"""One thing, one name."""

from __future__ import annotations

from tables import judged, plan_of

from xl_dialogue.plan.findings import Rule


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

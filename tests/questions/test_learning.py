from __future__ import annotations

from tables import plan_of

from xl_dialogue.plan.plan import Plan
from xl_dialogue.questions.catalogue import catalogue
from xl_dialogue.questions.learning import changes, learn
from xl_dialogue.questions.routing import route

DEPARTMENTS = "code|name\nSXD|Sở Xây dựng\nSYT|Sở Y tế\nSCT|Sở Công Thương"
TOPICS = """
    code | name  | keywords       | lead
    LV01 | Nhà ở | nhà ở xã hội   | SXD
    LV02 | Y tế  | khám bệnh      | SYT
    LV03 | Điện  | mất điện       | SCT
    LV04 | Chợ   | họp chợ        | SCT
"""


def plan(questions: str) -> Plan:
    return plan_of(
        {"date": "2022-05-24"}, departments=DEPARTMENTS, topics=TOPICS, questions=questions
    )


def lessons(questions: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(each.topic, each.phrase, each.questions) for each in learn(plan(questions)).lessons]


CORRECTED = """
    code | content                                    | lead | topic | reason
    CH01 | Lán trại tạm bợ, mưa là ướt hết             | SXD  |       |
    CH02 | Anh em vẫn ở lán trại tạm bợ, khi nào xong? | SXD  |       |
"""


def test_a_phrase_that_corrections_share_is_proposed_for_the_topic_of_their_lead() -> None:
    assert lessons(CORRECTED) == [("LV01", "lán trại tạm", ("CH01", "CH02"))]


def test_what_was_learnt_routes_the_next_question() -> None:
    before = plan(CORRECTED)
    [change] = changes(before, learn(before).lessons)
    assert (change.sheet, change.row, change.column) == ("topics", 2, "keywords")
    assert change.old == "nhà ở xã hội"
    topics = TOPICS.replace("nhà ở xã hội", str(change.new))
    known = catalogue(plan_of({"date": "2022-05-24"}, departments=DEPARTMENTS, topics=topics))
    assert route("Lán trại tạm quá", known).lead == "SXD"


def test_a_topic_without_keywords_learns_its_first() -> None:
    blank = TOPICS.replace("nhà ở xã hội", "            ")
    before = plan_of(
        {"date": "2022-05-24"}, departments=DEPARTMENTS, topics=blank,
        questions="code|content|lead|topic\nCH01|Lán trại tạm bợ|SXD|LV01",
    )  # fmt: skip
    [change] = changes(before, learn(before).lessons)
    assert change.new == "lán trại tạm"


def test_nothing_is_learnt_where_staff_agree_with_the_program() -> None:
    assert lessons("code|content|lead\nCH01|Bao giờ có nhà ở xã hội|SXD") == []


def test_nothing_is_learnt_from_what_the_program_assigned() -> None:
    assert lessons("code|content|lead|reason\nCH01|Lán trại tạm bợ|SXD|“x” → Sở Xây dựng") == []


def test_a_phrase_that_another_lead_shares_would_mislead() -> None:
    both = "code|content|lead\nCH01|lán trại|SXD\nCH02|lán trại|SYT"
    assert lessons(both) == []
    assert [each.code for each in learn(plan(both)).untaught] == ["CH01", "CH02"]


def test_the_topic_that_staff_name_learns() -> None:
    assert lessons("code|content|lead|topic\nCH01|Quạt máy quay chậm|SCT|LV03") == [
        ("LV03", "quạt máy quay", ("CH01",))
    ]


def test_without_a_topic_to_learn_it_is_left_to_a_person() -> None:
    found = learn(plan("code|content|lead\nCH01|Quạt máy quay chậm|SCT"))
    assert found.lessons == []
    assert [each.code for each in found.untaught] == ["CH01"]

"""When the time of people's data is over: a day that has come, after a conference that was held."""

from __future__ import annotations

import datetime as dt

import pytest
from tables import plan_of

from xl_dialogue import messages
from xl_dialogue.exchange.forgetting.due import limit
from xl_dialogue.messages import DialogueError, Text

TODAY, NEW_YEAR = dt.date(2024, 6, 1), dt.date(2023, 1, 1)
HELD: dict[str, object] = {"date": "2022-05-24", "date_status": "Đã chốt"}


def test_a_conference_before_the_day_that_is_asked_for() -> None:
    assert limit(plan_of(HELD), NEW_YEAR, TODAY) == NEW_YEAR


def test_the_day_of_the_plan_where_nobody_names_one() -> None:
    plan = plan_of(HELD | {"kept_until": "2023-05-24"})
    assert limit(plan, None, TODAY) == dt.date(2023, 5, 24)
    assert limit(plan, NEW_YEAR, TODAY) == NEW_YEAR


@pytest.mark.parametrize(
    ("items", "asked", "why"),
    [
        (HELD, None, messages.FORGET_NO_DATE),
        (HELD, dt.date(2024, 6, 2), messages.FORGET_TOO_EARLY),
        (HELD | {"kept_until": "2025-05-24"}, None, messages.FORGET_TOO_EARLY),
        (HELD | {"kept_until": "khi xong việc"}, None, messages.FORGET_UNREADABLE),
        (HELD, dt.date(2022, 5, 24), messages.FORGET_NOT_OVER),
        (HELD, dt.date(2021, 1, 1), messages.FORGET_NOT_OVER),
        (HELD | {"date": "2024-12-24"}, TODAY, messages.FORGET_NOT_OVER),
        (HELD | {"date_status": "Dự kiến"}, NEW_YEAR, messages.FORGET_TENTATIVE),
        (HELD | {"date": "cuối tháng 5"}, NEW_YEAR, messages.FORGET_NO_DAY),
        ({}, NEW_YEAR, messages.FORGET_NO_DAY),
    ],
)
def test_what_is_refused(items: dict[str, object], asked: dt.date | None, why: Text) -> None:
    with pytest.raises(DialogueError) as refusal:
        limit(plan_of(items), asked, TODAY)
    assert refusal.value.text == why
    assert "{" not in refusal.value.say()


def test_a_day_typed_as_text_is_a_day() -> None:
    plan = plan_of(HELD | {"kept_until": "24/5/2023"})
    assert limit(plan, None, TODAY) == dt.date(2023, 5, 24)

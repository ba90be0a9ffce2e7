"""How far the plan has come: which steps on the way to the conference are still open."""

from __future__ import annotations

from xl_dialogue.plan import bodies
from xl_dialogue.plan.deadlines import STEPS, closing_of
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import ANSWERED, RETURNED

_INVITATION, _ANSWER_REPORT = "Giấy mời", "Báo cáo tổng hợp trả lời"


def still_open(plan: Plan) -> list[str]:
    """Names of the steps that nothing in the workbook says are finished."""
    finished = _finished(plan)
    return [step.name for step in STEPS if not finished.get(step.name)]


def _finished(plan: Plan) -> dict[str, bool]:
    closing, frame, conference = closing_of(plan), plan.questions, plan.conference
    received = frame[(frame["content"] != "") & (frame["duplicate_of"] == "")]
    numbered = set(plan.register.loc[plan.register["number"] != "", "kind"])
    is_closed = closing is not None and closing < plan.day
    is_assigned = is_closed and bool((received["lead"] != "").all())
    dealt_with = received["status"].isin((ANSWERED, RETURNED))
    leads = set(received.loc[received["status"] != RETURNED, "lead"])
    is_sent = conference.invitation_date is not None and conference.invitation_date < plan.day
    return {
        "intake": is_closed,
        "assignment": is_assigned,
        "answers": is_assigned and bool(dealt_with.all()),
        "consolidation": _ANSWER_REPORT in numbered,
        "invitations": is_sent or _INVITATION in numbered,
        "supplement": is_assigned and not leads & bodies.unrepresented(plan),
    }

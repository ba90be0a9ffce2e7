"""What the chair concluded on a question: a task with a unit and a day, until it is done."""

from __future__ import annotations

import pandas as pd

from xl_dialogue.plan.appending import appended
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.codes import new_codes
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.schema import parts
from xl_dialogue.plan.sheets import AFTER, ANSWERED, TO_DO

_BASIS = "Kết luận hội nghị, câu hỏi {code}"
_PRODUCT = "{conclusion} (sản phẩm: {product})"


def concluded(plan: Plan) -> pd.DataFrame:
    """Questions whose conclusion can be announced: answered, led and dated."""
    frame = plan.questions
    finished = (frame["conclusion"] != "") & (frame["status"] == ANSWERED)
    return frame[finished & (frame["lead"] != "") & frame["due"].notna()]


def given(plan: Plan) -> dict[str, int]:
    """Code of a question -> the row of the task that its conclusion became."""
    frame = plan.tasks
    pairs = zip(frame["question"], map(int, frame.index), strict=True)
    return {code: row for code, row in pairs if code}


def to_give(plan: Plan) -> list[Change]:
    """A row of `Nhiệm vụ` for each conclusion that has none yet, the earliest due first."""
    known, codes = given(plan), new_codes(plan, "tasks")
    waiting = concluded(plan).sort_values("due", kind="stable")
    rows = [
        {
            "code": next(codes),
            "content": _content(question),
            "lead": question["lead"],
            "coordinators": "; ".join(parts(question["coordinators"])),
            "phase": AFTER,
            "deadline": question["due"],
            "status": TO_DO,
            "basis": _BASIS.format(code=question["code"]),
            "question": question["code"],
        }
        for _, question in waiting.iterrows()
        if question["code"] and question["code"] not in known
    ]
    return appended(plan, "tasks", rows)


def _content(question: pd.Series) -> str:
    conclusion, product = question["conclusion"].rstrip(" .;"), question["product"]
    facts = {"conclusion": conclusion, "product": product}
    return _PRODUCT.format(**facts) if product else conclusion

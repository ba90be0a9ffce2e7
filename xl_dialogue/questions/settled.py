"""Questions that a law answers already, by the topics of which the catalogue says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from xl_dialogue import messages
from xl_dialogue.messages import Said
from xl_dialogue.plan.counted import single
from xl_dialogue.plan.plan import Plan, down
from xl_dialogue.plan.sheets import ANSWERED, CENTRE, RETURNED


class Settled(NamedTuple):
    """An open question and the law that answers it."""

    code: str
    topic: str
    law: str
    authority: str

    def standard_answer(self) -> str:
        """What may be answered at once; whoever leads reads it before it goes out."""
        central = self.authority == CENTRE
        text = messages.ANSWER_BY_LAW_CENTRAL if central else messages.ANSWER_BY_LAW
        return text.say("vi", law=self.law)


def settled(plan: Plan) -> list[Settled]:
    """The open questions of topics whose law is named, each once, in the order of the sheet."""
    named = down(plan.topics, "code", "name", "settled_by", "authority")
    laws = {code: (name, law, authority) for _, (code, name, law, authority) in named if law}
    columns = ("code", "topic", "status")
    return [
        Settled(code, *laws[topic])
        for _, (code, topic, status) in down(single(plan.questions), *columns)
        if topic in laws and status not in (ANSWERED, RETURNED)
    ]


def told(plan: Plan) -> Iterator[Said]:
    """How many questions a law answers, then topic by topic the codes and what to answer."""
    topics: dict[str, list[Settled]] = {}
    found = settled(plan)
    for each in found:
        topics.setdefault(each.topic, []).append(each)
    if found:
        yield Said(messages.SETTLED_BY_LAW, {"count": len(found)})
    for topic, several in topics.items():
        codes = ", ".join(each.code for each in several)
        facts = {"topic": topic, "codes": codes, "answer": several[0].standard_answer()}
        yield Said(messages.SETTLED_TOPIC, {**facts})

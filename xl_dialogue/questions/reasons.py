"""Why, in a sentence that a clerk would accept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from xl_dialogue import messages

if TYPE_CHECKING:
    from xl_dialogue.questions.routing import Proposal

_BASIS = 60
"""Characters of a legal basis that still fit into the sentence."""
ARROW = "→ {lead}"
"""How every reason of the program names the lead; by it the program knows its own."""


def reason(proposal: Proposal, names: Mapping[str, str], language: messages.Language = "vi") -> str:
    """The phrases, the lead, the law where it is short, and why each coordinator."""
    if not proposal.lead:
        return messages.REASON_NOTHING.say(language)
    quoted = ", ".join(f"“{phrase}”" for phrase in proposal.phrases)
    if proposal.needs_review:
        listed = ", ".join(names.get(code, code) for code in proposal.candidates)
        return messages.REASON_VAGUE.say(language, phrases=quoted, candidates=listed)
    lead = names.get(proposal.lead, proposal.lead)
    if proposal.like:
        share = round(100 * proposal.like.share)
        sentence = messages.REASON_LIKE.say(
            language, code=proposal.like.code, share=share, lead=lead
        )
    else:
        sentence = messages.REASON.say(language, phrases=quoted, lead=lead)
        if proposal.basis and len(proposal.basis) <= _BASIS:
            sentence += messages.REASON_BASIS.say(language, basis=proposal.basis)
    if proposal.beside:
        told = (
            one.because.say(language, name=names.get(one.body, one.body), phrase=one.phrase)
            for one in proposal.beside
        )
        sentence += messages.REASON_WITH.say(language, coordinators=", ".join(told))
    return sentence


def says(reason: str, lead: str, names: Mapping[str, str]) -> bool:
    """Whether a reason is the program's own for this lead."""
    return bool(lead) and ARROW.format(lead=names.get(lead, lead)) in reason

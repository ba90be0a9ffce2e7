"""The kinds of document as a list: who signs each, for whom it is, which sheets it draws on."""

from __future__ import annotations

from typing import NamedTuple

from xl_dialogue import messages
from xl_dialogue.documents.issuing import Issue, issue_of
from xl_dialogue.documents.kinds import KINDS
from xl_dialogue.documents.registry import Kind
from xl_dialogue.messages import Language
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.schema import parts
from xl_dialogue.plan.sheets import BY_NAME


class Listed(NamedTuple):
    """One kind, with what the workbook says of it."""

    kind: Kind
    issue: Issue

    def signer(self, language: Language) -> str:
        """Authority, title and name; who speaks, of a speech."""
        said = [*parts(self.issue.authority), self.issue.title, self.issue.signer]
        return " - ".join(filter(None, said)) or messages.NOBODY.say(language)

    def recipients(self, language: Language) -> str:
        if self.issue.addressees:
            return "; ".join(parts(self.issue.addressees))
        if self.kind.each:
            return self.kind.each.whom.say(language)
        if not self.kind.numbered:
            return messages.NOBODY.say(language)
        own = "; ".join(part.rstrip(".") for part in parts(self.issue.recipients))
        return own or messages.DISTRIBUTION_LIST.say(language)

    @property
    def sheets(self) -> list[str]:
        return [BY_NAME[name].title for name in self.kind.draws_on]

    def say(self, language: Language = "vi") -> str:
        return messages.KIND_LISTED.say(
            language,
            name=self.kind.name,
            label=self.kind.label,
            signer=self.signer(language),
            recipients=self.recipients(language),
            sheets=", ".join(self.sheets),
        )

    def as_json(self, language: Language = "vi") -> dict[str, object]:
        return {
            "kind": self.kind.name,
            "label": self.kind.label.say(language),
            "template": self.kind.template,
            "symbol": self.issue.symbol,
            "signer": self.signer(language),
            "recipients": self.recipients(language),
            "sheets": self.sheets,
        }


def listed(plan: Plan) -> list[Listed]:
    """Every kind in the order of time."""
    return [Listed(kind, issue_of(plan, kind.label.vi)) for kind in KINDS.values()]

"""For whom a document is: the row that names its recipient, known by a code of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from xl_dialogue.documents.drafts import Draft
from xl_dialogue.documents.invitations import group_of, honorific
from xl_dialogue.documents.registry import Kind
from xl_dialogue.plan.findings import Finding, Rule
from xl_dialogue.plan.plan import Plan, down
from xl_dialogue.plan.sheets import AGENCY, BY_NAME, DEPARTMENTS

_CODE = "code"


def told_apart(
    plan: Plan, kind: Kind, drafts: Iterable[Draft]
) -> tuple[list[Draft], list[Finding]]:
    """The drafts whose recipient is known, and the findings for those whose code is another's too.

    Whose number, letter and address it is hangs on the code: of two rows neither gets any.
    """
    if not kind.each:
        return list(drafts), []
    rows: dict[tuple[str, str], list[int]] = defaultdict(list)
    for sheet in {kind.sheet, DEPARTMENTS.name}:
        for row, code in down(plan.frames[sheet], _CODE):
            rows[sheet, code.casefold()].append(row)
    ready, refused = [], []
    for draft in drafts:
        sheet = _sheet_of(draft, kind)
        same = rows[sheet, draft.code.casefold()]
        at = draft.row or (same[-1] if same else None)
        facts: dict[str, object] = {"header": BY_NAME[sheet][_CODE].header}
        if not draft.code:
            refused.append(Finding(Rule.REQUIRED, sheet, at, _CODE, facts))
        elif len(same) > 1:
            facts["first"] = next(each for each in same if each != at)
            refused.append(Finding(Rule.REPEATED, sheet, at, _CODE, facts, draft.code))
        else:
            ready.append(draft)
    return ready, refused


def address(plan: Plan, kind: Kind, draft: Draft) -> str:
    """Where the mail of this document goes: what the row says that names its recipient."""
    frame = plan.frames[_sheet_of(draft, kind)]
    row = frame.loc[[draft.row]] if draft.row else frame[frame[_CODE] == draft.code]
    return str(row["email"].iloc[0]) if len(row) == 1 else ""


def called(plan: Plan, kind: Kind, draft: Draft) -> str:
    """The recipient as a letter greets: a person with the honorific of the invitation."""
    if not draft.row:
        return draft.recipient
    [(_, delegate)] = plan.frames[kind.sheet].loc[[draft.row]].iterrows()
    honour = honorific(delegate, group_of(plan, delegate["group"])["honorific"])
    return draft.recipient if honour == AGENCY else f"{honour} {draft.recipient}"


def _sheet_of(draft: Draft, kind: Kind) -> str:
    """The sheet that names the recipient: the one printed row by row, else the catalogue."""
    return kind.sheet if draft.row else DEPARTMENTS.name

from __future__ import annotations

import datetime as dt

from xl_dialogue.documents.drafts import Draft
from xl_dialogue.documents.issuing import Issue
from xl_dialogue.documents.kinds import KINDS
from xl_dialogue.documents.numbering import Paper, papers
from xl_dialogue.plan.register import Entry, entered

DAY = dt.date(2022, 5, 19)
ISSUE = Issue(kind="Giấy mời", symbol="GM-UBND")


def draft(code: str, subject: str = "Dự") -> Draft:
    context = {"number": "", "date_line": "ngày      tháng 5 năm 2022", "subject": subject}
    return Draft(f"001 {code}", context, 2, code, "Nông Mẫu")


def numbered(
    known: list[Entry], *drafts: Draft, issuing: dt.date | None = DAY, issue: Issue = ISSUE
) -> list[Paper]:
    return papers(known, drafts, KINDS["invitation"], issue, issuing=issuing)


def register(*made: Paper) -> list[Entry]:
    return entered([], [paper.entry for paper in made])


def numbers(made: list[Paper]) -> list[object]:
    return [paper.draft.context["number"] for paper in made]


def test_a_draft_gets_no_number() -> None:
    [paper] = numbered([], draft("D1"), issuing=None)
    assert (paper.entry.number, paper.draft.context["number"]) == ("", "")


def test_what_is_issued_says_its_number_and_day() -> None:
    one, two = numbered([], draft("D1"), draft("D2"))
    assert [one.draft.context["number"], two.draft.context["number"]] == ["01", "02"]
    assert one.draft.context["date_line"] == "ngày 19 tháng 5 năm 2022"
    assert one.entry.recipient == "D1 Nông Mẫu"


def test_the_offices_first_number_and_day_are_kept() -> None:
    issue = Issue(symbol="GM-UBND", first_number=145, date=dt.date(2022, 5, 18))
    [paper] = numbered([], draft("D1"), issue=issue)
    assert (paper.entry.number, paper.entry.date) == ("145", dt.date(2022, 5, 18))


def test_the_same_data_keep_the_number_and_a_newcomer_gets_the_next() -> None:
    known = register(*numbered([], draft("D1"), draft("D2")))
    again = numbered(known, draft("D2"), draft("D3"), draft("D1"))
    assert numbers(again) == ["02", "03", "01"]


def test_changed_data_get_another_number_and_the_old_one_is_named() -> None:
    known = register(*numbered([], draft("D1")))
    [paper] = numbered(known, draft("D1", "Dự họp"))
    assert paper.entry.number == "02"
    assert paper.superseded == known[0]


def test_an_unchanged_document_is_printed_under_its_number_without_asking_for_one() -> None:
    known = register(*numbered([], draft("D1")))
    assert numbers(numbered(known, draft("D1"), issuing=None)) == ["01"]
    assert numbers(numbered(known, draft("D1", "Dự họp"), issuing=None)) == [""]


def test_a_number_that_the_clerk_typed_beside_a_draft_is_printed() -> None:
    [made] = numbered([], draft("D1"), issuing=None)
    typed = made.entry._replace(number="45")
    [paper] = numbered([typed], draft("D1"), issuing=None)
    assert paper.draft.context["number"] == "45"
    assert paper.draft.context["date_line"] == "ngày      tháng 5 năm 2022"

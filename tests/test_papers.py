"""Every kind of document as it is printed: rendered by LibreOffice, looked at page by page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from papers import Page, Paper, Word, longer, made, pages, paragraphs, texts

from xl_dialogue.decree.lint import NOT_RECOGNISED, lint
from xl_dialogue.documents.kinds import KINDS
from xl_dialogue.press.pdf.converting import batch
from xl_dialogue.share import TEMPLATES, shared

MOST_PAGES = {"name_plate": 230, "delegate_card": 60, "attendance": 40, "delegate_list": 40,
              "petition_report": 32, "answer_report": 30}  # fmt: skip
"""The largest for 450 delegates; any other document is shorter than this many pages:"""
ANY = 25
LEFT, RIGHT, FOOT = 29.9, 14.9, 19.4
"""Millimetres; the box of a last line reaches below its letters.

Source: Decree 30/2020/NĐ-CP, Appendix I, I.3.
"""
SIGNED = [name for name, kind in KINDS.items() if kind.numbered]
LONGER = range(0, 36, 3)
"""Lines: with so many more the end of a text comes everywhere on its page."""
POINT = 72 / 25.4
"""Points to the millimetre."""


class Printed(NamedTuple):
    paper: Paper
    pages: list[Page]


@pytest.fixture(scope="module")
def printed(shipped: bytes, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Printed]]:
    folder = tmp_path_factory.mktemp("papers")
    plan = folder / "plan.xlsm"
    plan.write_bytes(shipped)
    papers = made(plan, folder)
    for number, paper in enumerate(papers):
        paper.file.rename(folder / f"{number:03}.docx")
    files = [folder / f"{number:03}.docx" for number in range(len(papers))]
    converted = batch(files, folder / "pdf", timeout=120)
    assert not converted.refused
    found: dict[str, list[Printed]] = {}
    for paper, file in zip(papers, files, strict=True):
        pdf = folder / "pdf" / f"{file.stem}.pdf"
        found.setdefault(paper.kind.name, []).append(Printed(paper._replace(file=file), pages(pdf)))
    return found


def test_every_kind_has_a_document_in_the_shipped_workbook(
    printed: dict[str, list[Printed]],
) -> None:
    assert set(printed) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_has_the_pages_it_needs_and_no_blank_one(
    kind: str, printed: dict[str, list[Printed]]
) -> None:
    for document in printed[kind]:
        assert 1 <= len(document.pages) <= MOST_PAGES.get(kind, ANY)
        assert all(page.words for page in document.pages)


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_is_printed(kind: str, printed: dict[str, list[Printed]]) -> None:
    for document in printed[kind]:
        text = "".join(_without_number(page) for page in document.pages)
        assert [said for said in paragraphs(document.paper.file) if said not in text] == []


def _without_number(page: Page) -> str:
    number = _page_number(page)
    return page.text.removeprefix(str(number)) if number else page.text


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_runs_over_the_edge_of_the_text(
    kind: str, printed: dict[str, list[Printed]]
) -> None:
    for document in printed[kind]:
        for page in document.pages:
            left, right = LEFT * POINT, page.width - RIGHT * POINT
            top, bottom = 9 * POINT, page.height - FOOT * POINT
            assert [
                word
                for word in page.words
                if word.left < left or word.right > right or word.top < top or word.bottom > bottom
            ] == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_word_is_printed_over_another(kind: str, printed: dict[str, list[Printed]]) -> None:
    for document in printed[kind]:
        for page in document.pages:
            assert list(_clashes(page.words)) == []


def _clashes(words: list[Word]) -> Iterator[tuple[Word, Word]]:
    """Words of different lines that share more than the room between lines."""
    by_top = sorted(words, key=lambda word: word.top)
    for at, upper in enumerate(by_top):
        for lower in by_top[at + 1 :]:
            if lower.top > upper.bottom:
                break
            deep = min(upper.bottom, lower.bottom) - lower.top
            wide = min(upper.right, lower.right) - max(upper.left, lower.left)
            if wide > 1 and deep > 0.5 * (lower.bottom - lower.top):
                yield upper, lower


@pytest.mark.parametrize("kind", SIGNED)
def test_a_signature_never_stands_alone_on_its_page(
    kind: str, printed: dict[str, list[Printed]]
) -> None:
    for document in printed[kind]:
        signer = "".join(str(document.paper.draft.context["signer_name"]).split())
        [signed] = [page for page in document.pages if _stands_alone(page, signer)]
        assert "./." in signed.text


@pytest.fixture(scope="module")
def lengthened(
    printed: dict[str, list[Printed]], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[int, list[str]]]:
    """The pages of a document of each kind that is signed, made longer by so many lines."""
    folder = tmp_path_factory.mktemp("lengthened")
    made = {
        (kind, lines): longer(printed[kind][0].paper.file, lines, folder)
        for kind in SIGNED for lines in LONGER
    }  # fmt: skip
    assert not batch(list(made.values()), folder / "pdf", timeout=120).refused
    found: dict[str, dict[int, list[str]]] = {kind: {} for kind in SIGNED}
    for (kind, lines), file in made.items():
        found[kind][lines] = texts(folder / "pdf" / f"{file.stem}.pdf")
    return found


@pytest.mark.parametrize("kind", SIGNED)
def test_wherever_the_text_ends_its_last_words_go_with_the_signature(
    kind: str, lengthened: dict[str, dict[int, list[str]]]
) -> None:
    for lines, document in lengthened[kind].items():
        [signed] = [page for page in document if "Nơinhận:" in page]
        assert "./." in signed, lines


def _stands_alone(page: Page, name: str) -> bool:
    """The name stands there as a signature does: nothing to its right."""
    words = [word.text for word in page.words]
    parts = [words[at : at + 6] for at in range(len(words))]
    return any("".join(part).startswith(name) for part in parts) and "Nơi nhận" in " ".join(words)


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_page_of_a_section_has_no_number_and_the_next_ones_count_up(
    kind: str, printed: dict[str, list[Printed]]
) -> None:
    for document in printed[kind]:
        numbers = [_page_number(page) for page in document.pages]
        assert numbers[0] is None
        for before, after in pairwise(numbers):
            assert after is None or after == (before or 1) + 1


def _page_number(page: Page) -> int | None:
    """What stands alone in the middle of the top margin."""
    margin = [word for word in page.words if word.bottom < 20 * POINT]
    return int(margin[0].text) if len(margin) == 1 and margin[0].text.isdecimal() else None


@pytest.mark.parametrize("kind", KINDS)
def test_the_decree_is_kept(kind: str, printed: dict[str, list[Printed]]) -> None:
    for document in printed[kind]:
        assert told(document.paper.file) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_template_keeps_the_decree_too(kind: str) -> None:
    template: Path = shared(TEMPLATES) / KINDS[kind].template
    assert told(template) == []


def told(file: Path) -> list[str]:
    """What the lint minds; that a card or a speech is no official document is no fault."""
    return [lapse.say() for lapse in lint(file) if lapse.rule is not NOT_RECOGNISED]

"""The letters, printed: what stands on which page."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sample_letters import (
    CONCLUDED,
    INVITATION,
    INVITED,
    LETTERS,
    NOTICE,
    converted,
    filled,
    run_texts,
    tasks,
)

from xl_dialogue.office.word.templates import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Iterator


TASKS_LEAD = "Giao các cơ quan, đơn vị thực hiện các nhiệm vụ sau:"


def pages(pdf: Path) -> list[str]:
    """The text of each page, without any blank: lines break where they please."""
    command = ["pdftotext", "-raw", pdf, "-"]
    text = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    return ["".join(page.split()) for page in text.split("\f")[:-1]]


def values(thing: object) -> Iterator[str]:
    """Every word that was handed over, its blanks and last stop taken off."""
    match thing:
        case dict():
            for part in thing.values():
                yield from values(part)
        case list():
            for part in thing:
                yield from values(part)
        case _:
            yield "".join(str(thing).split()).rstrip(".;")


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The pages of every letter above, as printed."""
    files = {
        name: filled(TEMPLATES[template](), context)
        for name, (template, context) in LETTERS.items()
    }
    folder = tmp_path_factory.mktemp("letters")
    return {name: pages(pdf) for name, pdf in converted("pdf", folder, files).items()}


def test_a_normal_invitation_has_one_page_and_no_number_on_it(
    letters: dict[str, list[str]],
) -> None:
    (page,) = letters["normal"]
    assert page.startswith("ỦYBANNHÂNDÂN")


@pytest.mark.parametrize("name", LETTERS)
def test_every_word_is_printed(letters: dict[str, list[str]], name: str) -> None:
    printed = "".join(letters[name])
    assert [value for value in values(LETTERS[name][1]) if value not in printed] == []


@pytest.mark.parametrize("name", LETTERS)
def test_the_signature_never_stands_alone(letters: dict[str, list[str]], name: str) -> None:
    last = letters[name][-1]
    text, _, signature = last.partition("./.")
    assert text
    assert "Nơinhận:" in signature
    assert "HoàngVănMẫu" in signature


def test_the_requests_tried_reach_over_the_page_at_every_height(
    letters: dict[str, list[str]],
) -> None:
    counts = {len(letters[f"requests {count}"]) for count in range(1, 41)}
    assert {1, 2} <= counts


def test_a_page_after_the_first_has_its_number_on_top(letters: dict[str, list[str]]) -> None:
    first_page, *others = letters["tasks 300"]
    assert first_page.startswith("ỦYBAN")
    for number, page in enumerate(others, 2):
        assert page.startswith(f"{number}TT")


def test_a_draft_leaves_room_for_the_number(letters: dict[str, list[str]]) -> None:
    assert "Số:/GM-UBND" in letters["draft"][0]
    room = "\N{NO-BREAK SPACE}" * 6
    assert f"Số: {room}/GM-UBND" in run_texts(filled(TEMPLATES[INVITATION](), LETTERS["draft"][1]))


def test_each_request_ends_in_its_own_stop(letters: dict[str, list[str]]) -> None:
    asked = "-Cómặttrước15phút;-Mangtheogiấymời;-Mặctrangphụclịchsự."
    assert asked in letters["normal"][0]


def test_a_signer_in_his_own_right_has_no_authority_above(letters: dict[str, list[str]]) -> None:
    assert "GIÁMĐỐCHoàngVănMẫu" in letters["own title"][0]


@pytest.mark.parametrize("count", [1, 12, 300])
def test_the_heads_of_the_tasks_stand_on_every_page(
    letters: dict[str, list[str]], count: int
) -> None:
    printed = letters[f"tasks {count}"]
    assert ["TTNộidungkếtluận" in page for page in printed] == [True] * len(printed)


@pytest.mark.parametrize("name", ["tasks 0", "neither"])
def test_without_tasks_there_is_no_table(letters: dict[str, list[str]], name: str) -> None:
    printed = "".join(letters[name])
    assert "TTNộidungkếtluận" not in printed
    assert "Giaocáccơquan" not in printed


def test_the_tasks_take_the_next_number_after_the_general_conclusions(
    letters: dict[str, list[str]],
) -> None:
    lead = "".join(TASKS_LEAD.split())
    assert f"2.{lead}" in letters["tasks 1"][0]
    assert f"sau:{lead}" in letters["no general"][0]


def test_templates_saved_again_by_an_office_still_make_letters(tmp_path: Path) -> None:
    built = {Path(name).stem: build() for name, build in TEMPLATES.items()}
    (tmp_path / "out").mkdir()
    saved = converted("docx", tmp_path, built)
    for name, context in ((INVITATION, INVITED), (NOTICE, CONCLUDED | {"items": tasks(2)})):
        template = saved[Path(name).stem].read_bytes()
        assert run_texts(filled(template, context)) == run_texts(filled(TEMPLATES[name](), context))

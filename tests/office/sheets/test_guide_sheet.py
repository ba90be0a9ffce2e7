"""The sheet `Hướng dẫn`: the buttons and the sheets that it names are there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
from openpyxl import Workbook as Book

from xl_dialogue import messages
from xl_dialogue.jobs import JOBS
from xl_dialogue.plan.sheets import GUIDE_TITLE
from xl_dialogue.registry import buttons

_NO_LABEL = re.compile(r"\s*(nút|vào)\b")
"""What may follow "bấm" besides a label: "bấm nút không được", "bấm vào số dòng"."""


def sentences(book: Book) -> list[str]:
    return [cell.value for row in book[GUIDE_TITLE] for cell in row if isinstance(cell.value, str)]


def after(word: str, said: Iterable[str]) -> Iterator[str]:
    """What stands after the word, each time that it is said."""
    for sentence in said:
        for found in re.finditer(rf"\b{word} ", sentence, re.IGNORECASE):
            yield sentence[found.end() :]


def begins_with(rest: str, names: Iterable[str]) -> bool:
    """Whether it is one of the names or several, and then the sentence goes on."""
    either = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    found = re.match(rf"({either})((, | và )({either}))*", rest)
    if found is None:
        return False
    tail = rest[found.end() :]
    return tail[:1] in ("", *":;.?") or tail.lstrip(",").lstrip()[:1].islower()


def test_what_is_to_be_pressed_is_a_button(book: Book) -> None:
    labels = [button.label.vi for job in JOBS.values() for button in buttons(job)]
    pressed = [rest for rest in after("bấm", sentences(book)) if not _NO_LABEL.match(rest)]
    assert len(pressed) >= 5
    assert [rest for rest in pressed if not begins_with(rest, labels)] == []


def test_a_sheet_that_is_named_is_there(book: Book) -> None:
    named = [rest for rest in after("trang", sentences(book)) if rest[:1].isupper()]
    assert len(named) >= 6
    assert [rest for rest in named if not begins_with(rest, book.sheetnames)] == []


def test_the_tab_is_called_as_on_the_ribbon(book: Book) -> None:
    [rest] = after("thẻ", sentences(book))
    assert begins_with(rest, [messages.RIBBON_TAB.vi])


@pytest.mark.parametrize("rest", ["Kiểm Tra: trang", "Giấy mời Họp: x", "Giấy mời, Thông cáo: văn"])
def test_a_name_that_is_not_there_is_noticed(rest: str) -> None:
    assert not begins_with(rest, ["Kiểm tra", "Giấy mời", "Thông báo kết luận"])

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_dialogue import messages
from xl_dialogue.mailing.addresses import Mailbox, addresses, is_address, mailbox, sender_of
from xl_dialogue.messages import DialogueError


@pytest.mark.parametrize(
    "address",
    [
        "a@b.vn",
        "nguyen.van-an+moi@ubnd.tinh.gov.vn",
        "x_1@1.2.3.vn",
        "a'b@c-d.com",
        "a" * 64 + "@b.vn",
    ],
)
def test_an_address_is_taken(address: str) -> None:
    assert is_address(address)


@pytest.mark.parametrize(
    "text",
    ["", "a", "a@b", "@b.vn", "a@", "a b@c.vn", "a..b@c.vn", ".a@b.vn", "a.@b.vn", "a@-b.vn", "a@b-.vn", "a@b..vn",
     "hỏi@b.vn", "a@tỉnh.vn", "a@b.vn\n", "a@b.vn\r\nBcc: c@d.vn", "a@b@c.vn", "<a@b.vn>", "a" * 65 + "@b.vn",
     "a@" + "b." * 126 + "vn", "a\x00@b.vn"],
)  # fmt: skip
def test_what_no_server_takes_is_none(text: str) -> None:
    assert not is_address(text)


@pytest.mark.parametrize(
    ("cell", "good", "bad"),
    [
        ("a@b.vn", ["a@b.vn"], []),
        (" \u00a0a@b.vn\u200b ", ["a@b.vn"], []),
        ("a@b.vn; c@d.vn,e@f.vn\ng@h.vn", ["a@b.vn", "c@d.vn", "e@f.vn", "g@h.vn"], []),
        ("a@b.vn; A@B.vn", ["a@b.vn"], []),
        ("Nguyễn An <a@b.vn>", ["a@b.vn"], []),
        ("a@b.vn; không có", ["a@b.vn"], ["không có"]),
        ("a@b.vn / c@d.vn", [], ["a@b.vn / c@d.vn"]),
        (" ; , ", [], []),
    ],
)
def test_a_cell_is_taken_apart(cell: str, good: list[str], bad: list[str]) -> None:
    assert addresses(cell) == (good, bad)


@given(st.text())
def test_nothing_of_a_cell_ends_in_two_places(cell: str) -> None:
    found = addresses(cell)
    assert not set(found.good) & set(found.bad)
    assert all(is_address(address) and address.isascii() for address in found.good)


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        ("vp@tinh.gov.vn", "", "vp@tinh.gov.vn"),
        ("Văn phòng <vp@tinh.gov.vn>", "Văn phòng", "vp@tinh.gov.vn"),
        ('"Văn phòng, UBND" < vp@tinh.gov.vn >', "Văn phòng, UBND", "vp@tinh.gov.vn"),
    ],
)
def test_a_sender_has_a_name_or_none(text: str, name: str, address: str) -> None:
    assert sender_of(text) == mailbox(text) == Mailbox(name, address)


def test_a_sender_without_an_address_stops_the_job() -> None:
    with pytest.raises(DialogueError) as error:
        sender_of("Văn phòng")
    assert error.value.text == messages.SENDER_WRONG

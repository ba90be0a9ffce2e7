"""What a server puts off, refuses or leaves without an answer."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from post_office import PostOffice, invitation
from runs import keys, refusals, sent_to, words

from xl_dialogue import messages
from xl_dialogue.mailing.sending import Sent, send
from xl_dialogue.mailing.servers import Server


@pytest.mark.parametrize("where", ["to_recipient", "to_data"])
def test_what_the_server_puts_off_is_tried_again_after_the_others(
    post_office: PostOffice, server: Server, record: Path, where: str
) -> None:
    getattr(post_office, where)["D001@dai-bieu.vn"] = ["451 4.7.1 thử lại sau"]
    waits: list[float] = []
    result = send([invitation("D001"), invitation("D002")], server, record, pause=waits.append)
    assert result.sent == keys("D002", "D001")
    assert waits == [5.0]
    assert not result.left


def test_what_the_server_keeps_putting_off_is_left_for_the_next_run(
    post_office: PostOffice, server: Server, record: Path
) -> None:
    post_office.to_recipient["D001@dai-bieu.vn"] = ["450 bận"] * 3
    result = sent_to(server, record, "D001", "D002")
    assert refusals(result.left) == [("Giấy mời D001", messages.SERVER_SAYS)]
    assert "450 bận" in result.left[0].reason.say()
    assert sent_to(server, record, "D001", "D002").sent == keys("D001")
    assert Counter(post_office.addressed()) == {"D001@dai-bieu.vn": 1, "D002@dai-bieu.vn": 1}


def test_an_address_that_the_server_refuses_is_told_and_the_others_go_on(
    post_office: PostOffice, server: Server, record: Path
) -> None:
    post_office.to_recipient["D001@dai-bieu.vn"] = ["550 5.1.1 Không có hộp thư này"]
    result = sent_to(server, record, "D001", "D002")
    assert result.sent == keys("D002")
    assert refusals(result.refused) == [("Giấy mời D001", messages.ADDRESS_REFUSED)]
    assert "550 5.1.1 Không có hộp thư này" in result.refused[0].reason.say()
    assert words(record) == {"Giấy mời D002": "sent"}


def test_one_refused_address_of_two_does_not_hold_up_the_other(
    post_office: PostOffice, server: Server, record: Path
) -> None:
    post_office.to_recipient["cu@x.vn"] = ["550 không có"]
    result = send([invitation("D001", to="cu@x.vn; moi@x.vn; hỏng")], server, record)
    assert result.sent == keys("D001")
    assert {text for _, text in refusals(result.refused)} == {
        messages.ADDRESS_REFUSED,
        messages.ADDRESS_WRONG,
    }
    assert post_office.addressed() == ["moi@x.vn"]


def test_a_letter_that_the_server_refuses_may_be_sent_by_a_later_run(
    post_office: PostOffice, server: Server, record: Path
) -> None:
    post_office.to_data["D001@dai-bieu.vn"] = ["554 5.7.1 thư rác"]
    result = sent_to(server, record, "D001")
    assert refusals(result.refused) == [("Giấy mời D001", messages.SERVER_SAYS)]
    assert words(record) == {"Giấy mời D001": "failed"}
    assert sent_to(server, record, "D001").sent == keys("D001")


@pytest.mark.parametrize("said", ["550 5.7.1 không được gửi", "451 4.7.1 quá hạn mức"])
def test_a_server_that_takes_nothing_from_us_is_not_asked_for_every_letter(
    post_office: PostOffice, server: Server, record: Path, said: str
) -> None:
    post_office.to_mail = [said] * 9
    codes = [f"D{n}" for n in range(20)]
    result = sent_to(server, record, *codes)
    assert len(result.left) == 20
    assert said in result.left[-1].reason.say()
    assert post_office.to_mail == []
    assert sent_to(server, record, *codes).sent == keys(*codes)


def test_a_letter_too_large_for_a_server_that_does_not_say_so_is_refused(
    post_office: PostOffice, server: Server, record: Path
) -> None:
    post_office.to_mail = ["552 5.3.4 quá lớn"]
    result = sent_to(server, record, "D001", "D002")
    assert refusals(result.refused) == [("Giấy mời D001", messages.SERVER_SAYS)]
    assert result.sent == keys("D002")


@pytest.mark.parametrize("said", ["421 4.7.0 quá nhiều thư", "drop"])
def test_a_connection_lost_before_a_letter_is_opened_again(
    post_office: PostOffice, server: Server, record: Path, said: str
) -> None:
    post_office.to_mail = [said]
    result = sent_to(server, record, "D001", "D002")
    assert sorted(result.sent) == keys("D001", "D002")
    assert post_office.connections == 2
    assert len(post_office.arrived) == 2


@pytest.mark.parametrize("said", ["drop", "drop, kept"])
def test_a_letter_whose_answer_is_lost_is_unsure_and_not_sent_again_by_itself(
    post_office: PostOffice, server: Server, record: Path, said: str
) -> None:
    post_office.to_data["D001@dai-bieu.vn"] = [said]
    result = sent_to(server, record, "D001", "D002")
    assert result.unsure == keys("D001")
    assert result.sent == keys("D002")
    again = sent_to(server, record, "D001", "D002")
    assert (again.sent, again.unsure, again.before) == ([], keys("D001"), keys("D002"))
    assert post_office.addressed().count("D001@dai-bieu.vn") == (said == "drop, kept")
    assert sent_to(server, record, "D001", "D002", again=True).sent == keys("D001")


@pytest.mark.parametrize("again", [1, 2])
def test_who_has_a_letter_gets_it_once_though_its_way_to_another_was_lost(
    post_office: PostOffice, server: Server, record: Path, again: int
) -> None:
    def sent(to: str, **how: object) -> Sent:
        return send([invitation("D001", to=to)], server, record, pause=lambda _: None, **how)

    assert sent("a@x.vn").sent == keys("D001")
    post_office.to_data["b@x.vn"] = ["drop"] * again
    assert sent("a@x.vn; b@x.vn").unsure == keys("D001")
    for _ in range(again - 1):
        assert sent("a@x.vn; b@x.vn", again=True).unsure == keys("D001")
    assert sent("a@x.vn; b@x.vn", again=True).sent == keys("D001")
    assert post_office.addressed() == ["a@x.vn", "b@x.vn"]
    assert sent("a@x.vn; b@x.vn").before == keys("D001")


def test_a_server_that_goes_away_leaves_the_rest_for_the_next_run(
    post_office: PostOffice, server: Server, record: Path
) -> None:
    def gone(done: int, _total: int) -> None:
        if done == 2:
            post_office.close()

    codes = [f"D{n}" for n in range(8)]
    result = sent_to(server, record, *codes, progress=gone)
    assert len(result.sent) + len(result.left) + len(result.unsure) == 8
    assert len(result.unsure) <= 1
    assert len(result.left) >= 4
    assert {text for _, text in refusals(result.left)} <= {
        messages.SERVER_UNREACHABLE,
        messages.CONNECTION_LOST,
    }

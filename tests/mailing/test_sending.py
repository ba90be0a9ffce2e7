from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from post_office import OFFICE, PASSWORD, Opening, PostOffice, invitation

from xl_dialogue import messages
from xl_dialogue.mailing import connection
from xl_dialogue.mailing.message import Refusal
from xl_dialogue.mailing.record import Record, states
from xl_dialogue.mailing.sending import Sent, send
from xl_dialogue.mailing.servers import Server
from xl_dialogue.messages import DialogueError, Text


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "KeHoach.thu-da-gui.jsonl"


def sent_to(server: Server, record: Path, *codes: str, **how: object) -> Sent:
    letters = [invitation(code) for code in codes]
    return send(letters, server, record, pause=lambda _: None, **how)


def words(path: Path) -> dict[str, str]:
    """How it stands with every key, in a word."""
    return {key: standing.state for key, standing in states(path).items()}


def keys(*codes: str) -> list[str]:
    return [f"Giấy mời {code}" for code in codes]


def refusals(told: Iterable[Refusal]) -> list[tuple[str, Text]]:
    return [(refusal.key, refusal.reason.text) for refusal in told]


def test_letters_arrive_with_their_vietnamese_words_and_attachments(
    post_office: PostOffice, server: Server, record: Path, tmp_path: Path
) -> None:
    paper = tmp_path / "Giấy mời Nguyễn Thị Phương Thảo.docx"
    paper.write_bytes(bytes(range(256)) * 40)
    result = send([invitation("D001", paper)], server, record)
    [letter] = post_office.letters()
    [attached] = letter.iter_attachments()
    assert result.sent == keys("D001")
    assert letter["Subject"] == "Mời dự Hội nghị đối thoại"
    assert letter["From"].addresses[0].display_name == "Văn phòng UBND tỉnh"
    assert letter["Date"].datetime
    assert attached.get_filename() == paper.name
    assert attached.get_content() == paper.read_bytes()
    body = letter.get_body()
    assert body is not None
    assert body.get_content().startswith("Kính gửi đại biểu D001,")
    assert post_office.addressed() == ["D001@dai-bieu.vn"]
    assert post_office.senders == ["vp@tinh.gov.vn"]
    assert "X-Unsent" not in letter


def test_many_letters_go_over_one_connection(
    post_office: PostOffice, server: Server, record: Path
) -> None:
    told: list[tuple[int, int]] = []
    codes = [f"D{n:03}" for n in range(40)]
    result = sent_to(server, record, *codes, progress=lambda *at: told.append(at))
    assert result.sent == keys(*codes)
    assert post_office.connections == 1
    assert told == [(n, 40) for n in range(1, 41)]


def test_what_was_sent_is_never_sent_again(
    post_office: PostOffice, server: Server, record: Path
) -> None:
    sent_to(server, record, "D001")
    result = sent_to(server, record, "D001", "D002")
    assert result.sent == keys("D002")
    assert result.before == keys("D001")
    assert post_office.addressed() == ["D001@dai-bieu.vn", "D002@dai-bieu.vn"]


def test_named_letters_are_sent_again(
    post_office: PostOffice, server: Server, record: Path
) -> None:
    sent_to(server, record, "D001", "D002")
    assert sent_to(server, record, "D001", "D002", again=True).sent == []
    assert sent_to(server, record, "D001", "D002", again=keys("D002")).sent == keys("D002")
    assert sent_to(server, record, "D002", "D00", again="Giấy mời D002").sent == keys("D002", "D00")
    assert Counter(post_office.addressed()) == {
        "D001@dai-bieu.vn": 1,
        "D002@dai-bieu.vn": 3,
        "D00@dai-bieu.vn": 1,
    }
    one, other = (letter["Message-ID"] for letter in post_office.letters()[1:3])
    assert one == other  # a mailbox that has it already can tell


def test_a_key_that_comes_twice_goes_once(
    post_office: PostOffice, server: Server, record: Path
) -> None:
    result = sent_to(server, record, "D001", "D001")
    assert refusals(result.refused) == [(keys("D001")[0], messages.KEY_REPEATED)]
    assert len(post_office.arrived) == 1


def test_nothing_to_send_needs_no_server(record: Path) -> None:
    nowhere = Server("127.0.0.1", 9, "none", OFFICE)
    assert send([], nowhere, record).sent == []


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_an_encrypted_server_is_logged_in_to(
    post_office: PostOffice, encrypted: Opening, record: Path, security: str
) -> None:
    assert sent_to(encrypted(security), record, "D001").sent == keys("D001")
    session = post_office.arrived[0]
    assert session.rcpt_tos == ["D001@dai-bieu.vn"]


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize(("name", "trusted"), [("localhost", False), ("khac.gov.vn", True)])
def test_a_certificate_that_is_not_vouched_for_stops_everything(
    post_office: PostOffice,
    encrypted: Opening,
    record: Path,
    security: str,
    name: str,
    trusted: bool,
) -> None:
    with pytest.raises(DialogueError) as error:
        sent_to(encrypted(security, name, trusted), record, "D001")
    assert error.value.text == messages.SERVER_UNTRUSTED
    assert not post_office.arrived
    assert states(record) == {}


def test_a_server_that_does_not_encrypt_never_hears_the_password(
    post_office: PostOffice, encrypted: Opening, record: Path
) -> None:
    plain = encrypted("none")
    with pytest.raises(DialogueError) as error:
        sent_to(replace(plain, security="starttls"), record, "D001")
    assert error.value.text == messages.SERVER_WITHOUT_TLS


def test_a_wrong_password_is_told_with_the_servers_words(encrypted: Opening, record: Path) -> None:
    server = replace(encrypted("tls"), password="mot-mat-khau-sai")
    with pytest.raises(DialogueError) as error:
        sent_to(server, record, "D001")
    assert error.value.text == messages.LOGIN_REFUSED
    assert "535" in error.value.say()
    assert "mot-mat-khau-sai" not in repr(server) + error.value.say()


def test_a_password_with_vietnamese_letters_is_told(encrypted: Opening, record: Path) -> None:
    with pytest.raises(DialogueError) as error:
        sent_to(replace(encrypted("tls"), password="mật khẩu"), record, "D001")
    assert error.value.text == messages.PASSWORD_LETTERS


def test_a_server_without_login_is_told(server: Server, record: Path) -> None:
    with pytest.raises(DialogueError) as error:
        sent_to(replace(server, user="vp", password=PASSWORD), record, "D001")
    assert error.value.text == messages.SERVER_WITHOUT_LOGIN


def test_a_server_that_is_not_there_is_told(record: Path) -> None:
    nowhere = Server("127.0.0.1", 9, "none", OFFICE)
    with pytest.raises(DialogueError) as error:
        sent_to(nowhere, record, "D001")
    assert error.value.text == messages.SERVER_UNREACHABLE


def test_a_file_of_certificates_that_is_none_is_told(
    encrypted: Opening, record: Path, tmp_path: Path
) -> None:
    (tmp_path / "x.pem").write_text("không phải")
    with pytest.raises(DialogueError) as error:
        sent_to(replace(encrypted("tls"), authority=tmp_path / "x.pem"), record, "D001")
    assert error.value.text == messages.AUTHORITY_UNREADABLE


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


def test_who_gets_a_copy_gets_the_letter(
    post_office: PostOffice, server: Server, record: Path
) -> None:
    send([invitation("D001", to="a@x.vn")._replace(copy_to="cvp@x.vn")], server, record)
    assert sorted(post_office.addressed()) == ["a@x.vn", "cvp@x.vn"]


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


def test_a_connection_that_stood_still_is_asked_first(
    post_office: PostOffice, server: Server, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_IDLE", -1.0)
    assert sent_to(server, record, "D001", "D002").sent == keys("D001", "D002")
    assert post_office.noops == 2


def test_a_dry_run_says_what_would_go_and_sends_nothing(
    post_office: PostOffice, server: Server, record: Path, tmp_path: Path
) -> None:
    sent_to(server, record, "D001")
    before = record.read_bytes()
    letters = [
        invitation("D001"),
        invitation("D002", to="van-thu@so.vn"),
        invitation("D003", to="Van-Thu@so.vn"),
        invitation("D004", tmp_path / "không có.docx"),
        invitation("D005", ("trống.docx", b"")),
        invitation("D006", ("nặng.docx", b"x" * 2_000_000)),
        invitation("D007", to=" "),
        invitation("D008", to="không phải"),
    ]
    result = send(letters, server, record, dry_run=True)
    assert result.sent == keys("D002", "D003")
    assert result.before == keys("D001")
    assert result.shared == {"van-thu@so.vn": keys("D002", "D003")}
    assert refusals(result.refused) == [
        ("Giấy mời D004", messages.ATTACHMENT_MISSING),
        ("Giấy mời D005", messages.ATTACHMENT_EMPTY),
        ("Giấy mời D006", messages.LETTER_TOO_LARGE),
        ("Giấy mời D007", messages.ADDRESS_MISSING),
        ("Giấy mời D008", messages.ADDRESS_WRONG),
    ]
    assert len(post_office.arrived) == 1
    assert record.read_bytes() == before
    real = send(letters, server, record)
    assert (real.sent, real.refused, real.shared) == (result.sent, result.refused, result.shared)


def test_a_dry_run_leaves_no_record_and_finds_a_server_that_is_not_there(
    server: Server, record: Path
) -> None:
    assert sent_to(server, record, "D001", dry_run=True).sent == keys("D001")
    assert not record.exists()
    nowhere = Server("127.0.0.1", 9, "none", OFFICE)
    with pytest.raises(DialogueError):
        sent_to(nowhere, record, "D001", dry_run=True)


def test_two_runs_at_once_are_kept_apart(
    post_office: PostOffice, server: Server, record: Path
) -> None:
    with Record(record), pytest.raises(DialogueError) as error:
        sent_to(server, record, "D001")
    assert error.value.text == messages.RECORD_BUSY
    assert not post_office.arrived
    assert sent_to(server, record, "D001").sent == keys("D001")


CHILD = textwrap.dedent("""
    import sys
    from pathlib import Path
    from post_office import invitation, server_at
    from xl_dialogue.mailing.sending import send
    letters = [invitation(f"D{n:03}") for n in range(30)]
    send(letters, server_at(int(sys.argv[1])), Path(sys.argv[2]))
""")


@pytest.mark.skipif(
    os.name == "nt", reason="Windows has no kill -9; TerminateProcess is the same to us"
)
@pytest.mark.parametrize("stop_after", [3, 11, 20])
def test_a_run_killed_half_way_and_run_again_sends_every_letter_at_most_once(
    post_office: PostOffice, server: Server, record: Path, stop_after: int
) -> None:
    post_office.seconds = 0.01
    paths = os.pathsep.join([str(Path(__file__).parents[1]), str(Path(__file__).parents[2])])
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(server.port), str(record)],
        env={**os.environ, "PYTHONPATH": paths},
    )
    patience = time.monotonic() + 30
    while (
        len(post_office.arrived) < stop_after
        and child.poll() is None
        and time.monotonic() < patience
    ):
        time.sleep(0.002)
    child.send_signal(signal.SIGKILL)
    assert child.wait() == -signal.SIGKILL
    time.sleep(0.05)
    codes = [f"D{n:03}" for n in range(30)]
    result = sent_to(server, record, *codes)
    arrivals = Counter(post_office.addressed())
    assert result.before
    assert len(result.unsure) <= 1
    assert max(arrivals.values()) == 1
    missing = {f"Giấy mời {code}" for code in codes} - {
        f"Giấy mời {to.split('@')[0]}" for to in arrivals
    }
    assert missing <= set(result.unsure)
    assert len(result.sent) + len(result.before) + len(result.unsure) == 30

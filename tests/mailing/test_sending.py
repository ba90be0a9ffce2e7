"""Letters are sent at most once, whatever happens in between."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections import Counter
from pathlib import Path

import pytest
from post_office import OFFICE, PostOffice, invitation
from runs import keys, refusals, sent_to

from xl_dialogue import messages
from xl_dialogue.mailing.record import Record
from xl_dialogue.mailing.sending import send
from xl_dialogue.mailing.servers import Server
from xl_dialogue.messages import DialogueError


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


def test_who_gets_a_copy_gets_the_letter(
    post_office: PostOffice, server: Server, record: Path
) -> None:
    send([invitation("D001", to="a@x.vn")._replace(copy_to="cvp@x.vn")], server, record)
    assert sorted(post_office.addressed()) == ["a@x.vn", "cvp@x.vn"]


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

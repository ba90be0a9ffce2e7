"""The connection: encrypted, logged in, asked again when it stood still."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from post_office import OFFICE, PASSWORD, Opening, PostOffice
from runs import keys, sent_to

from xl_dialogue import messages
from xl_dialogue.mailing import connection
from xl_dialogue.mailing.record import states
from xl_dialogue.mailing.servers import Server
from xl_dialogue.messages import DialogueError


def test_many_letters_go_over_one_connection(
    post_office: PostOffice, server: Server, record: Path
) -> None:
    told: list[tuple[int, int]] = []
    codes = [f"D{n:03}" for n in range(40)]
    result = sent_to(server, record, *codes, progress=lambda *at: told.append(at))
    assert result.sent == keys(*codes)
    assert post_office.connections == 1
    assert told == [(n, 40) for n in range(1, 41)]


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


def test_a_connection_that_stood_still_is_asked_first(
    post_office: PostOffice, server: Server, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_IDLE", -1.0)
    assert sent_to(server, record, "D001", "D002").sent == keys("D001", "D002")
    assert post_office.noops == 2

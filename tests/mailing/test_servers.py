from __future__ import annotations

import pytest

from xl_dialogue import messages
from xl_dialogue.mailing.servers import PASSWORD, server_of
from xl_dialogue.messages import DialogueError

SENDER = "Văn phòng <vp@tinh.gov.vn>"
KNOWN = {PASSWORD: "bi-mat"}


@pytest.mark.parametrize(
    ("text", "host", "port", "security", "user"),
    [
        ("mail.tinh.gov.vn:587", "mail.tinh.gov.vn", 587, "starttls", "vp@tinh.gov.vn"),
        ("mail.tinh.gov.vn", "mail.tinh.gov.vn", 587, "starttls", "vp@tinh.gov.vn"),
        (" mail.tinh.gov.vn:465 ", "mail.tinh.gov.vn", 465, "tls", "vp@tinh.gov.vn"),
        ("smtps://mail.tinh.gov.vn:465", "mail.tinh.gov.vn", 465, "tls", "vp@tinh.gov.vn"),
        ("SMTPS://Mail.Tinh.gov.vn/", "mail.tinh.gov.vn", 465, "tls", "vp@tinh.gov.vn"),
        ("smtp://mail.tinh.gov.vn:25", "mail.tinh.gov.vn", 25, "starttls", "vp@tinh.gov.vn"),
        ("smtps://gui-thu@mail.tinh.gov.vn", "mail.tinh.gov.vn", 465, "tls", "gui-thu"),
        ("smtps://gui%40tinh.vn@mail.tinh.gov.vn", "mail.tinh.gov.vn", 465, "tls", "gui@tinh.vn"),
        ("localhost:1025", "localhost", 1025, "none", ""),
        ("127.0.0.1:1025", "127.0.0.1", 1025, "none", ""),
        ("[::1]:1025", "::1", 1025, "none", ""),
        ("smtp+plain://localhost:25", "localhost", 25, "none", ""),
        ("smtp://localhost:587", "localhost", 587, "starttls", ""),
        ("10.0.0.5:587", "10.0.0.5", 587, "starttls", "vp@tinh.gov.vn"),
    ],
)  # fmt: skip
def test_what_the_settings_say_is_understood(
    text: str, host: str, port: int, security: str, user: str
) -> None:
    server = server_of(text, SENDER, environ=KNOWN)
    assert (server.host, server.port, server.security, server.user) == (host, port, security, user)
    assert server.password == ("bi-mat" if user else "")
    assert server.sender == ("Văn phòng", "vp@tinh.gov.vn")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", messages.SERVER_MISSING),
        ("  ", messages.SERVER_MISSING),
        ("mail.tinh.gov.vn:abc", messages.SERVER_WRONG),
        ("mail.tinh.gov.vn:99999", messages.SERVER_WRONG),
        ("mail.tinh.gov.vn:0", messages.SERVER_WRONG),
        ("https://mail.tinh.gov.vn", messages.SERVER_WRONG),
        ("máy chủ thư", messages.SERVER_WRONG),
        ("mail.tinh.gov.vn:587/thư", messages.SERVER_WRONG),
        ("smtps://", messages.SERVER_WRONG),
        ("[::1:25", messages.SERVER_WRONG),
        ("mail.tinh.gov.vn\r\n:587", messages.SERVER_WRONG),
        ("smtps://vp:mat-khau@mail.tinh.gov.vn", messages.PASSWORD_IN_SETTINGS),
        ("smtp+plain://mail.tinh.gov.vn:25", messages.SERVER_UNENCRYPTED),
    ],
)
def test_what_is_not_understood_is_told(text: str, told: messages.Text) -> None:
    with pytest.raises(DialogueError) as error:
        server_of(text, SENDER, environ=KNOWN)
    assert error.value.text == told
    assert "mat-khau" not in error.value.say()


def test_no_encryption_where_that_is_allowed() -> None:
    server = server_of(
        "smtp+plain://mail.tinh.gov.vn", SENDER, user="", plain_allowed=True, environ={}
    )
    assert (server.security, server.port, server.user) == ("none", 25, "")


def test_a_password_that_is_not_in_the_environment_is_asked_for() -> None:
    asked: list[str] = []

    def ask(user: str) -> str:
        asked.append(user)
        return "da-hoi"

    server = server_of("mail.tinh.gov.vn", SENDER, user="vp", ask=ask, environ={})
    assert server.password == "da-hoi"
    assert asked == ["vp"]
    assert "da-hoi" not in repr(server)
    assert server_of("mail.tinh.gov.vn", SENDER, ask=ask, environ=KNOWN).password == "bi-mat"
    assert server_of("mail.tinh.gov.vn", SENDER, user="", ask=ask, environ={}).password == ""
    assert asked == ["vp"]


def test_a_password_that_nobody_gives_stops_the_job() -> None:
    with pytest.raises(DialogueError) as error:
        server_of("mail.tinh.gov.vn", SENDER, ask=lambda _: None, environ={})
    assert error.value.text == messages.PASSWORD_MISSING

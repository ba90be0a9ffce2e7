from __future__ import annotations

import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme
from post_office import Opening, PostOffice, server_at

from xl_dialogue.mailing.servers import Security, Server


@pytest.fixture
def post_office() -> Iterator[PostOffice]:
    office = PostOffice()
    yield office
    office.close()


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "KeHoach.thu-da-gui.jsonl"


@pytest.fixture
def server(post_office: PostOffice) -> Server:
    """The office's own server, without encryption or login."""
    return server_at(post_office.open())


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def encrypted(post_office: PostOffice, authority: trustme.CA, tmp_path: Path) -> Opening:
    """Opens the office with a certificate of an authority that only its .pem file vouches for."""

    def opening(
        security: Security, name: str = "localhost", trusted: bool = True, login: bool = True
    ) -> Server:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        authority.issue_cert(name).configure_cert(context)
        pem = tmp_path / "authority.pem"
        authority.cert_pem.write_to_path(pem)
        port = post_office.open(context, security, login=login)
        return server_at(port, security, login=login, authority=pem if trusted else None)

    return opening

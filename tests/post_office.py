"""A real mail server on this machine that does what a test tells it."""

# ruff: noqa: ARG002, N802 - how aiosmtpd calls its hooks

from __future__ import annotations

import asyncio
import email
import email.policy
import ssl
import threading
import time
from collections.abc import Callable, Coroutine
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from xl_dialogue.mailing.addresses import Mailbox
from xl_dialogue.mailing.message import Attachment, Message
from xl_dialogue.mailing.servers import Security, Server

OFFICE = Mailbox("Văn phòng UBND tỉnh", "vp@tinh.gov.vn")
USER, PASSWORD = "vp@tinh.gov.vn", "khong-ai-biet"


def invitation(code: str, *attachments: Attachment, to: str = "") -> Message:
    return Message(
        f"Giấy mời {code}",
        "Nguyễn Thị Phương Thảo",
        to or f"{code}@dai-bieu.vn",
        "Mời dự Hội nghị đối thoại",
        f"Kính gửi đại biểu {code},\n\nTrân trọng kính mời.\n",
        attachments,
    )


class PostOffice:
    """What has arrived, and what the server says to whom: answers are used up one by one."""

    def __init__(self) -> None:
        self.arrived: list[Envelope] = []
        self.connections = 0
        self.noops = 0
        self.senders: list[str] = []
        self.to_mail: list[str] = []
        self.to_recipient: dict[str, list[str]] = {}
        self.to_data: dict[str, list[str]] = {}
        """``drop`` breaks the connection before the answer, ``drop, kept`` takes the letter too."""
        self.seconds = 0.0
        self.login = False
        self._server: asyncio.Server | None = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()

    def open(
        self,
        context: ssl.SSLContext | None = None,
        security: Security = "none",
        login: bool = False,
    ) -> int:
        """Listen; the port."""
        self.login = login

        def factory() -> SMTP:
            self.connections += 1
            return SMTP(
                self,
                tls_context=context if security == "starttls" else None,
                require_starttls=security == "starttls",
                authenticator=self._knows if login else None,
                auth_require_tls=security != "tls",
                enable_SMTPUTF8=True,  # replies may have Vietnamese letters
                data_size_limit=2_000_000,
                loop=self._loop,
            )

        within = context if security == "tls" else None
        server = self._do(self._loop.create_server(factory, "127.0.0.1", 0, ssl=within))
        self._server = server
        return int(server.sockets[0].getsockname()[1])

    def close(self) -> None:
        """Stop listening and hang up on whoever is on the line."""
        if self._loop.is_running():
            self._do(self._leave())
            self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        if not self._loop.is_closed():
            self._loop.close()

    async def _leave(self) -> None:
        if self._server:
            self._server.close()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _do(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    def letters(self) -> list[EmailMessage]:
        return [
            email.message_from_bytes(envelope.content, policy=email.policy.default)
            for envelope in self.arrived
        ]

    def addressed(self) -> list[str]:
        return [address for envelope in self.arrived for address in envelope.rcpt_tos]

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.login and not session.authenticated:
            return "530 5.7.0 chưa đăng nhập"
        if self.to_mail:
            said = self.to_mail.pop(0)
            if said == "drop":
                assert server.transport
                server.transport.close()
            return said
        envelope.mail_from = address
        self.senders.append(address)
        return "250 OK"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if answers := self.to_recipient.get(address):
            said = answers.pop(0)
            if not said.startswith("2"):
                return said
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_NOOP(
        self, server: SMTP, session: Session, envelope: Envelope, words: str
    ) -> str:
        self.noops += 1
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        time.sleep(self.seconds)
        answers = self.to_data.get(envelope.rcpt_tos[0], [])
        said = answers.pop(0) if answers else "250 OK"
        if said.startswith("2") or said.endswith("kept"):
            self.arrived.append(envelope)
        if said.startswith("drop"):
            assert server.transport
            server.transport.close()
        return said

    def _knows(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        known = isinstance(data, LoginPassword) and data == LoginPassword(
            USER.encode(), PASSWORD.encode()
        )
        return AuthResult(success=known, handled=False)


Opening = Callable[..., Server]


def server_at(
    port: int, security: Security = "none", login: bool = False, authority: Path | None = None
) -> Server:
    user, password = (USER, PASSWORD) if login else ("", "")
    host = "127.0.0.1" if security == "none" else "localhost"
    return Server(host, port, security, OFFICE, user, password, authority)

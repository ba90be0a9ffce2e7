"""A run that sends letters, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from post_office import invitation

from xl_dialogue.mailing.message import Refusal
from xl_dialogue.mailing.record import states
from xl_dialogue.mailing.sending import Sent, send
from xl_dialogue.mailing.servers import Server
from xl_dialogue.messages import Text


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

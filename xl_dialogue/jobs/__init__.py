"""Every job once: its name, its label, its place on the ribbon and what it does to an open book.

A module for each group of buttons; `applying` and `ledger` are what they share.
"""

from __future__ import annotations

from xl_dialogue import messages
from xl_dialogue.messages import DialogueError
from xl_dialogue.registry import JOBS, Button, Group, Job, buttons, menu

# isort: off
from xl_dialogue.jobs import (  # noqa: F401 - in the order of the ribbon
    data, questions, sending, collecting, documents, follow_up, tools, forgetting,
)  # fmt: skip
# isort: on

__all__ = ["JOBS", "asked", "jobs_of"]


def jobs_of(group: Group) -> list[Job]:
    """The jobs of a group, in the order of their buttons."""
    return [job for job in JOBS.values() if job.group is group]


def asked(button: str) -> tuple[Job, Button]:
    """The button with this id, and its job. Errors: ``DialogueError`` when no button has it."""
    for entry in JOBS.values():
        for found in (*buttons(entry), *menu(entry)):
            if found.id == button:
                return entry, found
    raise DialogueError(messages.BUTTON_UNKNOWN, button=button)

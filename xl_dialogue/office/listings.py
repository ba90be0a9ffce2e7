"""The lists of jobs in README and in the staff's guide, made from the registry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xl_dialogue.jobs import jobs_of
from xl_dialogue.registry import GROUPS, Job, buttons, menu

BEGIN, END = "<!-- made by xl-dialogue build -->", "<!-- end -->"
_BETWEEN = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)


def readme(text: str) -> str:
    """README with its table of jobs as the registry has it now."""
    return _with(text, _jobs())


def guide(text: str) -> str:
    """The staff's guide with its table of buttons as the registry has it now."""
    return _with(text, _buttons())


def _with(text: str, lines: Iterator[str]) -> str:
    table = "\n".join((BEGIN, *lines, END))
    return _BETWEEN.sub(lambda _: table, text)


def _in_order() -> Iterator[Job]:
    for group in GROUPS:
        yield from jobs_of(group)


def _jobs() -> Iterator[str]:
    yield "| command | button | what it does |"
    yield "| --- | --- | --- |"
    for job in _in_order():
        yield f"| `{_command(job)}` | {_clicked(job)} | {job.about.en} |"


def _command(job: Job) -> str:
    named = {"kinds": "KIND…", "files": "FILE…", "replies": "FILE…"}
    words = job.command, "PLAN", *(named[each] for each in named if each in job.takes)
    return " ".join(words)


def _clicked(job: Job) -> str:
    labels = ", ".join(button.label.vi for button in buttons(job))
    return f"{job.group.label.vi} › {labels}" if labels else "-"


def _buttons() -> Iterator[str]:
    yield "| Nhóm | Nút | Làm gì |"
    yield "| --- | --- | --- |"
    for job in _in_order():
        group = job.group.label.vi
        for button in buttons(job):
            yield f"| {group} | **{button.label.vi}** | {button.about.vi} |"
        if any(menu(job)):
            yield f"| {group} | **{job.label.vi}** | {job.about.vi} |"

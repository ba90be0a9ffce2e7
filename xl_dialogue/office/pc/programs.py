"""Asking another program and waiting for its answer."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence

_SECONDS = 900
"""Filling an environment takes long on a slow network."""


class ProgramError(Exception):
    """A program did not start, did not end or did not end well."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__(*lines)
        self.lines = [line.strip() for line in lines if line.strip()] or [""]
        """What it said of it, at least one."""


def said(
    command: Sequence[str], seconds: int = _SECONDS, environment: Mapping[str, str] | None = None
) -> str:
    """What the program prints. Errors: ``ProgramError``."""
    try:
        ended = subprocess.run(
            command, capture_output=True, encoding="utf-8", errors="replace", timeout=seconds,
            env=environment,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ProgramError([str(error)]) from error
    if ended.returncode:
        raise ProgramError((ended.stderr + ended.stdout).splitlines())
    return ended.stdout

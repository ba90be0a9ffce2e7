"""How a command ends, and where a workbook may be."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

Command = Callable[[str, str, Callable[[Any], int]], argparse.ArgumentParser]
"""Adds a subcommand: its name, its help, what it does."""
FINE, WRONG, STOPPED = 0, 1, 2
"""Exit codes: nothing wrong; errors found; the job could not be done."""
CLOSED = "file"
APPS = (CLOSED, "excel", "calc")

"""What Word and LibreOffice have in common as makers of PDFs."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


class Ending(Enum):
    """How a run of the program came to its end."""

    DONE = auto()
    """It has been through all files; those without a PDF it could not read."""
    DIED = auto()
    HUNG = auto()
    """It was ended by us: no file was finished for too long."""


class Converter(Protocol):
    """A program that makes PDFs, one file after the other."""

    def make(
        self, files: Sequence[Path], folder: Path, seconds: float, made: Callable[[int], None]
    ) -> Ending:
        """A PDF of each file into the folder, under the file's stem.

        ``seconds`` is what one file may take; ``made`` is told how many are there so far.
        """
        ...

"""The words for declaring a sheet of the plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["text", "code", "name", "phone", "email", "date", "time", "number", "link", "any"]


@dataclass(frozen=True)
class Column:
    """One column: what stands in it, how it is checked, shown and explained."""

    name: str
    header: str
    kind: Kind = "text"
    required: bool = False
    """Every row must fill it."""
    essential: bool = False
    """The sheet cannot be read without the column, though a row may leave it blank."""
    unique: bool = False
    choices: tuple[str, ...] = ()
    refers_to: str = ""
    """``sheet.column`` whose values are allowed."""
    many: bool = False
    """Several values, separated by ``;``."""
    also: tuple[str, ...] = ()
    """Other headers by which offices call it."""
    about: str = ""
    """What to type, in Vietnamese: the hint shown at the cell and in the guide."""
    width: int = 14
    room: int = 0
    """Characters that the program will write: the row is made high enough for them."""
    outside: bool = False
    """Taken from lists that other offices send; what they say of other columns is not."""
    series: str = ""
    """Of codes that the program gives: the first."""
    personal: bool = False
    """Nobody's but the issuing office's: no copy that is shared holds it."""

    @property
    def indispensable(self) -> bool:
        return self.required or self.essential


@dataclass(frozen=True)
class Sheet:
    """One sheet: an Excel table under a title of its own."""

    name: str
    title: str
    columns: tuple[Column, ...]
    about: str = ""
    """What the sheet is for, in Vietnamese."""
    optional: bool = False
    """A workbook without it is still a plan."""
    written_by_program: bool = False
    by_name: dict[str, Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {column.name: column for column in self.columns})

    def __getitem__(self, name: str) -> Column:
        return self.by_name[name]

    @property
    def table(self) -> str:
        """The name of its Excel table."""
        return f"tbl_{self.name}"


def parts(cell: str) -> list[str]:
    """The values of a cell of several, in order, blanks left out."""
    return [part for piece in cell.replace("\n", ";").split(";") if (part := piece.strip())]

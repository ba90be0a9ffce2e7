"""Everything in the repository that is made from text, made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from xl_dialogue import share
from xl_dialogue.office import listings
from xl_dialogue.office.buttons.extension import extension
from xl_dialogue.office.buttons.macrobook import addin
from xl_dialogue.office.sheets.workbook import workbook
from xl_dialogue.office.word.templates import TEMPLATES
from xl_dialogue.opc import write_atomically

LISTED: dict[str, Callable[[str], str]] = {
    "README.md": listings.readme,
    "workbook/HUONG-DAN.md": listings.guide,
}
"""Texts in which a part is made."""
_CHECKOUT = Path(__file__).parents[2]


def build(checkout: Path | None = None) -> Iterator[Path]:
    """Write everything into the checkout; gives what was written."""
    top = checkout or _CHECKOUT
    for name, content in products().items():
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, content)
        yield path
    for name, listed in LISTED.items():
        path = top / name
        if path.exists():
            write_atomically(path, listed(path.read_text(encoding="utf-8")).encode())
            yield path


def products() -> dict[str, bytes]:
    """Path in the checkout -> content."""
    return {
        f"workbook/{share.WORKBOOK}": workbook(sample=True),
        f"workbook/{share.ADDIN}": addin(),
        f"workbook/{share.EXTENSION}": extension(),
        **{f"{share.TEMPLATES}/{name}": make() for name, make in TEMPLATES.items()},
    }

"""Everything in the repository that is made from text, made anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from xl_dialogue.office.templates import TEMPLATES
from xl_dialogue.office.workbook import workbook
from xl_dialogue.opc import write_atomically

_CHECKOUT = Path(__file__).parents[2]


def build(checkout: Path | None = None) -> Iterator[Path]:
    """Write the workbook and the templates into the checkout; gives what was written."""
    top = checkout or _CHECKOUT
    for name, content in products().items():
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, content)
        yield path


def products() -> dict[str, bytes]:
    """Path in the checkout -> content."""
    return {
        "workbook/DialoguePlan.xlsm": workbook(sample=True),
        **{f"templates/{name}": make() for name, make in TEMPLATES.items()},
    }

"""Which template a kind is printed from, and whether it is sound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.documents.kinds import KINDS, Kind
from xl_dialogue.documents.numbering import Paper
from xl_dialogue.messages import DialogueError, Said
from xl_dialogue.outcome import Request
from xl_dialogue.share import TEMPLATES, shared
from xl_dialogue.vietnamese.text import folded

if TYPE_CHECKING:
    from xl_dialogue.press.template import Template


def template_of(kind: Kind, request: Request) -> Path:
    """The office's own template where there is one, else the product's."""
    if request.templates and not request.templates.is_dir():
        raise DialogueError(messages.FILE_MISSING, path=request.templates)
    own = request.templates / kind.template if request.templates else None
    return own if own and own.exists() else shared(TEMPLATES) / kind.template


def sound(template: Path, kind: Kind, ready: Sequence[Paper]) -> Template:
    """The template, read; a broken, misspelt or misused tag is found before anything is printed.

    A template whose names are all known, and of which letters were made before, need not be gone
    through. Errors: ``DialogueError``.
    """
    from xl_dialogue.press.template import Template

    known = set(ready[0].draft.context)
    try:
        read = Template(template)
    except DialogueError as stop:
        _tell_faults(template, ready)
        raise stop from None
    if not (read.variables <= known and read.prepared.is_compared):
        _tell_faults(template, ready)
    if kind.numbered and "number" not in read.variables:
        raise DialogueError(messages.TEMPLATE_WITHOUT_NUMBER, file=template.name, label=kind.label)
    return read


def _tell_faults(template: Path, ready: Sequence[Paper]) -> None:
    from xl_dialogue.press.faults import faults
    from xl_dialogue.press.usage import merged

    values = merged(paper.draft.context for paper in ready)
    broken = faults(template, values.keys(), values)
    if broken:
        raise DialogueError(
            messages.TEMPLATE_FAULTY, faults="\n".join(fault.say() for fault in broken)
        )


def unused(request: Request) -> Iterator[Said]:
    """Templates of the office that no kind uses: a name misspelt would pass for our own."""
    from xl_dialogue.press.leftovers import documents

    if request.templates is None:
        return
    known = [kind.template for kind in KINDS.values()]
    for path in documents(request.templates):
        if path.name not in known:
            [nearest] = get_close_matches(folded(path.name), known, n=1, cutoff=0)
            yield Said(messages.TEMPLATE_UNUSED, {"file": path.name, "nearest": nearest})

"""What became of files that were taken in: in sentences, and for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xl_dialogue import messages
from xl_dialogue.exchange.intake.deciding import Intake
from xl_dialogue.exchange.intake.headers import Header
from xl_dialogue.exchange.intake.records import Left, Origin
from xl_dialogue.messages import Said

_MOST = 12
"""Lists whose columns are told one by one before the rest is only counted; rejected lines too."""
_NAMED = 3
"""Files that are named where several hold the same."""


def summary(taken: Intake) -> list[Said]:
    """How many lines of which kind, then how each list was understood."""
    return list(_sentences(taken))


def counts(taken: Intake) -> dict[str, int]:
    """Lines in the files, and where each of them went."""
    return {
        "rows": taken.read.count,
        "added": len(taken.added),
        "already": len(taken.already),
        "rejected": len(taken.read.rejected),
        "skipped": len(taken.read.skipped),
    }


def _sentences(taken: Intake) -> Iterator[Said]:
    yield Said(messages.INTAKE_COUNTED, {"files": len(taken.files), **counts(taken)})
    yield from taken.refused
    yield from _left_alone(taken)
    yield from taken.renamed
    for line in taken.read.rejected[:_MOST]:
        yield Said(messages.INTAKE_REJECTED, {"where": line.origin.say(), "why": line.why})
    if len(taken.read.rejected) > _MOST:
        yield Said(messages.AND_MORE, {"count": len(taken.read.rejected) - _MOST})
    for origin, header in taken.read.headers[:_MOST]:
        yield Said(messages.INTAKE_MAPPED, _mapped(origin, header))
    if len(taken.read.headers) > _MOST:
        yield Said(messages.AND_MORE, {"count": len(taken.read.headers) - _MOST})
    if taken.notes:
        yield Said(messages.INTAKE_MENDED, {"count": len(taken.notes)})


def _left_alone(taken: Intake) -> Iterator[Said]:
    """What was not touched, each once with the files that hold it."""
    files: dict[str, list[str]] = {}
    for file, said in taken.left_alone:
        files.setdefault(said.say(), []).append(f"“{file}”")
    by_sentence = {said.say(): said for _, said in taken.left_alone}
    for sentence, names in files.items():
        rest = [f"… ({len(names)})"] if len(names) > _NAMED else []
        listed = ", ".join([*names[:_NAMED], *rest])
        facts: dict[str, object] = {"files": listed, "what": by_sentence[sentence]}
        yield Said(messages.INTAKE_LEFT_ALONE, facts)


def _mapped(origin: Origin, header: Header) -> dict[str, object]:
    taken = [f"“{said}” → {known}" for said, known in header.taken().items()]
    left = ", ".join(f"“{said}”" for said in header.left())
    not_taken = Said(messages.INTAKE_LEFT_COLUMNS, {"columns": left})
    return {
        "where": f"{origin.file} › {origin.sheet}" if origin.sheet else origin.file,
        "row": origin.row,
        "title": header.sheet.title,
        "taken": "; ".join(taken),
        "left": not_taken if left else "",
    }


def as_json(taken: Intake) -> dict[str, object]:
    """Counts, how each list was understood, and every line that was not added; sentences unsaid."""
    return {
        "counts": counts(taken),
        "lists": [
            {
                "file": origin.file, "sheet": origin.sheet, "header_row": origin.row,
                "into": header.sheet.name, "columns": header.taken(), "not_taken": header.left(),
            }
            for origin, header in taken.read.headers
        ],
        "added": [
            {"into": each.sheet, "code": each.code, **each.origin._asdict()}
            for each in taken.added
        ],
        "already": list(_lines(taken.already)),
        "rejected": list(_lines(taken.read.rejected)),
        "skipped": list(_lines(taken.read.skipped)),
        "mended": [
            {
                **note.origin._asdict(), "column": note.column, "before": note.before,
                "after": note.after, "why": note.why,
            }
            for note in taken.notes
        ],
        "refused": taken.refused,
        "left_alone": list(_left_alone(taken)),
    }  # fmt: skip


def _lines(left: Iterable[Left]) -> Iterator[dict[str, object]]:
    for line in left:
        values = {"why": line.why, "line": line.shown}
        yield {**line.origin._asdict(), **values}

"""What every Office package has: relationships, and parts that would act if they were let."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue import messages
from xl_dialogue.exchange.reading.markup import local, walk
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from xl_dialogue.exchange.reading.archive import Archive
    from xl_dialogue.exchange.reading.limits import Meter
    from xl_dialogue.exchange.reading.markup import Attributes
    from xl_dialogue.exchange.reading.tables import Arrived

TYPES = "[Content_Types].xml"
_ACTING = (
    (re.compile(r"vbaproject|vbadata|/macrosheets/|/dialogsheets/|^basic/|^scripts/|\.bas$"),
     messages.INCOMING_MACROS),
    (re.compile(r"/embeddings/|oleobject|/activex/|/ctrlprops/|^object \d|\.(exe|dll|js|vbs|zip)$"),
     messages.INCOMING_EMBEDDED),
    (re.compile(r"/externallinks/[^/]+\.xml$"), messages.INCOMING_EXTERNAL),
    (re.compile(r"/connections\.xml$|/querytables/|/webextensions/"), messages.INCOMING_CONNECTED),
)  # fmt: skip
_FOLLOWED_BY_HAND = ("hyperlink",)
"""Links that do nothing until a person clicks them."""


class Relation(NamedTuple):
    kind: str
    """The last word of its type: ``worksheet``, ``hyperlink``."""
    target: str
    """The part's name in the package, or an address outside it."""
    is_external: bool


def relations(archive: Archive, part: str, meter: Meter) -> dict[str, Relation]:
    """The part's relations by id; those of the package itself for an empty name."""
    folder, _, name = part.rpartition("/")
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, Relation] = {}

    def start(tag: str, said: Attributes) -> None:
        if local(tag) == "Relationship":
            kind = said.get("Type", "").rpartition("/")[2]
            outside = said.get("TargetMode") == "External"
            target = said.get("Target", "")
            found[said.get("Id", "")] = Relation(
                kind, target if outside else _inside(folder, target), outside
            )

    if listed in archive:
        walk(archive, listed, meter, start)
    return found


def main_part(archive: Archive, meter: Meter, usual: str) -> str:
    """The part that is the document. Errors: ``DialogueError`` that names it as it usually is."""
    for relation in relations(archive, "", meter).values():
        if relation.kind == "officeDocument" and not relation.is_external:
            return relation.target
    raise DialogueError(messages.INCOMING_PART_MISSING, part=usual)


def _inside(folder: str, target: str) -> str:
    """The part that a target means; what points out of the package names no part."""
    joined = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/")))
    return joined.lstrip("/")


def report_acting(archive: Archive, arrived: Arrived, meter: Meter) -> None:
    """Macros, objects, links, connections: said, and never touched."""
    for name in archive.names:
        for pattern, text in _ACTING:
            if pattern.search(name.lower()):
                arrived.report(text)
        if name.lower().endswith(".rels"):
            _report_outside(archive, name, arrived, meter)
        if "/externallinks/" in name.lower() and name.lower().endswith(".xml"):
            _report_dde(archive, name, arrived, meter)


def _report_outside(archive: Archive, name: str, arrived: Arrived, meter: Meter) -> None:
    def start(_: str, said: Attributes) -> None:
        by_hand = said.get("Type", "").rpartition("/")[2] in _FOLLOWED_BY_HAND
        if said.get("TargetMode") == "External" and not by_hand:
            arrived.report(messages.INCOMING_EXTERNAL)

    walk(archive, name, meter, start)


def _report_dde(archive: Archive, name: str, arrived: Arrived, meter: Meter) -> None:
    def start(tag: str, _: Attributes) -> None:
        if local(tag) == "ddeLink":
            arrived.report(messages.INCOMING_DDE)

    walk(archive, name, meter, start)

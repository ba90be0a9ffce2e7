"""The package of the one print file, streamed: letters come and go, only ids are remembered."""

from __future__ import annotations

import io
import posixpath
import re
from itertools import count
from typing import TYPE_CHECKING, BinaryIO

from xl_dialogue.messages import DialogueError, Text
from xl_dialogue.messages.press import LETTER_NOT_BOUND, PRINT_FILE_IMPOSSIBLE
from xl_dialogue.opc import Growing, Member, Package, Writer, deflated, members_of
from xl_dialogue.press import relations, sections
from xl_dialogue.press.digests import digest_of
from xl_dialogue.press.lists import Lists
from xl_dialogue.press.notes import KINDS, Notes
from xl_dialogue.press.relations import Relation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xl_dialogue.press.template import Template

_TYPES, _TYPES_END = "[Content_Types].xml", b"</Types>"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BLANK = {
    "header": f'<w:hdr xmlns:w="{_W}"><w:p/></w:hdr>'.encode(),
    "footer": f'<w:ftr xmlns:w="{_W}"><w:p/></w:ftr>'.encode(),
}
_TAG = re.compile(rb"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_FIELDS = re.compile(rb'<w:instrText\b[^>]*>[^<]*|w:instr="[^"]*')
_DEFAULT = re.compile(r'<Default\b[^>]*?Extension="([^"]+)"', re.IGNORECASE)
_RELATED = re.compile(rb'(\br:(?:id|embed|link|pict)=")([^"]+)(")')


class Binding:
    """Letters of one template, one behind the other."""

    def __init__(self, template: Template, file: BinaryIO, spool: BinaryIO) -> None:
        self._members = {member.name: member for member in members_of(template.content)}
        self._package = Package(template.content)
        self._main = template.parts[0].name
        self._changing = {*template.changing, self._main}
        self._writer = Writer(file)
        self._document = Growing(self._main, spool)
        self._relations = relations.relations(self._main, self._read(self._file(self._main)))
        self._related = Growing(self._file(self._main), io.BytesIO())
        self._related.write(relations.begun(self._relations))
        types = self._read(_TYPES)
        self._types = Growing(_TYPES, io.BytesIO())
        self._types.write(types[: types.rindex(_TYPES_END)])
        self._extensions = {name.lower() for name in _DEFAULT.findall(types.decode())}
        self._lists, self._numbering = self._listed()
        self._notes = list(self._noted())
        self._pictures: dict[str, str] = {}
        self._blanks: dict[tuple[bytes, bytes], bytes] | None = None
        self._waiting: sections.Letter | None = None
        self._ids = count(1)
        self._new = count(1)
        self._counted = False
        self.count = 0
        """Letters in the file."""

    def add(self, parts: Mapping[str, bytes], made: Package | None = None) -> Text | None:
        """Put a letter behind the others; why not, when it cannot be.

        ``parts`` are those that differ from letter to letter; ``made``: the whole letter, where
        docxtpl has made it. Errors: ``DialogueError`` when the template is not as Word writes it.
        """
        added = self._added(made) if made else {}
        if added is None:
            return LETTER_NOT_BOUND
        document = parts.get(self._main) or self._read(self._main)
        if added:
            document = _RELATED.sub(lambda found: _other(found, added), document)
        letter = sections.taken_apart(document)
        if letter is None:
            raise DialogueError(PRINT_FILE_IMPOSSIBLE)
        self.count += 1
        self._put(self._sewn(letter, parts, made))
        return None

    def add_made(self, letter: Package) -> Text | None:
        """The same for a letter that docxtpl has made."""
        return self.add({name: letter.read(name) for name in self._changing}, letter)

    def close(self) -> None:
        """Write what all letters share.

        Errors: ``DialogueError`` when the file would be too large.
        """
        import struct

        assert self._waiting is not None
        self._document.write(self._waiting.content + self._waiting.section)
        self._document.write(b"</w:body></w:document>")
        self._writer.pour(self._document)
        written = {self._main, self._file(self._main), _TYPES}
        for part, end in self._ends():
            part.write(end)
            self._writer.pour(part)
            written.add(part.name)
        for name in self._members.keys() - written:
            self._writer.add(self._shared(name))
        try:
            self._writer.close()
        except struct.error as error:
            raise DialogueError(PRINT_FILE_IMPOSSIBLE) from error

    def _put(self, letter: sections.Letter) -> None:
        """Behind the one that waited to learn whether it is the last."""
        if self._waiting is None:
            self._document.write(letter.head)
        else:
            self._document.write(sections.closed(self._waiting))
        self._waiting = letter

    def _sewn(
        self, letter: sections.Letter, parts: Mapping[str, bytes], made: Package | None
    ) -> sections.Letter:
        if self._blanks is None:
            self._blanks = self._blanked(letter)
            self._counted = not sections.has_sections(letter)
        mark = b'<w:bookmarkStart w:id="%d" w:name="letter_%05d"/><w:bookmarkEnd w:id="%d"/>'
        number = next(self._ids)
        content = sections.with_own_ids(letter.content, self.count, self._ids)
        content, lists = self._lists.begun(content)
        if self._numbering:
            self._numbering.write(lists)
        for name, notes, growing in self._notes:
            content, moved = notes.moved(content, parts.get(name) or self._read(name))
            growing.write(moved)
        copies = self._copies(parts, made)
        letter = sections.Letter(
            letter.head,
            sections.referring(self._paged(content), copies),
            sections.referring(letter.section, copies),
        )
        return sections.begun(letter, mark % (number, self.count, number), self._blanks)

    def _copies(self, parts: Mapping[str, bytes], made: Package | None) -> dict[bytes, bytes]:
        """The letter's own headers and footers: relationship in the template -> in the file."""
        copies = {}
        for relation in self._relations:
            if relation.type in _BLANK and relation.target in parts:
                content = self._paged(parts[relation.target])
                content = sections.with_own_ids(content, self.count, self._ids)
                copy = self._part(relation.type, content)
                related = self._related_of(relation.target, made)
                if related:
                    own = deflated(self._file(copy), relations.written(related))
                    self._writer.add(own)
                copies[relation.id.encode()] = self._relate(relation.type, copy)
        return copies

    def _related_of(self, part: str, made: Package | None) -> list[Relation]:
        file = self._file(part)
        source = made if made and file in made.names else self._package
        if file not in source.names:
            return []
        related = relations.relations(part, source.read(file))
        if source is self._package:
            return related
        return [self._adopted(one, source) if one.type == "image" else one for one in related]

    def _added(self, made: Package) -> dict[bytes, bytes] | None:
        """What the letter alone points at: its relationship -> that in the file; None: too much."""
        ours = {one.id: one for one in self._relations}
        theirs = relations.relations(self._main, made.read(self._file(self._main)))
        new = [one for one in theirs if one != ours.get(one.id) or self._is_replaced(one, made)]
        if any(one.type not in ("image", "hyperlink") for one in new):
            return None
        return {one.id.encode(): self._relate_to(self._adopted(one, made)) for one in new}

    def _is_replaced(self, relation: Relation, made: Package) -> bool:
        if relation.type != "image" or relation.is_outside:
            return False
        name = relation.target
        return made.member(name).crc != self._members[name].crc

    def _adopted(self, relation: Relation, made: Package) -> Relation:
        """The relation with its picture in the file: once, however many letters show it."""
        if relation.is_outside:
            return relation
        content = made.read(relation.target)
        digest = digest_of(content)
        if digest not in self._pictures:
            extension = posixpath.splitext(relation.target)[1]
            name = f"word/media/letter_{next(self._new)}{extension}"
            self._declare_extension(extension.removeprefix("."))
            self._writer.add(made.member(relation.target)._replace(name=name))
            self._pictures[digest] = name
        return relation._replace(target=self._pictures[digest])

    def _part(self, kind: str, content: bytes) -> str:
        """A header or footer added to the file."""
        name = f"word/{kind}_{next(self._new)}.xml"
        self._writer.add(deflated(name, content))
        self._types.write(
            f'<Override PartName="/{name}" ContentType="{_MAIN}{kind}+xml"/>'.encode()
        )
        return name

    def _relate(self, kind: str, part: str) -> bytes:
        return self._relate_to(Relation("", kind, part, False))

    def _relate_to(self, relation: Relation) -> bytes:
        new = f"letter{next(self._new)}"
        self._related.write(relation._replace(id=new).xml())
        return new.encode()

    def _declare_extension(self, extension: str) -> None:
        if extension.lower() not in self._extensions:
            self._extensions.add(extension.lower())
            kind = _IMAGES.get(extension.lower(), extension.lower())
            self._types.write(
                f'<Default Extension="{extension}" ContentType="image/{kind}"/>'.encode()
            )

    def _blanked(self, letter: sections.Letter) -> dict[tuple[bytes, bytes], bytes]:
        """An empty header or footer for every kind that some section has."""
        parts: dict[bytes, bytes] = {}
        for kind, _ in sorted(sections.references(letter) - sections.first_references(letter)):
            if kind not in parts:
                part = self._part(kind.decode(), _BLANK[kind.decode()])
                parts[kind] = self._relate(kind.decode(), part)
        return {kind: parts[kind[0]] for kind in sections.references(letter) if kind[0] in parts}

    def _listed(self) -> tuple[Lists, Growing | None]:
        name = next((one.target for one in self._relations if one.type == "numbering"), "")
        styles = next((one.target for one in self._relations if one.type == "styles"), "")
        numbering = self._read(name) if name in self._members else b""
        at = max(numbering.rfind(b"</w:num>") + len(b"</w:num>"), 0)
        lists = Lists(numbering, self._read(styles) if styles in self._members else b"")
        if not lists.are_numbered:
            return lists, None
        growing = Growing(name, io.BytesIO())
        growing.write(numbering[:at])
        self._numbering_end = numbering[at:]
        return lists, growing

    def _noted(self) -> list[tuple[str, Notes, Growing]]:
        found = []
        for kind in KINDS:
            for relation in self._relations:
                if relation.type == f"{kind}s":
                    notes = Notes(kind.encode(), self._read(relation.target))
                    growing = Growing(relation.target, io.BytesIO())
                    growing.write(notes.head)
                    found.append((relation.target, notes, growing))
        return found

    def _ends(self) -> list[tuple[Growing, bytes]]:
        ends = [(self._related, relations.END), (self._types, _TYPES_END)]
        if self._numbering:
            ends.append((self._numbering, self._numbering_end))
        return ends + [(growing, notes.tail) for _, notes, growing in self._notes]

    def _shared(self, name: str) -> Member:
        """A part of the template's that all letters share."""
        if name.startswith("docProps/"):
            return deflated(name, _TAG.sub(b"", self._read(name)))
        if self._counted and b"NUMPAGES" in (content := self._read(name)) and name.endswith(".xml"):
            return deflated(name, self._paged(content))
        return self._members[name]

    def _paged(self, content: bytes) -> bytes:
        """The number of a letter's pages, where it has one section, is that of the section."""
        if not self._counted or b"NUMPAGES" not in content:
            return content
        return _FIELDS.sub(lambda field: field[0].replace(b"NUMPAGES", b"SECTIONPAGES"), content)

    def _read(self, name: str) -> bytes:
        return self._package.read(name)

    @staticmethod
    def _file(part: str) -> str:
        return relations.file_of(part)


_IMAGES = {"jpg": "jpeg", "tif": "tiff", "svg": "svg+xml", "emf": "x-emf", "wmf": "x-wmf"}


def _other(found: re.Match[bytes], names: dict[bytes, bytes]) -> bytes:
    return found[1] + names.get(found[2], found[2]) + found[3]

"""What is wrong with a template's tags, each with its paragraph, before anything is printed."""

from __future__ import annotations

import difflib
import re
from collections import ChainMap
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from docx.oxml.parser import parse_xml
from jinja2 import meta, nodes

from xl_dialogue.messages import (
    PART_BODY,
    PART_FOOTER,
    PART_FOOTNOTES,
    PART_HEADER,
    TAG_BRACES,
    TAG_CURLY_QUOTES,
    TAG_FAULT,
    TAG_NAME_LIKELY,
    TAG_NAME_UNKNOWN,
    TAG_NOT_ALLOWED,
    TAG_UNCLOSED,
    TAG_UNOPENED,
    TAG_UNREADABLE,
    TAG_WITHOUT_END,
    TAG_WITHOUT_START,
    TEMPLATE_DAMAGED,
    DialogueError,
    Language,
    Text,
)
from xl_dialogue.press.grammar import objection
from xl_dialogue.press.reading import DAMAGE, content_of, footnotes, opened
from xl_dialogue.press.tags import UNREADABLE, ForbiddenError, Tags
from xl_dialogue.press.usage import UNKNOWN, Problem, loop_values, misuse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAG = re.compile(
    r"\{(?P<kind>[{%#])(?P<inside>(?:(?!\{[{%#]).)*?)(?P<end>\}\}|%\}|#\}|(?=\{[{%#])|$)"
    r"|(?P<unopened>[^{}]*?)(?P<stray>\}\}|%\})",
    re.DOTALL,
)
_OTHER_BRACES = re.compile(
    r"(?<![{｛\[])(?:\{|[｛\[]{1,2})\s*(?P<name>\w+)\s*(?:\}|[｝\]]{1,2})(?![}｝\]])"
)
"""A name between braces that are none of a tag's: one of each pair lost, or typed wide."""
_PREFIX = re.compile(r"^-?(?:(?:tr|tc|p|r)\s)?|-$")
_CURLY = re.compile("[“”‘’]")
_CLOSING = {"{": "}}", "%": "%}", "#": "#}"}
_ENDS = {"endfor": "for", "endif": "if"}
_BLOCKS = {"for": "endfor", "if": "endif"}
_MIDDLES = ("else", "elif")
_TABLE_MARKS = ("vm", "hm")
_TABLE_VALUES = ("colspan", "cellbg")


class Tag(NamedTuple):
    """A tag where a reader finds it."""

    part: Text
    paragraph: int
    """From 1 within its part, paragraphs in tables counted too."""
    text: str
    """The whole paragraph as a reader sees it."""
    kind: str
    """``{`` a value, ``%`` a statement, ``#`` a remark, blank when its beginning is missing."""
    inside: str
    end: str

    @property
    def statement(self) -> str:
        """What stands between the braces, without docxtpl's prefixes."""
        return _PREFIX.sub("", self.inside).strip()

    @property
    def word(self) -> str:
        return self.statement.partition(" ")[0] if self.kind == "%" else ""

    def __str__(self) -> str:
        return f"{{{self.kind}{self.inside}{self.end}" if self.kind else self.inside + self.end


class Fault(NamedTuple):
    """One tag that Word's user must correct."""

    file: str
    tag: Tag
    reason: Text
    facts: Mapping[str, object]

    def say(self, language: Language = "vi") -> str:
        return TAG_FAULT.say(
            language,
            file=self.file,
            part=self.tag.part.say(language),
            paragraph=self.tag.paragraph,
            text=self.tag.text,
            tag=self.tag,
            reason=self.reason.say(language, **self.facts),
        )


def faults(
    path: Path, known_names: Collection[str], values: Mapping[str, object] | None = None
) -> list[Fault]:
    """All faults in the order of the document, names checked against the known ones.

    Where ``values`` tell what stands under the names, also how the tags use it.
    Errors: ``DialogueError`` when the file is missing, damaged or no .docx.
    """
    docx = opened(content_of(path), path)
    try:
        parts = [(part, list(_paragraphs(root))) for part, root in _roots(docx)]
    except DAMAGE as damage:
        raise DialogueError(TEMPLATE_DAMAGED, path=path) from damage
    known = frozenset(known_names)
    return [
        Fault(path.name, tag, *problem)
        for part, paragraphs in parts
        for tag, problem in sorted(
            (
                *_problems(list(_tags(part, paragraphs)), known, values or {}),
                *_unbraced(part, paragraphs, known),
            ),
            key=lambda found: found[0].paragraph,
        )
    ]


def _roots(docx: Any) -> Iterator[tuple[Text, Any]]:
    yield PART_BODY, docx.docx.element
    for part, uri in ((PART_HEADER, docx.HEADER_URI), (PART_FOOTER, docx.FOOTER_URI)):
        for _, found in docx.get_headers_footers(uri):
            yield part, parse_xml(found.blob)
    for found in footnotes(docx):
        yield PART_FOOTNOTES, parse_xml(found.blob)


_Paragraphs = list[tuple[int, str]]
"""Each with its number from 1, as a reader sees it."""


def _paragraphs(root: Any) -> Iterator[tuple[int, str]]:
    return enumerate(map(_visible, root.iter(_W + "p")), 1)


def _tags(part: Text, paragraphs: _Paragraphs) -> Iterator[Tag]:
    for number, text in paragraphs:
        for tag in _TAG.finditer(text):
            inside, end = tag["inside"] or tag["unopened"] or "", tag["end"] or tag["stray"] or ""
            yield Tag(part, number, text, tag["kind"] or "", inside, end)


def _unbraced(
    part: Text, paragraphs: _Paragraphs, known: frozenset[str]
) -> Iterator[tuple[Tag, Problem]]:
    """Known names that would be printed as they stand."""
    for number, text in paragraphs:
        for found in _OTHER_BRACES.finditer(text):
            if found["name"] in known:
                yield Tag(part, number, text, "", found[0], ""), (TAG_BRACES, {})


def _visible(paragraph: Any) -> str:
    """Its own text, without that of a text box anchored in it."""
    texts = paragraph.iter(_W + "t")
    return "".join(
        text.text or "" for text in texts if next(text.iterancestors(_W + "p")) is paragraph
    )


def _problems(
    tags: list[Tag], known: frozenset[str], values: Mapping[str, object]
) -> Iterator[tuple[Tag, Problem]]:
    nesting = dict(_nesting(tags))
    language = Tags()
    scope: list[frozenset[str]] = []
    seen = ChainMap(dict(values))
    for index, tag in enumerate(tags):
        if tag.word == "for":
            scope.append(_loop_names(tag))
        problem = _writing(tag) or nesting.get(index) or _grammar(tag, language)
        if problem:
            yield tag, problem
        else:
            tree = language.parse(_alone(tag))
            strange = sorted(_names(tree) - known.union(*scope))
            for name in strange:
                yield tag, _unknown(name, known)
            wrong = None if strange else misuse(tree, seen)
            if wrong:
                yield tag, wrong
        if tag.word == "for":
            within: dict[str, object] = dict.fromkeys(_loop_names(tag), UNKNOWN)
            seen = seen.new_child(within if problem else within | dict(loop_values(tree, seen)))
        if tag.word == "endfor" and scope:
            scope.pop()
            seen = seen.parents


def _writing(tag: Tag) -> Problem | None:
    if not tag.kind:
        return TAG_UNOPENED, {}
    if tag.end != _CLOSING[tag.kind]:
        return TAG_UNCLOSED, {"closing": _CLOSING[tag.kind]}
    if tag.kind != "#" and _CURLY.search(tag.inside):
        return TAG_CURLY_QUOTES, {}
    return None


def _nesting(tags: list[Tag]) -> Iterator[tuple[int, Problem]]:
    """By index: what is opened and not ended, and what ends or continues nothing."""
    opened: list[int] = []
    for index, tag in enumerate(tags):
        if tag.word in _BLOCKS:
            opened.append(index)
        elif tag.word in _ENDS and _ENDS[tag.word] in (tags[one].word for one in opened):
            while tags[last := opened.pop()].word != _ENDS[tag.word]:
                yield last, _unended(tags[last])
        elif tag.word in _ENDS or (tag.word in _MIDDLES and not opened):
            yield index, (TAG_WITHOUT_START, {})
    yield from ((index, _unended(tags[index])) for index in opened)


def _unended(tag: Tag) -> Problem:
    return TAG_WITHOUT_END, {"closing": _BLOCKS[tag.word]}


def _grammar(tag: Tag, language: Tags) -> Problem | None:
    try:
        language.from_string(_alone(tag))
    except ForbiddenError as error:
        return TAG_NOT_ALLOWED, {"detail": error.message or ""}
    except UNREADABLE as error:
        return TAG_UNREADABLE, {"detail": objection(error)}
    return None


def _names(tree: nodes.Template) -> set[str]:
    return meta.find_undeclared_variables(tree) - {"range"}


def _alone(tag: Tag) -> str:
    """The tag made a template of its own."""
    if tag.kind == "{":
        return f"{{{{ {tag.statement} }}}}"
    if tag.kind == "#" or tag.word in (*_ENDS, *_TABLE_MARKS, "else"):
        return ""
    if tag.word in _TABLE_VALUES:
        return f"{{{{ {tag.statement.removeprefix(tag.word)} }}}}"
    if tag.word == "elif":
        return f"{{% if true %}}{{% {tag.statement} %}}{{% endif %}}"
    end = f"{{% {_BLOCKS[tag.word]} %}}" if tag.word in _BLOCKS else ""
    return f"{{% {tag.statement} %}}{end}"


def _loop_names(tag: Tag) -> frozenset[str]:
    """Also where the rest of the tag is wrong, lest every use be a fault too."""
    return frozenset(re.findall(r"\w+", tag.statement.partition(" in ")[0])) | {"loop"}


def _unknown(name: str, known: frozenset[str]) -> Problem:
    nearest = difflib.get_close_matches(name, sorted(known), 1)
    if nearest:
        return TAG_NAME_LIKELY, {"name": name, "nearest": nearest[0]}
    return TAG_NAME_UNKNOWN, {"name": name}

"""A letter made in Word, its ``{{ tags }}`` read once and filled in many times."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from xl_dialogue.press import cache
from xl_dialogue.press.digests import digest_of
from xl_dialogue.press.prepared import bytes_of, prepare

if TYPE_CHECKING:
    from _typeshed import StrPath
    from jinja2 import Template as Compiled

    from xl_dialogue.press.prepared import Part, Prepared
    from xl_dialogue.press.tags import Tags

_TAGS = "{{", "{%", "{#"


class Template:
    """A template read whole: later changes of the file do not touch it.

    Errors: ``DialogueError`` when the file is missing, no .docx, damaged, or a tag is broken;
    ``faults.faults`` says which tag and where.
    """

    def __init__(self, path: StrPath, content: bytes | None = None) -> None:
        self.path = path
        self.content = bytes_of(path) if content is None else content
        self.digest = digest_of(self.content)
        self.prepared = cache.load(self.digest) or self._prepare()

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.prepared.parts

    @property
    def variables(self) -> frozenset[str]:
        return self.prepared.variables

    @cached_property
    def changing(self) -> frozenset[str]:
        """The parts with tags."""
        return frozenset(
            part.name for part in self.parts if any(tag in part.source for tag in _TAGS)
        )

    @cached_property
    def used(self) -> list[str]:
        """The variables in order."""
        return sorted(self.variables)

    @cached_property
    def tags(self) -> Tags:
        from xl_dialogue.press.tags import Tags

        return Tags()

    @cached_property
    def compiled(self) -> list[Compiled]:
        """jinja2's own programs, a part each."""
        return [self.tags.from_string(part.source) for part in self.parts]

    def found_equal(self) -> None:
        """Its letters are the same both ways: the next run need not see that again."""
        self.prepared = self.prepared._replace(is_compared=True)
        cache.keep(self.digest, self.prepared)

    def _prepare(self) -> Prepared:
        prepared = prepare(self.content, self.path)
        cache.keep(self.digest, prepared)
        return prepared


def names(template: Template) -> frozenset[str]:
    """The variables that the template uses, in its headers and footers too."""
    return template.variables

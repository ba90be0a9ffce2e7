"""A template's tags: what a reader of the printed letter sees in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from xl_dialogue.decree.manuscript import UNKNOWN, Run, clipped

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


_SEVERAL = 3


def is_template(texts: Iterable[str]) -> bool:
    """There are several different tags in it."""
    return len({tag for text in texts for tag in _TAG.findall(text)}) >= _SEVERAL


def without_tags(runs: list[Run]) -> list[Run] | None:
    """The runs with a sign for each tag that fills in; ``None`` where nothing but commands stood.

    A tag may be cut in several runs; it looks as its first letter does.
    """
    text = "".join(run.text for run in runs)
    tags = list(_TAG.finditer(text))
    if not tags:
        return runs
    kept: list[Run] = []
    place = 0
    for tag in tags:
        kept += clipped(tuple(runs), place, tag.start())
        if tag[0].startswith("{{"):
            first = next(clipped(tuple(runs), tag.start(), tag.start() + 1))
            kept.append(first._replace(text=UNKNOWN))
        place = tag.end()
    kept += clipped(tuple(runs), place)
    return kept if any(run.text.strip() for run in kept) else None

"""How tags use what the data hold: a list printed as if it were words, a field that words lack."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from jinja2 import nodes

from xl_dialogue.messages import (
    TAG_FIELD_LIKELY,
    TAG_FIELD_UNKNOWN,
    TAG_NO_FIELDS,
    TAG_NO_LIST,
    TAG_PRINTS_LIST,
    TAG_PRINTS_RECORD,
    Text,
)
from xl_dialogue.press.tags import is_bound

if TYPE_CHECKING:
    from collections.abc import Iterator

Problem = tuple[Text, Mapping[str, object]]
"""A reason and the facts of its sentence."""


class _Unknown:
    """A value of which nothing is known, such as an element of an empty list."""


UNKNOWN = _Unknown()


def merged(contexts: Iterable[Mapping[str, object]]) -> dict[str, object]:
    """Of every value one that tells most: a list that is not empty before one that is."""
    found: dict[str, object] = {}
    for context in contexts:
        for name, value in context.items():
            if not found.get(name):
                found[name] = value
    return found


def misuse(tree: nodes.Template, values: Mapping[str, object]) -> Problem | None:
    """The first thing that a tag asks of a value which that cannot give."""
    for loop in tree.find_all(nodes.For):
        value = _value(loop.iter, values)
        if isinstance(value, str):
            return TAG_NO_LIST, {"name": _said(loop.iter)}
    called = [call.node for call in tree.find_all(nodes.Call)]
    for field in tree.find_all(nodes.Getattr):
        is_called = any(field is each for each in called)
        wrong = None if is_called else _field(field, values)
        if wrong:
            return wrong
    for output in tree.find_all(nodes.Output):
        for printed in output.nodes:
            wrong = _printed(printed, values)
            if wrong:
                return wrong
    return None


def loop_values(tree: nodes.Template, values: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """What the name of each loop stands for within it."""
    for loop in tree.find_all(nodes.For):
        listed = _value(loop.iter, values)
        element = listed[0] if isinstance(listed, list | tuple) and listed else UNKNOWN
        for name in loop.target.find_all(nodes.Name):
            yield name.name, UNKNOWN
        if isinstance(loop.target, nodes.Name):
            yield loop.target.name, element


def _value(node: nodes.Node, values: Mapping[str, object]) -> object:
    """What stands for the node in the data; ``UNKNOWN`` where it is not a plain name or field."""
    if isinstance(node, nodes.Filter) and is_bound(node) and node.node is not None:
        return _value(node.node, values)
    if isinstance(node, nodes.Name):
        return values.get(node.name, UNKNOWN)
    if isinstance(node, nodes.Getattr):
        owner = _value(node.node, values)
        return owner.get(node.attr, UNKNOWN) if isinstance(owner, Mapping) else UNKNOWN
    return UNKNOWN


def _field(node: nodes.Getattr, values: Mapping[str, object]) -> Problem | None:
    owner = _value(node.node, values)
    facts = {"name": _said(node.node), "field": node.attr}
    if isinstance(owner, Mapping) and owner:
        if node.attr in owner:
            return None
        nearest = difflib.get_close_matches(node.attr, [*map(str, owner)], 1)
        if nearest:
            return TAG_FIELD_LIKELY, facts | {"nearest": nearest[0]}
        return TAG_FIELD_UNKNOWN, facts
    if isinstance(owner, str):
        return TAG_NO_FIELDS, facts
    return None


def _printed(node: nodes.Node, values: Mapping[str, object]) -> Problem | None:
    value, name = _value(node, values), _said(node)
    if isinstance(value, list | tuple):
        return TAG_PRINTS_LIST, {"name": name}
    if isinstance(value, Mapping) and value:
        return TAG_PRINTS_RECORD, {"name": name, "field": str(next(iter(value)))}
    return None


def _said(node: nodes.Node) -> str:
    """The node as it is written in the tag."""
    if isinstance(node, nodes.Filter) and node.node is not None:
        return _said(node.node)
    if isinstance(node, nodes.Getattr):
        return f"{_said(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else ""

"""A template's tags as plain steps, told by jinja2's own reading; kept as JSON, run by ``walk``.

A step is a text of the template, or a list: ``["print", value]``,
``["for", name, value, uses_loop, steps]``, ``["if", value, steps, steps]``.
A value is a list as well: its kind, then what it is made of.
"""

from __future__ import annotations

from typing import Any

from jinja2 import nodes

from xl_dialogue.press.tags import is_bound

_COMPARISONS = frozenset({"eq", "ne", "lt", "lteq", "gt", "gteq"})
_STRIPS = frozenset({"strip", "lstrip", "rstrip"})
_LONGEST = 1_000


class _UnknownError(Exception):
    """A tag that only jinja2 can follow."""


def steps_of(tree: nodes.Template) -> list[Any] | None:
    """The steps; None when the template says anything beyond them."""
    try:
        return _steps(tree.body)
    except _UnknownError:
        return None


def _steps(body: list[nodes.Node]) -> list[Any]:
    return [step for node in body for step in _step(node)]


def _step(node: nodes.Node) -> list[Any]:
    match node:
        case nodes.Output():
            return [_printed(part) for part in node.nodes]
        case nodes.For(target=nodes.Name(name=name), else_=[], test=None, recursive=False):
            loops = any(used.name == "loop" for used in node.find_all(nodes.Name))
            return [["for", name, _value(_unbound(node.iter)), loops, _steps(node.body)]]
        case nodes.If():
            return [["if", _value(node.test), _steps(node.body), _otherwise(node)]]
    raise _UnknownError


def _printed(node: nodes.Node) -> Any:
    return node.data if isinstance(node, nodes.TemplateData) else ["print", _value(node)]


def _otherwise(node: nodes.If) -> list[Any]:
    steps = _steps(node.else_)
    for other in reversed(node.elif_):
        steps = [["if", _value(other.test), _steps(other.body), steps]]
    return steps


def _unbound(node: nodes.Node) -> nodes.Node:
    """``Tags`` counts the turns of every loop by a filter; ``walk`` counts them itself."""
    inside = node.node if isinstance(node, nodes.Filter) and is_bound(node) else None
    if inside is None:
        raise _UnknownError
    return inside


def _value(node: nodes.Node | None) -> list[Any]:
    match node:
        case nodes.Const(value=str() | int() as value):
            return ["const", value]
        case nodes.Name(name=name) if name != "range":
            return ["name", name]
        case nodes.Getattr(attr=attr) if not hasattr(dict, attr) and not attr.startswith("_"):
            return ["of", _value(node.node), attr]
        case nodes.Or() | nodes.And():
            return [type(node).__name__.lower(), _value(node.left), _value(node.right)]
        case nodes.Not():
            return ["not", _value(node.node)]
        case nodes.CondExpr():
            return ["choose", _value(node.test), _value(node.expr1), _value(node.expr2)]
        case nodes.Add():
            return ["plus", _value(node.left), _value(node.right)]
        case nodes.Mul(left=nodes.Const(value=str() as text), right=nodes.Const(value=int() as n)):
            return ["const", _filler(text, n)]
        case nodes.Compare(ops=[nodes.Operand(op=op) as other]) if op in _COMPARISONS:
            return [op, _value(node.expr), _value(other.expr)]
        case nodes.Filter(name="length", args=[], kwargs=[]):
            return ["length", _value(node.node)]
        case nodes.Call(node=nodes.Getattr(node=owner, attr=method)) if method in _STRIPS:
            return ["strip", method, _value(owner), _characters(node)]
    raise _UnknownError


def _filler(text: str, count: int) -> str:
    if len(text) * count > _LONGEST:
        raise _UnknownError
    return text * count


def _characters(call: nodes.Call) -> list[str]:
    match call:
        case nodes.Call(args=[nodes.Const(value=str() as text)], kwargs=[]):
            return [text]
        case nodes.Call(args=[], kwargs=[]):
            return []
    raise _UnknownError

"""What a tag may say: print a value, repeat, choose; templates arrive by e-mail, so no more."""

from __future__ import annotations

from collections.abc import Sized
from itertools import islice
from typing import TYPE_CHECKING, Any

from jinja2 import (
    StrictUndefined,
    TemplateError,
    TemplateRuntimeError,
    TemplateSyntaxError,
    Undefined,
    nodes,
)
from jinja2 import pass_context as with_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment

from xl_dialogue.press.qr import numbered_from, qr, text_ended

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

FILTERS = frozenset({
    "abs", "capitalize", "count", "d", "default", "e", "escape", "first", "groupby", "int",
    "items", "join", "last", "length", "list", "lower", "map", "max", "min", "reject",
    "rejectattr", "reverse", "round", "select", "selectattr", "sort", "sum", "title", "trim",
    "truncate", "unique", "upper", "wordcount",
})  # fmt: skip
_METHODS = frozenset({"strip", "lstrip", "rstrip", "upper", "lower", "title", "capitalize"})
_NODES = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If,
    nodes.Name, nodes.NSRef, nodes.Const, nodes.List, nodes.Tuple, nodes.Dict, nodes.Pair,
    nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Filter, nodes.Test, nodes.Keyword,
    nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Concat,
    nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Neg, nodes.Pos,
    nodes.Call,
)  # fmt: skip
UNREADABLE = (TemplateError, SyntaxError, ValueError, RecursionError)
"""What reading a tag raises: one that is wrong, one nested too deep, a number too long."""
_FILLER = 1_000
_REPETITIONS = 50_000
"""Turns of all loops of one part together."""
_QR = "qr"


class ForbiddenError(TemplateSyntaxError):
    """A tag says more than printing, repeating and choosing; its message names what."""


class Missing(StrictUndefined):
    """A value that the letter does not have; its error says the bare name, for the refusal."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        return str(self._undefined_name)


class _Page(Context):
    """A rendering that knows how many turns its loops have left and the QR codes it has."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.turns = _REPETITIONS
        self.codes = 0


class Tags(SandboxedEnvironment):
    """The template language; what it does not allow is a ``ForbiddenError`` when read."""

    context_class = _Page
    intercepted_binops = frozenset({"*", "%"})

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=Missing, finalize=_printable)
        self.globals = {"range": _bounded_range}
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.filters[_bounded.__name__] = _bounded
        self.filters[_QR] = _qr

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(text_ended(source), name, filename)
        for node in tree.find_all(nodes.Node):
            _allow(node)
        for code in tree.find_all(nodes.Filter):
            if code.name == _QR:
                code.args = [nodes.Const(numbered_from(source))]
        for loop in list(tree.find_all(nodes.For)):
            loop.iter = nodes.Filter(loop.iter, _bounded.__name__, [], [], None, None)
            loop.iter.set_environment(self)
        return tree

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        numbers = isinstance(left, (int, float)) and isinstance(right, (int, float))
        if numbers or _is_filler(operator, left, right):
            return super().call_binop(context, operator, left, right)
        raise SecurityError(operator)


def _allow(node: nodes.Node) -> None:
    recursive = isinstance(node, nodes.For) and node.recursive
    foreign = isinstance(node, nodes.Call) and not _is_known(node.node)
    if not isinstance(node, (*_NODES, nodes.Helper)) or recursive or foreign:
        raise ForbiddenError(type(node).__name__.lower(), node.lineno)
    if isinstance(node, nodes.Output):
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Const):
                _printable(child.value)


def is_bound(node: nodes.Filter) -> bool:
    """The filter that counts a loop's turns."""
    return node.name == _bounded.__name__


def _is_known(called: nodes.Node) -> bool:
    if isinstance(called, nodes.Getattr):
        return called.attr in _METHODS
    return isinstance(called, nodes.Name) and called.name == "range"


def _is_filler(operator: str, left: object, right: object) -> bool:
    """``' ' * 6``, room for what is written by hand."""
    if operator != "*" or not isinstance(left, str) or not isinstance(right, int):
        return False
    return len(left) * right <= _FILLER


@with_context
def _bounded(page: _Page, items: Iterable[object]) -> Iterable[object]:
    turns = items if isinstance(items, Sized) else list(islice(items, page.turns + 1))
    page.turns -= len(turns)
    if page.turns < 0:
        raise SecurityError("for")
    return turns


@with_context
def _qr(page: _Page, text: object, first: int = 1) -> Markup:
    code = qr(text, first + page.codes)
    page.codes += bool(code)
    return code


def _bounded_range(*bounds: int) -> range:
    numbers = range(*bounds)
    if len(numbers) > _REPETITIONS:
        raise SecurityError("range")
    return numbers


def _printable(value: object) -> object:
    """What may stand in a letter: text and whole numbers, never None, nan, True or a list."""
    if isinstance(value, (str, Undefined)) or hasattr(value, "__html__"):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise TemplateRuntimeError(type(value).__name__)

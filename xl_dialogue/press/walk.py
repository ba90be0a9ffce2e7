"""Steps run over one letter's values, without jinja2.

It knows text, whole numbers, yes and no, lists and mappings. Whatever else it meets is a
``NotPlainError``: jinja2 then fills in the part, or says what is wrong with the letter.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

_Scope = dict[str, Any]
_Value = Callable[[_Scope], Any]
_TURNS = 50_000
"""As ``tags`` bounds them."""
_COUNT = ""
"""Where a scope counts them; no field is called so."""
_TEXT, _FIELD, _OTHER = range(3)
"""A text of the template, a field printed as it is, anything else."""
_KNOWN = frozenset({str, int, bool, list, tuple, dict})
_COMPARISONS = {
    "eq": operator.eq, "ne": operator.ne, "lt": operator.lt,
    "lteq": operator.le, "gt": operator.gt, "gteq": operator.ge,
}  # fmt: skip


class Filled(NamedTuple):
    """A part filled in."""

    texts: list[str]
    """All of it, in order."""
    values: list[str]
    """What of it is not the template's own, escaped."""


_Action = Callable[[_Scope, Filled], None]


class NotPlainError(Exception):
    """A value, or the want of one, that jinja2 shall judge."""


def walker(steps: list[Any]) -> Callable[[Mapping[str, Any]], Filled]:
    """What fills the part in. Errors: ``NotPlainError``."""
    walk = _all(steps)

    def fill(context: Mapping[str, Any]) -> Filled:
        filled = Filled([], [])
        try:
            walk({**context, _COUNT: [0]}, filled)
        except KeyError as error:
            raise NotPlainError from error
        return filled

    return fill


def _all(steps: list[Any]) -> _Action:
    """One after the other; texts and plain fields, which are most, without a call for each."""
    actions: list[Any] = [_short(step) for step in steps]

    def act(scope: _Scope, filled: Filled) -> None:
        texts, values = filled
        for kind, action in actions:
            if kind == _TEXT:
                texts.append(action)
            elif kind == _FIELD:
                value = scope[action]
                text = _escaped(value) if type(value) is str else _printed(value)
                texts.append(text)
                values.append(text)
            else:
                action(scope, filled)

    return act


def _short(step: Any) -> tuple[int, Any]:
    match step:
        case str():
            return _TEXT, step
        case ["print", ["name", name]]:
            return _FIELD, name
    return _OTHER, _action(step)


def _action(step: Any) -> _Action:
    kind, *made_of = step
    if kind == "print":
        return _print(_value(made_of[0]))
    if kind == "for":
        name, values, loops, body = made_of
        return _repeat(name, _value(values), loops, _all(body))
    test, body, otherwise = made_of
    return _choose(_value(test), _all(body), _all(otherwise))


def _print(value: _Value) -> _Action:
    def act(scope: _Scope, filled: Filled) -> None:
        text = _printed(value(scope))
        filled.texts.append(text)
        filled.values.append(text)

    return act


def _printed(value: Any) -> str:
    if type(value) is str:
        return _escaped(value)
    if type(value) is int:
        return str(value)
    raise NotPlainError


def _escaped(text: str) -> str:
    """As markupsafe does it."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if "'" in text:
        text = text.replace("'", "&#39;")
    return text.replace('"', "&#34;") if '"' in text else text


def _repeat(name: str, values: _Value, loops: bool, body: _Action) -> _Action:
    def act(scope: _Scope, filled: Filled) -> None:
        items = values(scope)
        if type(items) is not list and type(items) is not tuple:
            raise NotPlainError
        scope[_COUNT][0] += len(items)
        if scope[_COUNT][0] > _TURNS:
            raise NotPlainError
        inside = scope.copy()
        for index, item in enumerate(items):
            inside[name] = item
            if loops:
                inside["loop"] = _loop(index, len(items))
            body(inside, filled)

    return act


def _loop(index: int, length: int) -> dict[str, Any]:
    last = index + 1 == length
    return {
        "index": index + 1, "index0": index, "first": not index, "last": last, "length": length,
    }  # fmt: skip


def _choose(test: _Value, body: _Action, otherwise: _Action) -> _Action:
    def act(scope: _Scope, filled: Filled) -> None:
        (body if _true(test(scope)) else otherwise)(scope, filled)

    return act


def _true(value: Any) -> bool:
    if type(value) not in _KNOWN:
        raise NotPlainError
    return bool(value)


def _value(value: list[Any]) -> _Value:
    kind, *made_of = value
    if kind in _COMPARISONS:
        return _compared(_COMPARISONS[kind], *map(_value, made_of))
    return _KINDS[kind](*made_of)


def _const(value: Any) -> _Value:
    return lambda _scope: value


def _name(name: str) -> _Value:
    return operator.itemgetter(name)


def _of(owner: list[Any], field: str) -> _Value:
    inside = _value(owner)

    def value(scope: _Scope) -> Any:
        mapping = inside(scope)
        if type(mapping) is not dict:
            raise NotPlainError
        return mapping[field]

    return value


def _or(left: list[Any], right: list[Any]) -> _Value:
    one, other = _value(left), _value(right)
    return lambda scope: found if _true(found := one(scope)) else other(scope)


def _and(left: list[Any], right: list[Any]) -> _Value:
    one, other = _value(left), _value(right)
    return lambda scope: other(scope) if _true(found := one(scope)) else found


def _not(value: list[Any]) -> _Value:
    inside = _value(value)
    return lambda scope: not _true(inside(scope))


def _chosen(test: list[Any], yes: list[Any], no: list[Any]) -> _Value:
    asked, one, other = _value(test), _value(yes), _value(no)
    return lambda scope: one(scope) if _true(asked(scope)) else other(scope)


def _plus(left: list[Any], right: list[Any]) -> _Value:
    return _compared(operator.add, _value(left), _value(right))


def _compared(act: Callable[[Any, Any], Any], one: _Value, other: _Value) -> _Value:
    """Of two texts or two whole numbers."""

    def value(scope: _Scope) -> Any:
        left, right = one(scope), other(scope)
        if type(left) is not type(right) or type(left) not in (str, int):
            raise NotPlainError
        return act(left, right)

    return value


def _length(value: list[Any]) -> _Value:
    inside = _value(value)

    def length(scope: _Scope) -> int:
        counted = inside(scope)
        if type(counted) not in (str, list, tuple, dict):
            raise NotPlainError
        return len(counted)

    return length


def _strip(method: str, value: list[Any], characters: list[str]) -> _Value:
    inside, strip = _value(value), operator.methodcaller(method, *characters)

    def stripped(scope: _Scope) -> Any:
        text = inside(scope)
        if type(text) is not str:
            raise NotPlainError
        return strip(text)

    return stripped


_KINDS: dict[str, Callable[..., _Value]] = {
    "const": _const, "name": _name, "of": _of, "or": _or, "and": _and, "not": _not,
    "choose": _chosen, "plus": _plus, "length": _length, "strip": _strip,
}  # fmt: skip

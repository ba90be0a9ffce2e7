"""Formulas between Excel's grammar and the one that LibreOffice's programming interface speaks.

Excel separates arguments by ``,`` and writes ``'Sheet 1'!A1``; LibreOffice wants ``;`` and
``$'Sheet 1'.A1``. Texts in quotes are never touched, so a link's ``#'Sheet'!A1`` stays as it is.
Source: OpenFormula 1.2 part 2, 5 (expression syntax); ECMA-376 part 1, 18.17.2 (formulas).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_TEXT = r'"(?:[^"]|"")*"'
_QUOTED = r"'(?:[^']|'')*'"
_BARE = r"[^\W\d][\w.]*"
_ERROR = r"#(?:N/A|DIV/0!|NAME\?|NULL!|NUM!|REF!|VALUE!)"
_PLACE = r"(?=\$?[A-Za-z]{1,3}(?:\$?[0-9]|:)|\$?[0-9]+:|#REF!)"
_COLUMN_NAME = r"\[[^\[\]]*\]"
_COMMON = rf"(?P<text>{_TEXT})|(?P<error>{_ERROR})|(?P<column>{_COLUMN_NAME})"
_EXCEL = re.compile(
    rf"{_COMMON}|(?P<truth>\b(?:TRUE|FALSE)\b(?! *[(.!]))|(?P<sheet>{_QUOTED}|{_BARE})!"
    rf"|(?P<prefix>_xlfn\.(?:_xlws\.)?)|(?P<call>{_BARE}\()"
    r"|(?P<apart>(?<=[\w)\]$']) +(?=[\w($']))|(?P<mark>[(){},;])"
)
_CALC = re.compile(
    rf"{_COMMON}|(?P<truth>\b(?:TRUE|FALSE)\(\))|(?P<call>{_BARE}\()"
    rf"|\$?(?P<sheet>{_QUOTED}|[^\W\d]\w*)\.{_PLACE}|(?P<apart>!)|(?P<mark>[(){{}}|;~])"
)


def to_calc(formula: str) -> str:
    """What ``setFormulaArray`` understands, from ``=SUM('Sheet 1'!A1,2)``."""
    words: dict[str, Callable[[str], str]] = {
        "sheet": lambda name: f"${_quoted(name[:-1])}.",
        "truth": lambda truth: f"{truth}()",
        "prefix": lambda _: "",
        "apart": lambda _: "!",
    }
    return _translated(formula, _EXCEL, words, _TO_CALC)


def from_calc(formula: str) -> str:
    """What Excel would call the formula, from ``=SUM($'Sheet 1'.A1;2)``."""
    if formula.startswith("{=") and formula.endswith("}"):
        formula = formula[1:-1]
    words: dict[str, Callable[[str], str]] = {
        "sheet": lambda name: f"{name.removeprefix('$')[:-1]}!",
        "truth": lambda truth: truth.removesuffix("()"),
        "apart": lambda _: " ",
    }
    return _translated(formula, _CALC, words, _FROM_CALC)


def _translated(
    formula: str,
    grammar: re.Pattern[str],
    words: Mapping[str, Callable[[str], str]],
    separators: Mapping[str, Mapping[str, str]],
) -> str:
    """Every word by its kind; kinds without a translation stay as they are."""
    open_: list[str] = []

    def said(found: re.Match[str]) -> str:
        kind = found.lastgroup or ""
        if kind == "call":
            open_.append(kind)
        if kind == "mark":
            return _marked(found[0], open_, separators)
        return words[kind](found[0]) if kind in words else found[0]

    return grammar.sub(said, formula)


def _quoted(sheet: str) -> str:
    """A full stop in a bare name would end it in LibreOffice."""
    return f"'{sheet}'" if "." in sheet and not sheet.startswith("'") else sheet


_TO_CALC = {"{": {",": ";", ";": "|"}, "call": {",": ";"}, "(": {",": "~"}, "": {",": ";"}}
_FROM_CALC = {"{": {";": ",", "|": ";"}, "call": {";": ","}, "(": {"~": ","}, "": {";": ","}}
"""What a separator turns into inside an array, a call, a bare parenthesis, a table's brackets."""


def _marked(mark: str, open_: list[str], words: Mapping[str, Mapping[str, str]]) -> str:
    if mark in "({":
        open_.append(mark)
    elif mark in ")}":
        del open_[-1:]
    else:
        inner = words[open_[-1] if open_ else ""]
        return inner.get(mark, "," if mark == "~" else mark)
    return mark


_CONSTANT = re.compile(rf"=(?:{_ERROR}|TRUE|FALSE)")


def is_constant(formula: str) -> bool:
    """An error or a truth that was typed: Calc holds both as formulas of themselves."""
    return _CONSTANT.fullmatch(formula) is not None

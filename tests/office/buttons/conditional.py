"""VBA's conditional compilation evaluated, as LibreOffice cannot (`#Const`, `#If` ... `#End If`)."""

from __future__ import annotations

import re
from dataclasses import dataclass

WINDOWS = {"vba7": True, "win64": True, "win32": True, "mac": False}
_CONSTANT = re.compile(r"#Const\s+(\w+)\s*=\s*([^']+)", re.IGNORECASE)
_BRANCH = re.compile(r"#(If|ElseIf)\s+(.+?)\s+Then", re.IGNORECASE)
_WORD = re.compile(r'"[^"]*"|[A-Za-z_]\w*|[<>]=|=')
_KEPT = {"not", "or", "and", "true", "false"}


@dataclass
class _Choice:
    """An `#If` that is open: is its present branch taken, was one taken before."""

    taken: bool
    before: bool


def compiled(source: str, given: dict[str, object] | None = None) -> str:
    """The source as Windows' VBA compiles it; what is left out stays as empty lines."""
    constants = dict(WINDOWS if given is None else given)
    open_choices: list[_Choice] = []
    lines = []
    for line in source.splitlines():
        directive = line.strip()
        live = all(choice.taken for choice in open_choices)
        if not directive.startswith("#"):
            lines.append(line if live else "")
            continue
        lines.append("")
        _follow(directive, open_choices, constants, live)
    return "\n".join(lines) + "\n"


def _follow(
    directive: str, choices: list[_Choice], constants: dict[str, object], live: bool
) -> None:
    constant, branch = _CONSTANT.match(directive), _BRANCH.match(directive)
    if constant and live:
        constants[constant[1].lower()] = _value(constant[2].strip(), constants)
    elif branch and branch[1].lower() == "if":
        taken = live and bool(_value(branch[2], constants))
        choices.append(_Choice(taken, taken))
    elif branch:
        choices[-1].taken = not choices[-1].before and bool(_value(branch[2], constants))
        choices[-1].before |= choices[-1].taken
    elif directive.lower().startswith("#else"):
        choices[-1].taken, choices[-1].before = not choices[-1].before, True
    elif directive.lower().startswith("#end"):
        choices.pop()


def _value(expression: str, constants: dict[str, object]) -> object:
    """A condition is nearly Python's; a constant that is not set is 0."""

    def word(match: re.Match[str]) -> str:
        found = match[0]
        if found == "=":
            return "=="
        if found[0] in '"<>':
            return found
        if found.lower() in _KEPT:
            return found.capitalize() if found.lower() in ("true", "false") else found.lower()
        return repr(constants.get(found.lower(), 0))

    return eval(_WORD.sub(word, expression))

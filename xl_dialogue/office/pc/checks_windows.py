"""What the doctor looks at on Windows: Excel, its macros, and what may keep them from running.

Source: Office's administrative templates (VBAWarnings, blockcontentexecutionfrominternet,
AllLocationsDisabled); Microsoft Defender's attack surface reduction rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from xl_dialogue import messages
from xl_dialogue.office.pc.checkup import Case, Look, attention, check, fine, wrong
from xl_dialogue.office.pc.places import PC, excel_program
from xl_dialogue.office.pc.steps import line
from xl_dialogue.share import ADDIN, WORKBOOK

RULE = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"
"""Block all Office applications from creating child processes."""
_OFFICE = r"Microsoft\Office\16.0\Excel\Security"
_POLICIES = (rf"HKCU\Software\Policies\{_OFFICE}", rf"HKLM\Software\Policies\{_OFFICE}")
_OWN = rf"HKCU\Software\{_OFFICE}"
_GUARD = r"Windows Defender\Windows Defender Exploit Guard\ASR\Rules"
_RULES = (rf"HKLM\Software\Policies\Microsoft\{_GUARD}", rf"HKLM\Software\Microsoft\{_GUARD}")
_BY_INTUNE = r"HKLM\Software\Policies\Microsoft\Windows Defender\Policy Manager"
_BLOCK, _WARN = "1", "6"
_CLICK_TO_RUN = r"HKLM\Software\Microsoft\Office\ClickToRun\Configuration"
_BITS = {"x86": "32-bit", "x64": "64-bit"}
_ALL, _SIGNED, _NONE = 1, 3, 4
_INTERNET = 3
"""The least trusted zones: from the web, from a forbidden place (4)."""


@check("pywin32", windows_only=True)
def pywin32(case: Case) -> Iterator[Look]:
    contents = case.contents or case.own
    if contents and contents.has_pywin32:
        yield fine(messages.LOOK_PYWIN32)
    elif contents:
        yield wrong(messages.LOOK_PYWIN32_MISSING, messages.RUN_SETUP)


@check("excel", windows_only=True)
def excel(case: Case) -> Iterator[Look]:
    path = excel_program(case.pc)
    if path is None:
        yield attention(messages.LOOK_EXCEL_MISSING)
    else:
        yield fine(messages.LOOK_EXCEL, path=path, bits=bits_of(case.pc))


def bits_of(pc: PC) -> str:
    """Either will do: Python drives Excel from a process of its own."""
    platform = pc.lookup(_CLICK_TO_RUN, "Platform")
    if platform in _BITS:
        return _BITS[str(platform)]
    return _BITS["x86" if "(x86)" in str(excel_program(pc)) else "x64"]


@check("macros", windows_only=True)
def macros(case: Case) -> Iterator[Look]:
    """A trusted place comes first: the add-in runs where macros of workbooks do not."""
    value = _security(case.pc, "VBAWarnings")
    if _security(case.pc, r"Trusted Locations\AllLocationsDisabled") == 1:
        yield wrong(messages.LOOK_PLACES_OFF, messages.LOOK_PLACES_OFF_ADVICE)
    elif value == _ALL:
        yield attention(messages.LOOK_MACROS_ALL, messages.LOOK_MACROS_ALL_ADVICE)
    elif value in (_SIGNED, _NONE):
        yield attention(messages.LOOK_MACROS_ADDIN_ONLY, messages.LOOK_USE_ADDIN, value=value)
    else:
        yield fine(messages.LOOK_MACROS)
    if _security(case.pc, "blockcontentexecutionfrominternet") == 1:
        yield attention(messages.LOOK_INTERNET_BLOCKED, messages.LOOK_USE_ADDIN)


def _security(pc: PC, value: str) -> object:
    """What policy says, else what the person has chosen."""
    below, _, name = value.rpartition("\\")
    keys = [f"{top}\\{below}" if below else top for top in (*_POLICIES, _OWN)]
    said = (pc.lookup(key, name) for key in keys)
    return next((found for found in said if found is not None), None)


@check("defender", windows_only=True)
def defender(case: Case) -> Iterator[Look]:
    value = rule_of(case.pc)
    path = case.interpreter or case.places.interpreter
    advice = line(messages.LOOK_DEFENDER_ADVICE, path=path)
    if value == _BLOCK:
        yield wrong(messages.LOOK_DEFENDER_BLOCKS, advice, rule=RULE)
    elif value == _WARN:
        yield attention(messages.LOOK_DEFENDER_WARNS, advice, rule=RULE)
    else:
        yield fine(messages.LOOK_DEFENDER)


def rule_of(pc: PC) -> str | None:
    """How Defender's rule is set: 0 off, 1 block, 2 audit, 6 warn; None: not at all."""
    for key in _RULES:
        found = pc.lookup(key, RULE)
        if found is not None:
            return str(found)
    listed = str(pc.lookup(_BY_INTUNE, "ASRRules") or "")
    named = re.search(rf"{RULE}=(\d)", listed, re.IGNORECASE)
    return named[1] if named else None


@check("addin", windows_only=True)
def addin(case: Case) -> Iterator[Look]:
    """Where Excel loads it from, for this person or for everyone."""
    if not case.addin.exists() or excel_program(case.pc) is None:
        return
    content = case.addin.read_bytes()
    targets = [start / ADDIN for start in case.startups]
    there = [target for target in targets if target.exists()]
    for target in there:
        if target.read_bytes() == content:
            yield fine(messages.LOOK_ADDIN, path=target)
        else:
            yield wrong(messages.LOOK_ADDIN_OTHER, messages.RUN_SETUP, path=target)
    if not there:
        yield attention(messages.LOOK_ADDIN_MISSING, messages.RUN_SETUP, path=targets[0])


@check("mark-of-the-web", windows_only=True)
def mark_of_the_web(case: Case) -> Iterator[Look]:
    files = [*(start / ADDIN for start in case.startups), case.folder / WORKBOOK]
    marked = [path for path in files if is_marked(path)]
    for path in marked:
        yield wrong(messages.LOOK_MARKED, messages.LOOK_MARKED_ADVICE, path=path)
    if not marked:
        yield fine(messages.LOOK_UNMARKED)


def is_marked(path: Path) -> bool:
    """Windows keeps where a file came from in a stream beside its content."""
    try:
        said = path.with_name(f"{path.name}:Zone.Identifier").read_text("utf-8", "replace")
    except OSError:
        return False
    zone = re.search(r"^ZoneId=(\d)", said, re.MULTILINE)
    return zone is not None and int(zone[1]) >= _INTERNET

"""What the Windows registry says, asked by one function so that a dict may stand in for it."""

from __future__ import annotations

import sys
from collections.abc import Callable

Lookup = Callable[[str, str], object]
"""Key such as ``HKCU\\Software\\...`` and name of a value (blank: the default) -> value or None."""


def windows_registry(key: str, name: str) -> object:
    """The value in the 64-bit view, else in the 32-bit view; None off Windows and where absent."""
    if sys.platform == "win32":
        import winreg

        root, _, path = key.partition("\\")
        top = {"HKCU": winreg.HKEY_CURRENT_USER, "HKLM": winreg.HKEY_LOCAL_MACHINE}[root]
        for view in (winreg.KEY_WOW64_64KEY, winreg.KEY_WOW64_32KEY):
            try:
                with winreg.OpenKey(top, path, access=winreg.KEY_READ | view) as opened:
                    return winreg.QueryValueEx(opened, name)[0]
            except OSError:
                continue
    return None

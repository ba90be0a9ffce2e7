"""Text that a spreadsheet program would work out, if it were let."""

from __future__ import annotations

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def is_taken_for_a_formula(text: str) -> bool:
    """Whether Excel, Calc or Sheets would work the text out when it is opened or typed."""
    return text.startswith(_STARTS)

"""Where the workbook and the templates lie: in the wheel, or beside the package in a checkout."""

from __future__ import annotations

from pathlib import Path

PRODUCT = "xl-dialogue"
"""The name of its command, and of its folders on a PC."""
WORKBOOK, ADDIN, EXTENSION = "DialoguePlan.xlsm", "DialoguePlan.xlam", "DialoguePlan.oxt"
TEMPLATES = "templates"
"""The folder of the Word templates, ours and the office's own."""
_PACKAGE = Path(__file__).parent


def shared(folder: str) -> Path:
    """The folder ``workbook`` or ``templates``."""
    installed = _PACKAGE / "share" / folder
    return installed if installed.is_dir() else _PACKAGE.parent / folder

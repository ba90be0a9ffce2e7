"""Where the workbook and the templates lie: in the wheel, or beside the package in a checkout."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

PRODUCT = "xl-dialogue"
"""The name of its command, and of its folders on a PC."""
WORKBOOK, ADDIN, EXTENSION = "DialoguePlan.xlsm", "DialoguePlan.xlam", "DialoguePlan.oxt"
TEMPLATES = "templates"
"""The folder of the Word templates, ours and the office's own."""


def shared(folder: str) -> Path:
    """The folder ``workbook`` or ``templates``."""
    from pathlib import Path

    package = Path(__file__).parent
    installed = package / "share" / folder
    return installed if installed.is_dir() else package.parent / folder

"""What went wrong behind a button, kept on this PC for whoever helps."""

from __future__ import annotations

import os
from pathlib import Path

from xl_dialogue.share import PRODUCT

NAME = f"{PRODUCT}.log"
_LARGEST = 500_000
"""Bytes; the file of before is kept once beside it."""


def file() -> Path:
    """Where it is written: the person's own folder for such things."""
    local = os.environ.get("LOCALAPPDATA")
    folder = Path(local) if local else Path.home() / ".local" / "share"
    return folder / PRODUCT / NAME


def note(button: str, error: BaseException) -> None:
    """Add one entry; a log that cannot be written must not hide the error itself."""
    import contextlib
    import datetime as dt
    import traceback

    entry = "".join(traceback.format_exception(error))
    with contextlib.suppress(OSError, RuntimeError):  # no room, no right, no home
        path = file()
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LARGEST:
            path.replace(path.with_suffix(".old.log"))
        with path.open("a", encoding="utf-8", errors="backslashreplace") as written:
            written.write(f"{dt.datetime.now():%Y-%m-%d %H:%M:%S} {button}\n{entry}\n")

"""A file held by one process alone; the system lets go of it when the process ends."""

from __future__ import annotations

import os
import sys
from typing import IO

_FAR = 1 << 30
"""The byte that is locked, far behind the last: on Windows nobody can read a locked byte."""

if sys.platform == "win32":
    import msvcrt

    def hold(file: IO[bytes]) -> None:
        """Errors: ``OSError`` when another process holds it."""
        os.lseek(file.fileno(), _FAR, os.SEEK_SET)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def hold(file: IO[bytes]) -> None:
        """Errors: ``OSError`` when another process holds it."""
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

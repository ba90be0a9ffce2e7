"""Every hostile file we could think of, made by script: what it is, and how it must end.

``python -m hostile DIR``, in this folder's parent, writes them all into a folder.
"""

from __future__ import annotations

from hostile import acting, disguises, lists, markup, offices, old, texts, workbooks, zips  # noqa: F401 - so their files are entered
from hostile.acting import LURES
from hostile.corpus import HOSTILE

__all__ = ["HOSTILE", "LURES"]

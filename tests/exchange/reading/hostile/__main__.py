"""Writes the hostile files into the folder that is named."""

import sys
from pathlib import Path

from hostile import HOSTILE

for name, hostile in HOSTILE.items():
    target = Path(sys.argv[1]) / name
    target.mkdir(parents=True, exist_ok=True)
    (target / hostile.file).write_bytes(hostile.make())

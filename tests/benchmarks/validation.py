"""Validation as whole processes: the shipped plan against the imports alone, 100,000 delegates
against pandas with calamine reading the same file.

Run by hand in ``tests/``, with python-calamine installed: ``python -m benchmarks.validation``.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from xl_dialogue.engines import closed
from xl_dialogue.office.sheets.workbook import workbook

SHIPPED = Path(__file__).parents[2] / "workbook" / "DialoguePlan.xlsm"
DELEGATES = 100_000
IMPORTS = "import xlwings, pandas"
READ = (
    "import pandas, sys; pandas.read_excel(sys.argv[1], sheet_name='Đại biểu', engine='calamine')"
)


def large_plan(path: Path) -> None:
    """A plan with so many invented delegates."""
    path.write_bytes(workbook(sample=False))
    book = closed.open(path)
    page = book.sheets["Đại biểu"]
    page.range("A2").value = [
        [
            f"D{n:06d}", "Ông", f"Nông Văn Mẫu {n}", "Nam", "Công nhân", f"Công ty Vidu {n % 900}",
            f"DB{n % 12 + 1:02d}", f"09{n:08d}", f"d{n}@vidu.example", "Mời", None, "Dữ liệu mẫu",
        ]
        for n in range(1, DELEGATES + 1)
    ]  # fmt: skip
    [table] = page.tables
    table.resize(table.range.resize(DELEGATES + 1))
    book.save()


def seconds(*command: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *command], stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def compare(label: str, ours: tuple[str, ...], theirs: tuple[str, ...], rounds: int) -> None:
    pairs = [(seconds(*ours), seconds(*theirs)) for _ in range(rounds)]
    mine, other = (statistics.median(side) for side in zip(*pairs, strict=True))
    print(f"{label}: {mine:.2f} s against {other:.2f} s, ratio {mine / other:.2f}")


def main() -> None:
    validate = ("-m", "xl_dialogue.cli", "validate")
    compare("shipped plan, against imports", (*validate, str(SHIPPED)), ("-c", IMPORTS), 7)
    with tempfile.TemporaryDirectory() as room:
        path = Path(room, "large.xlsm")
        large_plan(path)
        compare(
            "100,000 delegates, against calamine",
            (*validate, str(path)),
            ("-c", READ, str(path)),
            3,
        )
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 2**20
    print(f"peak memory of the largest process: {peak:.2f} GiB")


if __name__ == "__main__":
    main()

"""A click of Kiểm tra: computing alone, as a whole process, and in a running Calc.

Run by hand in ``tests/``: ``python -m benchmarks.clicks``. The second part wants LibreOffice.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from running_office import RunningOffice

from xl_dialogue import jobs
from xl_dialogue.engines import closed
from xl_dialogue.outcome import Request

SHIPPED = Path(__file__).parents[2] / "workbook" / "DialoguePlan.xlsm"
IMPORTS = "import xlwings, pandas"
CLICK = """
import sys
from pathlib import Path
from xl_dialogue import macros
from xl_dialogue.engines import closed
closed.App.alert = lambda *_: "ok"
macros.press("validate", closed.open(Path(sys.argv[1])))
"""
QUESTIONS = 300
ROUNDS = 11


def seconds(code: str, *arguments: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, *arguments], check=True)
    return time.perf_counter() - start


def computing() -> None:
    with tempfile.TemporaryDirectory() as room:
        plan = Path(room, "plan.xlsm")
        plan.write_bytes(SHIPPED.read_bytes())
        pairs = [(seconds(CLICK, str(plan)), seconds(IMPORTS)) for _ in range(ROUNDS)]
    ours, imports = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(mine / other for mine, other in pairs)
    print(f"a click of Kiểm tra: {ours:.2f} s, the imports {imports:.2f} s, ratio {ratio:.2f}")


def larger_plan(path: Path) -> None:
    """The shipped plan with more questions, the same ones again under codes of their own."""
    path.write_bytes(SHIPPED.read_bytes())
    book = closed.open(path)
    page = book.sheets["Câu hỏi"]
    [table] = page.tables
    rows = table.data_body_range.value
    more = [[f"CH{n:03d}", *row[1:]] for n, row in enumerate(rows, start=len(rows) + 1)]
    page.range(f"A{len(rows) + 2}").value = more[: QUESTIONS - len(rows)]
    table.resize(table.range.resize(QUESTIONS + 1))
    book.save()
    book.close()


def in_calc() -> None:
    with tempfile.TemporaryDirectory() as room:
        plan = Path(room, "plan.xlsm")
        larger_plan(plan)
        office = RunningOffice(Path(room))
        book = office.app().books.open(plan)
        for name in ("validate", "assign", "undo"):
            taken = []
            for _ in range(1 if name != "validate" else 5):
                start = time.perf_counter()
                jobs.JOBS[name].run(book, Request(record=True))
                taken.append(time.perf_counter() - start)
            print(
                f"{name} in a running Calc, {QUESTIONS} questions: {statistics.median(taken):.2f} s"
            )
        office.stop()


if __name__ == "__main__":
    computing()
    in_calc()

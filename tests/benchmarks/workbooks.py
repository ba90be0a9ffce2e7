"""Reading and saving workbooks without Excel, beside pandas with calamine and openpyxl.

Run by hand in ``tests/``: ``python -m benchmarks.workbooks [rows]``. Every figure is one whole process,
imports and all; what counts is the ratios of one run. A rival that is not installed is left out.
"""

from __future__ import annotations

import datetime as dt
import importlib.util
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
_OURS = (
    "from pathlib import Path; from xl_dialogue.engines import closed\n"
    "book = closed.open(Path({path!r}))\n"
)
READERS = {
    "ours": _OURS + "book.sheets[0].used_range.options(ndim=2).value",
    "pandas + calamine": "import pandas; pandas.read_excel({path!r}, engine='calamine')",
}
WRITERS = {
    "ours": _OURS + "column = book.sheets[0].range((2, 3), ({rows} + 1, 3))\n"
    "column.value = [[f'mới {{n}}'] for n in range({rows})]\n"
    "book.save(Path({path!r}).with_name('ours.xlsx'))",
    "openpyxl": "import openpyxl; book = openpyxl.load_workbook({path!r}); sheet = book.active\n"
    "for n in range({rows}): sheet.cell(n + 2, 3, f'mới {{n}}')\n"
    "book.save({path!r}.replace('big', 'openpyxl'))",
}


def drawn(path: Path, rows: int) -> None:
    """Twelve columns as Excel writes them: nine of shared strings, a number, a date, gaps."""
    from engines.drawn_workbooks import parts_of, sheet

    words = [f"Nội dung kiến nghị số {n} của công nhân &amp; người lao động" for n in range(rows)]
    strings = "".join(f"<si><t>{word}</t></si>" for word in words)
    first = (dt.date(2022, 5, 24) - dt.date(1899, 12, 30)).days
    lines = []
    for row in range(1, rows + 2):
        cells = [
            f'<c r="{column}{row}" s="0" t="s"><v>{row * (place + 7) % rows}</v></c>'
            for place, column in enumerate("ABCDEFGHI")
        ]
        cells += [
            f'<c r="J{row}"><v>{row * 1.5}</v></c>',
            f'<c r="K{row}" s="1"><v>{first + row % 365}</v></c>',
        ]
        cells += [f'<c r="L{row}" t="s"><v>1</v></c>'] if row % 3 == 0 else []
        lines.append(f'<row r="{row}" spans="1:12">{"".join(cells)}</row>')
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts_of(sheet("".join(lines)), strings=strings).items():
            package.writestr(name, part)


def seconds(code: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True, cwd=ROOT)
    return time.perf_counter() - start


def compare(title: str, ways: dict[str, str], **facts: object) -> None:
    taken = {
        name: min(seconds(code.format(**facts)) for _ in range(2)) for name, code in ways.items()
    }
    print(title)
    for name, time_taken in taken.items():
        print(f"  {name:20} {time_taken:7.2f} s  {time_taken / taken['ours']:5.2f} of ours")


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    has_calamine = importlib.util.find_spec("python_calamine") is not None
    readers = READERS if has_calamine else {"ours": READERS["ours"]}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.xlsx"
        drawn(path, rows)
        compare(f"read {rows} x 12", readers, path=str(path))
        compare(
            f"change a column of {rows} x 12 and save",
            {"ours": WRITERS["ours"]},
            path=str(path),
            rows=rows,
        )
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"  peak of ours so far: {peak:.0f} MiB")
        compare("the same beside openpyxl", WRITERS, path=str(path), rows=rows)
        small = Path(folder) / "small.xlsx"
        drawn(small, 450)
        code = _OURS.format(path=str(small)) + (
            "import time; start = time.perf_counter(); "
            f"closed.open(Path({str(small)!r})).sheets[0].used_range.value; "
            "print(f'open and read 450 x 12: {(time.perf_counter() - start) * 1000:.0f} ms')"
        )
        subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


if __name__ == "__main__":
    main()

"""Questions routed: time and memory at 1,000, 10,000 and 100,000, against bare passes over the
same texts, and `assign` on 300 questions as a whole process against the imports alone.

Run by hand in ``tests/``, with pyahocorasick and rapidfuzz installed: ``python -m benchmarks.questions``.
Splitting and duplicates are measured beside this, by their own benchmark.
"""

from __future__ import annotations

import csv
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import count, islice
from pathlib import Path

import ahocorasick
from benchmarks.duplicates import drawn
from questions.routed import LABELLED, shipped_plan
from rapidfuzz import fuzz, process

from xl_dialogue.questions.catalogue import Catalogue, catalogue
from xl_dialogue.questions.routing import route
from xl_dialogue.vietnamese.text import folded

SHIPPED = Path(__file__).parents[2] / "workbook" / "DialoguePlan.xlsm"
SIZES = (1_000, 10_000, 100_000)
IMPORTS = "import xlwings, pandas"


def invented() -> Iterator[str]:
    """Texts without end, no two alike: an open question and the beginning of another."""
    with (LABELLED / "open.csv").open(encoding="utf-8-sig", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file)]
    for n in count():
        other = texts[(n * 7 + n // len(texts)) % len(texts)]
        yield f"{texts[n % len(texts)]} {other[: n % 40]} {n}"


def seconds(act: Callable[[], object]) -> float:
    """Of the processor: what else runs does not count."""
    start = time.process_time()
    act()
    return time.process_time() - start


def aho_corasick(texts: list[str], known: Catalogue) -> float:
    """Folding the texts and one walk of a C automaton over them, nothing weighed."""
    automaton = ahocorasick.Automaton()
    for keyword in known.keywords:
        automaton.add_word(folded(keyword.said), 1)
    automaton.make_automaton()
    return seconds(lambda: [list(automaton.iter(folded.__wrapped__(text))) for text in texts])


def rapid(texts: list[str], known: Catalogue) -> float:
    """Each text against the keywords of each topic as one string."""
    topics = [
        " ".join(each.said for each in known.keywords if each.topic == code)
        for code in known.topics
    ]
    few = texts[:1_000]
    taken = seconds(lambda: process.cdist(few, topics, scorer=fuzz.token_set_ratio))
    return taken * len(texts) / len(few)


def whole_process(rows: int) -> None:
    """The shipped plan's own questions, and as many texts of a file, each beside the imports."""
    assign = ("-m", "xl_dialogue.cli", "assign", str(SHIPPED))
    with tempfile.TemporaryDirectory() as room:
        path = written(Path(room, "questions.csv"), islice(invented(), rows))
        _against_imports("assign the plan", (*assign, "--dry-run", "--json"), room)
        _against_imports(f"assign {rows} texts", (*assign, "--questions", str(path)), room)


def written(path: Path, texts: Iterable[str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", "text"), *enumerate(texts)])
    return path


def many(rows: int) -> None:
    """Routed, taken apart and grouped, on all processors: by the clock."""
    with tempfile.TemporaryDirectory() as room:
        path = written(Path(room, "questions.csv"), drawn(rows))
        command = ("-m", "xl_dialogue.cli", "assign", str(SHIPPED), "--questions", str(path))
        start = time.perf_counter()
        subprocess.run([sys.executable, *command], stdout=subprocess.DEVNULL, check=True)
        print(f"assign {rows:,} texts, by the clock: {time.perf_counter() - start:.1f} s")


def _against_imports(name: str, command: tuple[str, ...], compiled: str) -> None:
    """Medians of nine interleaved pairs after a first one: as installed, modules are compiled."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    env = kept | {"PYTHONPYCACHEPREFIX": compiled}
    pairs = [(_taken(command, env), _taken(("-c", IMPORTS), env)) for _ in range(10)][1:]
    ours, other = (statistics.median(side) for side in zip(*pairs, strict=True))
    print(f"{name}: {ours:.2f} s against imports {other:.2f} s, ratio {ours / other:.2f}")


def _taken(command: tuple[str, ...], env: dict[str, str]) -> float:
    """Seconds of the processor for a whole process."""
    before = os.times()
    subprocess.run([sys.executable, *command], stdout=subprocess.DEVNULL, check=True, env=env)
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])


def _routed(texts: list[str], known: Catalogue) -> None:
    for text in texts:
        route(text, known)


def main() -> None:
    print(f"catalogue: {seconds(lambda: catalogue(shipped_plan())):.2f} s")
    known = catalogue(shipped_plan())
    for size in SIZES:
        texts = list(islice(invented(), size))
        ours = seconds(partial(_routed, texts, known))
        bare, fuzzy = aho_corasick(texts, known), rapid(texts, known)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{size:7,}: {ours:6.2f} s; Aho-Corasick {bare:.2f} s (x{ours / bare:.1f}), "
            f"rapidfuzz {fuzzy:.2f} s (x{ours / fuzzy:.1f}); peak {peak} MiB"
        )
    whole_process(300)
    many(10_000)


if __name__ == "__main__":
    main()

"""How much processor time it takes to split and group questions, and how much memory at the most.

Run by hand in ``tests/`` as ``python -m benchmarks.duplicates [COUNT…]``, 1,000, 10,000 and 100,000 unless said.
The questions are the labelled ones again and again, each time with other places, companies and
figures, some words left out and half of them without diacritics.
"""

from __future__ import annotations

import csv
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

COUNTS = (1_000, 10_000, 100_000)
_OPEN = Path(__file__).parents[1] / "questions" / "labelled" / "open.csv"
_NAMES = [f"{one} {two}" for one in ("Lũng", "Khuổi", "Nà", "Bản", "Phia") for two in
          ("Vài", "Slao", "Mu", "Ngần", "Chang", "Đeng", "Rào", "Lình", "Tẩư", "Pác")]  # fmt: skip


def drawn(count: int) -> list[str]:
    """So many questions, the same at every run."""
    from xl_dialogue.vietnamese.text import folded

    chance = random.Random(7)
    with _OPEN.open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file)]
    return [_varied(chance.choice(texts), chance, folded) for _ in range(count)]


def _varied(text: str, chance: random.Random, folded: Callable[[str], str]) -> str:
    text = re.sub(r"Vidu|Mẫu", lambda _: chance.choice(_NAMES), text)
    text = re.sub(r"\d+", lambda found: str(int(found[0]) + chance.randrange(9)), text)
    words = [word for word in text.split(" ") if chance.random() > 0.1]
    if chance.random() < 0.5:
        words = [folded(word) or word for word in words]
    return " ".join(words)


def measured(count: int) -> str:
    """The line about so many, from a process of its own."""
    import resource

    from questions.routed import shipped_plan

    from xl_dialogue.questions.catalogue import catalogue
    from xl_dialogue.questions.dividing import lead_by
    from xl_dialogue.questions.duplicates import groups
    from xl_dialogue.questions.lexicon import own_abbreviations
    from xl_dialogue.questions.splitting import split

    texts, lead_of = drawn(count), lead_by(catalogue(shipped_plan()))
    begin = time.process_time()
    several = sum(len(split(text, lead_of)) > 1 for text in texts)
    halfway = time.process_time()
    found = groups(texts, own_abbreviations())
    end = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{count:>7}  split {halfway - begin:7.2f} s ({several} of several)  "
        f"grouped {end - halfway:7.2f} s ({len(found)} groups)  peak {peak:6.0f} MiB"
    )


def main(counts: list[int]) -> None:
    for count in counts:
        subprocess.run(
            [sys.executable, "-m", "benchmarks.duplicates", "--one", str(count)], check=True
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(measured(int(sys.argv[2])))
    else:
        main([int(each) for each in sys.argv[1:]] or list(COUNTS))

"""Makes the table of questions/opinion.py: in tests/, python -m questions.opinions

It counts, topic by topic, the words in the shipped catalogue's phrases, in the open questions and
in the learning half of the practice ones. A question belongs to the topic of an accepted lead for
which its phrases say most. Run it after the catalogue has changed.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict

from questions.routed import cases, shipped_plan

from xl_dialogue.questions.catalogue import catalogue
from xl_dialogue.questions.opinion import TABLE, UNIT, features
from xl_dialogue.questions.phrases import GAP
from xl_dialogue.questions.scoring import scores
from xl_dialogue.questions.words import words_of

_BACKGROUND = 5_000
"""How many features of everyday speech are mixed into what is counted for a topic."""
_RARE = 2
"""A pair of words must have been met so often."""
_EVERYWHERE = 40
"""A word of so many topics speaks for none."""
_SLIGHT = 0.3
"""What weighs less tells nothing."""


def main() -> None:
    known = catalogue(shipped_plan())
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for keyword in known.keywords:
        if keyword.topic and not keyword.excludes:
            said = words_of(GAP.sub(" ", keyword.said), known.synonyms)
            counts[keyword.topic].update(features(said))
    for case in (*cases("open"), *cases("learning")):
        text = case.row["text"]
        found = {
            code: score.total
            for code, score in scores(text, known).topics.items()
            if known.topics[code].lead in case.leads
        }
        if found:
            topic = max(found, key=lambda code: (found[code], code))
            counts[topic].update(features(words_of(text, known.synonyms)))
    everywhere = sum(counts.values(), Counter())
    total = everywhere.total()
    topics = sorted(known.topics)
    table: dict[str, list[str]] = defaultdict(list)
    for number, topic in enumerate(topics):
        for feature, count in counts[topic].items():
            weight = math.log1p(count * total / (_BACKGROUND * everywhere[feature]))
            usual = " " not in feature or everywhere[feature] >= _RARE
            if usual and weight >= _SLIGHT:
                table[feature].append(f"{number}:{round(UNIT * weight)}")
    for feature in [each for each in table if len(table[each]) > _EVERYWHERE]:
        del table[feature]
    with TABLE.open("w", encoding="utf-8", newline="\n") as file:
        for topic in topics:
            kept = sum(
                n for f, n in counts[topic].items() if " " not in f or everywhere[f] >= _RARE
            )
            size = math.log1p(kept / _BACKGROUND)
            file.write(f"{topic}\t{round(UNIT * size)}\t{known.topics[topic].name}\n")
        for feature in sorted(table):
            file.write(f"{feature}\t{' '.join(table[feature])}\n")


if __name__ == "__main__":
    main()

from __future__ import annotations

import re
from pathlib import Path

import pytest

from xl_dialogue import messages
from xl_dialogue.messages import Text, every

PACKAGE = Path(messages.__file__).parents[1]
TEXTS = {name: text for name, text in vars(every).items() if isinstance(text, Text)}
CODE = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("name", TEXTS)
def test_a_sentence_states_the_same_facts_in_both_languages(name: str) -> None:
    facts = [set(re.findall(r"\{(\w+)", said)) for said in TEXTS[name]]
    assert facts[0] == facts[1]


@pytest.mark.parametrize("name", TEXTS)
def test_every_sentence_is_said_somewhere(name: str) -> None:
    assert len(re.findall(rf"\b{name}\b", CODE)) > 1


def test_facts_with_braces_are_no_part_of_the_sentence() -> None:
    assert Text("“{value}”", "“{value}”").say("vi", value="{7*7}") == "“{7*7}”"

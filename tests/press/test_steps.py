"""Steps say what jinja2 says, or leave it to jinja2."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_dialogue.press.steps import steps_of
from xl_dialogue.press.tags import Tags
from xl_dialogue.press.walk import NotPlainError, walker

CONTEXT: dict[str, Any] = {
    "name": "A & B <c> \"d\" 'e'.", "blank": "", "lines": ["một.", "hai;"], "empty": [],
    "online": True, "one": 1, "zero": 0, "loop": "vòng",
    "tasks": [{"lead": "Sở", "parts": ["a", "b"]}, {"lead": "Ban", "parts": []}],
}  # fmt: skip


def by_steps(source: str, context: dict[str, Any]) -> str:
    steps = steps_of(Tags().parse(source))
    assert steps is not None, source
    return b"".join(walker(json.loads(json.dumps(steps)))(context).texts).decode()


@pytest.mark.parametrize(
    "source",
    [
        "văn bản",
        "{{ name }} {{ one }} {{ loop }}",
        "{{ blank or ' ' * 3 }}|{{ name or blank }}|{{ one and name }}|{{ zero and name }}",
        "{% for line in lines %}{{ line.rstrip(' .;') }}{{ '.' if loop.last else ';' }}{% endfor %}",
        "{% for line in empty %}x{% endfor %}",
        (
            "{% for task in tasks %}{{ loop.index }}{{ task.lead }}"
            "{% for part in task.parts %}{{ loop.index0 }}{{ part }}{{ loop.length }}{% endfor %}"
            "{% if loop.first %}!{% endif %}{% endfor %}"
        ),
        "{% for name in lines %}{{ name }}{% endfor %}{{ name }}",
        "{% if online %}x{% elif one %}y{% else %}z{% endif %}",
        "{% if zero %}x{% elif one == 2 %}y{% else %}z{% endif %}",
        "{% if name == 14 %}x{% endif %}{% if lines != 'một.' %}y{% endif %}",
        "{% if not empty and one > 0 and lines|length >= 2 %}x{% endif %}",
        "{% if tasks or missing %}x{% endif %}",
        "{{ lines|length + 1 }}{{ name.strip('.') }}{{ name.lstrip() }}",
        "{{ '<' + name }}{{ '&' }}",
        "{# lời nhắc #}{{ 5 }}",
    ],
)
def test_what_they_know_they_say_as_jinja_does(source: str) -> None:
    assert by_steps(source, CONTEXT) == Tags().from_string(source).render(CONTEXT)


@given(value=st.text() | st.integers() | st.lists(st.text(), max_size=3))
def test_any_text_is_escaped_as_jinja_does(value: object) -> None:
    source = "{% if x %}{% for y in xs %}{{ y }}{% endfor %}{% endif %}{{ z }}"
    lines = value if isinstance(value, list) else [value]
    context = {"x": value, "xs": lines, "z": lines[0] if lines else ""}
    assert by_steps(source, context) == Tags().from_string(source).render(context)


@pytest.mark.parametrize(
    "source",
    [
        "{{ name|upper }}",
        "{{ name|default('x') }}",
        "{{ tasks.items }}",
        "{{ tasks.__class__ }}",
        "{{ name.upper() }}",
        "{{ tasks[0] }}",
        "{{ one * 2 }}",
        "{{ 'a' * 5000 }}",
        "{{ name ~ name }}",
        "{{ 'x' if one }}",
        "{{ 1 < one < 2 }}",
        "{% for x in range(3) %}{% endfor %}",
        "{% for a, b in tasks %}{% endfor %}",
        "{% for x in lines if x %}{% endfor %}",
        "{% for x in lines %}{% else %}x{% endfor %}",
        "{% if name is defined %}{% endif %}",
    ],
)
def test_what_they_do_not_know_is_left_to_jinja(source: str) -> None:
    assert steps_of(Tags().parse(source)) is None


@pytest.mark.parametrize(
    ("source", "context"),
    [
        ("{{ x }}", {}),
        ("{{ x }}", {"x": None}),
        ("{{ x }}", {"x": True}),
        ("{{ x }}", {"x": 1.5}),
        ("{{ x }}", {"x": ["a"]}),
        ("{{ x.y }}", {"x": {}}),
        ("{{ x.y }}", {"x": "text"}),
        ("{{ x.rstrip() }}", {"x": 5}),
        ("{{ x + 1 }}", {"x": "5"}),
        ("{{ x|length }}", {"x": 5}),
        ("{% for y in x %}{% endfor %}", {"x": "text"}),
        ("{% for y in x %}{{ loop.revindex }}{% endfor %}", {"x": ["a"]}),
        ("{% if x %}{% endif %}", {"x": None}),
        ("{% if x > 'a' %}{% endif %}", {"x": 1}),
        ("{% if x == 1 %}{% endif %}", {"x": 1.0}),
        ("{% for a in x %}{% for b in x %}{% endfor %}{% endfor %}", {"x": ["a"] * 300}),
    ],
)
def test_what_is_no_plain_value_is_left_to_jinja(source: str, context: dict[str, Any]) -> None:
    with pytest.raises(NotPlainError):
        by_steps(source, context)

from __future__ import annotations

import pytest
from jinja2 import TemplateError

from xl_dialogue.press.tags import Tags

CONTEXT = {"name": "A & B", "lines": ["một", "hai"], "online": True, "none": None, "one": 1}


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("{{ name|upper }}", "A &amp; B"),
        ("{{ name.rstrip(' B') }}", "A &amp;"),
        ("{% for line in lines %}{{ loop.index }}{{ line }}{% endfor %}", "1một2hai"),
        ("{% for number in range(3) %}{{ number }}{% endfor %}", "012"),
        ("{{ lines|map('upper')|join(', ') }}", "MỘT, HAI"),
        ("{% if online %}x{% else %}y{% endif %}", "x"),
        ("{{ missing|default('…') }}", "…"),
        ("{{ ' ' * 3 }}", "   "),
        ("{{ lines|length + 1 }}", "3"),
    ],
)
def test_a_template_prints_repeats_and_chooses(tag: str, text: str) -> None:
    assert Tags().from_string(tag).render(CONTEXT) == text


@pytest.mark.parametrize(
    "tag",
    [
        "{{ name.__class__ }}",
        "{{ name['__class__'] }}",
        "{{ name|attr('upper') }}",
        "{{ name|safe }}",
        "{{ name.encode() }}",
        "{{ name.format(1) }}",
        "{{ lipsum() }}",
        "{{ 10 ** 9 }}",
        "{{ 'a' * 1000000000 }}",
        "{{ '%1000000000d' % 1 }}",
        "{% set x = 1 %}",
        "{% macro m() %}{% endmacro %}",
        "{% include 'x' %}",
        "{% for x in lines recursive %}{{ loop(lines) }}{% endfor %}",
        "{% for x in range(10 * 1000000000) %}{% endfor %}",
        "{% for x in range(999) %}{% for y in range(999) %}{% endfor %}{% endfor %}",
    ],
)
def test_and_nothing_else(tag: str) -> None:
    with pytest.raises(TemplateError):
        Tags().from_string(tag).render(CONTEXT)


@pytest.mark.parametrize("tag", ["{{ none }}", "{{ online }}", "{{ lines }}", "{{ one / 2 }}"])
def test_what_is_no_text_is_never_printed(tag: str) -> None:
    with pytest.raises(TemplateError):
        Tags().from_string(tag).render(CONTEXT)


def test_a_literal_none_is_no_text_either() -> None:
    with pytest.raises(TemplateError):
        Tags().from_string("{{ None }}")


def test_a_missing_field_is_named() -> None:
    with pytest.raises(TemplateError) as error:
        Tags().from_string("{{ tasks.lead }}").render(tasks={})
    assert error.value.message == "lead"

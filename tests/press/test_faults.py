from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from invitations import record

from xl_dialogue import messages
from xl_dialogue.messages import Said, Text
from xl_dialogue.press.faults import faults

KNOWN = ["full_name", "lines", "online"]


@pytest.mark.parametrize(
    ("paragraphs", "tag", "reason"),
    [
        (["{{ full_name"], "{{ full_name", messages.TAG_UNCLOSED),
        (["{{ full_name, {{ full_name }}"], "{{ full_name, ", messages.TAG_UNCLOSED),
        (["{{ full_name %}"], "{{ full_name %}", messages.TAG_UNCLOSED),
        (["full_name }}"], "full_name }}", messages.TAG_UNOPENED),
        (["{% for x in lines %}", "{{ x }}"], "{% for x in lines %}", messages.TAG_WITHOUT_END),
        (["{%p if online %}", "x"], "{%p if online %}", messages.TAG_WITHOUT_END),
        (
            ["{% for x in lines %}", "{% if x %}", "{% endfor %}"],
            "{% if x %}",
            messages.TAG_WITHOUT_END,
        ),
        (["{% endif %}"], "{% endif %}", messages.TAG_WITHOUT_START),
        (["{% else %}"], "{% else %}", messages.TAG_WITHOUT_START),
        (["{{ full_name|uper }}"], "{{ full_name|uper }}", messages.TAG_UNREADABLE),
        (["{{ full name }}"], "{{ full name }}", messages.TAG_UNREADABLE),
        (["{{ full_name|join(“,”) }}"], "{{ full_name|join(“,”) }}", messages.TAG_CURLY_QUOTES),
        (["{% set x = 1 %}"], "{% set x = 1 %}", messages.TAG_NOT_ALLOWED),
        (["{{ full_name.encode() }}"], "{{ full_name.encode() }}", messages.TAG_NOT_ALLOWED),
        (["{{ ful_name }}"], "{{ ful_name }}", messages.TAG_NAME_LIKELY),
        (["{%p if onlin %}", "{%p endif %}"], "{%p if onlin %}", messages.TAG_NAME_LIKELY),
        (["Ông { full_name }, tỉnh"], "{ full_name }", messages.TAG_BRACES),
        (["｛｛ full_name ｝｝"], "｛｛ full_name ｝｝", messages.TAG_BRACES),
        (["[[full_name]]"], "[[full_name]]", messages.TAG_BRACES),
        (["{{ xyz }}"], "{{ xyz }}", messages.TAG_NAME_UNKNOWN),
        (["{% for x in lines %}{% endfor %}", "{{ x }}"], "{{ x }}", messages.TAG_NAME_UNKNOWN),
    ],
)
def test_a_broken_tag_is_pointed_at(
    build: Callable[..., Path], paragraphs: list[str], tag: str, reason: Text
) -> None:
    [fault] = faults(build("Không có thẻ", *paragraphs), KNOWN)
    assert (str(fault.tag), fault.reason) == (tag, reason)
    assert fault.tag.text in paragraphs
    assert fault.tag.text == paragraphs[fault.tag.paragraph - 2]


def test_a_fault_says_file_paragraph_tag_and_the_right_name(build: Callable[..., Path]) -> None:
    [fault] = faults(build("Kính mời:", "Ông/bà {{ ful_name }}, tỉnh"), KNOWN)
    assert fault.say("vi") == (
        "mau.docx, phần nội dung, đoạn 2 “Ông/bà {{ ful_name }}, tỉnh”, thẻ {{ ful_name }}: "
        "không có trường “ful_name”; có phải “full_name”?"
    )


def test_faults_stand_in_the_order_of_the_document(build: Callable[..., Path]) -> None:
    found = faults(build("{ full_name }", "{{ xyz }}", "[[online]]", "{{ lines"), KNOWN)
    assert [str(fault.tag) for fault in found] == [
        "{ full_name }", "{{ xyz }}", "[[online]]", "{{ lines",
    ]  # fmt: skip


def test_a_fault_in_a_header_is_found(build: Callable[..., Path]) -> None:
    [fault] = faults(build("{{ full_name }}", header="{{ ful_name }}"), KNOWN)
    assert fault.tag.part == messages.PART_HEADER


def test_a_sentence_with_a_missing_end_names_it(build: Callable[..., Path]) -> None:
    [fault] = faults(build("{% for x in lines %}"), KNOWN)
    assert "{% endfor %}" in fault.say("en")


def test_a_right_template_has_no_faults(invitation: Path) -> None:
    assert faults(invitation, record().keys()) == []


@pytest.mark.parametrize("statement", ["{%- if online -%}x{%- endif -%}", "{# ghi chú “a” #}"])
def test_docxtpls_own_spellings_are_no_faults(build: Callable[..., Path], statement: str) -> None:
    assert faults(build(statement), KNOWN) == []


VALUES: dict[str, object] = {
    "invitee": "Bà Mẫu",
    "requests": ["Đến sớm"],
    "leads": [{"name": "Sở Xây dựng", "size": 2, "tasks": [{"content": "Rà soát"}]}],
    "nothing": [],
}


@pytest.mark.parametrize(
    ("paragraphs", "tag", "reason"),
    [
        (["{{ requests }}"], "{{ requests }}", messages.TAG_PRINTS_LIST),
        (["{{ invitee.name }}"], "{{ invitee.name }}", messages.TAG_NO_FIELDS),
        (["{{ invitee.title }}"], "{{ invitee.title }}", messages.TAG_NO_FIELDS),
        (
            ["{% for lead in leads %}", "{{ lead.values }}", "{% endfor %}"],
            "{{ lead.values }}",
            messages.TAG_FIELD_UNKNOWN,
        ),
        (
            ["{% for lead in leads %}", "{{ lead }}", "{% endfor %}"],
            "{{ lead }}",
            messages.TAG_PRINTS_RECORD,
        ),
        (
            ["{% for lead in leads %}", "{{ lead.nam }}", "{% endfor %}"],
            "{{ lead.nam }}",
            messages.TAG_FIELD_LIKELY,
        ),
        (
            ["{% for lead in leads %}", "{% for t in lead.tasks %}", "{{ t.xyz }}"]
            + ["{% endfor %}"] * 2,
            "{{ t.xyz }}",
            messages.TAG_FIELD_UNKNOWN,
        ),
        (
            ["{% for x in invitee %}", "{{ x }}", "{% endfor %}"],
            "{% for x in invitee %}",
            messages.TAG_NO_LIST,
        ),
    ],
)
def test_a_tag_that_asks_of_a_value_what_it_has_not_is_pointed_at(
    build: Callable[..., Path], paragraphs: list[str], tag: str, reason: Text
) -> None:
    [fault] = faults(build(*paragraphs), VALUES.keys(), VALUES)
    assert (str(fault.tag), fault.reason) == (tag, reason)


def test_what_tags_may_ask_is_no_fault(build: Callable[..., Path]) -> None:
    path = build(
        "{{ invitee.rstrip(' .') }} {{ invitee.title() }} {{ requests|length }} {{ requests|join(', ') }}",
        "{% for lead in leads %}",
        "{{ loop.index }} {{ lead.name }} {% for t in lead.tasks %}{{ t.content }}{% endfor %}",
        "{% endfor %}",
        "{% for n in nothing %}{{ n.whatever }}{% endfor %}",
        "{{ leads[0].name if requests else '' }}",
    )
    assert faults(path, VALUES.keys(), VALUES) == []


@pytest.mark.parametrize(
    ("tag", "text", "what"),
    [
        ("{{ full name }}", messages.GRAMMAR_NAME, "name"),
        ("{{ họ tên }}", messages.GRAMMAR_NAME, "tên"),
        ("{{ lan 2 }}", messages.GRAMMAR_VALUE, None),
        ("{{ lan 2.5 }}", messages.GRAMMAR_VALUE, None),
        ("{{ ten 'x' }}", messages.GRAMMAR_VALUE, None),
        ("{{ full_name|uper }}", messages.GRAMMAR_FILTER, "uper"),
        ("{% lap %}", messages.GRAMMAR_WORD, "lap"),
        ("{% if a = b %}{% endif %}", messages.GRAMMAR_SIGN, "="),
        ("{{ a; b }}", messages.GRAMMAR_SIGN, ";"),
        ("{{ a ? }}", messages.GRAMMAR_SIGN, "?"),
        ("{{ a) }}", messages.GRAMMAR_SIGN, ")"),
        ("{{ full_name + }}", messages.GRAMMAR_UNFINISHED, None),
        ("{{ a.b.c( }}", messages.GRAMMAR_UNFINISHED, None),
        ("{{ a[1 }}", messages.GRAMMAR_UNFINISHED, None),
        ("{{ a. }}", messages.GRAMMAR_UNFINISHED, None),
        ("{{ 'a }}", messages.GRAMMAR_UNFINISHED, None),
        ('{{ "a }}', messages.GRAMMAR_UNFINISHED, None),
        ("{{ a| }}", messages.GRAMMAR_UNFINISHED, None),
        ("{{ }}", messages.GRAMMAR_UNFINISHED, None),
    ],
)
def test_what_is_wrong_with_a_tag_is_said_in_words_of_whoever_uses_word(
    build: Callable[..., Path], tag: str, text: Text, what: str | None
) -> None:
    [fault] = faults(build(tag), KNOWN)
    assert fault.reason == messages.TAG_UNREADABLE
    assert fault.facts == {"detail": Said(text, {} if what is None else {"what": what})}

"""Three ways, cell by cell, against a slow model that says the same in other words."""

from __future__ import annotations

import random
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mailed import cells, merged, said, sent, tables_of
from tables import plan_of

from xl_dialogue.exchange.packets.merging import Verdict, verdict
from xl_dialogue.exchange.packets.reply import reply_of
from xl_dialogue.exchange.packets.sealing import Sealed
from xl_dialogue.exchange.reading.tables import Table
from xl_dialogue.plan.plan import Plan

STATUSES = ("", "Đã giao", "Đang trả lời", "Đã trả lời")
ANSWERS = ("", "Đã có", "Chưa có", "=1+1", "Dòng một\nDòng hai")
CODES = ("CH01", "CH02", "CH03", "CH04")
State = dict[str, dict[str, str]]
"""Code -> column -> words."""


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "found"),
    [
        ("a", "a", "a", Verdict.KEEP),
        ("a", "b", "a", Verdict.KEEP),
        ("a", "b", "b", Verdict.SAME),
        ("a", "a", "b", Verdict.TAKE),
        ("", "", "b", Verdict.TAKE),
        ("a", "b", "c", Verdict.CONFLICT),
        ("a", "b", "", Verdict.CONFLICT),
        ("a", "", "c", Verdict.CONFLICT),
        ("a", "a", "", Verdict.CONFIRM),
        ("a", "", "", Verdict.SAME),
    ],
)
def test_a_cell(base: str, ours: str, theirs: str, found: Verdict) -> None:
    assert verdict(base, ours, theirs) is found


DRAWN = plan_of(
    departments="code | name\nSXD | Sở Xây dựng",
    questions="code | content | lead | status | answer\nCH00 | Hỏi | SXD | |",
)


def plan_with(state: State) -> Plan:
    """The drawn plan with these questions: typed by hand, as ten thousand are made."""
    rows = [
        {"code": code, "content": f"Hỏi {code}", "lead": "SXD", **row}
        for code, row in state.items()
    ]
    index = pd.Index(range(2, len(rows) + 2), dtype="int64")
    names = DRAWN.questions.columns
    read, typed = (
        pd.DataFrame({name: [row.get(name) or blank for row in rows] for name in names}, index, dtype="object")
        for blank in (None, "")
    )  # fmt: skip
    cells_ = {**DRAWN.cells, "questions": replace(DRAWN.cells["questions"], values=read)}
    return replace(DRAWN, frames={**DRAWN.frames, "questions": typed}, cells=cells_)


def changed(found: Plan, packet: Sealed, tables: list[Table]) -> tuple[State, int]:
    """The plan after the merge, and how many cells wait for a person."""
    outcome = merged(found, packet, tables)
    after = state_of(found)
    codes = dict(zip(found.questions.index, found.questions["code"], strict=True))
    for row, column, value in cells(outcome):
        after[codes[row]][column] = str(value or "")
    return after, len(outcome.conflicts)


def state_of(found: Plan) -> State:
    rows = found.questions[["code", "status", "answer"]].itertuples(index=False)
    return {code: {"status": status, "answer": answer} for code, status, answer in rows}


def model(base: State, ours: State, theirs: State) -> tuple[State, int]:
    """What a careful clerk would do with three sheets of paper."""
    after = {code: dict(row) for code, row in ours.items()}
    waiting = 0
    for code, row in ours.items():
        if code not in base or code not in theirs:
            continue
        for column in ("status", "answer"):
            sent_, mine, yours = base[code][column], row[column], theirs[code][column]
            they_wrote, we_wrote = yours != sent_, mine != sent_
            if they_wrote and mine != yours:
                if we_wrote or yours == "":
                    waiting += 1
                else:
                    after[code][column] = yours
    return after, waiting


def returned(packet: Sealed, theirs: State, order: random.Random) -> list[Table]:
    """The packet as it comes back: other words in it, rows gone, added and in another order."""
    [table] = tables_of(packet)
    header, *rows = table.rows
    rows = [row for row in rows if row[0] in theirs]
    for row in rows:
        for column, title in (("status", "Trạng thái"), ("answer", "Nội dung trả lời")):
            row[header.index(title)] = theirs[str(row[0])][column] or None
    rows.append([None, "Dòng tự thêm", *[None] * (len(header) - 2)])
    order.shuffle(rows)
    return [Table(table.sheet, [[None] * len(header), header, *rows], 3, 2)]


ROW = st.fixed_dictionaries(
    {"status": st.sampled_from(STATUSES), "answer": st.sampled_from(ANSWERS)}
)


@st.composite
def three_states(draw: st.DrawFn) -> tuple[State, State, State]:
    base = draw(st.dictionaries(st.sampled_from(CODES[:3]), ROW, min_size=1))
    ours, theirs = (
        {
            code: {column: draw(st.one_of(st.just(words), ROW.map(lambda row, c=column: row[c]))) for column, words in row.items()}
            for code, row in base.items()
            if draw(st.integers(0, 5))
        }
        for _ in range(2)
    )  # fmt: skip
    if draw(st.booleans()):
        ours["CH04"] = draw(ROW)
    return base, ours or base, theirs


def agrees_with_the_model(states: tuple[State, State, State], seed: int) -> None:
    base, ours, theirs = states
    packet = sent(plan_with(base))["SXD"]
    tables = returned(packet, theirs, random.Random(seed))
    after, waiting = changed(plan_with(ours), packet, tables)
    assert (after, waiting) == model(base, ours, theirs)


@settings(max_examples=150, deadline=None)
@given(three_states(), st.integers(0, 9))
def test_random_edits_of_three_sides_agree_with_the_model(
    states: tuple[State, State, State], seed: int
) -> None:
    agrees_with_the_model(states, seed)


@pytest.mark.soak
@settings(max_examples=10_000, deadline=None)
@given(three_states(), st.integers(0, 9))
def test_ten_thousand_of_them(states: tuple[State, State, State], seed: int) -> None:
    agrees_with_the_model(states, seed)


@settings(max_examples=60, deadline=None)
@given(three_states())
def test_no_typed_cell_disappears(states: tuple[State, State, State]) -> None:
    base, ours, theirs = states
    packet = sent(plan_with(base))["SXD"]
    found = plan_with(ours)
    for change in merged(found, packet, returned(packet, theirs, random.Random(0))).changes:
        code = found.questions.at[change.row, "code"]
        assert found.questions.at[change.row, change.column] == base[code][change.column]
        assert change.new


def test_a_row_that_is_no_longer_in_the_plan_is_told() -> None:
    base = {"CH01": {"status": "Đã giao", "answer": ""}}
    packet = sent(plan_with(base))["SXD"]
    theirs = {"CH01": {"status": "Đã giao", "answer": "Đã có"}}
    other = plan_with({"CH02": base["CH01"]})
    outcome = merged(other, packet, returned(packet, theirs, random.Random(0)))
    assert outcome.changes == []
    assert "CH01 không còn trong sổ" in said(outcome)[-1][1]


def test_what_stands_in_the_reply_is_matched_by_code_wherever_the_row_is() -> None:
    packet = sent(plan_with({code: {"status": "", "answer": ""} for code in CODES}))["SXD"]
    [table] = tables_of(packet)
    header, *rows = table.rows
    rows.reverse()
    rows[0][header.index("Nội dung trả lời")] = "Đã có"
    [answer] = reply_of([Table("Khác", [header, *rows])], packet).answers
    assert (answer.code, answer.place) == ("CH04", "Khác!H2")

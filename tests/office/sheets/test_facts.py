import csv
import re
import unicodedata
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from xl_dialogue.office import sheets
from xl_dialogue.plan.conference import ITEMS, USUAL_DAYS
from xl_dialogue.plan.sheets import AUTHORITIES, SHEETS
from xl_dialogue.vietnamese.text import folded

Rows = list[dict[str, str]]

OFFICE = Path(sheets.__file__).parent
FACTS = sorted((OFFICE / "facts").glob("*.csv"))
SAMPLES = sorted((OFFICE / "sample").glob("*.csv"))
SAMPLE_MARK = "Dữ liệu mẫu"
CONFERENCE_DAY = "2022-05-24"


def rows_of(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def facts(name: str) -> Rows:
    return rows_of(OFFICE / "facts" / f"{name}.csv")


def sample(name: str) -> Rows:
    return rows_of(OFFICE / "sample" / f"{name}.csv")


def parts(cell: str) -> list[str]:
    return cell.split("; ") if cell else []


def codes(rows: Rows) -> list[str]:
    return [row["code"] for row in rows]


def conference() -> dict[str, str]:
    return {row["key"]: row["value"] for row in facts("conference")}


def body_by_name() -> dict[str, str]:
    return {
        name.casefold(): row["code"]
        for row in facts("departments")
        for name in (row["name"], *parts(row["aliases"]))
    }


def bodies_of_2022() -> set[str]:
    return {
        row["code"]
        for row in facts("departments")
        if row["valid_from"] <= CONFERENCE_DAY <= (row["valid_to"] or "9999")
    }


def bodies_with_a_delegate() -> set[str]:
    by_name = body_by_name()
    return {by_name.get(row["unit"].casefold(), "") for row in sample("delegates")}


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


@pytest.mark.parametrize("path", FACTS + SAMPLES, ids=named)
def test_every_file_is_clean_text(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert text == unicodedata.normalize("NFC", text)
    assert text.endswith("\n")
    assert not re.search(r"\r|\ufeff|\u00a0|\u200b|\t| {2}", text)


@pytest.mark.parametrize("path", FACTS + SAMPLES, ids=named)
def test_every_cell_fits_its_column_and_has_no_stray_space(path: Path) -> None:
    for row in rows_of(path):
        assert None not in row
        assert all(cell is not None and cell == cell.strip() for cell in row.values())


@pytest.mark.parametrize("path", FACTS + SAMPLES, ids=named)
def test_the_first_column_names_each_row_once(path: Path) -> None:
    keys = [next(iter(row.values())) for row in rows_of(path)]
    assert all(keys)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("name", "count"),
    [("groups", 12), ("tasks", 24), ("agenda", 10), ("recipients", 10)],
)
def test_the_plan_is_whole(name: str, count: int) -> None:
    assert len(facts(name)) == count


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("groups", "DB{:02d}"),
        ("tasks", "NV{:02d}"),
        ("topics", "LV{:02d}"),
    ],
)
def test_codes_run_without_a_gap(name: str, pattern: str) -> None:
    assert codes(facts(name)) == [pattern.format(n) for n in range(1, len(facts(name)) + 1)]


def test_the_catalogue_begins_with_the_26_bodies_of_2022() -> None:
    first = facts("departments")[:26]
    assert [first[0]["code"], first[-1]["code"]] == ["SLDTBXH", "VPUBND"]
    assert set(codes(first)) <= bodies_of_2022()


def test_no_two_bodies_can_be_taken_for_each_other_when_marks_are_left_out() -> None:
    meant: dict[str, set[str]] = {}
    for row in facts("departments"):
        for name in (row["code"], row["name"], *parts(row["aliases"])):
            meant.setdefault(folded(name), set()).add(row["code"])
    assert [name for name, bodies in meant.items() if len(bodies) > 1] == []


def test_a_body_that_ended_is_followed_by_bodies_that_go_on() -> None:
    begins = {row["code"]: row["valid_from"] for row in facts("departments")}
    ends = {row["code"]: row["valid_to"] for row in facts("departments")}
    for row in facts("departments"):
        assert bool(row["valid_to"]) == bool(row["successor"]), row["code"]
        for successor in parts(row["successor"]):
            next_day = date.fromisoformat(row["valid_to"]) + timedelta(days=1)
            assert begins[successor] in ("", next_day.isoformat())
            assert ends[successor] == ""


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("departments", "successor"),
        ("departments", "block"),
        ("tasks", "lead"),
        ("tasks", "coordinators"),
        ("agenda", "bodies"),
        ("recipients", "bodies"),
        ("topics", "lead"),
        ("topics", "coordinators"),
    ],
)
def test_every_body_referred_to_is_in_the_catalogue(name: str, column: str) -> None:
    referred = {code for row in facts(name) for code in parts(row[column])}
    assert referred - set(codes(facts("departments"))) == set()


@pytest.mark.parametrize("rows", [facts("tasks"), facts("topics"), sample("questions")])
def test_a_lead_does_not_coordinate_with_itself(rows: Rows) -> None:
    for row in rows:
        coordinators = parts(row["coordinators"])
        assert set(parts(row["lead"])).isdisjoint(coordinators)
        assert len(coordinators) == len(set(coordinators))


def test_the_quotas_of_the_groups_make_the_450_delegates_expected() -> None:
    expected = sum(int(row["expected"]) for row in facts("groups"))
    assert expected == int(conference()["expected_delegates"]) == 450


def test_groups_are_ranked_from_1_to_12() -> None:
    assert [int(row["rank"]) for row in facts("groups")] == list(range(1, 13))


def test_every_named_unit_of_a_group_is_a_body_with_a_delegate() -> None:
    by_name, present = body_by_name(), bodies_with_a_delegate()
    for group in facts("groups"):
        assert {by_name[unit.casefold()] for unit in parts(group["units"])} <= present


def test_only_the_plans_own_deadline_is_set() -> None:
    deadlines = {row["code"]: row["deadline"] for row in facts("tasks") if row["deadline"]}
    assert deadlines == {"NV09": "2022-05-18"}
    assert deadlines["NV09"] < conference()["question_deadline"]


def test_the_notes_of_the_conference_say_the_usual_lengths() -> None:
    notes = {row["key"]: row["note"] for row in facts("conference")}
    said = {name: re.match(r"Bỏ trống: (\d+)", notes[f"{name}_days"]) for name in USUAL_DAYS}
    assert {name: int(found[1]) for name, found in said.items() if found} == USUAL_DAYS


def test_only_the_film_has_nobody_in_the_lead() -> None:
    leaderless = [row["code"] for row in facts("tasks") if not row["lead"]]
    assert leaderless == ["NV19", "NV21"]


def test_twin_tasks_name_each_other_and_the_same_lead() -> None:
    tasks = {row["code"]: row for row in facts("tasks")}
    twins = {code: row["same_product"] for code, row in tasks.items() if row["same_product"]}
    assert len(twins) == 8
    for code, twin in twins.items():
        assert twins[twin] == code
        assert tasks[twin]["lead"] == tasks[code]["lead"]


def test_the_agenda_fills_the_morning_without_a_gap() -> None:
    clock = datetime.strptime(conference()["start_time"], "%H:%M")
    for row in facts("agenda"):
        assert row["start"] == f"{clock:%H:%M}"
        clock += timedelta(minutes=int(row["minutes"]))
    assert conference()["end_time"] == f"{clock:%H:%M}"


def test_a_speech_on_the_agenda_is_somebodys_task() -> None:
    speeches = {row["number"]: row["speech_task"] for row in facts("agenda") if row["speech_task"]}
    assert speeches == {"3": "NV17", "6": "NV18", "7": "NV12"}
    assert set(speeches.values()) <= set(codes(facts("tasks")))


def test_the_distribution_list_covers_whoever_has_a_task_and_ends_with_the_archive() -> None:
    recipients = facts("recipients")
    covered = {code for row in recipients for code in parts(row["bodies"])}
    block = {row["code"]: row["block"] for row in facts("departments")}
    leads = {lead for row in facts("tasks") for lead in parts(row["lead"])}
    assert {lead for lead in leads if not {lead, block[lead]} & covered} == set()
    assert recipients[-1]["name"].startswith("Lưu:")


def test_the_offices_line_of_the_distribution_list_names_no_person() -> None:
    assert facts("recipients")[8]["name"] == "VPUB: CVP, PCVP; CVVX;"


def test_every_topic_is_led_by_a_body_of_2022() -> None:
    led = {row["lead"] for row in facts("topics")}
    assert led - bodies_of_2022() == set()
    assert "" not in led


def test_every_topic_says_who_decides() -> None:
    authorities = {row["authority"] for row in facts("topics")}
    assert authorities == set(AUTHORITIES)


def test_a_keyword_is_lower_case_and_belongs_to_one_topic() -> None:
    keywords = [keyword for row in facts("topics") for keyword in parts(row["keywords"])]
    assert [keyword for keyword, count in Counter(keywords).items() if count > 1] == []
    assert [keyword for keyword in keywords if keyword != keyword.lower()] == []


def test_a_topic_has_8_keywords_at_least_and_excludes_none_of_them() -> None:
    for row in facts("topics"):
        keywords, exclusions = parts(row["keywords"]), parts(row["exclusions"])
        assert len(keywords) >= 8, row["code"]
        assert len(row["keywords"]) < 8_000, "more than a cell can show"
        assert set(keywords).isdisjoint(exclusions)
        assert row["exclusions"] == row["exclusions"].lower()


def test_holidays_are_days_of_2022_in_order() -> None:
    days = [date.fromisoformat(row["date"]) for row in facts("holidays")]
    assert days == sorted(days)
    assert {day.year for day in days} == {2022}


def test_every_value_has_a_place_in_the_workbook() -> None:
    for path in FACTS + SAMPLES:
        if path.stem == "conference":
            known = {item.name for item in ITEMS}
            assert {row["key"] for row in rows_of(path)} == known
        else:
            sheet = next(sheet for sheet in SHEETS if sheet.name == path.stem)
            allowed = {column.name: column.choices for column in sheet.columns}
            for row in rows_of(path):
                assert row.keys() <= allowed.keys()
                for name, cell in row.items():
                    assert not (cell and allowed[name]) or cell in allowed[name]


def test_delegates_fill_the_quota_of_every_group() -> None:
    quota = {row["code"]: int(row["expected"]) for row in facts("groups")}
    assert Counter(row["group"] for row in sample("delegates")) == quota


def test_a_delegate_is_addressed_once_and_by_the_right_word() -> None:
    comrades = {row["code"] for row in facts("groups") if row["honorific"] == "Đồng chí"}
    for row in sample("delegates"):
        allowed = {"Ông" if row["sex"] == "Nam" else "Bà"}
        allowed |= {"Đồng chí"} if row["group"] in comrades else set()
        assert row["honorific"] in allowed


def test_phones_and_addresses_cannot_be_anybodys() -> None:
    for row in sample("delegates"):
        assert re.fullmatch(r"09000\d{5}", row["phone"])
        assert re.fullmatch(r"(d\d{3}@vidu\.example)?", row["email"])
    for row in facts("departments"):
        assert re.fullmatch(r"([a-z]+@vidu\.example)?", row["email"])


def test_two_people_in_different_units_share_a_name() -> None:
    names = Counter(row["full_name"] for row in sample("delegates"))
    (homonym,) = [name for name, count in names.items() if count > 1]
    units = [row["unit"] for row in sample("delegates") if row["full_name"] == homonym]
    assert len(set(units)) == 2


def test_bodies_that_must_answer_are_missing_from_the_invitations() -> None:
    assert bodies_with_a_delegate().isdisjoint({"CAT", "NHNN", "SXD", "SGTVT"})
    assert {"SLDTBXH", "SNV", "BHXH", "SYT"} <= bodies_with_a_delegate()


def test_questions_came_on_working_days_before_the_deadline() -> None:
    days_off = {row["date"] for row in facts("holidays")}
    for row in sample("questions"):
        assert "2022-05-04" <= row["received"] < conference()["question_deadline"]
        assert date.fromisoformat(row["received"]).weekday() < 5
        assert row["received"] not in days_off


def test_there_are_150_questions_and_12_of_them_are_answered() -> None:
    statuses = Counter(row["status"] for row in sample("questions"))
    assert statuses == {"Mới": 138, "Đã trả lời": 12}


ANSWERED = ("answer", "conclusion", "due", "product", "topic", "lead", "authority")


def test_an_answered_question_is_answered_in_full_and_a_new_one_not_at_all() -> None:
    for row in sample("questions"):
        filled = {column for column in ANSWERED if row[column]}
        assert filled == (set(ANSWERED) if row["status"] == "Đã trả lời" else set())


def test_a_conclusion_gives_the_work_to_the_lead_and_leaves_the_date_to_its_column() -> None:
    names = {row["code"]: row["name"] for row in facts("departments")}
    for row in sample("questions"):
        if row["conclusion"]:
            assert row["conclusion"].startswith(f"Giao {names[row['lead']]} ")
            assert not re.search(r"trước ngày|\d+/\d+/\d{4}", row["conclusion"])
            assert "2022-06-01" <= row["due"] <= "2022-07-31"


def test_an_answered_question_follows_the_catalogue_of_topics() -> None:
    topics = {row["code"]: row for row in facts("topics")}
    for row in sample("questions"):
        for column in ("lead", "coordinators", "authority") if row["topic"] else ():
            assert row[column] == topics[row["topic"]][column]


def test_ten_awards_are_listed() -> None:
    assert len(sample("awards")) == 10


@pytest.mark.parametrize("path", SAMPLES, ids=named)
def test_every_row_of_the_sample_says_that_it_is_one(path: Path) -> None:
    for row in rows_of(path):
        assert SAMPLE_MARK in (row.get("note"), row.get("source"))


def test_an_invented_signer_or_phone_among_the_facts_is_marked() -> None:
    for row in facts("conference"):
        if re.search(r"Mẫu|09000\d{5}", row["value"]):
            assert row["note"].startswith(SAMPLE_MARK)


def test_what_the_catalogue_is_unsure_of_is_marked_for_checking() -> None:
    notes = {row["code"]: row["note"].lower() for row in facts("departments")}
    for code in ("SNG", "BHXH", "BHXHKV", "NHNN", "LDLD"):
        assert "cần kiểm tra" in notes[code]

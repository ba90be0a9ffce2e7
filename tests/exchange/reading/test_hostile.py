"""Every hostile file is refused, or read harmlessly, with a clear sentence, in bounded memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from arrivals import ORDINARY
from hostile import HOSTILE, LURES

from xl_dialogue import messages
from xl_dialogue.exchange.reading import guarded
from xl_dialogue.messages import DialogueError

ROOT = Path(__file__).parents[3]
MEMORY = 512 * 2**20
SECONDS = 30
"""Against hanging; the five seconds of the promise are measured by the soak, on a quiet machine."""

BOUNDED = """
import json, resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
from xl_dialogue.exchange.intake.deciding import intake
from xl_dialogue.exchange.reading import guarded
from xl_dialogue.messages import DialogueError
from tables import plan_of
plan = plan_of(delegates="code | full_name", questions="code | content")
for line in sys.stdin:
    try:
        found = guarded.opened(Path(json.loads(line)))
        answer = {{"reports": [said.say() for said in found.reports],
                   "rows": intake(plan, [Path(json.loads(line))]).read.count}}
    except DialogueError as refusal:
        answer = {{"refused": refusal.say()}}
    print(json.dumps(answer), flush=True)
"""


@pytest.fixture(scope="module")
def bounded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    """What is said of each file by one process of so much memory and so many seconds in all."""
    folder = tmp_path_factory.mktemp("hostile")
    lines = []
    for name, hostile in HOSTILE.items():
        path = folder / name / hostile.file
        path.parent.mkdir()
        path.write_bytes(hostile.make())
        lines.append(json.dumps(str(path)))
    code = BOUNDED.format(memory=MEMORY, seconds=2 * SECONDS)
    done = subprocess.run(
        [sys.executable, "-c", code], input="\n".join(lines), capture_output=True, text=True,
        cwd=ROOT, check=False, env=os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return dict(zip(HOSTILE, map(json.loads, done.stdout.splitlines()), strict=True))


@pytest.mark.parametrize("name", HOSTILE)
def test_it_ends_as_it_must(name: str, bounded: dict[str, dict[str, object]]) -> None:
    answer, hostile = bounded[name], HOSTILE[name]
    if hostile.refused is None:
        said = answer.get("reports", answer)
        assert isinstance(said, list), said
        assert len(said) == len(hostile.reports), said
        assert all(_says(each, text.vi) for each, text in zip(said, hostile.reports, strict=True))
    else:
        said = str(answer.get("refused", answer))
        assert _says(said, hostile.refused.vi), said
        assert said.startswith(f"Không nhận tệp “{hostile.file}”")


def _says(said: str, sentence: str) -> bool:
    """Whether the sentence is said, whatever its facts."""
    first, *rest = (
        piece.partition("}")[2] if "}" in piece else piece for piece in sentence.split("{")
    )
    return all(piece in said for piece in (first, *rest))


@pytest.mark.parametrize("name", [name for name in HOSTILE if name.startswith("orders_in")])
def test_orders_in_cells_arrive_letter_by_letter(name: str, tmp_path: Path) -> None:
    path = tmp_path / HOSTILE[name].file
    path.write_bytes(HOSTILE[name].make())
    [table] = guarded.opened(path).tables
    assert [row[0] for row in table.rows] == list(LURES)


def test_of_a_hidden_sheet_and_of_settings_nothing_is_taken(tmp_path: Path) -> None:
    for name in ("hidden_sheets", "settings_of_xlwings"):
        path = tmp_path / HOSTILE[name].file
        path.write_bytes(HOSTILE[name].make())
        seen = [table.sheet for table in guarded.opened(path).tables if not table.hidden]
        assert seen == ["Danh sách"]


@pytest.mark.parametrize("name", ORDINARY)
def test_an_ordinary_file_is_read_without_a_word(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(ORDINARY[name])
    found = guarded.opened(path)
    assert found.reports == []
    year: object = "1980" if path.suffix == ".csv" else 1980.0
    listed = [["Họ và tên", "Năm sinh"], ["Lê Thị Mẫu", year]]
    asked = [["Phiếu câu hỏi", None], ["STT", "Nội dung"], ["1", "Đường vào nhà máy?"]]
    assert found.tables[-1].rows == (asked if path.suffix == ".docx" else listed)


def test_a_name_from_outside_is_a_word_and_no_path(tmp_path: Path) -> None:
    with pytest.raises(DialogueError) as refusal:
        guarded.opened(tmp_path / ("x" * 50) / "..\\..\\evil\u202e.csv")
    assert refusal.value.facts["file"] == "..?..?evil?.csv"
    assert refusal.value.text == messages.INCOMING_REFUSED


@pytest.mark.parametrize("place", [Path("/dev/zero"), Path("/proc/self/mem"), ROOT])
def test_what_is_no_file_is_not_read(place: Path) -> None:
    if place.exists():
        with pytest.raises(DialogueError):
            guarded.opened(place)

"""450 invitations by the press and by a plain docxtpl script, whole processes in turn.

Run by hand: ``python tests/benchmarks/letters.py [TEMPLATE.docx]``.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from docx import Document

from xl_dialogue.press.press import same_documents
from xl_dialogue.press.template import Template, names

LETTERS, ROUNDS, SAMPLE = 450, 3, 20
ROOT = Path(__file__).parents[2]

DOCXTPL = """
import json, sys
from pathlib import Path
from docxtpl import DocxTemplate
template, records, folder = sys.argv[1:]
Path(folder).mkdir()
for record in json.loads(Path(records).read_text(encoding="utf-8")):
    letter = DocxTemplate(template)
    letter.render(record, autoescape=True)
    letter.save(Path(folder, record["name"] + ".docx"))
"""

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi")
MIDDLES = ("Thị", "Văn", "Hữu", "Ngọc", "Minh", "Thu")
GIVEN = ("An", "Bình", "Cường", "Dung", "Giang", "Hạnh", "Khánh", "Lợi", "Phước", "Yến")
LISTS = {
    "issuer_lines": ["ỦY BAN NHÂN DÂN", "TỈNH MẪU"],
    "requests": ["Đến trước 15 phút.", "Gửi câu hỏi bằng văn bản;", "Mang theo giấy mời"],
    "lines": ["Mang theo giấy mời", "Đến trước 15 phút"],
    "tasks": [{"content": "Rà soát kiến nghị", "lead": "Sở Nội vụ"}] * 3,
    "recipients": ["Như trên;", "CT, các PCT UBND tỉnh;", "Lưu: VT, TH."],
}


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "templates" / "giay-moi.docx"
    template = Template(path)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        records = work / "records.json"
        people = [record(template, number) for number in range(LETTERS)]
        records.write_text(json.dumps(people, ensure_ascii=False), encoding="utf-8")
        press, docxtpl = [], []
        for turn in range(ROUNDS):
            ours, theirs = work / f"press-{turn}", work / f"docxtpl-{turn}"
            press.append(seconds("-m", "xl_dialogue.press", path, records, ours))
            docxtpl.append(seconds("-c", DOCXTPL, path, records, theirs))
        check(template, ours, theirs)
    report(statistics.median(press), statistics.median(docxtpl))


def record(template: Template, number: int) -> dict[str, object]:
    """An invented person's invitation, a field for every name in the template."""
    person = " ".join(part[number % len(part)] for part in (FAMILIES, MIDDLES, GIVEN))
    texts = {field: f"{person}, trường {field} & số {number}" for field in names(template)}
    return {**texts, **LISTS, "name": f"{number:03} {person}"}


def seconds(*arguments: object) -> float:
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, *map(str, arguments)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - start


def check(template: Template, ours: Path, theirs: Path) -> None:
    files = sorted(ours.glob("*.docx"))
    assert len(files) == LETTERS
    for file in files:
        Document(str(file))
    for file in files[:: LETTERS // SAMPLE]:
        parts = [part.name for part in template.parts]
        assert same_documents(file.read_bytes(), (theirs / file.name).read_bytes(), parts), file


def report(press: float, docxtpl: float) -> None:
    sys.stdout.write(
        f"{LETTERS} letters, median of {ROUNDS}: press {press:.2f} s, docxtpl {docxtpl:.2f} s, "
        f"{docxtpl / press:.1f} times\n"
    )


if __name__ == "__main__":
    main()

"""PDFs of 450 invitations: the one print file made a PDF and taken apart, beside LibreOffice alone.

LibreOffice is asked for as many files in one call as it takes (it leaves those beyond the 247th
out without a word), which is the best it does by itself; whole processes in turn. Run by hand in ``tests/``: ``python -m benchmarks.pdf [TEMPLATE.docx]``.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pikepdf

from xl_dialogue.press.letters import Letter
from xl_dialogue.press.onefile import one_file
from xl_dialogue.press.template import Template
from xl_dialogue.soffice import outside_environments, soffice

LETTERS, ROUNDS, CALL = 450, 3, 225
ROOT = Path(__file__).parents[2]

OURS = """
import json, sys
from pathlib import Path
from xl_dialogue.press.pdf import split, to_pdf
docx, pdf, records, folder = map(Path, sys.argv[1:])
to_pdf(docx, pdf)
names = [record["name"] for record in json.loads(records.read_text(encoding="utf-8"))]
split(pdf, names, folder)
"""

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi")
GIVEN = ("An", "Bình", "Cường", "Dung", "Giang", "Hạnh", "Khánh", "Lợi", "Phước", "Yến")
INVITATION = {
    "parent_lines": [],
    "issuer_lines": ["ỦY BAN NHÂN DÂN", "TỈNH MẪU"],
    "authority_lines": ["TL. CHỦ TỊCH"],
    "requests": ["Đến trước 15 phút.", "Gửi câu hỏi bằng văn bản;", "Mang theo giấy mời"],
    "recipients": ["Như trên;", "CT, các PCT UBND tỉnh;", "Lưu: VT, TH."],
    "conference": "Hội nghị đối thoại với công nhân lao động năm 2026",
    "venue": "Hội trường Trung tâm Hội nghị tỉnh, số 1 đường Ví Dụ, phường Mẫu",
    "time_line": "07 giờ 30 phút, thứ Ba, ngày 24 tháng 5 năm 2026",
}
"""What is the same for everybody; every other field says its name and the person."""


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "templates" / "giay-moi.docx"
    template = Template(path)
    people = [person(template, number) for number in range(1, LETTERS + 1)]
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        records, letters, docx = work / "records.json", work / "letters", work / "all.docx"
        records.write_text(json.dumps(people, ensure_ascii=False), encoding="utf-8")
        run(sys.executable, "-m", "xl_dialogue.press", path, records, letters)
        one_file(template, [Letter(str(each["name"]), each) for each in people], docx)
        turns = [in_turn(work / str(turn), docx, records, letters) for turn in range(ROUNDS)]
        check(work / "0")
    report(*(statistics.median(times) for times in zip(*turns, strict=True)))


def person(template: Template, number: int) -> dict[str, object]:
    """An invented person's invitation, a field for every name in the template."""
    who = f"{FAMILIES[number % len(FAMILIES)]} {GIVEN[number % len(GIVEN)]}"
    texts = {field: f"{who} ({field})" for field in template.variables}
    return {**texts, **INVITATION, "name": f"{number:03} {who}"}


def in_turn(work: Path, docx: Path, records: Path, letters: Path) -> tuple[float, float]:
    """Seconds of ours and of LibreOffice alone, both with new profiles."""
    work.mkdir()
    ours = run(sys.executable, "-c", OURS, docx, work / "all.pdf", records, work / "ours")
    profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
    command = [soffice(), profile, "--headless", "--convert-to", "pdf", "--outdir", work / "theirs"]
    files = sorted(letters.glob("*.docx"))
    calls = (files[first : first + CALL] for first in range(0, LETTERS, CALL))
    return ours, sum(run(*command, *call) for call in calls)


def run(*command: object) -> float:
    start = time.perf_counter()
    subprocess.run(
        [*map(str, command)], cwd=ROOT, check=True, capture_output=True,
        env=outside_environments(os.environ),
    )  # fmt: skip
    return time.perf_counter() - start


def check(work: Path) -> None:
    """The same letters, page by page, and no great files."""
    ours = sorted((work / "ours").glob("*.pdf"))
    assert len(ours) == LETTERS
    for file in ours[:: LETTERS // 20]:
        assert words(file) == words(work / "theirs" / file.name), file
        assert file.stat().st_size < 100_000, file
    with pikepdf.open(work / "all.pdf") as whole:
        assert len(whole.pages) >= LETTERS


def words(pdf: Path) -> list[str]:
    ran = subprocess.run(
        ["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, encoding="utf-8"
    )
    return [" ".join(page.split()) for page in ran.stdout.split("\f")]


def report(ours: float, theirs: float) -> None:
    sys.stdout.write(
        f"{LETTERS} letters, median of {ROUNDS}: one PDF and {LETTERS} PDFs {ours:.2f} s, "
        f"LibreOffice's batch calls {theirs:.2f} s, {theirs / ours:.1f} times\n"
    )


if __name__ == "__main__":
    main()

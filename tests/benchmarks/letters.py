"""Letters by the press and by its peers, whole processes in turn: on the disk, then in memory.

Run by hand in ``tests/``: ``python -m benchmarks.letters 450 [5000] [notice] [one-file] [--peers FOLDER]``.
The peers (docxtpl apart, which the product has) are installed by pip and npm into the folder, which
is made when none is named. A process's peak of memory is its resident set's. Nothing is deleted before the end: ext4 makes files slowly for minutes
where many have just been deleted.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import peers as beside
from jinja2 import nodes

from xl_dialogue.opc import Package, deflated, packed
from xl_dialogue.press.plain import plain_letter
from xl_dialogue.press.press import Press, same_documents
from xl_dialogue.press.template import Template

ROOT = Path(__file__).parents[2]
INVITATION, NOTICE = (
    ROOT / "templates" / f"{name}.docx" for name in ("giay-moi", "thong-bao-ket-luan")
)
ROWS, SAMPLE = 300, 100
IN_MEMORY = Path("/dev/shm")
ODD = ("&", "<w:p/>", "“é” 'à'", "😀", "dài " * 300, "", "{{ x }}", "Sở Nội vụ", "0901 234 567")
MEASURED = """
import os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
seconds = time.perf_counter() - start
print(status, seconds, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
"""A small process of its own: the peak of a child is never below its parent's size."""


class Taken(NamedTuple):
    """What a whole process took."""

    seconds: float
    computing: float
    """Seconds of all its cores: what others do meanwhile weighs little on them."""
    mebibytes: float
    """At its peak."""


Run = Callable[[Path], Taken]
"""Makes a whole process write to this new place."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modes", nargs="+", choices=["450", "5000", "notice", "one-file"])
    parser.add_argument("--peers", type=Path, help="where the peers are, or shall be, installed")
    parser.add_argument("--rounds", type=int, default=5, help="of ours; peers run a third of them")
    parser.add_argument("--work", type=Path, help="a folder; else one on the disk, one in memory")
    asked = parser.parse_args()
    places = [asked.work] if asked.work else [None, *filter(Path.is_dir, [IN_MEMORY])]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as room:
        os.environ["XDG_CACHE_HOME"] = room  # no other checkout's press has a say in it
        peers = asked.peers or Path(room) / "peers"
        beside.install(peers)
        for place in places:
            with tempfile.TemporaryDirectory(dir=place, ignore_cleanup_errors=True) as name:
                for mode in asked.modes:
                    work = Path(name) / mode
                    runs, ours = MODES[mode](work, peers)
                    is_disk = not work.is_relative_to(IN_MEMORY)
                    title = f"{mode}, {'on the disk' if is_disk else 'in memory'}"
                    table(title, ours, measured(runs, work, asked.rounds))


def letters(count: int, work: Path, peers: Path) -> tuple[dict[str, Run], str]:
    """Each letter a file."""
    template = Template(INVITATION)
    work.mkdir()
    people = [
        {**values(template, number, 2), "name": f"{number:04} đại biểu"} for number in range(count)
    ]
    records = saved(work / "records.json", people)
    flat = saved(work / "flat.json", [flattened(person) for person in people])
    carbone = saved(
        work / "carbone.json", [{"name": one["name"], **flattened(one)} for one in people]
    )
    check(template, people)
    floor = work / "floor.bin"
    floor.write_bytes(b"".join(floors(template, people)))
    runs: dict[str, Run] = {
        "press": python("-m", "xl_dialogue.press", INVITATION, records),
        "floor: deflate and write": python("-c", beside.FLOOR, floor),
        "docxtpl": python("-c", beside.DOCXTPL, INVITATION, records),
        "docx-mailmerge2": python("-c", beside.MAILMERGE, merging(template, work, _MERGED), flat, peers=peers),
        "docxtemplater": node(peers, beside.DOCXTEMPLATER, merging(template, work, "{%s}"), flat),
        "easy-template-x": node(peers, beside.EASY, merging(template, work, "{%s}"), flat),
        "carbone": node(peers, beside.CARBONE, merging(template, work, "{d.%s}"), carbone),
    }  # fmt: skip
    return runs, "press"


def notice(work: Path, peers: Path) -> tuple[dict[str, Run], str]:
    """Tables of 300 rows, one document and fifty."""
    template = Template(NOTICE)
    work.mkdir()
    runs: dict[str, Run] = {}
    for count in (1, 50):
        people = [{**values(template, n, ROWS), "name": f"{n:04}"} for n in range(count)]
        check(template, people[:1])
        records = saved(work / f"{count}.json", people)
        runs[f"press, {count}"] = python("-m", "xl_dialogue.press", NOTICE, records)
        runs[f"docxtpl, {count}"] = python("-c", beside.DOCXTPL, NOTICE, records)
    return runs, "press, 1"


def one_file(work: Path, peers: Path) -> tuple[dict[str, Run], str]:
    """450 letters in one document."""
    template = Template(INVITATION)
    work.mkdir()
    people = [{**values(template, number, 2), "name": f"{number:04}"} for number in range(450)]
    records = saved(work / "records.json", people)
    flat = saved(work / "flat.json", [flattened(person) for person in people])
    single = work / "letters"
    python("-m", "xl_dialogue.press", INVITATION, records)(single)
    runs: dict[str, Run] = {
        "press --one-file": python("-m", "xl_dialogue.press", "--one-file", INVITATION, records),
        "docx-mailmerge2, merge": python("-c", beside.MAILMERGE_ONE, merging(template, work, _MERGED), flat, peers=peers),
        "docxcompose": python("-c", beside.DOCXCOMPOSE, single, peers=peers),
    }  # fmt: skip
    return runs, "press --one-file"


MODES: dict[str, Callable[[Path, Path], tuple[dict[str, Run], str]]] = {
    "450": lambda work, peers: letters(450, work, peers),
    "5000": lambda work, peers: letters(5000, work, peers),
    "notice": notice,
    "one-file": one_file,
}
_MERGED = (
    '</w:t></w:r><w:fldSimple w:instr=" MERGEFIELD %s "><w:r><w:t>x</w:t></w:r></w:fldSimple>'
    '<w:r><w:t xml:space="preserve">'
)


def values(template: Template, number: int, rows: int) -> dict[str, object]:
    """An invented letter: a text for each name, two lines or so many rows for each list."""
    loops = repeated(template)
    said: dict[str, object] = {}
    for name in template.used:
        text = f"Đại biểu {number}, trường {name} & số {number}"
        if name not in loops:
            said[name] = text
        elif loops[name]:
            said[name] = [
                {field: f"{text}, {field} {row}" for field in loops[name]} for row in range(rows)
            ]
        else:
            said[name] = [f"{text}, dòng {row}" for row in (0, 1)]
    return said


def repeated(template: Template) -> dict[str, list[str]]:
    """What loops go through, and the fields of its rows."""
    found: dict[str, list[str]] = {}
    for part in template.parts:
        for loop in template.tags.parse(part.source).find_all(nodes.For):
            [source, *_] = loop.iter.find_all(nodes.Name)
            used = (
                each for each in loop.find_all(nodes.Getattr) if isinstance(each.node, nodes.Name)
            )
            fields = {each.attr for each in used if each.node.name == loop.target.name}
            found[source.name] = sorted(fields - {"rstrip", "strip", "lstrip"})
    return found


def flattened(record: dict[str, object]) -> dict[str, str]:
    """For peers whose templates repeat nothing: ``requests_1``, ``requests_2``."""
    flat: dict[str, str] = {}
    for name, value in record.items():
        rows = value if isinstance(value, list) else [value]
        for at, row in enumerate(rows):
            flat[name if row is value else f"{name}_{at}"] = str(row)
    return flat


def merging(template: Template, work: Path, tag: str) -> Path:
    """The same letter with the peer's tags in the places of the values, lists written out."""
    marks: dict[str, object] = {
        name: [f"«{name}_{at}»" for at in (0, 1)] if isinstance(value, list) else f"«{name}»"
        for name, value in values(template, 0, 2).items()
    }
    letter = Package(Press(template).letter(marks))
    path = work / f"mau_{re.sub('[^a-z{}.]', '', tag)[:8]}.docx"
    main = template.parts[0].name
    put = re.sub("«(\\w+)»", lambda found: tag % found[1], letter.read(main).decode())
    path.write_bytes(
        packed(
            deflated(main, put.encode()) if one.name == main else one for one in letter.members()
        )
    )
    return path


def floors(template: Template, people: Sequence[dict[str, object]]) -> Iterator[bytes]:
    press = Press(template)
    for person in people:
        letter = press.letter(person)
        part = Package(letter).read(template.parts[0].name)
        for field in (f"{person['name']}.docx".encode(), part, letter):
            yield struct.pack("<I", len(field)) + field


def check(template: Template, people: Sequence[dict[str, object]]) -> None:
    """Every letter of a sample, odd ones among them, is docxtpl's own in canonical XML."""
    press, parts = Press(template), [part.name for part in template.parts]
    for number, person in enumerate(people[:: max(1, len(people) // SAMPLE)]):
        odd = {
            name: ODD[number % len(ODD)] if isinstance(text, str) else text
            for name, text in person.items()
        }
        for record in (person, odd):
            assert same_documents(press.letter(record), plain_letter(template, record), parts)


def saved(path: Path, records: object) -> Path:
    path.write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
    return path


def python(*arguments: object, peers: Path | None = None) -> Run:
    extra = {"PYTHONPATH": str(peers / "python")} if peers else {}
    return lambda place: taken([sys.executable, *arguments, place], extra)


def node(peers: Path, program: str, *arguments: object) -> Run:
    extra = {"NODE_PATH": str(peers / "node_modules")}
    return lambda place: taken(["node", "-e", program, "--", *arguments, place], extra)


def taken(command: Sequence[object], extra: dict[str, str]) -> Taken:
    ran = subprocess.run(
        [sys.executable, "-c", MEASURED, *map(str, command)], cwd=ROOT, check=True,
        stdout=subprocess.PIPE, text=True, env={**os.environ, **COMPILED, **extra},
    )  # fmt: skip
    status, seconds, computing, kibibytes = ran.stdout.split()
    assert status == "0", command
    return Taken(float(seconds), float(computing), int(kibibytes) / 1024)


COMPILED = {
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "letters-pyc"),
}
"""Every Python program runs as an installed one does, compiled."""


def measured(runs: dict[str, Run], work: Path, rounds: int) -> dict[str, list[Taken]]:
    """In turn, so that whatever else the computer does falls on all."""
    times: dict[str, list[Taken]] = {name: [] for name in runs}
    for turn in range(rounds):
        for name, run in runs.items():
            quick = name.startswith(("press", "floor")) or "notice" in str(work)
            if quick or turn < max(1, rounds // 3):
                place = work / f"{re.sub('[^a-z0-9]', '', name)}-{turn}"
                times[name].append(
                    run(place.with_suffix(".docx") if "one-file" in str(work) else place)
                )
    return times


def table(title: str, ours: str, times: dict[str, list[Taken]]) -> None:
    """Medians; a process beside ours of the same round, so that a slow moment weighs on both."""
    print(
        f"\n{title}: median seconds, whole processes\n"
        f"| what | s | least to most | x {ours} | of the same round | computing s | x | peak MiB |\n"
        "|---|---|---|---|---|---|---|---|"
    )
    base = statistics.median(one.seconds for one in times[ours])
    base_computing = statistics.median(one.computing for one in times[ours])
    for name, all_taken in times.items():
        seconds = [one.seconds for one in all_taken]
        middle = statistics.median(seconds)
        beside = statistics.median(
            one.seconds / mine.seconds for one, mine in zip(all_taken, times[ours], strict=False)
        )
        spread = f"{min(seconds):.3f} to {max(seconds):.3f}, {len(seconds)} runs"
        computing = statistics.median(one.computing for one in all_taken)
        peak = max(one.mebibytes for one in all_taken)
        print(
            f"| {name} | {middle:.3f} | {spread} | {middle / base:.2f} | {beside:.2f} "
            f"| {computing:.3f} | {computing / base_computing:.2f} | {peak:.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()

"""Files that were whole and are not any more, and a process that must get through them all.

``python tests/exchange/reading/fuzz.py COUNT [FIRST]`` prints what came of so many; number ``N`` alone is
``fuzz.py 1 N``. Each number makes the same file every time.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import random
import re
import resource
import struct
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from pathlib import Path

import openpyxl
from arrivals import CSV, ORDINARY, Parts, calc, letter, old_stream, old_workbook, workbook, zipped
from hostile import HOSTILE

from xl_dialogue.exchange.reading import guarded
from xl_dialogue.messages import DialogueError
from xl_dialogue.share import shared

MEMORY = 512 * 2**20
SECONDS = 5.0
"""Of the processor's time for one file."""
_NUMBERS = (
    b"-1",
    b"0",
    b"1",
    b"65536",
    b"4294967295",
    b"99999999999999999999",
    b"1e999",
    b"NaN",
    b"",
)
_SNIPPETS = (
    b'<!DOCTYPE x [<!ENTITY a "b">]>', b"&a;", b"]]>", b"<![CDATA[", b"<!--", b"\0", b"\xff\xfe",
    b"<a>" * 300, b"</a>" * 5, b'<c r="XFD1048576"><v>1</v></c>', b"<x/>" * 3_000, b"&#0;", b"&#x10FFFF;",
    b'<sheet name="xlwings.conf" r:id="rId1"/>', b"_x0000_", b"\xc3", b"{{ 7*7 }}",
)  # fmt: skip
_LARGEST = 3_000_000
"""Bytes that a token may grow to: the mutation must fit into the memory too."""
_CLAIMS = (0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF)


def rich_workbook() -> Parts:
    """A workbook as openpyxl writes it: dates, formulas, merged cells, comments, a filter."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in range(1, 30):
        page.append([f"Người {row}", f"09{row:08}", "=1+1", row / 7])
    page["F1"] = dt.datetime(2022, 5, 24)
    page.merge_cells("A30:C31")
    page.auto_filter.ref = "A1:D29"
    book.create_sheet("Ẩn").sheet_state = "hidden"
    made = io.BytesIO()
    book.save(made)
    return parts_of(made.getvalue())


def parts_of(content: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


PACKAGES: dict[str, Parts] = {
    "a.xlsx": workbook(),
    "b.xlsx": rich_workbook(),
    "c.ods": calc(),
    "d.docx": letter(),
    "e.docx": parts_of((shared("templates") / "phieu-cau-hoi.docx").read_bytes()),
}
SMALL = [each.make() for name, each in HOSTILE.items() if each.refused is None]
WHOLE = [*ORDINARY.values(), *(zipped(parts) for parts in PACKAGES.values()), *SMALL]


def mutated(number: int) -> tuple[str, bytes]:
    """The file of this number and its name."""
    chance = random.Random(number)
    way = chance.choice((_package, _package, _package, _bytes, _bytes, _old, _text))
    return way(chance)


def _package(chance: random.Random) -> tuple[str, bytes]:
    """Parts changed, then zipped anew: what gets past the zip."""
    name = chance.choice(list(PACKAGES))
    parts = dict(PACKAGES[name])
    for _ in range(chance.randint(1, 3)):
        inner = [part for part in parts if not part.endswith((".rels", "types].xml"))]
        part = chance.choice(inner if inner and chance.random() < 0.8 else list(parts))
        act = chance.random()
        if act < 0.04:
            del parts[part]
        elif act < 0.08:
            parts[part] = chance.choice(list(parts.values()))
        else:
            parts[part] = _markup(parts[part], chance)
        if not parts:
            break
    return name, zipped(parts, chance.choice((0, 8)))


def _markup(content: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.3:
        return _scrambled(content, chance)
    tokens = re.split(rb"(<[^>]*>)", content)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(tokens))
        act = chance.randrange(6)
        if act == 0:
            tokens[at] = b""
        elif act == 1:
            room = _LARGEST // max(len(tokens[at]), 1)
            tokens[at] *= min(chance.choice((2, 3, 500)), max(room, 1))
        elif act == 2:
            other = chance.randrange(len(tokens))
            tokens[at], tokens[other] = tokens[other], tokens[at]
        elif act == 3:
            tokens[at] = re.sub(rb"\d+", chance.choice(_NUMBERS), tokens[at])
        elif act == 4:
            tokens[at] += chance.choice(_SNIPPETS)
        else:
            tokens[at] = re.sub(
                rb'"[^"]*"',
                b'"%s"' % chance.choice((*_NUMBERS, b"s", b"str", b"A1:XFD9")),
                tokens[at],
                count=1,
            )
    return b"".join(tokens)


def _bytes(chance: random.Random) -> tuple[str, bytes]:
    """Any file, changed in its bytes: what the zip and the compound file are made of."""
    suffix = chance.choice(("xlsx", "xls", "ods", "csv", "docx"))
    return f"x.{suffix}", _scrambled(chance.choice(WHOLE), chance)


def _scrambled(content: bytes, chance: random.Random) -> bytes:
    made = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at, size = chance.randrange(len(made) + 1), chance.choice((1, 2, 4, 16, 200))
        act = chance.randrange(6)
        if act == 0:
            made[at : at + size] = chance.randbytes(size)
        elif act == 1:
            del made[at : at + size]
        elif act == 2:
            made[at:at] = made[max(at - size, 0) : at]
        elif act == 3 and len(made) > 4:
            form = chance.choice(("<H", "<I"))
            value = chance.choice(_CLAIMS) & (0xFFFF if form == "<H" else 0xFFFFFFFF)
            struct.pack_into(form, made, min(at, len(made) - 4), value)
        elif act == 4 and len(made) > at:
            made[at] ^= 1 << chance.randrange(8)
        elif act == 5 and chance.random() < 0.2:
            del made[at:]
    return bytes(made)


def _old(chance: random.Random) -> tuple[str, bytes]:
    """The stream of an .xls changed within a sound container, or the container itself."""
    if chance.random() < 0.3:
        return "o.xls", _scrambled(old_workbook(), chance)
    return "o.xls", old_workbook(_scrambled(old_stream(), chance))


def _text(chance: random.Random) -> tuple[str, bytes]:
    text = CSV * chance.choice((1, 1, 50))
    encoded = text.decode().encode(chance.choice(("utf-8", "utf-8-sig", "utf-16", "utf-16-le")))
    return "t.csv", _scrambled(encoded, chance)


def _peak_mib() -> float:
    """Of this program alone: what ``getrusage`` tells begins with the parent's."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def main(count: int, first: int = 0) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    ends: Counter[str] = Counter()
    faults: list[str] = []
    slowest = (0.0, 0)
    with tempfile.TemporaryDirectory() as folder:
        for number in range(first, first + count):
            name, content = mutated(number)
            path = Path(folder) / name
            path.write_bytes(content)
            began = time.process_time()
            try:
                guarded.opened(path)
                ends["read"] += 1
            except DialogueError as refusal:
                why = refusal.facts["why"]
                assert isinstance(why, DialogueError)
                assert why.say()
                ends[why.text.en[:40]] += 1
            except Exception:  # noqa: BLE001 - that is what is looked for
                faults.append(f"{number}: {traceback.format_exc()[-600:]}")
            slowest = max(slowest, (time.process_time() - began, number))
            path.unlink()
    peak = _peak_mib()
    answer = {"count": count, "ends": dict(ends.most_common()), "faults": faults[:20],
              "slowest": slowest, "peak_mib": round(peak)}  # fmt: skip
    sys.stdout.write(json.dumps(answer, ensure_ascii=False))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

"""Zips that lie, climb out or burst."""

from __future__ import annotations

import struct

from arrivals import (
    LIST,
    sheet,
    workbook,
    zipped,
)

from hostile.corpus import BOOK, SHEET, harmless, refused
from xl_dialogue import messages


@refused("bom.xlsx", messages.INCOMING_BOMB)
def a_zip_bomb_of_one_part() -> bytes:
    return zipped(workbook() | {SHEET: sheet(b" " * 60_000_000)})


@refused("bom.xlsx", messages.INCOMING_BOMB)
def a_zip_bomb_of_many_parts() -> bytes:
    media = {f"xl/media/{n}.bin": bytes(3_900_000) for n in range(35)}
    return zipped(workbook() | media)


@refused("bom.zip", messages.INCOMING_NO_OFFICE)
def zips_within_zips() -> bytes:
    inner = bytes(1_000_000)
    for depth in range(6):
        inner = zipped({f"{depth}-{n}.zip": inner for n in range(4)})
    return inner


@harmless("lồng.xlsx", messages.INCOMING_EMBEDDED)
def a_zip_within_a_workbook() -> bytes:
    return zipped(workbook() | {"xl/embeddings/goi.zip": zipped({"x": bytes(100_000)})})


@refused("nhiều phần.xlsx", messages.INCOMING_TOO_MANY_PARTS)
def thousands_of_parts() -> bytes:
    return zipped(workbook() | {f"xl/media/{n}.png": b"" for n in range(2_100)})


@refused("thư mục giả.xlsx", messages.INCOMING_TOO_MANY_PARTS)
def a_hundred_thousand_lines_of_the_directory() -> bytes:
    return zipped(workbook()) + b"PK\1\2" * 100_000


@refused("chui ra.xlsx", messages.INCOMING_PATH_NAME)
def a_part_that_climbs_out() -> bytes:
    return zipped(workbook() | {"xl/../../../../tmp/evil.txt": b"x"})


@refused("chui ra.xlsx", messages.INCOMING_PATH_NAME)
def a_part_that_climbs_out_with_backslashes() -> bytes:
    return zipped(workbook() | {"..\\..\\Startup\\evil.bat": b"x"})


@refused("gốc.xlsx", messages.INCOMING_PATH_NAME)
def a_part_at_the_root_of_the_disk() -> bytes:
    return zipped(workbook() | {"/etc/cron.d/evil": b"x"})


@refused("gốc.xlsx", messages.INCOMING_PATH_NAME)
def a_part_on_drive_c() -> bytes:
    return zipped(workbook() | {"C:\\Windows\\evil.dll": b"x"})


@refused("dài.xlsx", messages.INCOMING_PATH_NAME)
def a_part_with_an_endless_name() -> bytes:
    return zipped(workbook() | {"xl/" + "a" * 60_000: b"x"})


@refused("hai lần.xlsx", messages.INCOMING_PART_TWICE)
def a_part_that_is_there_twice() -> bytes:
    return zipped(without_warning([*workbook().items(), (SHEET.upper(), sheet(b""))]))


def without_warning(pairs: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """Zipfile warns of names that are the same letter by letter; other cases pass."""
    assert len({name for name, _ in pairs}) == len(pairs)
    return pairs


def patched(content: bytes, part: str, field: int, form: str, value: int) -> bytes:
    """A number of the part's line in the directory written over."""
    at = content.rindex(part.encode()) - 46 + field
    said = struct.pack(form, value)
    return content[:at] + said + content[at + len(said) :]


@refused("nói dối.xlsx", messages.INCOMING_LIES)
def a_part_larger_than_the_zip_says() -> bytes:
    return patched(zipped(workbook()), SHEET, 24, "<I", 10)


@refused("nói dối.xlsx", messages.INCOMING_LIES)
def a_part_smaller_than_the_zip_says() -> bytes:
    content = zipped(workbook() | {SHEET: sheet(LIST, after=bytes(range(32, 60)).hex().encode())})
    return patched(content, SHEET, 24, "<I", 1_000)


@refused("nói dối.xlsx", messages.INCOMING_BOMB)
def a_part_that_claims_four_gigabytes() -> bytes:
    return patched(zipped(workbook()), SHEET, 24, "<I", 0xFFFFFFF0)


@refused("chồng.xlsx", messages.INCOMING_LIES)
def parts_that_share_their_bytes() -> bytes:
    content = zipped(workbook() | {"xl/worksheets/sheet2.xml": sheet(LIST)})
    first = content.index(SHEET.encode()) - 30
    return patched(content, "xl/worksheets/sheet2.xml", 42, "<I", first)


@refused("chồng.xlsx", messages.INCOMING_LIES)
def parts_that_reach_into_the_next() -> bytes:
    content = zipped(workbook(), method=0)
    return patched(content, BOOK, 20, "<I", len(workbook()[BOOK]) + 50)


@refused("khóa.xlsx", messages.INCOMING_ENCRYPTED)
def a_part_under_a_password() -> bytes:
    return patched(zipped(workbook()), SHEET, 8, "<H", 1)


@refused("nén lạ.xlsx", messages.INCOMING_DAMAGED)
def a_part_packed_in_no_offices_way() -> bytes:
    return zipped(workbook(), method=14)


@refused("cắt.xlsx", messages.INCOMING_DAMAGED)
def a_file_cut_short() -> bytes:
    return zipped(workbook())[:-300]


@refused("hỏng.xlsx", messages.INCOMING_DAMAGED)
def a_part_that_does_not_unpack() -> bytes:
    content = zipped(workbook())
    at = content.index(SHEET.encode()) + len(SHEET)
    return content[:at] + b"\xff" * 40 + content[at + 40 :]

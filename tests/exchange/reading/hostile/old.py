"""Of Excel 97-2003."""

from __future__ import annotations

import struct

from arrivals import (
    OLD_LIST,
    old_number,
    old_stream,
    old_text,
    old_workbook,
    record,
)

from hostile.corpus import harmless, refused
from xl_dialogue import messages
from xl_dialogue.office.buttons.compoundfile import compound_file


@refused("mật khẩu.xlsx", messages.INCOMING_ENCRYPTED)
def a_workbook_encrypted_in_an_ole_file() -> bytes:
    return compound_file({"EncryptedPackage": bytes(8_000), "EncryptionInfo": bytes(200)})


@refused("mật khẩu.xls", messages.INCOMING_ENCRYPTED)
def an_old_workbook_under_a_password() -> bytes:
    return old_workbook(old_stream(before=record(0x002F, bytes(54))))


@harmless("macro.xls", messages.INCOMING_MACROS)
def macros_of_an_old_workbook() -> bytes:
    return compound_file({"Workbook": old_stream(), "_VBA_PROJECT_CUR": {"VBA": {"dir": b"x"}}})


@harmless("ẩn.xls", messages.INCOMING_HIDDEN)
def a_hidden_sheet_of_an_old_workbook() -> bytes:
    return old_workbook(old_stream(state=2))


@refused("xa.xls", messages.INCOMING_TOO_WIDE)
def two_cells_at_the_ends_of_an_old_sheet() -> bytes:
    return old_workbook(old_stream(old_text(0, 0, "x") + old_number(65_535, 255, 1)))


@harmless("sâu.xls")
def records_within_records() -> bytes:
    inner = record(0x0809, struct.pack("<HHHHII", 0x0600, 16, 0, 0, 0, 6)) * 20_000
    return old_workbook(old_stream(OLD_LIST + inner))


@refused("chuỗi.xls", messages.INCOMING_OLD_FORMAT)
def a_table_of_two_billion_texts() -> bytes:
    texts = record(0x00FC, struct.pack("<II", 0x7FFFFFFF, 0x7FFFFFFF) + b"\xff" * 50)
    return old_workbook(old_stream(before=texts))


@refused("gãy.xls", messages.INCOMING_OLD_FORMAT)
def an_ole_file_whose_sectors_run_in_a_circle() -> bytes:
    content = bytearray(old_workbook(old_stream(OLD_LIST * 200)))
    [table] = struct.unpack_from("<I", content, 76)
    at = 512 * (table + 1)
    for number in range(20):
        struct.pack_into("<I", content, at + 4 * number, number)
    return bytes(content)


@refused("gãy.xls", messages.INCOMING_OLD_FORMAT)
def an_ole_file_cut_short() -> bytes:
    return old_workbook()[:700]


@refused("thư cũ.doc", messages.INCOMING_OLD_WORD)
def an_old_letter() -> bytes:
    return compound_file({"WordDocument": bytes(5_000)})

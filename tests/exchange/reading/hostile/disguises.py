"""Files under a wrong name."""

from __future__ import annotations

from arrivals import (
    letter,
    old_workbook,
    workbook,
    zipped,
)

from hostile.corpus import LAUGHS, harmless, refused
from xl_dialogue import messages


@refused("web.xls", messages.INCOMING_WEB_PAGE)
def a_web_page_called_xls() -> bytes:
    return b"<html><table><tr><td>=cmd|'/c calc'!A0</td></tr></table></html>"


@refused("xml.xls", messages.INCOMING_WEB_PAGE)
def an_entity_that_calls_itself_xls() -> bytes:
    return LAUGHS


@refused("ảnh.xlsx", messages.INCOMING_NO_OFFICE)
def a_picture_called_xlsx() -> bytes:
    return b"\x89PNG\r\n\x1a\n" + bytes(100)


@refused("chương trình.csv", messages.INCOMING_NO_OFFICE)
def a_program_called_csv() -> bytes:
    return b"MZ\x90" + b"This program cannot be run in DOS mode" * 10


@harmless("danh sách.xls", messages.INCOMING_OTHER_SUFFIX)
def a_new_workbook_called_xls() -> bytes:
    return zipped(workbook())


@harmless("danh sách.csv", messages.INCOMING_OTHER_SUFFIX)
def a_letter_called_csv() -> bytes:
    return zipped(letter())


@harmless("danh sách.xlsx", messages.INCOMING_OTHER_SUFFIX)
def an_old_workbook_called_xlsx() -> bytes:
    return old_workbook()

"""XML that grows, nests or reads elsewhere."""

from __future__ import annotations

from arrivals import (
    HEAD,
    calc,
    letter,
    workbook,
    zipped,
)

from hostile.corpus import BOOK, LAUGHS, SHEET, STRINGS, book_of, refused
from xl_dialogue import messages

QUADRATIC = b'<!DOCTYPE x [<!ENTITY a "%s">]><x>%s</x>' % (b"a" * 100_000, b"&a;" * 100_000)


OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>'


@refused("cười.xlsx", messages.INCOMING_WITH_DTD)
def a_billion_laughs() -> bytes:
    return zipped(workbook() | {STRINGS: LAUGHS})


@refused("cười.docx", messages.INCOMING_WITH_DTD)
def a_billion_laughs_in_a_letter() -> bytes:
    return zipped(letter() | {"word/document.xml": LAUGHS})


@refused("cười.ods", messages.INCOMING_WITH_DTD)
def a_billion_laughs_in_calc() -> bytes:
    return zipped(calc() | {"content.xml": LAUGHS})


@refused("cười.xlsx", messages.INCOMING_WITH_DTD)
def a_billion_laughs_in_the_list_of_types() -> bytes:
    return zipped(workbook() | {"[Content_Types].xml": LAUGHS})


@refused("cười.xlsx", messages.INCOMING_WITH_DTD)
def a_billion_laughs_where_nobody_reads() -> bytes:
    return zipped(workbook() | {"docProps/app.xml": LAUGHS})


@refused("bậc hai.xlsx", messages.INCOMING_WITH_DTD)
def a_quadratic_blow_up() -> bytes:
    return zipped(workbook() | {STRINGS: QUADRATIC})


@refused("ngoài.xlsx", messages.INCOMING_WITH_DTD)
def an_entity_that_reads_a_file() -> bytes:
    return zipped(workbook() | {STRINGS: OUTSIDE})


@refused("ngoài.xlsx", messages.INCOMING_WITH_DTD)
def an_entity_in_utf_16() -> bytes:
    return zipped(workbook() | {STRINGS: OUTSIDE.decode().encode("utf-16")})


@refused("ngoài.xlsx", messages.INCOMING_WITH_DTD)
def a_document_type_from_the_network() -> bytes:
    declared = b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">' + workbook()[BOOK].removeprefix(
        HEAD
    )
    return zipped(workbook() | {BOOK: declared})


@refused("sâu.xlsx", messages.INCOMING_TOO_DEEP)
def elements_nested_a_hundred_thousand_deep() -> bytes:
    return book_of(b"<row>" + b"<a>" * 100_000 + b"</a>" * 100_000 + b"</row>")


@refused("sâu.docx", messages.INCOMING_TOO_DEEP)
def tables_nested_a_thousand_deep() -> bytes:
    start, end = b"<w:tbl><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>"
    return zipped(letter(start * 1_000 + b"<w:p/>" + end * 1_000))


@refused("nhãn.xlsx", messages.INCOMING_TOO_MUCH_MARKUP)
def one_tag_of_many_megabytes() -> bytes:
    said = b" ".join(b'a%d="%d"' % (n, n * 7919) for n in range(150_000))
    return book_of(b"<row %s/>" % said)


@refused("mã lạ.xlsx", messages.INCOMING_DAMAGED)
def an_encoding_that_does_not_exist() -> bytes:
    said = workbook()[SHEET].replace(b"UTF-8", b"x-evil")
    return zipped(workbook() | {SHEET: said})


@refused("mã lạ.xlsx", messages.INCOMING_DAMAGED)
def a_part_of_zeros() -> bytes:
    return zipped(workbook() | {SHEET: bytes(1_000)})

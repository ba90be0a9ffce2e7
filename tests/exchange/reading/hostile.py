"""Every hostile file we could think of, made by this script: what it is, and how it must end.

``python tests/exchange/reading/hostile.py DIR`` writes them all into a folder.
"""

from __future__ import annotations

import random
import struct
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from arrivals import (
    BOOK_TYPE,
    HEAD,
    LIST,
    MAIN,
    ODS_ROWS,
    OFFICE,
    OLD_LIST,
    calc,
    letter,
    old_number,
    old_stream,
    old_text,
    old_workbook,
    record,
    relations,
    sheet,
    text_cell,
    types,
    workbook,
    zipped,
)

from xl_dialogue import messages
from xl_dialogue.messages import Text
from xl_dialogue.office.buttons.compoundfile import compound_file

SHEET, BOOK, STRINGS = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml"


class Hostile(NamedTuple):
    """A file, and how it must end: refused with this sentence, or read with these reports."""

    file: str
    make: Callable[[], bytes]
    refused: Text | None
    reports: tuple[Text, ...]


HOSTILE: dict[str, Hostile] = {}
Make = Callable[[], bytes]


def refused(file: str, why: Text) -> Callable[[Make], Make]:
    def enter(make: Make) -> Make:
        HOSTILE[make.__name__] = Hostile(file, make, why, ())
        return make

    return enter


def harmless(file: str, *reports: Text) -> Callable[[Make], Make]:
    """Read, with nothing but these reports."""

    def enter(make: Make) -> Make:
        HOSTILE[make.__name__] = Hostile(file, make, None, reports)
        return make

    return enter


def ten_megabytes() -> str:
    """Letters that do not pack well, so that no ratio gives them away."""
    return random.Random(2022).randbytes(5_000_000).hex()


def book_of(data: bytes, before: bytes = b"", after: bytes = b"") -> bytes:
    return zipped(workbook() | {SHEET: sheet(data, before, after)})


# --- the zip --------------------------------------------------------------------------------


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


# --- XML ------------------------------------------------------------------------------------

LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "haha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(10))
    + b"]><x>&k;</x>"
)
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


# --- workbooks ------------------------------------------------------------------------------


@harmless("khai to.xlsx")
def a_dimension_of_the_whole_sheet_with_two_cells() -> bytes:
    return book_of(LIST, before=b'<dimension ref="A1:XFD1048576"/>')


@refused("xa.xlsx", messages.INCOMING_TOO_WIDE)
def two_cells_at_the_ends_of_the_sheet() -> bytes:
    return book_of(LIST + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


@harmless("rộng.xlsx")
def a_row_of_16384_columns() -> bytes:
    return book_of(b"<row>" + b"<c><v>1</v></c>" * 16_384 + b"</row>")


@refused("rộng.xlsx", messages.INCOMING_TOO_MANY_CELLS)
def many_rows_of_16384_columns() -> bytes:
    row = b"".join(b"<c><v>%d</v></c>" % (n * 7919 % 100_003) for n in range(16_384))
    return book_of(b"".join(b"<row>%s</row>" % row for _ in range(10)))


@refused("quá cột.xlsx", messages.INCOMING_DAMAGED)
def a_cell_beyond_the_last_column() -> bytes:
    return book_of(b'<row r="1"><c r="XFE1"><v>1</v></c></row>')


@refused("quá dòng.xlsx", messages.INCOMING_DAMAGED)
def a_row_beyond_the_last() -> bytes:
    return book_of(b'<row r="99999999999999999999"><c><v>1</v></c></row>')


@refused("khung.xlsx", messages.INCOMING_TOO_MUCH_MARKUP)
def a_million_blank_cells_with_a_border() -> bytes:
    row = b"".join(b'<c s="%d"/>' % (n * 7919 % 60_000) for n in range(1_000))
    return book_of(b"".join(b"<row>%s</row>" % row for _ in range(1_000)))


@refused("ô dài.xlsx", messages.INCOMING_LONG_CELL)
def a_cell_of_ten_megabytes() -> bytes:
    words = ten_megabytes()
    return book_of(b'<row r="1">%s</row>' % text_cell("A1", words))


@refused("ô dài.xlsx", messages.INCOMING_LONG_CELL)
def a_shared_text_of_ten_megabytes() -> bytes:
    words = ten_megabytes().encode()
    return zipped(workbook() | {STRINGS: b"<sst><si><t>%s</t></si></sst>" % words})


@refused("nhân bản.xlsx", messages.INCOMING_TOO_MUCH_TEXT)
def a_long_text_shared_by_many_cells() -> bytes:
    cells = b"".join(b'<row r="%d"><c t="s"><v>0</v></c></row>' % n for n in range(1, 1_001))
    strings = b"<sst><si><t>%s</t></si></sst>" % (b"abcd" * 8_000)
    return zipped(workbook() | {SHEET: sheet(cells), STRINGS: strings})


@refused("chỉ số.xlsx", messages.INCOMING_DAMAGED)
def an_index_far_beyond_the_shared_texts() -> bytes:
    return book_of(b'<row r="1"><c r="A1" t="s"><v>4294967295</v></c></row>')


@refused("chỉ số.xlsx", messages.INCOMING_DAMAGED)
def an_index_of_ten_thousand_digits() -> bytes:
    return book_of(b'<row r="1"><c r="A1" t="s"><v>%s</v></c></row>' % (b"9" * 10_000))


@refused("chỉ số.xlsx", messages.INCOMING_DAMAGED)
def an_index_below_zero() -> bytes:
    return book_of(b'<row r="1"><c r="A1" t="s"><v>-1</v></c></row>')


@refused("vô cực.xlsx", messages.INCOMING_DAMAGED)
def a_number_without_end() -> bytes:
    return book_of(b'<row r="1"><c r="A1"><v>1e999</v></c></row>')


@harmless("ngày.xlsx")
def a_day_of_the_year_ten_million() -> bytes:
    return book_of(b'<row r="1"><c r="A1" s="1"><v>1e300</v></c></row>')


@harmless("kiểu.xlsx")
def styles_with_60000_formats() -> bytes:
    codes = b"".join(
        b'<numFmt numFmtId="%d" formatCode="%s"/>' % (n, b"[" * 500 + b"&quot;" * 501)
        for n in range(200, 400)
    )
    formats = b"".join(b'<xf numFmtId="%d"/>' % (n % 600) for n in range(60_000))
    styles = b'<styleSheet xmlns="%s"><numFmts>%s</numFmts><cellXfs>%s</cellXfs></styleSheet>'
    return zipped(workbook() | {"xl/styles.xml": styles % (MAIN, codes, formats)})


@refused("gãy.xlsx", messages.INCOMING_SHEET_MISSING)
def a_sheet_that_is_listed_and_not_there() -> bytes:
    parts = workbook()
    del parts[SHEET]
    return zipped(parts)


@refused("gãy.xlsx", messages.INCOMING_SHEET_MISSING)
def a_sheet_without_a_relation() -> bytes:
    return zipped(workbook() | {"xl/_rels/workbook.xml.rels": relations()})


@refused("gãy.xlsx", messages.INCOMING_SHEET_MISSING)
def a_sheet_that_points_out_of_the_file() -> bytes:
    out = relations(("worksheet", "../../../../etc/passwd"))
    return zipped(workbook() | {"xl/_rels/workbook.xml.rels": out})


@refused("gãy.xlsx", messages.INCOMING_SHEET_MISSING)
def a_sheet_on_the_network() -> bytes:
    out = relations(("worksheet", "http://127.0.0.1:9/sheet1.xml"), external=True)
    return zipped(workbook() | {"xl/_rels/workbook.xml.rels": out})


@refused("gãy.xlsx", messages.INCOMING_PART_MISSING)
def a_package_without_a_document() -> bytes:
    return zipped(workbook() | {"_rels/.rels": relations()})


@refused("gãy.xlsx", messages.INCOMING_PART_MISSING)
def a_package_whose_document_is_not_there() -> bytes:
    return zipped(workbook() | {"_rels/.rels": relations(("officeDocument", "xl/none.xml"))})


@refused("vòng.xlsx", messages.INCOMING_DAMAGED)
def a_sheet_that_is_the_workbook_itself_cut_in_the_middle() -> bytes:
    return zipped(workbook() | {SHEET: workbook()[SHEET][:-40]})


@refused("nhiều trang.xlsx", messages.INCOMING_TOO_MANY_SHEETS)
def a_thousand_sheets() -> bytes:
    listed = b"".join(b'<sheet name="%d" r:id="rId1"/>' % n for n in range(1_000))
    book = b'<workbook xmlns="%s" xmlns:r="%s"><sheets>%s</sheets></workbook>'
    return zipped(workbook() | {BOOK: book % (MAIN, OFFICE, listed)})


# --- what would act -------------------------------------------------------------------------

LURES = (
    "{{7*7}}", "{% for x in ().__class__.__mro__ %}x{% endfor %}", "${jndi:ldap://127.0.0.1/a}",
    "=cmd|'/c calc'!A0", "+1+1", "-2+3", "@SUM(1;1)", '=HYPERLINK("http://127.0.0.1/","Bấm")',
    "<script>alert(1)</script>", "'; DROP TABLE delegates; --", "%s%s%n", "../../etc/passwd",
)  # fmt: skip
"""Text that other programs take for orders; it must arrive letter by letter."""


@harmless("mồi.xlsx")
def orders_in_cells() -> bytes:
    rows = b"".join(
        b'<row r="%d">%s</row>' % (n, text_cell(f"A{n}", lure)) for n, lure in enumerate(LURES, 1)
    )
    return book_of(rows)


@harmless("mồi.csv")
def orders_in_a_text_file() -> bytes:
    return "".join('"' + lure.replace('"', '""') + '"\n' for lure in LURES).encode()


@harmless("mồi.ods")
def orders_in_calc() -> bytes:
    cell = '<table:table-row><table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell></table:table-row>'
    escaped = [lure.replace("&", "&amp;").replace("<", "&lt;") for lure in LURES]
    return zipped(calc("".join(map(cell.format, escaped)).encode()))


@harmless("công thức.xlsx", messages.INCOMING_FORMULAS)
def a_formula_that_is_a_link() -> bytes:
    said = b'HYPERLINK("http://127.0.0.1/?"&amp;A2,"B\xe1\xba\xa5m")'
    return book_of(b'<row r="1"><c r="A1" t="str"><f>%s</f><v>xem</v></c></row>' % said)


@harmless("dde.xlsx", messages.INCOMING_FORMULAS, messages.INCOMING_DDE)
def a_formula_that_calls_a_program() -> bytes:
    return book_of(b'<row r="1"><c r="A1"><f>cmd|\'/c calc\'!A0</f><v>0</v></c></row>')


@harmless("dde.xlsx", messages.INCOMING_EXTERNAL, messages.INCOMING_DDE)
def a_link_by_dde() -> bytes:
    link = b'<externalLink xmlns="%s"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'
    return zipped(workbook() | {"xl/externalLinks/externalLink1.xml": link % MAIN})


@harmless("dde.ods", messages.INCOMING_FORMULAS, messages.INCOMING_DDE)
def a_formula_of_calc_that_calls_a_program() -> bytes:
    cell = b'<table:table-row><table:table-cell table:formula="of:=DDE(&quot;soffice&quot;;&quot;/etc/passwd&quot;;&quot;A1&quot;)" office:value-type="float" office:value="1"/></table:table-row>'
    return zipped(calc(cell))


@harmless("dde.docx", messages.INCOMING_DDE)
def a_field_that_calls_a_program() -> bytes:
    field = b'<w:p><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"</w:instrText></w:r><w:r><w:t>x</w:t></w:r></w:p>'
    return zipped(letter(field))


@harmless("mẫu từ xa.docx", messages.INCOMING_EXTERNAL)
def a_letter_with_a_template_from_the_network() -> bytes:
    out = relations(("attachedTemplate", "http://127.0.0.1:9/evil.dotm"), external=True)
    return zipped(letter() | {"word/_rels/settings.xml.rels": out})


@harmless("chưa tính.xlsx", messages.INCOMING_FORMULAS, messages.INCOMING_UNCALCULATED)
def a_formula_without_a_value() -> bytes:
    return book_of(LIST + b'<row r="3"><c r="A3"><f>1+1</f></c></row>')


@harmless("macro.xlsm", messages.INCOMING_MACROS)
def macros() -> bytes:
    return zipped(workbook() | {"xl/vbaProject.bin": compound_file({"VBA": {"dir": b"x"}})})


@harmless("macro4.xlsm", messages.INCOMING_MACROS)
def macros_of_excel_4() -> bytes:
    return zipped(workbook() | {"xl/macrosheets/sheet1.xml": sheet(b"")})


@harmless("macro.ods", messages.INCOMING_MACROS)
def macros_of_calc() -> bytes:
    return zipped(calc() | {"Basic/Standard/Module1.xml": b"<m/>", "Scripts/python/evil.py": b"x"})


@harmless("nhúng.xlsx", messages.INCOMING_EMBEDDED)
def an_embedded_object() -> bytes:
    return zipped(
        workbook() | {"xl/embeddings/oleObject1.bin": b"MZ", "xl/activeX/activeX1.bin": b"x"}
    )


@harmless("kết nối.xlsx", messages.INCOMING_CONNECTED)
def a_connection_to_a_database() -> bytes:
    return zipped(workbook() | {"xl/connections.xml": b'<connections xmlns="%s"/>' % MAIN})


@harmless("liên kết.xlsx", messages.INCOMING_EXTERNAL)
def links_to_another_workbook() -> bytes:
    out = relations(("externalLinkPath", "\\\\127.0.0.1\\share\\evil.xlsx"), external=True)
    return zipped(workbook() | {
        "xl/externalLinks/externalLink1.xml": b'<externalLink xmlns="%s"/>' % MAIN,
        "xl/externalLinks/_rels/externalLink1.xml.rels": out,
    })  # fmt: skip


@harmless("cấu hình.xlsx", messages.INCOMING_SETTINGS)
def settings_of_xlwings() -> bytes:
    titles = (("Danh sách", "visible"), ("xlwings.conf", "veryHidden"))
    return zipped(workbook(sheets=titles))


@harmless("ẩn.xlsx", messages.INCOMING_HIDDEN, messages.INCOMING_HIDDEN)
def hidden_sheets() -> bytes:
    titles = (("Danh sách", "visible"), ("Ẩn", "hidden"), ("Rất ẩn", "veryHidden"))
    return zipped(workbook(sheets=titles))


@harmless("ẩn.ods", messages.INCOMING_HIDDEN)
def a_hidden_sheet_of_calc() -> bytes:
    style = b'<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>'
    return zipped(calc(styles=style, table=b' table:style-name="ta1"'))


# --- Calc, Word -----------------------------------------------------------------------------


@refused("lặp.ods", messages.INCOMING_TOO_MUCH_MARKUP)
def a_cell_repeated_over_the_whole_sheet() -> bytes:
    return zipped(calc(
        b'<table:table-row table:number-rows-repeated="1048576"><table:table-cell'
        b' table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>'
    ))  # fmt: skip


@refused("lặp.ods", messages.INCOMING_DAMAGED)
def a_count_of_ten_to_the_thirty() -> bytes:
    return zipped(
        calc(ODS_ROWS + b'<table:table-row table:number-rows-repeated="1%s"/>' % (b"0" * 30))
    )


@harmless("trống.ods")
def blank_rows_to_the_end_of_the_sheet() -> bytes:
    blank = b'<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    return zipped(calc(ODS_ROWS + blank))


@refused("cách.ods", messages.INCOMING_LONG_CELL)
def a_billion_spaces() -> bytes:
    return zipped(
        calc(ODS_ROWS.replace(b"1980</text:p>", b'<text:s text:c="1000000000"/></text:p>'))
    )


@refused("khóa.ods", messages.INCOMING_ENCRYPTED)
def calc_under_a_password() -> bytes:
    locked = (
        b'<m:manifest xmlns:m="urn"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    )
    return zipped(calc() | {"META-INF/manifest.xml": locked})


@refused("rộng.docx", messages.INCOMING_DAMAGED)
def a_cell_over_a_billion_columns() -> bytes:
    cell = b'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
    return zipped(letter(cell))


@refused("dài.docx", messages.INCOMING_LONG_CELL)
def a_paragraph_of_ten_megabytes() -> bytes:
    words = ten_megabytes().encode()
    return zipped(letter(b"<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % words))


@refused("gãy.docx", messages.INCOMING_PART_MISSING)
def a_letter_without_its_document() -> bytes:
    return zipped({name: said for name, said in letter().items() if name != "word/document.xml"})


@refused("không phải.xlsx", messages.INCOMING_NO_OFFICE)
def a_presentation() -> bytes:
    kind = BOOK_TYPE.replace(b"spreadsheetml.sheet", b"presentationml.presentation")
    return zipped({"[Content_Types].xml": types(kind, "ppt/presentation.xml")})


@refused("nhị phân.xlsb", messages.INCOMING_BINARY)
def a_binary_workbook() -> bytes:
    kind = b"application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    return zipped(workbook() | {"[Content_Types].xml": types(kind, "xl/workbook.bin")})


# --- Excel 97-2003 --------------------------------------------------------------------------


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


# --- text -----------------------------------------------------------------------------------


@refused("một dòng.csv", messages.INCOMING_TOO_LARGE)
def a_line_of_a_hundred_megabytes() -> bytes:
    return b"a" * 100 * 2**20


@refused("một dòng.csv", messages.INCOMING_LONG_CELL)
def a_line_of_thirty_megabytes() -> bytes:
    return b"a,b\n" + b"a" * 30_000_000


@refused("nháy.csv", messages.INCOMING_LONG_CELL)
def a_quote_that_never_ends() -> bytes:
    return b'a,b\n"' + b"mot hai ba\n" * 100_000


@refused("phẩy.csv", messages.INCOMING_TOO_MUCH_MARKUP)
def millions_of_commas() -> bytes:
    return (b"," * 500_000 + b"\n") * 20


@refused("ô.csv", messages.INCOMING_TOO_MANY_CELLS)
def more_rows_than_anybody_sends() -> bytes:
    return b"1,2\n" * 200_000


@refused("nul.csv", messages.INCOMING_NO_TEXT)
def zeros_among_text() -> bytes:
    return b"a,b\n" + bytes(5_000) + b"c,d\n"


@refused("trống.xlsx", messages.INCOMING_EMPTY)
def nothing_at_all() -> bytes:
    return b""


# --- under a wrong name ---------------------------------------------------------------------


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


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for name, hostile in HOSTILE.items():
        target = folder / name
        target.mkdir(parents=True, exist_ok=True)
        (target / hostile.file).write_bytes(hostile.make())

"""Workbooks with cells, texts and parts where none should be."""

from __future__ import annotations

from arrivals import (
    LIST,
    MAIN,
    OFFICE,
    relations,
    sheet,
    text_cell,
    workbook,
    zipped,
)

from hostile.corpus import BOOK, SHEET, STRINGS, book_of, harmless, refused, ten_megabytes
from xl_dialogue import messages


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

"""Of Calc and of Word."""

from __future__ import annotations

from arrivals import (
    BOOK_TYPE,
    ODS_ROWS,
    calc,
    letter,
    types,
    workbook,
    zipped,
)

from hostile.corpus import harmless, refused, ten_megabytes
from xl_dialogue import messages


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

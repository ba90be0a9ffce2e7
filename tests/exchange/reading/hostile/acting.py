"""What would act if it were let: orders, links, macros, objects."""

from __future__ import annotations

from arrivals import (
    LIST,
    MAIN,
    calc,
    letter,
    relations,
    sheet,
    text_cell,
    workbook,
    zipped,
)

from hostile.corpus import book_of, harmless
from xl_dialogue import messages
from xl_dialogue.office.buttons.compoundfile import compound_file

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

"""Workbooks by other writers: whatever form the XML has, the same values come out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from drawn_workbooks import MAIN, RELATIONS, packed, parts_of, sheet, unpacked
from hypothesis import given
from hypothesis import strategies as st

from xl_dialogue.engines import closed, plainxml
from xl_dialogue.engines.sheetxml import SheetXml, Surroundings
from xl_dialogue.engines.values import EPOCH_1900

ROWS = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>44705</v></c></row>'
    '<row r="3" hidden="1"><c r="C3"><f>A1&gt;B1</f><v>5</v></c></row>'
)
PLAIN = sheet(ROWS)
FOREIGN = {
    "prefixed": PLAIN.replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x="),
    "without addresses": PLAIN.replace(' r="1"', "").replace(' r="A1"', "").replace(' r="B1"', ""),
    "commented": PLAIN.replace("<c ", "<!-- x --><c ").replace("<row", '<!-- <c r="Z1"/> --><row'),
    "cdata": PLAIN.replace("<v>5</v>", "<v><![CDATA[5]]></v>"),
    "single quotes": PLAIN.replace('"', "'"),
    "attributes in another order": PLAIN.replace('r="A1" t="s"', 't="s" r="A1"'),
    "greater-than in an attribute": PLAIN.replace('<row r="1"', '<row foo="a>b" r="1"'),
    "rows in another order": sheet(
        ROWS[ROWS.index('<row r="3"') :] + ROWS[: ROWS.index('<row r="3"')]
    ),
    "spread out": PLAIN.replace("><", ">\n  <").replace("<v>\n  ", "<v>").replace('"/>', '" />'),
    "line breaks in tags": PLAIN.replace("<c r", "<c\n r").replace("</row>", "</row >"),
    "processing instructions": PLAIN.replace("<v>5", "<v><?a b?>5"),
    "utf-16": ('<?xml version="1.0" encoding="UTF-16"?>' + PLAIN).encode("utf-16"),
    "byte order mark": PLAIN.encode("utf-8-sig"),
    "strict": PLAIN.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
    "namespace twice": PLAIN.replace("<sheetData", f'<sheetData xmlns:y="{MAIN}"'),
}


@pytest.mark.parametrize("form", FOREIGN)
def test_a_foreign_form_is_read_like_the_plain_one_and_saved(tmp_path: Path, form: str) -> None:
    strings = "<si><t>Sở Xây dựng</t></si>"
    path = packed(tmp_path / "a.xlsx", parts_of(PLAIN, FOREIGN[form], strings=strings))
    book = closed.open(path)
    plain, foreign = book.sheets
    assert foreign.used_range.address == plain.used_range.address == "$A$1:$C$3"
    assert foreign.used_range.value == plain.used_range.value
    assert foreign.used_range.formula == plain.used_range.formula
    assert foreign.range("A3").get_special_cells("visible") == []
    foreign.range("D3").value = "mới"
    book.save()
    assert foreign.range("A3:D3").value == [None, None, 5.0, "mới"]
    assert unpacked(path)["xl/worksheets/sheet1.xml"].decode() == PLAIN


@pytest.mark.parametrize("form", ["plain", "spread out", "strict"])
def test_a_form_that_need_not_be_rewritten_is_not(form: str) -> None:
    part = PLAIN if form == "plain" else str(FOREIGN[form])
    around = Surroundings(lambda: ["a"], set(), EPOCH_1900)
    assert SheetXml(part.encode(), around).part == part.encode()


def test_rewriting_keeps_other_namespaces_and_their_prefixes() -> None:
    part = (
        f'<x:worksheet xmlns:x="{MAIN}" xmlns:mc="urn:mc" xmlns:a="urn:a" mc:Ignorable="a">'
        '<x:sheetData/><x:extLst><x:ext uri="{1}"><a:b a:c="1&amp;&#10;2">t<x:d/></a:b>'
        '<e xmlns="urn:e"><x:f/></e></x:ext></x:extLst></x:worksheet>'
    )
    new = plainxml.rewritten(part.encode())
    assert new.decode().splitlines()[1].startswith(f'<worksheet xmlns="{MAIN}" xmlns:mc="urn:mc"')
    both = [
        [(found.tag, dict(found.attrib), found.text) for found in plainxml.tree(one).iter()]
        for one in (part.encode(), new)
    ]
    assert both[0] == both[1]


_NAMES = st.sampled_from(["a", "p:b", "q:c"])


@given(
    st.recursive(
        st.tuples(_NAMES, st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]))),
        lambda inner: st.tuples(_NAMES, st.lists(inner, max_size=3)),
        max_leaves=8,
    )
)
def test_rewriting_changes_no_document(element: tuple[str, Any]) -> None:
    from lxml import etree

    def built(parent: etree._Element | None, found: tuple[str, Any]) -> etree._Element:
        prefix, _, name = found[0].rpartition(":")
        spaces: dict[str | None, str] = {"p": "urn:main", "q": "urn:q", None: "urn:default"}
        tag = etree.QName(spaces[prefix or None], name)
        made = etree.Element(tag, nsmap=spaces) if parent is None else etree.SubElement(parent, tag)
        if isinstance(found[1], str):
            made.text = found[1].replace("\ufffe", "").replace("\uffff", "") or None
        else:
            for child in found[1]:
                built(made, child)
        return made

    tree = built(None, element)
    new = plainxml.rewritten(etree.tostring(tree))
    assert [(e.tag, e.text) for e in plainxml.tree(new).iter()] == [
        (e.tag, e.text) for e in tree.iter()
    ]


@pytest.mark.parametrize(
    "target",
    ["/xl/worksheets/sheet1.xml", "../xl/worksheets/Sheet1.XML", "worksheets/sheet%31.xml"],
)
def test_parts_are_found_however_they_are_referred_to(tmp_path: Path, target: str) -> None:
    parts = parts_of(PLAIN, strings="<si><t>a</t></si>")
    rels = str(parts["xl/_rels/workbook.xml.rels"]).replace("worksheets/sheet1.xml", target)
    parts["xl/_rels/workbook.xml.rels"] = rels.replace('"', "'").replace("<Rel", "<p:Rel").replace(
        "</Rel", "</p:Rel"
    ).replace("xmlns=", "xmlns:p=")  # fmt: skip
    book = closed.open(packed(tmp_path / "a.xlsx", parts))
    assert book.sheets[0].range("A1").value == "a"


def test_a_workbook_part_with_prefixes_is_changed_and_still_read(tmp_path: Path) -> None:
    workbook = (
        f'<x:workbook xmlns:x="{MAIN}" xmlns:r="{RELATIONS}"><x:bookViews>'
        '<x:workbookView activeTab="1"/></x:bookViews><x:sheets>'
        '<x:sheet name="a" sheetId="1" r:id="rId1"/>'
        '<x:sheet name="b" sheetId="2" r:id="rId2"/></x:sheets><x:definedNames>'
        '<x:definedName name="n" localSheetId="1">b!$A$1</x:definedName></x:definedNames>'
        "</x:workbook>"
    )
    book = closed.open(packed(tmp_path / "a.xlsx", parts_of(PLAIN, sheet(""), workbook=workbook)))
    assert book.sheets.active.name == "b"
    book.sheets.add("c", after=book.sheets["a"])
    book.save()
    assert [found.name for found in book.sheets] == ["a", "c", "b"]
    assert book.sheets.active.name == "b"
    assert b'localSheetId="2"' in unpacked(tmp_path / "a.xlsx")["xl/workbook.xml"]

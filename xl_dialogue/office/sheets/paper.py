"""How a sheet is printed: A4, fitted to the width, its title above and the page number below."""

from __future__ import annotations

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_PORTRAIT, _PAGE = 95, 220
"""Widths in characters: as wide as an upright page shows well; as one lying page."""


def set_up_printing(page: Worksheet, title: str, width: int) -> None:
    """Print the sheet of that width on A4, on several pages side by side if it is very wide."""
    setup = page.page_setup
    setup.paperSize = page.PAPERSIZE_A4
    setup.orientation = "landscape" if width > _PORTRAIT else "portrait"
    setup.fitToWidth, setup.fitToHeight = max(1, round(width / _PAGE)), 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = page.page_margins
    margins.left = margins.right = 0.5
    margins.top = margins.bottom = 0.7
    page.oddHeader, page.oddFooter = HeaderFooterItem(), HeaderFooterItem()
    page.oddHeader.center.text = title or None
    page.oddFooter.center.text = "Trang &P/&N"
    page.print_options.horizontalCentered = True

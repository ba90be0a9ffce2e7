"""What a stretch of text says it is: Quốc hiệu, number, place and date, a kind's name, …

All are recognised also where they are written wrongly: the rules say what is wrong.
Source: Decree 30/2020/NĐ-CP, Appendix I, part I; abbreviations of kinds: Appendix III.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xl_dialogue.decree.manuscript import UNKNOWN, Piece, Side
from xl_dialogue.vietnamese.text import folded, folded_keeping_tones

if TYPE_CHECKING:
    from collections.abc import Iterator

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
KINDS = {
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QyĐ": "Quy định",
    "TC": "Thông cáo", "TB": "Thông báo", "HD": "Hướng dẫn", "CTr": "Chương trình",
    "KH": "Kế hoạch", "PA": "Phương án", "ĐA": "Đề án", "DA": "Dự án", "BC": "Báo cáo",
    "BB": "Biên bản", "TTr": "Tờ trình", "HĐ": "Hợp đồng", "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ", "BTT": "Bản thỏa thuận", "GUQ": "Giấy ủy quyền", "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu", "GNP": "Giấy nghỉ phép", "PG": "Phiếu gửi", "PC": "Phiếu chuyển",
    "PB": "Phiếu báo", "SY": "Bản sao y", "TrS": "Bản trích sao", "SL": "Bản sao lục",
}  # fmt: skip
"""Abbreviation -> name of a kind of document; an official letter has neither."""
WITHOUT_SUBJECT = ("GGT", "GNP", "PG", "PC", "PB", "SY", "TrS", "SL", "HĐ", "BGN", "BTT", "CĐ")
"""Kinds whose forms have no subject below the name."""
_BY_NAME = {folded_keeping_tones(name): short for short, name in KINDS.items()}
_GAP = re.compile(r"\t+")
_WIDE_GAP = re.compile(r"\t+|\s{3,}")
_NUMBER = re.compile(r"s[ốô](?:\s*[:.]|\s*(?=[\d…_/]))", re.IGNORECASE)
_SYMBOL = re.compile(rf"/|[A-ZĐ]{{2,}}\w*\s*[-–]\s*[A-ZĐ]|:\s*{UNKNOWN}$")
DATE = re.compile(
    r"(?P<place>[^,]{0,40}?)(?P<comma>,?)\s*ngày(?P<day>[\s\d….,_]*)tháng(?P<month>[\s\d….,_]*)"
    r"năm(?P<year>[\s\d….,_]*)",
    re.IGNORECASE,
)
ABOUT = re.compile(r"v\s*/\s*v\b|v\.v\b", re.IGNORECASE)
ADDRESSED = re.compile(r"kính gửi(?!\w)", re.IGNORECASE)
RECIPIENTS = re.compile(r"nơi nhận\s*(?::|$)", re.IGNORECASE)
ANNEX = re.compile(r"phụ lục(?:\s+(?P<count>[ivxlcdm]+|\d+))?\s*[.:]?", re.IGNORECASE)
ATTACHED = re.compile(r"\(\s*(?:ban hành\s+)?kèm theo\b", re.IGNORECASE)
POWER = re.compile(r"(TM|KT|TL|TUQ|TƯQ|Q)(?:(?P<dot>\s?\.)\s*|\s+)(?=\S)")
POWER_IN_WORDS = re.compile(
    r"(thay mặt|ký thay|thừa lệnh|thừa ủy quyền|thừa uỷ quyền)\s", re.IGNORECASE
)
_URGENT = {"khẩn", "thượng khẩn", "hỏa tốc", "hỏa tốc hẹn giờ"}
_KEPT_CLOSE = {"xem xong trả lại", "lưu hành nội bộ"}
_POSITIONS = re.compile(
    r"(?:phó |quyền )?(?:chủ tịch|chánh văn phòng|chánh|giám đốc|tổng giám đốc|trưởng|cục trưởng"
    r"|viện trưởng|hiệu trưởng|bí thư|tổng thư ký|thư ký|chủ tọa|chủ toạ|chủ trì|phó|bộ trưởng"
    r"|thứ trưởng|thủ tướng|chủ nhiệm|ủy viên|uỷ viên|kế toán trưởng)\b",
    re.IGNORECASE,
)


def is_nation(piece: Piece) -> bool:
    return folded(piece.text) == folded(NATION)


def is_motto(piece: Piece) -> bool:
    return folded(piece.text) == folded(MOTTO)


def is_party(piece: Piece) -> bool:
    return folded_keeping_tones(piece.text) == folded_keeping_tones(PARTY)


def is_number(piece: Piece) -> bool:
    return bool(_NUMBER.match(piece.text) and _SYMBOL.search(piece.text)) and len(piece.text) < 60


def is_date(piece: Piece) -> bool:
    return DATE.fullmatch(piece.text) is not None


def is_about(piece: Piece) -> bool:
    return ABOUT.match(piece.text) is not None


def is_urgent(piece: Piece) -> bool:
    said = folded_keeping_tones(piece.text)
    return said in _URGENT or (said in _KEPT_CLOSE and piece.any("bold"))


def is_annex(piece: Piece) -> bool:
    return ANNEX.fullmatch(piece.text) is not None


def is_position(text: str) -> bool:
    return _POSITIONS.match(text) is not None


def is_power(piece: Piece) -> bool:
    """Whether it says by what right somebody signs, or that somebody's position."""
    text = piece.text
    if len(text) > 90 or not piece.in_capitals:
        return False
    return bool(POWER.match(text) or POWER_IN_WORDS.match(text)) or is_position(text)


def kind_named(text: str) -> str | None:
    """The abbreviation of the kind whose name the text begins with."""
    said = folded_keeping_tones(text)
    named = [name for name in _BY_NAME if said == name or said.startswith(f"{name} ")]
    return _BY_NAME[max(named, key=len)] if named else None


def is_kind(text: str) -> bool:
    return folded_keeping_tones(text) in _BY_NAME


def segments(line: Piece) -> Iterator[Piece]:
    """The line as a whole, or what stands between its tabs; each knows left from right."""
    text = "".join(run.text for run in line.runs)
    spoken = folded(text)
    gap = _WIDE_GAP if folded(NATION) in spoken or folded(MOTTO) in spoken else _GAP
    edges = [0, *(edge for found in gap.finditer(text) for edge in found.span()), len(text)]
    spans = [
        (start, end)
        for start, end in zip(edges[::2], edges[1::2], strict=True)
        if text[start:end].strip()
    ]
    tabbed = len(edges) > 2
    for place, (start, end) in enumerate(spans):
        cut = line.cut(start, end)
        right = place > 0 or (len(spans) == 1 and start > 0)
        cut.side = _side(line) if not tabbed else ("right" if right else "left")
        cut.tabbed = tabbed
        yield cut


def _side(line: Piece) -> Side:
    paragraph = line.paragraph
    cell, shape = paragraph.cell, paragraph.shape
    if cell is not None and not (cell.column == 0 and cell.last):
        return "left" if cell.column == 0 else "right"
    beyond = shape.left > 0.35 * paragraph.room
    return "right" if shape.align == "right" or beyond else ""

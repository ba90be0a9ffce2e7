"""What a line of a list is: a row, or its title, a subtotal, a section, the signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xl_dialogue.exchange.reading.tables import Value
from xl_dialogue.plan.plan import text
from xl_dialogue.vietnamese.text import folded, folded_keeping_tones, tidy
from xl_dialogue.vietnamese.text import is_ditto as reads_as_ditto

_ORDINAL = re.compile(r"0*([1-9][0-9]{0,4})[.)]?")
_CHAPTER = re.compile(r"(?:[IVX]{1,6}|[A-Z])[.)]?|[1-9][.)]?[0-9]{1,2}[.)]?")
_CHAPTER_BEFORE = re.compile(r"^(?:[IVX]{1,6}|[A-H]|[0-9]{1,2})[.)/:-]\s*|^[-+•]\s*")
_COLUMN_NUMBER = re.compile(r"\(?([0-9]{1,2}|[A-Z])\)?")
_TOTAL = re.compile(
    r"(?:tổng cộng|cộng dồn|cộng trang|cộng|tổng số|tổng|tong cong|tong so|cong)"
    r"(?: (?:là|gồm|có))?(?: [0-9 ]+)?"
    r"(?: (?:đại biểu|người|câu hỏi|câu|kiến nghị|ý kiến|dai bieu|nguoi|cau hoi|y kien))?"
    r"(?: [0-9 ]+)?"
    r"|(?:tổng cộng|tổng số) danh sách .{0,60}"
    r"|(?:ấn định )?danh sách (?:này |trên )?(?:có|gồm) .{1,60}"
)
_SIGNATURE = re.compile(
    r"(?:nguoi (?:lap|tong hop|ghi|bao cao)(?: .{1,30})?|(?:t ?m|k ?t|t ?l|tuq) .{1,60}"
    r"|chu tich(?: cdcs| cong doan.{0,40}| ubnd.{0,20})?|pho chu tich|giam doc|pho giam doc"
    r"|(?:thu|pho) truong.{0,40}|truong (?:ban|phong|doan|don vi).{0,30}|thu ky|ke toan(?: truong)?"
    r"|xac nhan(?: cua)? .{1,60}|ky(?: ten)?(?: va)?,? ghi ro .{1,40}|ky ten.{0,40}|da ky"
    r"|noi nhan.{0,60}|dai dien .{1,60}|luu .{1,40}"
    r"|(?:.{1,40} )?ngay(?: [0-9]{1,2})? thang(?: [0-9]{1,2})? nam(?: [0-9]{2,4})?)"
)
_REMARK = re.compile(r"(?:ghi chu|luu y|chu thich) .+")
_BLANK = re.compile(r"[\s.…_–-]+")
_UNITS = (
    "cong ty", "cdcs", "cong doan", "truong", "benh vien", "so", "ubnd", "uy ban", "trung tam",
    "doanh nghiep", "hop tac xa", "htx", "chi nhanh", "nha may", "xi nghiep", "lien doan", "phong",
    "ban quan ly", "chi cuc", "cuc", "tong cong ty", "ngan hang", "kho bac", "toa an",
)  # fmt: skip
"""Words with which a unit's name begins."""

Cells = Sequence[tuple[int, Value]]
"""Place and value of the cells of a row that hold anything of their own."""


def is_ordinal(value: Value) -> bool:
    """1, "1.", "01"."""
    return _ORDINAL.fullmatch(text(value)) is not None


def is_chapter(value: Value) -> bool:
    """ "I", "II.", "A", "1.1"."""
    return _CHAPTER.fullmatch(text(value)) is not None


def is_ditto(value: Value) -> bool:
    """Whether the cell says that it says what the one above says."""
    return isinstance(value, str) and reads_as_ditto(value)


def is_blank(value: Value) -> bool:
    """Nothing, or a dash or dots in place of nothing."""
    return value is None or (
        isinstance(value, str) and (not value.strip() or bool(_BLANK.fullmatch(value)))
    )


def is_total(cells: Cells) -> bool:
    """ "Tổng cộng | 25", but neither "Tổng công ty" nor a person Tống."""
    return len(cells) <= 6 and any(
        isinstance(value, str) and _TOTAL.fullmatch(folded_keeping_tones(value))
        for _, value in cells[:3]
    )


def is_signature(value: Value) -> bool:
    """ "TM. BAN CHẤP HÀNH", "Người lập biểu", "..., ngày 5 tháng 5 năm 2022"."""
    return isinstance(value, str) and len(value) < 120 and bool(_SIGNATURE.fullmatch(folded(value)))


def is_remark(value: Value) -> bool:
    """ "Ghi chú: ..." below a list."""
    return isinstance(value, str) and bool(_REMARK.fullmatch(folded(value)))


def numbers_the_columns(cells: Cells) -> bool:
    """ "(1) | (2) | (3)" or "A | B | 1 | 2", as forms have it below their header."""
    read = [_COLUMN_NUMBER.fullmatch(text(value)) for _, value in cells]
    if len(read) < 2 or not all(read):
        return False
    said = [match[1] for match in read if match]
    figures = [int(one) for one in said if one.isdigit()]
    capitals = [one for one in said if not one.isdigit()]
    return figures in (
        list(range(1, len(figures) + 1)), list(range(len(capitals) + 1, len(said) + 1)),
    ) and capitals == sorted(set(capitals))  # fmt: skip


def unit_named(section: str) -> str:
    """The unit that the heading of a section names; blank where it names something else."""
    name = _CHAPTER_BEFORE.sub("", tidy(section))
    key = f"{folded(name)} "
    return name if len(name) < 120 and any(key.startswith(f"{word} ") for word in _UNITS) else ""

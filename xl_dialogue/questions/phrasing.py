"""How petitions are worded: what asks, what turns to another matter, what gives reasons.

Everything here matches bare text: lower case, no diacritics (``markers.bare``).
"""

from __future__ import annotations

import re

ASKS = re.compile(
    r"\?|\b(?:(?<!don )de nghi|kien nghi|de xuat|xin|mong|kinh mong|yeu cau|nho|hoi|dat van de"
    r"|can phai|nen cho|bao gio|khi nao|chung nao|tai sao|vi sao|(?<!ban )sao|the nao|ra sao"
    r"|bao nhieu|o dau|ai|co quan nao|co duoc|duoc khong|khong a|hay khong|phai khong|dung khong"
    r"|chua a)\b|\b(?:khong|chua)\s*(?:a|nhi|vay)?\s*[.;]?$"
)
BEGINS_TO_ASK = re.compile(
    r"^\W*(?:toi|em|chung toi|chung em|minh|don vi|cong doan|cdcs|doan vien)?\s*"
    r"(?:kinh |tran trong |thong nhat |rat )*"
    r"(?:de nghi|kien nghi|de xuat|xin|mong|yeu cau|nho|hoi)\b"
)
CLAUSE_THAT_ASKS = re.compile(
    r"(?:^|[.?!\n;]\s*)(?:de nghi|kien nghi|xin hoi|xin|mong|toi hoi|em hoi)\b"
)
ONLY_ONE = re.compile(
    r"\b(?:duy nhat|chi (?:xin|hoi|mong|de nghi|kien nghi|can|co)(?: hoi)? mot)\b"
)
REASONS_FOLLOW = re.compile(
    r"\b(?:ly do|nguyen nhan|vi|boi|boi vi|do|cac le|le sau|bao gom|gom|gom co|nhu la|vi du"
    r"|chang han|dieu kien|giay to|tieu chi|bieu hien|vuong|thieu|kho khan|cac buoc|doi tuong"
    r"|truong hop)\b[^.?!:]{0,60}[:\s]*$"
)
BECAUSE = re.compile(r"\b(?:ly do|nguyen nhan|vi cac le|vi|cac le|boi)\b")
CONCLUDES = re.compile(
    r"(?:^|[.;,?!]\s*)(?:vay|vi vay|vi the|do do|do vay|cho nen|nhu vay|nhu the|tom lai|the thi"
    r"|tu do|tren day|vay nen|mong cac|kinh mong|rat mong)\b"
)
SEVERAL_FOLLOW = re.compile(
    r"\b(?:hai|ba|bon|nam|sau|may|mot so|nhung|cac|nhieu|\d+) (?:nhom |van de |noi dung )?"
    r"(?:y kien|kien nghi|cau hoi|viec|chuyen|van de|dieu|y|noi dung|de nghi|cau|de xuat)\b"
    r"|\b(?:de nghi|kien nghi|xin neu|neu|de dat|xin hoi|hoi|sau)\s*:?$"
)
ANNOUNCED = re.compile(
    r"\b(hai|ba|bon|2|3|4) (?:y kien|kien nghi|cau hoi|viec|chuyen|van de|dieu|y|noi dung|cau)\b"
    r"[^:.?!]{0,40}:\s*"
)
COUNT = {"hai": 2, "2": 2, "ba": 3, "3": 3, "bon": 4, "4": 4}
TURNS = re.compile(
    r"(?:(?<=[.?!;\n])|(?<=,)|^)\s*(?:va |con )?(?:"
    r"ngoai ra|ben canh do|ben canh(?! (?:viec|cac|nhung|khu|nha|duong|truong))"
    r"|tiep theo|dong thoi|mat khac|them nua|lai nua|tien the|tien day|nhan day"
    r"|nhan tien|cung xin hoi|xin hoi them|cho (?:toi |em )?hoi them|hoi them"
    r"|(?:(?:chung )?(?:toi|em) )?cung (?=de nghi|kien nghi)|de nghi them|kien nghi them"
    r"|(?:mot )?(?:viec|chuyen|y|van de|cau|dieu)(?: hoi)? (?:nua|khac|thu hai|tiep theo)"
    r"|thu hai|hai la|voi lai|cung voi do|song song(?: do)?|kem theo do|lien quan den viec khac"
    r")\b(?: la\b)?\s*[,:]?\s*"
)
ALSO_JOINS = ("dong thoi", "ben canh", "song song", "mat khac", "voi lai", "cung voi do")
"""Turns that as often go on with the same matter."""
POINTS_BACK = re.compile(
    r"\b(?:ay|do|nay|the|vay|no|khoan nay|nhu tren|noi tren|truong hop cua|day|viec do)\b"
)
COURTESY = re.compile(
    r"(?:(?<=[.?!;])|^)\s*(?:"
    r"(?:toi |em |chung toi |chung em )?(?:xin )?(?:tran trong |chan thanh )?cam on|tran trong"
    r"|kinh mong (?:cac|quy|lanh dao|tinh)[^.?!]{0,25}"
    r"(?:quan tam|xem xet|giai quyet|tra loi|giai dap)"
    r"|(?:rat |kinh )?mong (?:duoc|cac cap|lanh dao|tinh)?[^.?!]{0,15}"
    r"(?:quan tam|xem xet|giai quyet|tra loi|giai dap)"
    r")[^.?!]{0,40}[.!]?\s*$"
)
SENTENCE = re.compile(
    r"(?<=[.?!\n])\s+|\n+|(?<=;)\s+(?=(?i:đề nghị|kiến nghị|xin |de nghi|kien nghi))"
)
"""Where the text itself, diacritics and all, is cut into sentences."""

_SAYS_NOTHING = """
toi em chung minh kinh gui thua hoi nghi dong chi cac cap nganh lanh dao bac can bo xin de kien mong
neu trinh bay phan anh sau nhu co hai ba bon nam may mot so nhung nhieu viec van dieu y chuyen cau
noi dung nhom doi voi ve tinh uy ban nhan dan thong nhat tat ca cung va cu the duoc nay quan tam
giai quyet xem xet lam ro tra loi dap cho biet cdcs cong doan vien nguoi lao that muon a tong hop
dat bieu don vi la gom cua ong anh ket qua thao luan ty doanh nghiep truong
"""
SAYS_NOTHING = frozenset(_SAYS_NOTHING.split())
"""Words that name no matter."""

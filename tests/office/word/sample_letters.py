"""Letters with invented words, and how they are filled in and converted."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from xl_dialogue.documents.typesetting import set_in_lines

if TYPE_CHECKING:
    pass

INVITATION, NOTICE = "giay-moi.docx", "thong-bao-ket-luan.docx"
LETTERHEAD = {
    "issuer_lines": ["ỦY BAN NHÂN DÂN", "TỈNH CAO BẰNG"],
    "place": "Cao Bằng",
    "date_line": "ngày      tháng 5 năm 2022",
    "parent_lines": [],
    "authority_lines": ["TL. CHỦ TỊCH"],
    "signer_title": "CHÁNH VĂN PHÒNG",
    "signer_name": "Hoàng Văn Mẫu",
    "recipients": ["Như trên;", "Thường trực Tỉnh ủy;", "Lưu: VT, VX."],
}
INVITED = LETTERHEAD | {
    "number": "45",
    "symbol": "GM-UBND",
    "subject": "Dự Hội nghị gặp gỡ, đối thoại với công nhân, viên chức, lao động năm 2022",
    "issuer": "Ủy ban nhân dân tỉnh Cao Bằng",
    "invitee": "Đồng chí Nguyễn Văn Thử, Chủ tịch Công đoàn cơ sở Công ty Ví dụ",
    "role": "dự và đưa tin",
    "conference": "Hội nghị gặp gỡ, đối thoại với công nhân tỉnh Cao Bằng năm 2022",
    "chair": "Đồng chí Trần Thị Ví Dụ, Chủ tịch Ủy ban nhân dân tỉnh",
    "time_line": "07 giờ 30 phút, thứ Ba, ngày 24 tháng 5 năm 2022",
    "venue": "Hội trường Trung tâm Hội nghị tỉnh, phường Hợp Giang, thành phố Cao Bằng",
    "requests": ["Có mặt trước 15 phút", "Mang theo giấy mời;", "Mặc trang phục lịch sự."],
    "contact": "Phòng Khoa giáo - Văn xã, điện thoại 0206 000 0000",
}
CONCLUDED = LETTERHEAD | {
    "number": "123",
    "symbol": "TB-UBND",
    "subject": "Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại Hội nghị đối thoại năm 2022",
    "day": "Ngày 24 tháng 5 năm 2022",
    "venue": "Trung tâm Hội nghị Ví Dụ",
    "chair": "Chủ tịch Ủy ban nhân dân tỉnh",
    "conference": "Hội nghị đối thoại với người lao động năm 2022",
    "received": "37",
    "answered": "29",
    "general_conclusions": ["Các ngành coi đối thoại là việc làm thường xuyên."],
    "items": [],
    "host": "Văn phòng Ủy ban nhân dân tỉnh",
}


def tasks(count: int) -> list[dict[str, str]]:
    return [
        {
            "number": str(task),
            "conclusion": f"Giải quyết dứt điểm kiến nghị {task} về chế độ bảo hiểm xã hội",
            "lead": "Bảo hiểm xã hội tỉnh",
            "coordinators": "Sở Nội vụ; Liên đoàn Lao động tỉnh" if task % 3 else "",
            "deadline": "30/06/2022",
            "product": "Báo cáo",
        }
        for task in range(1, count + 1)
    ]


LETTERS: dict[str, tuple[str, dict[str, Any]]] = {
    "normal": (INVITATION, INVITED),
    "draft": (INVITATION, INVITED | {"number": ""}),
    "hostile": (INVITATION, INVITED | {"invitee": 'Công ty <b>Ví dụ</b> & "Con" {{ 7 * 7 }}'}),
    "long": (INVITATION, INVITED | {"subject": "Dự đối thoại " * 23, "conference": "gặp gỡ " * 43}),
    "own title": (INVITATION, INVITED | {"authority_lines": [], "signer_title": "GIÁM ĐỐC"}),
    "no general": (NOTICE, CONCLUDED | {"items": tasks(1), "general_conclusions": []}),
    "neither": (NOTICE, CONCLUDED | {"general_conclusions": []}),
}
LETTERS |= {
    f"requests {count}": (
        INVITATION,
        INVITED | {"requests": [f"Yêu cầu thứ {request}" for request in range(count)]},
    )
    for count in range(1, 41)
}
LETTERS |= {
    f"tasks {count}": (NOTICE, CONCLUDED | {"items": tasks(count)}) for count in (0, 1, 12, 300)
}


def filled(template: bytes, context: dict[str, Any]) -> bytes:
    letter = DocxTemplate(io.BytesIO(template))
    letter.render(
        dict(set_in_lines(context)),
        SandboxedEnvironment(autoescape=True, undefined=StrictUndefined),
    )
    out = io.BytesIO()
    letter.save(out)
    return out.getvalue()


def converted(kind: str, folder: Path, files: dict[str, bytes]) -> dict[str, Path]:
    """The files as LibreOffice saves them, all in one start of it."""
    drafts = [folder / f"{name}.docx" for name in files]
    for draft, content in zip(drafts, files.values(), strict=True):
        draft.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", folder / "out"]
    subprocess.run([*command, *drafts], check=True, capture_output=True, timeout=240)
    return {name: folder / "out" / f"{name}.{kind}" for name in files}


def run_texts(content: bytes) -> list[str]:
    body = docx.Document(io.BytesIO(content)).element.body
    return [text.text or "" for text in body.iter(qn("w:t"))]

"""Finding names, phones and addresses again, in any text and any file."""

from __future__ import annotations

import io
import json
import zipfile
from email.message import EmailMessage

import pytest

from xl_dialogue.exchange.forgetting.seeking import Seeker, holds, mail_holds, parts_that_say

SAYS = Seeker({"Lê Văn Mẫu", "0912345678", "mau.le@vidu.vn"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ông LÊ  VĂN\nMẪU hỏi", True),
        ("Le\u0302 Văn Mẫu", True),
        ("gọi +84 912.345.678", True),
        ("<a>MAU.LE@vidu.vn</a>", True),
        ("Lê Văn Mẫu1", False),
        ("Lê Văn", False),
        ("0912345679", False),
        ("", False),
    ],
)
def test_what_is_found_in_a_text(text: str, found: bool) -> None:
    assert SAYS(text) is found


def test_nobody_to_look_for_is_found_nowhere() -> None:
    assert not Seeker(())
    assert not Seeker(())("Lê Văn Mẫu 0912345678")


def zipped(**parts: str | bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in parts.items():
            package.writestr(f"{name}.xml", content)
    return made.getvalue()


TORN = "<w:p><w:r><w:t>Lê Văn M</w:t></w:r><w:r><w:t>ẫu</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("Lê Văn Mẫu".encode(), True),
        (json.dumps({"name": "D1 Lê Văn Mẫu.docx"}).encode(), True),
        (zipped(document="<t>L&#234; Văn</t> <t>Mẫu</t>"), True),
        (zipped(document=TORN), True),
        (zipped(document='<c name="Lê Văn Mẫu"/>'), True),
        (zipped(document="<t>Văn Mẫu</t>"), False),
        (zipped(embedded=zipped(document="<t>0912345678</t>")), True),
        (b"\xd0\xcf\x11\xe0" + "..Lê Văn Mẫu..".encode("utf-16-le"), True),
        (b"%PDF-1.7 ...", None),
        (b"PK\x03\x04 damaged", None),
        (b"", False),
    ],
)
def test_what_is_found_in_a_file(content: bytes, found: bool | None) -> None:
    assert holds(content, SAYS) is found


def test_a_mail_is_read_with_its_head_and_its_attachments() -> None:
    def mail(to: str, attached: bytes, name: str = "thu.docx") -> bytes:
        message = EmailMessage()
        message["To"], message["Subject"] = to, "Giấy mời"
        message.set_content("Kính gửi")
        message.add_attachment(attached, maintype="application", subtype="zip", filename=name)
        return message.as_bytes()

    assert mail_holds(mail("mau.le@vidu.vn", zipped(a="x")), SAYS)
    assert mail_holds(mail("Lê Văn Mẫu <a@vidu.vn>", zipped(a="x")), SAYS)
    assert mail_holds(mail("a@vidu.vn", zipped(a=TORN)), SAYS)
    assert mail_holds(mail("a@vidu.vn", zipped(a="x"), "Lê Văn Mẫu.docx"), SAYS)
    assert mail_holds(mail("a@vidu.vn", b"%PDF-1.7"), SAYS) is None
    assert mail_holds(mail("a@vidu.vn", zipped(a="x")), SAYS) is False


def test_the_parts_of_a_workbook_that_say_it() -> None:
    book = zipped(sheet1="<v>1</v>", comments1="<t>Lê Văn Mẫu</t>", core="<c>mau.le@vidu.vn</c>")
    assert [*parts_that_say(book, SAYS)] == ["comments1.xml", "core.xml"]

from __future__ import annotations

import datetime as dt
import email
import email.policy
import re
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import getaddresses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_dialogue import messages
from xl_dialogue.mailing.eml import eml, is_untouched, message_id
from xl_dialogue.mailing.message import Message
from xl_dialogue.messages import DialogueError

SENDER = "Văn phòng UBND tỉnh <vp@tinh.gov.vn>"
LONG = "Giấy mời dự Hội nghị đối thoại giữa Chủ tịch Ủy ban nhân dân tỉnh với người lao động năm 2026 tại hội trường tỉnh"
LETTER = Message(
    "GM D001", "Đỗ Thị “Hoa”, Sở Xây dựng", "a@x.vn; b@y.vn", LONG, "Kính gửi bà\n\nHẹn gặp.\n",
    (("Giấy mời Đỗ Thị Hoa.docx", b"\x00\xff" * 50), ("plain.pdf", b"%PDF")), b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
)  # fmt: skip
DATE = dt.datetime(2026, 11, 24, 8, 0, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def read(content: bytes) -> EmailMessage:
    return email.message_from_bytes(content, policy=email.policy.default)


def header(content: bytes, name: str) -> str:
    """As RFC 2047 says: the standard library's newer reader adds spaces within names."""
    raw = email.message_from_bytes(content)[name]
    return str(make_header(decode_header(raw)))


def recipients(content: bytes) -> list[tuple[str, str]]:
    named = getaddresses([email.message_from_bytes(content)["To"]])
    return [(str(make_header(decode_header(name))), address) for name, address in named]


def test_a_draft_opens_in_outlook_ready_to_be_sent() -> None:
    draft = eml(LETTER, SENDER, draft=True)
    assert read(draft)["X-Unsent"] == "1"
    assert "X-Unsent" not in read(eml(LETTER, SENDER, draft=False, date=DATE))


def test_a_letter_says_what_it_was_given() -> None:
    content = eml(LETTER, SENDER, draft=False, date=DATE)
    letter = read(content)
    assert not letter.defects
    assert header(content, "Subject") == letter["Subject"] == LONG
    assert header(content, "From") == SENDER
    assert recipients(content) == [(LETTER.to_name, "a@x.vn"), (LETTER.to_name, "b@y.vn")]
    assert letter["Date"].datetime == DATE
    body = letter.get_body()
    assert body is not None
    assert body.get_content() == "Kính gửi bà\r\n\r\nHẹn gặp.\r\n"


def test_attachments_keep_their_names_and_bytes() -> None:
    letter = read(eml(LETTER, SENDER, draft=True))
    word, pdf, calendar = letter.iter_attachments()
    assert (word.get_filename(), word.get_content()) == LETTER.attachments[0]
    assert (
        word.get_content_type()
        == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    )
    assert (pdf.get_filename(), pdf.get_content()) == LETTER.attachments[1]
    assert calendar.get_content_type() == "text/calendar"
    assert calendar["Content-Type"].params["method"] == "PUBLISH"
    assert calendar.get_payload(decode=True) == LETTER.calendar


def test_a_name_is_written_for_new_and_for_old_programs() -> None:
    content = eml(LETTER, SENDER, draft=True)
    assert b"filename*=utf-8''Gi%E1%BA%A5y%20m%E1%BB%9Di%20" in content
    assert b'name="=?utf-8?B?' in content
    assert b"filename*0" not in content  # continued names are what programs read worst


def test_a_draft_needs_no_sender() -> None:
    draft = eml(LETTER, "", draft=True)
    assert "From" not in read(draft)
    assert message_id(draft).endswith("@x.vn>")


def test_who_gets_a_copy_is_named_once_and_only_with_an_address() -> None:
    copied = LETTER._replace(copy_to="cvp@x.vn; cvp@x.vn; b@y.vn; hỏng")
    assert read(eml(copied, SENDER, draft=True))["Cc"] == "cvp@x.vn"
    assert "Cc" not in read(eml(LETTER, SENDER, draft=True))


def test_the_same_letter_is_the_same_bytes() -> None:
    assert eml(LETTER, SENDER, draft=True) == eml(LETTER, SENDER, draft=True)


@pytest.mark.parametrize(
    "other",
    [LETTER._replace(key="GM D002"), LETTER._replace(body="Khác"), LETTER._replace(attachments=()),
     LETTER._replace(to_address="c@z.vn"), LETTER._replace(calendar=b"BEGIN:VCALENDAR")],
)  # fmt: skip
def test_another_letter_has_another_message_id(other: Message) -> None:
    assert message_id(eml(other, SENDER, draft=True)) != message_id(eml(LETTER, SENDER, draft=True))


def test_the_date_alone_leaves_the_message_id() -> None:
    later = DATE + dt.timedelta(days=1)
    one, other = (eml(LETTER, SENDER, draft=False, date=date) for date in (DATE, later))
    assert one != other
    assert message_id(one) == message_id(other)
    assert is_untouched(one, LETTER.key)


def test_a_change_of_one_byte_is_seen() -> None:
    draft = eml(LETTER, SENDER, draft=True)
    assert is_untouched(draft, LETTER.key)
    assert not is_untouched(draft.replace(b"X-Unsent: 1", b"X-Unsent: 0"), LETTER.key)
    assert not is_untouched(draft, "GM D002")
    assert not is_untouched(b"", LETTER.key)


@pytest.mark.parametrize(
    ("letter", "text"),
    [
        (LETTER._replace(to_address=""), messages.ADDRESS_MISSING),
        (LETTER._replace(to_address="hỏng"), messages.ADDRESS_WRONG),
        (LETTER._replace(attachments=(Path("không có.docx"),)), messages.ATTACHMENT_MISSING),
        (LETTER._replace(attachments=(("trống.docx", b""),)), messages.ATTACHMENT_EMPTY),
        (LETTER._replace(attachments=(Path(__file__).parent,)), messages.ATTACHMENT_UNREADABLE),
    ],
)
def test_a_letter_that_cannot_go_is_refused(letter: Message, text: messages.Text) -> None:
    with pytest.raises(DialogueError) as error:
        eml(letter, SENDER, draft=True)
    assert error.value.text == text


INJECTION = "x\r\nBcc: ke-gian@x.vn\r\n\r\nbody\n.\nb\x00\x0b\x0c\x1c\x85\u2028\u2029\u202e"


def test_nothing_typed_becomes_a_header() -> None:
    letter = LETTER._replace(
        key=INJECTION,
        to_name=INJECTION,
        subject=INJECTION,
        attachments=((INJECTION + ".docx", b"x"),),
    )
    content = eml(letter, f"{INJECTION.replace('<', '')} <vp@tinh.gov.vn>", draft=True)
    assert b"\nBcc" not in content
    assert "Bcc" not in read(content)
    assert header(content, "Subject") == "x Bcc: ke-gian@x.vn body . b"


words = st.text(st.one_of(st.characters(), st.sampled_from('\r\n\t ;,<>"=?\\:ưđ')), max_size=120)


@given(words, words, words, words)
def test_whatever_is_typed_the_letter_holds_together(
    name: str, subject: str, body: str, file: str
) -> None:
    letter = Message("k", name, "a@x.vn", subject, body, ((file, b"x"),))
    content = eml(letter, SENDER, draft=True)
    back = email.message_from_bytes(content)
    assert set(back.keys()) == {
        "Message-ID",
        "MIME-Version",
        "Content-Type",
        "From",
        "To",
        "Subject",
        "X-Unsent",
    }
    assert [address for _, address in getaddresses([back["To"]])] == ["a@x.vn"]
    _, attached = back.get_payload()
    assert set(attached.keys()) == {
        "Content-Type",
        "Content-Transfer-Encoding",
        "Content-Disposition",
    }
    assert attached.get_payload(decode=True) == b"x"
    assert content.isascii()
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", content)
    assert max(map(len, content.split(b"\r\n"))) < 998
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', attached.get_filename() or "")


@given(
    st.text(st.sampled_from('Nguyễn Thị Phương Thảo Ủy ban, "(x)" đ ư'), min_size=1, max_size=200)
)
def test_a_long_name_and_subject_are_read_back_word_for_word(text: str) -> None:
    said = " ".join(text.split())
    content = eml(
        LETTER._replace(subject=text, to_name=text, to_address="a@x.vn"), SENDER, draft=True
    )
    assert header(content, "Subject") == said
    assert recipients(content) == [(said, "a@x.vn")]
    assert max(map(len, content.split(b"\r\n\r\n", 1)[0].split(b"\r\n"))) <= 100

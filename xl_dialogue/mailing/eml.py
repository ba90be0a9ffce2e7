"""A letter as the bytes that mail programs read and servers carry.

Source: RFC 5322 (the letter), RFC 2045-2047 (MIME, names in headers), RFC 2231 (file names).
"""

from __future__ import annotations

import base64
import hashlib
import re
from email.encoders import encode_base64
from email.header import Header
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime, formataddr
from typing import TYPE_CHECKING

from xl_dialogue.mailing.addresses import Mailbox, sender_of
from xl_dialogue.mailing.message import Message, Opened, in_one_line, opened
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    import datetime as dt

_POLICY = compat32.clone(linesep="\r\n", mangle_from_=False, max_line_length=100)
"""Not ``policy.SMTP``: that one loses a space between two folded words of a long subject.
Lines of words are folded here, at 76; Outlook wants a Word file's type on the header's own line."""
_BOUNDARY = "=_xl_dialogue_part_="
"""The same for all: each part is base64, which has no such line."""
_CALENDAR_NAME = "lich-hoi-nghi.ics"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_KINDS = {
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "jpg": "image/jpeg",
    "pdf": "application/pdf",
    "png": "image/png",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "zip": "application/zip",
}
"""By suffix; asking the PC would give other bytes on another."""
_WORDS = 66
_NAME_BYTES = 200
"""Of an attachment's name: a line may have 998 characters, a byte is written in up to three."""
_OURS = re.compile(rb"Message-ID: <([0-9a-f]{32})@[^>\r\n]*>\r\n(?:Date: [^\r\n]*\r\n)?")


def eml(
    message: Message,
    sender: str,
    *,
    draft: bool,
    date: dt.datetime | None = None,
) -> bytes:
    """The letter; the same letter gives the same bytes, its Message-ID hangs on all but the date.

    A draft opens in Outlook ready to be sent, and may have no sender. A letter that is sent
    wants a date with its zone.
    Errors: ``DialogueError`` when the sender, every address or an attachment is wrong.
    """
    letter = opened(message)
    if not letter.goes:
        reason = letter.refused[-1].reason
        raise DialogueError(reason.text, **reason.facts)
    return eml_of(letter, sender_of(sender) if sender else None, draft=draft, date=date)


def eml_of(
    letter: Opened, sender: Mailbox | None, *, draft: bool, date: dt.datetime | None = None
) -> bytes:
    """The same for a letter that has been looked at."""
    mime = _mime(letter)
    if sender:
        mime["From"] = _mailbox(sender.name, sender.address)
    mime["To"] = ",\r\n ".join(_mailbox(letter.message.to_name, address) for address in letter.to)
    if letter.copied:
        mime["Cc"] = ",\r\n ".join(letter.copied)
    mime["Subject"] = _words(in_one_line(letter.message.subject))
    if draft:
        mime["X-Unsent"] = "1"
    content = mime.as_bytes(policy=_POLICY)
    domain = (sender.address if sender else letter.to[0]).rpartition("@")[2]
    identity = f"Message-ID: <{_digest(letter.message.key, content)}@{domain}>\r\n"
    dated = f"Date: {format_datetime(date)}\r\n" if date else ""
    return f"{identity}{dated}".encode() + content


def message_id(content: bytes) -> str:
    """The Message-ID of a letter that ``eml`` has made."""
    return content.split(b"\r\n", 1)[0].partition(b": ")[2].decode()


def is_untouched(content: bytes, key: str) -> bool:
    """Whether this is a letter as ``eml`` made it for the key, changed by nobody since."""
    ours = _OURS.match(content)
    return ours is not None and ours[1].decode() == _digest(key, content[ours.end() :])


def _digest(key: str, content: bytes) -> str:
    return hashlib.sha256(key.encode("utf-8", "replace") + b"\0" + content).hexdigest()[:32]


def _mime(letter: Opened) -> MIMEMultipart | MIMEText:
    """Text alone, or text and its attachments side by side.

    The calendar entry is an attachment too: as an alternative to the text, Outlook shows it
    in place of the text.
    """
    lines = "\r\n".join(letter.message.body.splitlines())
    text = MIMEText(lines.encode("utf-8", "replace").decode() + "\r\n", _charset="utf-8")
    parts = [_attachment(name, content) for name, content in letter.files]
    if letter.message.calendar:
        parts.append(_calendar(letter.message.calendar))
    if not parts:
        return text
    mixed = MIMEMultipart("mixed", boundary=_BOUNDARY)
    for part in (text, *parts):
        del part["MIME-Version"]
        mixed.attach(part)
    return mixed


def _attachment(name: str, content: bytes) -> MIMEBase:
    kind = _KINDS.get(name.rpartition(".")[2].casefold(), "application/octet-stream")
    return _part(kind, _file_name(name), content)


def _calendar(content: bytes) -> MIMEBase:
    part = _part("text/calendar", _CALENDAR_NAME, content)
    part.set_param("charset", "utf-8")
    part.set_param("method", "PUBLISH")
    return part


def _part(kind: str, name: str, content: bytes) -> MIMEBase:
    """Named twice: by RFC 2231 for all, as an encoded word for Outlooks that know no better."""
    part = MIMEBase(*kind.split("/", 1))
    part.set_payload(content)
    encode_base64(part)
    part.set_param("name", name if name.isascii() else _word(name))
    exact = name if name.isascii() else ("utf-8", "", name)
    part.add_header("Content-Disposition", "attachment", filename=exact)
    return part


def _word(text: str) -> str:
    return f"=?utf-8?B?{base64.b64encode(text.encode()).decode()}?="


def _file_name(name: str) -> str:
    """One line, no path, its suffix kept where it is cut."""
    plain = re.sub(r'[<>:"/\\|?*]', "-", in_one_line(name)).strip(". ") or "_"
    stem, dot, suffix = plain.rpartition(".")
    if not stem or len(suffix) > 8:
        stem, dot, suffix = plain, "", ""
    room = _NAME_BYTES - len((dot + suffix).encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip() + dot + suffix


def _mailbox(name: str, address: str) -> str:
    plain = in_one_line(name)
    if plain.isascii():
        return formataddr((plain, address))
    return f"{_words(plain)}\r\n <{address}>"


def _words(plain: str) -> str:
    """Text of a header, folded; no line longer than 76 with the header's own name."""
    return Header(plain, "utf-8", _WORDS).encode(linesep="\r\n")

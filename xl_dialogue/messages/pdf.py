"""PDFs of letters, and the QR codes in letters."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

PDF_NO_PROGRAM = Text(
    "Máy này không có Word và LibreOffice nên chưa xuất được PDF. Cài một trong hai rồi làm lại.",
    "There is neither Word nor LibreOffice on this PC to make PDFs. Install one and try again.",
)
PDF_HUNG = Text(
    "Xuất PDF từ “{path}” quá {seconds} giây chưa xong, đã thử hai lần. "
    "Mở tệp bằng Word xem có gì bất thường, đóng bớt chương trình rồi làm lại.",
    "The PDF of “{path}” was not done after {seconds} seconds, tried twice. "
    "Open the file in Word to see what is odd, close other programs and try again.",
)
PDF_REFUSED = Text(
    "Không xuất được PDF từ “{path}”, đã thử hai lần. Mở tệp bằng Word, lưu lại rồi làm lại.",
    "No PDF could be made of “{path}”, tried twice. Open it in Word, save it and try again.",
)
PDF_SOURCE_LOCKED = Text(
    "Không đọc được “{path}” để xuất PDF: tệp đang mở trong Word hoặc bị khóa. "
    "Đóng tệp rồi làm lại.",
    "“{path}” cannot be read to make its PDF: it is open in Word or locked. "
    "Close it and try again.",
)
PDF_OPEN = Text(
    "Không ghi được “{path}”: tệp đang mở ở chương trình khác hoặc bị khóa. Đóng tệp rồi làm lại.",
    "“{path}” cannot be written: it is open in another program or locked. Close it and try again.",
)
PDF_DAMAGED = Text(
    "Tệp PDF “{path}” hỏng, không đọc được. Xóa tệp rồi xuất lại.",
    "The PDF “{path}” is damaged. Delete it and make it anew.",
)
PDF_NOT_MARKED = Text(
    "Không tách được “{path}”: tìm thấy điểm đầu của {found} thư, cần đúng {wanted} thư, "
    "mỗi thư bắt đầu ở một trang mới. In lại tệp in chung, xuất PDF lại rồi tách.",
    "“{path}” cannot be taken apart: the beginnings of {found} letters were found, {wanted} are "
    "wanted, each on a new page. Print the one file again, make its PDF anew, then try again.",
)
QR_ABOUT = Text("Mã QR: {text}", "QR code: {text}")
QR_TOO_LONG = Text(
    "nội dung của mã QR quá dài (nhiều nhất khoảng 130 chữ); rút ngắn lại.",
    "the text for its QR code is too long (about 130 letters at most); make it shorter.",
)

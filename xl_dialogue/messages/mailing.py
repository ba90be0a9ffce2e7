"""Letters by e-mail: drafts, sending, what has been sent."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

ADDRESS_MISSING = Text(
    "Chưa có địa chỉ thư điện tử; điền vào cột Email.",
    "There is no e-mail address; fill in the column Email.",
)
ADDRESS_WRONG = Text(
    "Địa chỉ thư điện tử “{address}” không đúng dạng; sửa lại (ví dụ: ten@tinh.gov.vn).",
    "“{address}” is no e-mail address; mend it (for example ten@tinh.gov.vn).",
)
SENDER_WRONG = Text(
    "Người gửi “{sender}” không đúng; ghi địa chỉ, hoặc tên rồi địa chỉ trong dấu < >: "
    "Văn phòng <vp@tinh.gov.vn>.",
    "The sender “{sender}” is wrong; write an address, or a name and the address in < >: "
    "Văn phòng <vp@tinh.gov.vn>.",
)
KEY_REPEATED = Text(
    "Có hai thư cùng mã; chỉ thư đầu được dùng. Xem lại danh sách.",
    "Two letters have the same key; only the first is used. Look at the list.",
)
ATTACHMENT_MISSING = Text(
    "Không tìm thấy tệp đính kèm “{file}”; in lại văn bản rồi làm lại.",
    "The attachment “{file}” is not there; print the document again, then try again.",
)
ATTACHMENT_EMPTY = Text(
    "Tệp đính kèm “{file}” trống (0 byte); in lại văn bản rồi làm lại.",
    "The attachment “{file}” is empty (0 bytes); print the document again, then try again.",
)
ATTACHMENT_UNREADABLE = Text(
    "Không đọc được tệp đính kèm “{file}” ({detail}); đóng chương trình đang mở tệp rồi làm lại.",
    "The attachment “{file}” cannot be read ({detail}); close what has it open and try again.",
)
LETTER_TOO_LARGE = Text(
    "Thư nặng {size} MB, máy chủ chỉ nhận đến {limit} MB; bớt tệp đính kèm.",
    "The letter has {size} MB, the server takes {limit} MB; attach less.",
)

DRAFTS_REFUSED = Text(
    "Không ghi được thư nháp vào thư mục “{folder}” ({detail}). Chọn thư mục khác.",
    "The folder “{folder}” takes no drafts ({detail}). Choose another.",
)
DRAFT_LOCKED = Text(
    "Tệp thư nháp “{file}” đang mở hoặc bị khóa; đóng tệp rồi làm lại.",
    "The draft “{file}” is open or locked; close it and try again.",
)
OLD_DRAFT = Text("bản cũ", "old")
DRAFTS_MADE = Text(
    "Có {count} thư nháp (giữ nguyên {kept} thư đã có) ở “{folder}”. Mở từng tệp, xem lại rồi gửi.",
    "{count} drafts ({kept} kept from before) are in “{folder}”. Open each, look, then send it.",
)
DRAFTS_SET_ASIDE = Text(
    "{count} thư nháp đã có người sửa được giữ lại, thêm chữ “(bản cũ …)” vào tên: {files}.",
    "{count} drafts that somebody had edited are kept, “(bản cũ …)” added to their names: {files}.",
)
DRAFTS_WITHDRAWN = Text(
    "Đã bỏ {count} thư nháp cũ chưa ai sửa, vì thư đã gửi, đã đổi tên người nhận hoặc không còn "
    "cần: {files}.",
    "{count} old drafts that nobody had edited are removed, the letter being sent, its recipient "
    "renamed or nothing left to say: {files}.",
)

SERVER_MISSING = Text(
    "Chưa có máy chủ thư gửi đi; ghi ví dụ mail.tinh.gov.vn:587 (hỏi bộ phận công nghệ thông tin).",
    "There is no server for outgoing mail; write for example mail.tinh.gov.vn:587 (ask your IT).",
)
SERVER_WRONG = Text(
    "Không hiểu máy chủ thư “{server}”; ghi tên:cổng như mail.tinh.gov.vn:587, hoặc "
    "smtps://mail.tinh.gov.vn:465.",
    "The mail server “{server}” is not understood; write name:port such as mail.tinh.gov.vn:587, "
    "or smtps://mail.tinh.gov.vn:465.",
)
SERVER_UNENCRYPTED = Text(
    "Máy chủ “{server}” ghi là gửi không mã hóa; thư và mật khẩu sẽ bị người khác đọc được. "
    "Dùng cổng 587 hoặc smtps://…:465.",
    "“{server}” says to send without encryption; others could read letters and password. Use port "
    "587 or smtps://…:465.",
)
PASSWORD_IN_SETTINGS = Text(
    "Mật khẩu không được ghi cùng máy chủ thư, ai mở sổ cũng thấy. Xóa đi và đổi mật khẩu ấy; "
    "chương trình sẽ hỏi khi gửi, hoặc đọc biến môi trường {variable}.",
    "A password must not stand with the mail server, whoever opens the workbook sees it. Delete "
    "it and change it; it is asked for when sending, or read from the variable {variable}.",
)
PASSWORD_MISSING = Text(
    "Chưa có mật khẩu hộp thư của “{user}”. Gửi lại và nhập mật khẩu, hoặc đặt biến môi trường "
    "{variable}.",
    "There is no password for the mailbox of “{user}”. Send again and type it, or set the "
    "variable {variable}.",
)
PASSWORD_LETTERS = Text(
    "Tên hoặc mật khẩu của “{user}” có chữ có dấu, máy chủ thư không nhận. Đổi sang mật khẩu "
    "không dấu.",
    "Name or password of “{user}” has letters that the mail server does not take. Change it to "
    "plain letters.",
)
SERVER_UNKNOWN = Text(
    "Không tìm thấy máy chủ thư “{server}”. Kiểm tra tên máy chủ và mạng.",
    "There is no mail server “{server}” to be found. Check its name and the network.",
)
SERVER_UNREACHABLE = Text(
    "Không nối được với máy chủ thư “{server}” ({detail}). Kiểm tra mạng, tên máy chủ và cổng rồi "
    "gửi lại.",
    "The mail server “{server}” cannot be reached ({detail}). Check the network, its name and "
    "port, then send again.",
)
SERVER_UNTRUSTED = Text(
    "Chứng thư của máy chủ thư “{server}” không hợp lệ ({detail}). Chưa gửi gì; hỏi bộ phận công "
    "nghệ thông tin.",
    "The certificate of the mail server “{server}” is not valid ({detail}). Nothing was sent; ask "
    "your IT.",
)
SERVER_WITHOUT_TLS = Text(
    "Máy chủ thư “{server}” không mã hóa được theo cách đã chọn ({detail}). Thử cổng 587, hoặc "
    "smtps://…:465.",
    "The mail server “{server}” does not encrypt in the chosen way ({detail}). Try port 587, or "
    "smtps://…:465.",
)
SERVER_WITHOUT_LOGIN = Text(
    "Máy chủ thư “{server}” không cho đăng nhập ở cổng này. Thử cổng 587, hoặc smtps://…:465.",
    "The mail server “{server}” takes no login at this port. Try port 587, or smtps://…:465.",
)
LOGIN_REFUSED = Text(
    "Máy chủ thư “{server}” không nhận tên “{user}” và mật khẩu ({detail}). Xem lại mật khẩu; có "
    "nơi phải dùng mật khẩu ứng dụng.",
    "The mail server “{server}” does not take “{user}” and the password ({detail}). Check it; "
    "some servers want an application password.",
)
AUTHORITY_UNREADABLE = Text(
    "Không đọc được tệp chứng thư tin cậy “{file}” ({detail}). Lấy lại tệp .pem từ bộ phận công "
    "nghệ thông tin.",
    "The file of trusted certificates “{file}” cannot be read ({detail}). Get the .pem file again "
    "from your IT.",
)

RECORD_BUSY = Text(
    "Đang có người khác gửi thư của sổ này (máy {host}, từ {since}). Chờ xong rồi gửi lại.",
    "Somebody else is sending the letters of this workbook (PC {host}, since {since}). Wait until "
    "that is done, then send again.",
)
RECORD_DAMAGED = Text(
    "Sổ ghi thư đã gửi “{file}” bị sửa hoặc hỏng ở dòng {line}. Để không gửi hai lần, chưa gửi gì; "
    "lấy lại tệp từ bản sao lưu.",
    "The record of sent letters “{file}” is edited or damaged in line {line}. So as not to send "
    "twice, nothing was sent; get the file from a backup.",
)
RECORD_REFUSED = Text(
    "Không đọc hoặc không ghi được sổ ghi thư đã gửi “{file}” ({detail}). Đã dừng gửi; kiểm tra "
    "ổ đĩa và quyền ghi rồi gửi lại, thư đã gửi không bị gửi lần nữa.",
    "The record of sent letters “{file}” cannot be read or written ({detail}). Sending stopped; "
    "check disk and rights and send again, what has gone will not go twice.",
)

SERVER_SAYS = Text("Máy chủ thư trả lời: {reply}", "The mail server says: {reply}")
ADDRESS_REFUSED = Text(
    "Máy chủ thư không nhận địa chỉ {address}: {reply}",
    "The mail server does not take the address {address}: {reply}",
)
CONNECTION_LOST = Text(
    "Mất kết nối với máy chủ thư trước khi gửi; thư chưa đi.",
    "The connection to the mail server was lost before sending; the letter has not gone.",
)
ANSWER_LOST = Text(
    "Mất kết nối khi máy chủ thư chưa trả lời; không rõ thư đã đi hay chưa.",
    "The connection was lost before the mail server answered; whether it has gone is unknown.",
)

LETTERS_SENT = Text("Đã gửi {count} thư.", "{count} letters are sent.")
LETTERS_WOULD_GO = Text(
    "Thử xong, chưa gửi gì: {count} thư sẽ được gửi qua {server}.",
    "Tried, nothing was sent: {count} letters would go through {server}.",
)
LETTERS_SENT_BEFORE = Text(
    "{count} thư đã gửi từ trước, không gửi lại.",
    "{count} letters had been sent before and were not sent again.",
)
LETTERS_UNSURE = Text(
    "{count} thư không rõ đã đi hay chưa, không tự gửi lại: {keys}. Hỏi người nhận (hoặc xem hộp "
    "Thư đã gửi); ai chưa nhận thì chạy lại lệnh gửi, thêm --again.",
    "{count} letters may or may not have gone and are not sent again by themselves: {keys}. Ask "
    "the recipients (or look at the sent mail); where it has not arrived, send with --again.",
)
LETTERS_LEFT = Text(
    "{count} thư chưa gửi được vì máy chủ thư bận hoặc mất kết nối; gửi lại sau.",
    "{count} letters could not go, the mail server being busy or lost; send again later.",
)
LETTERS_CHANGED = Text(
    "Trong đó {count} thư thay bản đã gửi trước đây vì nội dung nay đã khác: {keys}.",
    "Of these {count} replace letters sent before that said something else: {keys}.",
)
CHANGED_WOULD_GO = Text(
    "Trong đó {count} thư sẽ thay bản đã gửi trước đây vì nội dung nay đã khác: {keys}.",
    "Of these {count} would replace letters sent before that said something else: {keys}.",
)
LETTERS_FURTHER = Text(
    "Trong đó {count} thư chỉ tới địa chỉ chưa nhận được lần trước: {keys}.",
    "Of these {count} are for addresses alone that had not got them before: {keys}.",
)
LETTER_FAULT = Text("{key}: {reason}", "{key}: {reason}")
ADDRESS_SHARED = Text(
    "Địa chỉ {address} nhận {count} thư: {keys}. Xem có đúng không.",
    "The address {address} gets {count} letters: {keys}. See whether that is right.",
)

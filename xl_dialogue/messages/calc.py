"""A running Calc."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

UNO_MISSING = Text(
    "Máy này chưa có phần nối Python với LibreOffice (mô-đun uno). Cài LibreOffice kèm gói "
    "python3-uno, hoặc bấm nút trên thanh Đối thoại ngay trong Calc.",
    "Python cannot speak with LibreOffice here: the module uno is missing. Install LibreOffice "
    "with python3-uno, or use the buttons inside Calc.",
)
CALC_NOT_LISTENING = Text(
    "Không thấy LibreOffice đang chờ ở cổng {port}. Đóng LibreOffice, mở lại bằng lệnh: "
    'soffice --accept="socket,host={host},port={port};urp;" rồi làm lại.',
    "No LibreOffice listens on port {port}. Close LibreOffice, start it by: "
    'soffice --accept="socket,host={host},port={port};urp;" and try again.',
)
CALC_WITHOUT_BOOK = Text(
    "Chưa có sổ tính nào mở trong Calc. Mở sổ kế hoạch rồi làm lại.",
    "No workbook is open in Calc. Open the plan and try again.",
)
CALC_CANNOT_OPEN = Text(
    "Calc không mở được tệp “{path}”: tệp hỏng, có mật khẩu hoặc không phải sổ tính.",
    "Calc cannot open “{path}”: it is damaged, has a password, or is no workbook.",
)
CALC_GONE = Text(
    "Sổ hoặc Calc đã bị đóng giữa chừng. Mở lại sổ, xem những gì đã ghi rồi làm lại.",
    "The workbook or Calc was closed meanwhile. Open it, see what was written, and try again.",
)
CALC_REFUSED = Text(
    "Calc không làm được việc vừa yêu cầu ({detail}). Lưu sổ, đóng Calc rồi mở lại và làm lại.",
    "Calc refused what it was asked ({detail}). Save the workbook, restart Calc and try again.",
)
CALC_NEVER_SAVED = Text(
    "Sổ “{file}” chưa được lưu lần nào. Lưu sổ thành tệp rồi làm lại.",
    "“{file}” was never saved. Save it to a file and try again.",
)

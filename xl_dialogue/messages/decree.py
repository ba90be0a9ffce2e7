"""What a document breaks of Decree 30."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

DECREE_FILE_DAMAGED = Text(
    "Tệp “{path}” hỏng hoặc không phải văn bản Word. Mở bằng Word, lưu lại dạng .docx rồi thử lại.",
    "The file “{path}” is damaged or no Word document. Open it in Word, save it as .docx, "
    "try again.",
)
DECREE_FILE_LOCKED = Text(
    "Tệp “{path}” có mật khẩu hoặc thuộc dạng .doc cũ. Mở bằng Word, bỏ mật khẩu, lưu dạng .docx.",
    "The file “{path}” has a password or is an old .doc. Open it in Word, take the password away, "
    "save it as .docx.",
)
DECREE_FILE_TOO_LARGE = Text(
    "Tệp “{path}” quá lớn. Bỏ bớt hình ảnh hoặc chia thành nhiều tệp rồi thử lại.",
    "The file “{path}” is too large. Take pictures out or split it, then try again.",
)

DECREE_LAPSE = Text(
    "{place}: {element}: {reason}{more} ({source})", "{place}: {element}: {reason}{more} ({source})"
)
DECREE_PLACE = Text(
    "Văn bản {letter}, đoạn {paragraph} “{words}”",
    "Document {letter}, paragraph {paragraph} “{words}”",
)
DECREE_WHOLE = Text("Văn bản {letter}", "Document {letter}")
DECREE_AGAIN = Text(" Còn {count} chỗ khác như vậy.", " So it is at {count} more places.")
DECREE_PARTY = Text(
    "đây là văn bản của Đảng, trình bày theo hướng dẫn riêng nên không kiểm tra theo Nghị định 30.",
    "this is a Party document with a guideline of its own; it is not measured by Decree 30.",
)
DECREE_NOT_RECOGNISED = Text(
    "không nhận ra là văn bản hành chính (không thấy tên loại, số ký hiệu, nơi nhận) nên chỉ xem "
    "khổ giấy, phông chữ và chỗ còn sót.",
    "it is not recognised as an official document (no kind, number or recipients), so only paper, "
    "font and what was left over were looked at.",
)
DECREE_WORDLESS = Text("tệp không có chữ nào để kiểm tra.", "there is no text to be checked.")

DECREE_ABSENT = Text("văn bản thiếu phần này.", "the document lacks it.")
DECREE_MISSING = Text("thiếu dòng “{wanted}”.", "the line “{wanted}” is missing.")
DECREE_WORDING = Text("viết sai, phải là “{wanted}”.", "it must read “{wanted}”.")
DECREE_HYPHENS = Text(
    "giữa các cụm từ phải là gạch nối ngắn (-), không phải gạch dài (–).",
    "its phrases are joined by hyphens (-), not dashes (–).",
)
DECREE_SIZE = Text(
    "cỡ chữ {size}, phải là {wanted}.", "the font size is {size}, it must be {wanted}."
)
DECREE_NOT_BOLD = Text("chữ phải đậm.", "it must be bold.")
DECREE_BOLD = Text("chữ không được đậm.", "it must not be bold.")
DECREE_NOT_ITALIC = Text("chữ phải nghiêng.", "it must be italic.")
DECREE_ITALIC = Text("chữ phải đứng, không nghiêng.", "it must be upright.")
DECREE_NOT_CAPITALS = Text("phải viết in hoa.", "it must be in capitals.")
DECREE_CAPITALS = Text(
    "phải viết in thường, không in hoa cả dòng.", "it must not be all in capitals."
)
DECREE_NOT_CENTRED = Text("phải canh giữa.", "it must be centred.")
DECREE_NOT_RIGHT = Text("phải đặt ở bên phải.", "it must stand on the right.")
DECREE_LINE_MISSING = Text(
    "thiếu đường kẻ ngang, nét liền ở bên dưới.", "the solid line below it is missing."
)
DECREE_LINE_LENGTH = Text(
    "đường kẻ bên dưới dài {length} mm, phải từ {least} đến {most} mm.",
    "the line below it is {length} mm long, it must be {least} to {most} mm.",
)
DECREE_LINE_END = Text("cuối dòng phải có dấu “{wanted}”.", "the line must end with “{wanted}”.")

DECREE_NOT_A4 = Text(
    "khổ giấy {width} × {height} mm, phải là A4 (210 × 297 mm).",
    "the paper is {width} × {height} mm, it must be A4 (210 × 297 mm).",
)
DECREE_ACROSS = Text(
    "trang đặt ngang mà không có bảng, biểu; phải đặt dọc.",
    "the page lies across though it has no table; it must stand upright.",
)
DECREE_TOP = Text("trên", "top")
DECREE_BOTTOM = Text("dưới", "bottom")
DECREE_LEFT = Text("trái", "left")
DECREE_RIGHT = Text("phải", "right")
DECREE_MARGIN = Text(
    "lề {edge} {found} mm, phải từ {least} đến {most} mm.",
    "the {edge} margin is {found} mm, it must be {least} to {most} mm.",
)
DECREE_FONT = Text(
    "dùng phông “{font}”, phải là Times New Roman.",
    "the font is “{font}”, it must be Times New Roman.",
)
DECREE_COLOR = Text("chữ có màu ({color}), phải là màu đen.", "its color is {color}, not black.")
DECREE_NUMBER_ON_FIRST_PAGE = Text(
    "số trang hiện ở trang đầu; chọn “Different First Page” để ẩn.",
    "the number shows on the first page; choose “Different First Page” to hide it.",
)
DECREE_NUMBER_BELOW = Text(
    "số trang nằm ở chân trang; phải đặt ở giữa lề trên.",
    "the number is at the foot of the page; it must be in the middle of the top margin.",
)
DECREE_NUMBER_MISSING = Text(
    "văn bản dài hơn một trang mà không có số trang.",
    "the document is longer than a page and has no page numbers.",
)
DECREE_NUMBER_NOT_ARABIC = Text(
    "số trang phải là chữ số Ả Rập (1, 2, 3).", "the number must be Arabic (1, 2, 3)."
)
DECREE_NUMBER_GOES_ON = Text(
    "số trang đếm tiếp văn bản trước; phải bắt đầu lại từ 1.",
    "the number goes on from the document before; it must begin at 1 again.",
)
DECREE_ANNEX_NUMBER_GOES_ON = Text(
    "số trang của phụ lục phải đánh riêng, bắt đầu lại từ 1.",
    "the pages of an annex must be numbered on their own, from 1.",
)

DECREE_NOT_SINGLE_SPACED = Text(
    "hai dòng Quốc hiệu, Tiêu ngữ phải cách nhau dòng đơn.",
    "the nation's name and the motto must be single-spaced.",
)
DECREE_NO_SUPERIOR = Text(
    "Ủy ban nhân dân tỉnh không có cơ quan chủ quản; bỏ dòng này.",
    "a province's People's Committee has no superior body; take the line out.",
)
DECREE_NUMBER_FORM = Text(
    "viết “{found}”, phải theo dạng “Số: 15/KH-UBND”.",
    "it reads “{found}”, it must read like “Số: 15/KH-UBND”.",
)
DECREE_ZERO_BEFORE = Text(
    "thiếu số 0 đứng trước: “{found}” phải viết là “0{found}”.",
    "a zero is missing: “{found}” must be “0{found}”.",
)
DECREE_NO_ZERO = Text(
    "tháng 3 đến tháng 9 không thêm số 0: “{found}”.",
    "the months 3 to 9 take no zero: “{found}”.",
)
DECREE_SYMBOL_SPACES = Text(
    "ký hiệu “{found}” phải viết liền, dùng dấu gạch nối (-).",
    "the symbol “{found}” must have no blanks, and hyphens (-) only.",
)
DECREE_SYMBOL_CAPITALS = Text(
    "ký hiệu “{found}” phải viết in hoa.", "the symbol “{found}” must be in capitals."
)
DECREE_LETTER_SYMBOL = Text(
    "ký hiệu “{found}” phải gồm tên cơ quan và đơn vị soạn thảo, như “UBND-VX”.",
    "the symbol “{found}” must name the body and who drafted the letter, like “UBND-VX”.",
)
DECREE_KIND_SYMBOL = Text(
    "ký hiệu “{found}” không đúng với {kind}; phải là “{wanted}-” rồi tên cơ quan viết tắt.",
    "the symbol “{found}” does not suit {kind}; it must be “{wanted}-” and the body's "
    "abbreviation.",
)
DECREE_DATE_FORM = Text(
    "phải viết như “Cao Bằng, ngày 05 tháng 02 năm 2022”.",
    "it must read like “Cao Bằng, ngày 05 tháng 02 năm 2022”.",
)
DECREE_DATE_ROW = Text(
    "phải cùng dòng với số, ký hiệu.", "it must stand in the same row as the number."
)
DECREE_ABOUT_MISSING = Text(
    "công văn phải có trích yếu “V/v …” dưới số, ký hiệu.",
    "an official letter must have its subject, “V/v …”, below the number.",
)
DECREE_ABOUT_FORM = Text(
    "viết “{found}”, phải bắt đầu bằng “V/v ”.", "it reads “{found}”, it must begin with “V/v ”."
)
DECREE_ABOUT_SPACE = Text("phải cách dòng số, ký hiệu 6 pt.", "it must be 6 pt below the number.")
DECREE_NOT_FRAMED = Text("phải đóng khung bằng nét đơn.", "it must have a single frame.")

DECREE_GROUND_END = Text(
    "cuối dòng phải có dấu “{wanted}” (căn cứ cuối cùng là dấu chấm).",
    "the line must end with “{wanted}” (the last ground with a full stop).",
)
DECREE_GROUND_INCOMPLETE = Text(
    "phải ghi đủ tên loại, số, ký hiệu, ngày, cơ quan ban hành và trích yếu.",
    "kind, number, date, issuing body and subject must all be given.",
)
DECREE_REFERENCE_BARE = Text(
    "lần đầu dẫn “{found}” phải ghi cả ngày, cơ quan ban hành và trích yếu.",
    "where “{found}” is first referred to, its date, issuing body and subject must be given.",
)
DECREE_REFERENCE_AGAIN = Text(
    "từ lần thứ hai chỉ cần ghi “{found}”.", "from the second time on “{found}” is enough."
)
DECREE_NOT_JUSTIFIED = Text("phải canh đều hai lề.", "it must be justified.")
DECREE_INDENT = Text(
    "chữ đầu đoạn lùi vào {found} cm, phải là 1 cm hoặc 1,27 cm.",
    "the first line is indented {found} cm, it must be 1 cm or 1.27 cm.",
)
DECREE_SPACE_BETWEEN = Text(
    "cách đoạn trên {found} pt, phải ít nhất 6 pt.",
    "it is {found} pt below the paragraph before, it must be at least 6 pt.",
)
DECREE_LINE_SPACING = Text(
    "khoảng cách dòng {found}, phải từ dòng đơn đến 1,5 dòng.",
    "the line spacing is {found}, it must be single to 1.5 lines.",
)
DECREE_END_MARK = Text("cuối nội dung phải có dấu “./.”.", "the text must end with the mark “./.”.")
DECREE_PART_SIGN = Text(
    "viết “{found}”; sau số La Mã phải là dấu chấm.",
    "it reads “{found}”; a full stop must follow the Roman numeral.",
)
DECREE_POINT_SIGN = Text(
    "viết “{found}”, phải là “{wanted}”.", "it reads “{found}”, it must be “{wanted}”."
)
DECREE_POINT_ORDER = Text(
    "điểm “{found})” sai thứ tự bảng chữ cái tiếng Việt, phải là “{wanted})”.",
    "“{found})” is out of the Vietnamese alphabet's order, it must be “{wanted})”.",
)
DECREE_CLAUSE_NOT_BOLD = Text(
    "tiêu đề của khoản phải in đậm.", "the heading of a clause must be bold."
)
DECREE_CLAUSE_BOLD = Text(
    "khoản không có tiêu đề thì không in đậm.", "a clause without a heading is not bold."
)

DECREE_POWER_DOT = Text(
    "sau “{found}” phải có dấu chấm: “{found}.”.", "a full stop must follow: “{found}.”."
)
DECREE_POWER_IN_WORDS = Text(
    "phải viết tắt: TM., KT., TL., TUQ.", "it must be abbreviated: TM., KT., TL., TUQ."
)
DECREE_POSITION_MISSING = Text(
    "dưới dòng “{found}.” phải có dòng chức vụ của người ký.",
    "the signer's own position must stand below the line “{found}.”.",
)
DECREE_SIGNER_TITLED = Text(
    "“{found}”: không ghi học hàm, học vị, danh hiệu, Ông, Bà trước họ tên.",
    "“{found}”: no academic title, no honorific before the name.",
)
DECREE_ADDRESSED_WRONGLY = Text(
    "“Kính gửi” chỉ dùng trong công văn, tờ trình, báo cáo lên cấp trên.",
    "“Kính gửi” belongs to official letters, proposals and reports to a superior only.",
)
DECREE_ADDRESS_COLON = Text("sau “Kính gửi” phải có dấu hai chấm.", "a colon must follow it.")
DECREE_ADDRESS_LINES = Text(
    "gửi từ hai nơi trở lên thì mỗi nơi một dòng, đầu dòng có dấu gạch.",
    "two or more addressees stand on a line each, with a dash before.",
)
DECREE_LABEL_FORM = Text(
    "phải viết “Nơi nhận:” trên một dòng riêng.", "“Nơi nhận:” must have a line of its own."
)
DECREE_LABEL_FLUSH = Text("phải sát lề trái.", "it must be flush left.")
DECREE_LABEL_ROW = Text(
    "phải ngang hàng với dòng quyền hạn, chức vụ người ký.",
    "it must stand level with the signing power.",
)
DECREE_FILE_COPY_MISSING = Text(
    "thiếu dòng cuối “- Lưu: VT, …”.", "the last line “- Lưu: VT, …” is missing."
)
DECREE_FILE_COPY_FORM = Text(
    "dòng cuối phải theo dạng “- Lưu: VT, VX.”.", "the last line must read like “- Lưu: VT, VX.”."
)
DECREE_RECIPIENT_DASH = Text(
    "mỗi nơi nhận phải có dấu gạch (-) đầu dòng.", "a dash (-) must stand before each recipient."
)
DECREE_AS_ABOVE = Text(
    "đã có “Kính gửi” thì dòng đầu phải là “- Như trên;”.",
    "after “Kính gửi” the first line must be “- Như trên;”.",
)
DECREE_INITIALS = Text(
    "ký hiệu “{found}” phải viết in hoa.", "the initials “{found}” must be in capitals."
)

DECREE_ANNEX_NOT_REFERRED = Text(
    "trong văn bản chưa có câu dẫn đến phụ lục.", "the document does not refer to its annex."
)
DECREE_ANNEX_TITLE_MISSING = Text("phụ lục thiếu tiêu đề.", "the annex has no title.")
DECREE_ANNEX_REFERENCE_MISSING = Text(
    "thiếu dòng “(Kèm theo … số … ngày … của …)”.",
    "the line “(Kèm theo … số … ngày … của …)” is missing.",
)
DECREE_ANNEX_REFERENCE = Text(
    "dòng “(Kèm theo …)” phải ghi đủ số, ngày và cơ quan ban hành.",
    "the line “(Kèm theo …)” must give number, date and issuing body.",
)
DECREE_ANNEX_UNNUMBERED = Text(
    "có từ hai phụ lục thì phải đánh số La Mã.",
    "where there are two annexes or more they must be numbered.",
)
DECREE_ANNEX_NUMERAL = Text(
    "số thứ tự phụ lục “{found}” phải là số La Mã.", "the annex's number “{found}” must be Roman."
)

DECREE_FORM_ITEM = Text("theo mẫu phải có phần “{wanted}”.", "the form asks for “{wanted}”.")
DECREE_FORM_ORDER = Text(
    "sai thứ tự: “{first}” phải đứng trước “{second}”.",
    "out of order: “{first}” must stand before “{second}”.",
)
DECREE_INVITATION_ADDRESSED = Text(
    "giấy mời không có “Kính gửi”.", "an invitation has no “Kính gửi”."
)
DECREE_INVITATION_REQUESTS = Text(
    "chưa nêu yêu cầu đối với người dự.", "it does not say what is asked of those invited."
)
DECREE_INVITATION_CONTACT = Text("chưa nêu đầu mối liên hệ.", "it names no contact.")
DECREE_INVITATION_LATE = Text(
    "gửi trước {days} ngày làm việc; phải gửi trước ít nhất 3 ngày làm việc.",
    "it goes out {days} working days before; it must be at least 3.",
)
DECREE_MINUTES_DATED = Text(
    "biên bản không có dòng địa danh, ngày tháng ở đầu.", "minutes have no place and date on top."
)
DECREE_MINUTES_SECRETARY = Text("thiếu chữ ký của thư ký.", "the secretary's signature is missing.")
DECREE_MINUTES_SIDES = Text(
    "thư ký ký bên trái, chủ tọa ký bên phải.",
    "the secretary signs on the left, the chair on the right.",
)
DECREE_BODY_MISSING = Text("văn bản chưa có nội dung.", "the document has no body.")
DECREE_ABOUT_WITH_KIND = Text(
    "văn bản có tên loại không dùng “V/v” dưới số, ký hiệu.",
    "a document that names its kind has no “V/v” below the number.",
)
DECREE_TEXT_AFTER = Text(
    "sau phần ký và nơi nhận chỉ được có phụ lục.",
    "nothing but annexes may follow signature and recipients.",
)

DECREE_LEFT_OVER = Text(
    "còn sót “{found}”; điền nội dung rồi in lại.", "“{found}” is left over; fill it in."
)
DECREE_BLANK = Text("“{found}” còn bỏ trống.", "“{found}” is left blank.")
DECREE_TWO_SPACES = Text("có hai dấu cách liền nhau.", "it has two blanks in a row.")
DECREE_OLD_ENCODING = Text(
    "chữ theo bảng mã cũ (TCVN3 hoặc VNI); chuyển sang Unicode.",
    "its text is in an old encoding (TCVN3 or VNI); change it to Unicode.",
)
DECREE_DECOMPOSED = Text(
    "dấu thanh tách rời khỏi chữ (Unicode tổ hợp); chuyển sang Unicode dựng sẵn.",
    "letters and marks stand apart (decomposed Unicode); change it to composed Unicode.",
)
DECREE_NAME = Text("viết “{found}”, phải là “{wanted}”.", "it reads “{found}”, not “{wanted}”.")

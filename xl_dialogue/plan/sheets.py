"""The workbook, declared once: the only home of its sheets, headers, choices and explanations."""

from __future__ import annotations

from xl_dialogue.plan.schema import Column, Sheet

NEW, ASSIGNED, ANSWERED = "Mới", "Đã giao", "Đã trả lời"
ANSWERING, RETURNED = "Đang trả lời", "Trả lại"
SPLIT = "Đã tách"
"""A question whose parts stand in rows of their own: kept, and counted no more."""
INVITED_STATUSES = ("", "Mời", "Xác nhận")
PLANNED = "Dự kiến"
TO_DO, DOING, DONE = "Chưa làm", "Đang làm", "Hoàn thành"
BEFORE, DURING, AFTER = "Trước hội nghị", "Tại hội nghị", "Sau hội nghị"
INTAKE, ASSIGNMENT, ANSWERS = "Tiếp nhận câu hỏi", "Phân công trả lời", "Trả lời câu hỏi"
CONSOLIDATION, REHEARSAL, PREPARATION = "Tổng hợp trả lời", "Tổng duyệt", "Chuẩn bị chung"
INVITATIONS, SUPPLEMENT = "Gửi giấy mời", "Mời bổ sung"
STEPS = (
    INTAKE, ASSIGNMENT, ANSWERS, CONSOLIDATION, INVITATIONS, SUPPLEMENT, PREPARATION, REHEARSAL,
)  # fmt: skip
"""On the way to the conference; ``deadlines`` says how long each takes and what it waits for."""
PROVINCE, CENTRE, DISTRICT, EMPLOYER = "Tỉnh", "Trung ương", "Huyện", "Doanh nghiệp"
AUTHORITIES = (PROVINCE, CENTRE, DISTRICT, EMPLOYER)
LOCKED = "Khóa"
FORGOTTEN = "(đã xóa)"
"""Where somebody's data stood until their time was over."""
GUIDE_TITLE, DASHBOARD_TITLE, TO_DO_TITLE = "Hướng dẫn", "Tổng quan", "Cần xử lý"
"""Sheets to be read, not filled in: they hold no table of the plan."""
AGENCY = "Cơ quan"
"""In place of an honorific: the name is an agency's, not a person's."""
HONORIFICS = ("Đồng chí", "Ông", "Bà", "Ông/Bà", AGENCY)

CONFERENCE = Sheet(
    "conference",
    "Hội nghị",
    (
        Column("item", "Mục", required=True, unique=True, width=30),
        Column("value", "Giá trị", kind="any", essential=True, width=72, about="Điền vào cột này"),
        Column("note", "Ghi chú", width=52),
    ),
    about="Mọi điều chung của hội nghị; văn bản lấy từ đây",
)

GROUPS = Sheet(
    "groups",
    "Nhóm đại biểu",
    (
        Column("code", "Mã", kind="code", required=True, unique=True, width=8),
        Column("name", "Tên nhóm", required=True, width=56),
        Column(
            "rank", "Thứ tự", kind="number", about="Thứ tự khi giới thiệu và lập danh sách", width=9
        ),
        Column("expected", "Số lượng dự kiến", kind="number", about="Chỉ tiêu của nhóm", width=12),
        Column(
            "honorific",
            "Xưng hô",
            choices=HONORIFICS,
            about="Dùng khi dòng đại biểu bỏ trống",
            width=12,
        ),
        Column(
            "units",
            "Đơn vị mời",
            many=True,
            about="Các đơn vị phải có người dự, cách nhau bằng ;",
            width=48,
        ),
        Column("role", "Nội dung mời", about="Đứng sau chữ “Tới”, ví dụ: dự và đưa tin", width=40),
        Column(
            "request", "Yêu cầu chuẩn bị", about="Điều đại biểu của nhóm cần chuẩn bị", width=40
        ),
        Column(
            "greeting",
            "Lời thưa",
            about="Đứng sau chữ “Kính thưa”; hai nhóm ghi giống nhau thì thưa một lần",
            width=40,
        ),
    ),
    about="Các nhóm đại biểu, thứ tự và chỉ tiêu",
)

DELEGATES = Sheet(
    "delegates",
    "Đại biểu",
    (
        Column(
            "code", "Mã", kind="code", required=True, unique=True, also=("Mã đại biểu", "Mã ĐB"), width=9,
            series="D001",
        ),
        Column(
            "honorific", "Xưng hô", choices=HONORIFICS, width=11, outside=True, also=("Danh xưng", "Ông/Bà"),
            about="Bỏ trống: theo nhóm. “Cơ quan”: mời cơ quan, không mời đích danh",
        ),
        Column(
            "full_name", "Họ và tên", kind="name", required=True, width=26, outside=True,
            also=("Họ tên", "Họ và tên đại biểu", "Họ tên đại biểu", "Tên đại biểu", "Họ và tên người dự", "Đại biểu"),
            about="Chỉ họ tên, không kèm Ông/Bà, học hàm, cấp bậc; mời cơ quan thì ghi tên cơ quan",
        ),
        Column(
            "sex", "Giới tính", choices=("Nam", "Nữ"), also=("Nam/Nữ", "Giới"), width=10, outside=True,
            personal=True,
        ),
        Column(
            "title", "Chức vụ", width=34, outside=True,
            also=("Chức danh", "Chức vụ, chức danh", "Vị trí công tác", "Nghề nghiệp"),
        ),
        Column(
            "unit", "Đơn vị", essential=True, width=42, outside=True,
            also=("Cơ quan, đơn vị", "Đơn vị công tác", "Cơ quan công tác", "Nơi công tác", "Tên đơn vị", "Cơ quan",
                  "Công ty", "Doanh nghiệp", "Tên doanh nghiệp", "Công đoàn cơ sở"),
        ),
        Column(
            "group", "Nhóm", kind="code", required=True, refers_to="groups.code", width=9, outside=True,
            also=("Nhóm đại biểu", "Mã nhóm", "Thành phần"),
        ),
        Column(
            "phone", "Điện thoại", kind="phone", width=14, outside=True, personal=True,
            also=("Số điện thoại", "SĐT", "ĐT", "Số ĐT", "Di động", "Số di động", "Điện thoại di động", "ĐTDĐ"),
        ),
        Column(
            "email", "Email", kind="email", also=("Thư điện tử", "E-mail", "Địa chỉ email", "Hộp thư"), width=24,
            outside=True, personal=True,
        ),
        Column("status", "Trạng thái", choices=(PLANNED, "Mời", "Xác nhận", "Vắng"), width=12),
        Column("seat", "Số ghế", width=9),
        Column("note", "Ghi chú", about="In trong danh sách đại biểu", width=20, outside=True, personal=True),
        Column("source", "Nguồn", about="Tệp, trang, dòng mà đại biểu đến từ đó", width=18),
    ),
    about="Mỗi đại biểu một dòng",
)  # fmt: skip

QUESTIONS = Sheet(
    "questions",
    "Câu hỏi",
    (
        Column(
            "code", "Mã", kind="code", required=True, unique=True, also=("Mã câu hỏi",), width=9, series="CH001",
        ),
        Column(
            "received", "Ngày nhận", kind="date", width=12, outside=True,
            also=("Ngày tiếp nhận", "Ngày gửi", "Ngày hỏi", "Dấu thời gian"),
        ),
        Column(
            "asker", "Người hỏi", kind="name", width=22, outside=True, personal=True,
            also=("Người kiến nghị", "Người gửi", "Họ và tên", "Họ tên", "Họ tên người hỏi", "Người có ý kiến"),
        ),
        Column(
            "unit", "Đơn vị", width=28, outside=True,
            also=("Đơn vị công tác", "Đơn vị kiến nghị", "Nơi công tác", "Nơi làm việc", "Cơ quan, đơn vị",
                  "Tên đơn vị", "Công ty", "Doanh nghiệp", "Công đoàn cơ sở"),
        ),
        Column(
            "content", "Nội dung", required=True, width=64, outside=True, about="Lời của người hỏi, giữ nguyên",
            also=("Nội dung câu hỏi", "Nội dung kiến nghị", "Ý kiến, kiến nghị", "Câu hỏi", "Kiến nghị", "Ý kiến",
                  "Nội dung ý kiến", "Câu hỏi, kiến nghị", "Đề xuất, kiến nghị", "Nội dung đề xuất, kiến nghị"),
        ),
        Column(
            "topic", "Lĩnh vực", kind="code", refers_to="topics.code", width=10, outside=True, also=("Nhóm vấn đề",),
        ),
        Column(
            "lead", "Đơn vị chủ trì", kind="code", refers_to="departments.code", essential=True, width=14,
            also=("Cơ quan chủ trì",), about="Mã của đúng một cơ quan",
        ),
        Column(
            "coordinators", "Đơn vị phối hợp", kind="code", refers_to="departments.code", many=True, essential=True,
            also=("Cơ quan phối hợp",), about="Các mã cách nhau bằng ;", width=18,
        ),
        Column("authority", "Thẩm quyền", choices=AUTHORITIES, essential=True, width=13),
        Column("confidence", "Độ tin cậy", kind="number", essential=True, width=10),
        Column("reason", "Lý do", essential=True, about="Vì sao chương trình đề xuất", width=44, room=140),
        Column("lock", LOCKED, choices=("x",), about="Đánh x: chương trình không động vào dòng này", width=7),
        Column("duplicate_of", "Trùng với", kind="code", refers_to="questions.code", width=11),
        Column("status", "Trạng thái", choices=(NEW, ASSIGNED, ANSWERING, ANSWERED, RETURNED, SPLIT), width=13),
        Column(
            "answer", "Nội dung trả lời", width=56,
            about="Câu đã trả lời: lời đáp; câu trả lại: vì sao trả lại",
        ),
        Column("conclusion", "Kết luận", about="Kết luận của chủ trì, không kèm thời hạn", width=48),
        Column("due", "Hạn thực hiện", kind="date", width=13),
        Column("product", "Sản phẩm", about="Văn bản, kết quả phải có khi đến hạn", width=24),
        Column("source", "Nguồn", about="Tệp hoặc văn bản mà câu hỏi đến từ đó", width=18),
        Column(
            "answered_on", "Ngày trả lời", kind="date", width=12,
            about="Ngày nhận văn bản trả lời, để biết đúng hạn hay chậm mấy ngày",
        ),
        Column(
            "part_of", "Tách từ", kind="code", refers_to="questions.code", width=9,
            about="Mã câu hỏi gồm nhiều việc mà dòng này là một phần",
        ),
        Column(
            "maybe_duplicate_of", "Có thể trùng với", kind="code", refers_to="questions.code", width=12,
            about="Chương trình đề xuất. Đúng: chép mã sang “Trùng với”; sai: chép sang “Không trùng với”",
        ),
        Column("likeness", "Giống và khác", about="Hai câu cùng nói gì, mỗi câu nói riêng gì", width=36, room=120),
        Column(
            "differs_from", "Không trùng với", kind="code", refers_to="questions.code", many=True, width=12,
            about="Mã các câu đã xem và thấy hỏi việc khác: không đề xuất lại",
        ),
    ),
    about="Mỗi câu hỏi, kiến nghị một dòng",
)  # fmt: skip

TASKS = Sheet(
    "tasks",
    "Nhiệm vụ",
    (
        Column("code", "Mã", kind="code", required=True, unique=True, width=8, series="NV01"),
        Column("content", "Nội dung", required=True, width=64),
        Column(
            "lead", "Đơn vị chủ trì", kind="code", refers_to="departments.code", many=True, essential=True,
            width=16, about="Nhiều mã chỉ khi cùng được giao; sản phẩm chung thì một chủ trì",
        ),
        Column("coordinators", "Đơn vị phối hợp", kind="code", refers_to="departments.code", many=True, width=18),
        Column("phase", "Giai đoạn", choices=(BEFORE, DURING, AFTER), width=16),
        Column("deadline", "Hạn", kind="date", about="Ngày muộn nhất còn được tính là kịp", width=12),
        Column("status", "Trạng thái", choices=(TO_DO, DOING, DONE), width=13),
        Column("result", "Kết quả", width=30),
        Column("basis", "Căn cứ", width=34),
        Column("same_product", "Cùng sản phẩm với", kind="code", refers_to="tasks.code", width=16),
        Column(
            "step", "Bước", choices=STEPS, width=18,
            about="Bước của Lịch ngược mà việc này thuộc về; bỏ trống: chuẩn bị chung",
        ),
        Column(
            "question", "Từ câu hỏi", kind="code", refers_to="questions.code", width=12,
            about="Câu hỏi mà kết luận của nó giao việc này",
        ),
    ),
    about="Việc giao cho từng cơ quan",
)  # fmt: skip

DEPARTMENTS = Sheet(
    "departments",
    "Cơ quan",
    (
        Column("code", "Mã", kind="code", required=True, unique=True, width=12),
        Column("name", "Tên cơ quan", required=True, width=46),
        Column("aliases", "Tên gọi khác", many=True, about="Các tên viết tắt, cách nhau bằng ;", width=46),
        Column("email", "Email", kind="email", width=26, personal=True),
        Column("valid_from", "Từ ngày", kind="date", width=12),
        Column("valid_to", "Đến ngày", kind="date", about="Ngày cuối còn hoạt động dưới tên này", width=12),
        Column(
            "successor", "Kế thừa bởi", kind="code", refers_to="departments.code", many=True, width=16,
            about="Cơ quan nhận nhiệm vụ, cơ quan chính đứng đầu",
        ),
        Column("block", "Thuộc khối", kind="code", refers_to="departments.code", width=12),
        Column("note", "Ghi chú", width=36),
    ),
    about="Danh mục cơ quan, có ngày hiệu lực và cơ quan kế thừa",
)  # fmt: skip

TOPICS = Sheet(
    "topics",
    "Lĩnh vực",
    (
        Column("code", "Mã", kind="code", required=True, unique=True, width=8),
        Column("name", "Tên lĩnh vực", required=True, width=36),
        Column(
            "keywords", "Từ khóa", many=True, required=True, width=70,
            about="Các cụm từ, cách nhau bằng ; dấu … giữa hai từ: đứng gần nhau, trước sau đều được",
        ),
        Column("exclusions", "Loại trừ", many=True, about="Có cụm từ này thì không phải lĩnh vực này", width=28),
        Column("lead", "Đơn vị chủ trì", kind="code", required=True, refers_to="departments.code", width=14),
        Column("coordinators", "Đơn vị phối hợp", kind="code", refers_to="departments.code", many=True, width=18),
        Column("authority", "Thẩm quyền", choices=AUTHORITIES, width=13),
        Column("basis", "Căn cứ", width=40),
        Column(
            "settled_by", "Luật đã quy định", width=36,
            about="Điều luật tự nó trả lời câu hỏi của lĩnh vực này; bỏ trống: phải trả lời riêng",
        ),
        Column(
            "successor", "Về sau giao", kind="code", refers_to="departments.code", width=14,
            about="Bỏ trống: cơ quan kế thừa chính; điền khi việc này về một cơ quan khác",
        ),
    ),
    about="Câu hỏi nói gì thì giao ai: chương trình phân công theo bảng này",
)  # fmt: skip

SYNONYMS = Sheet(
    "synonyms",
    "Từ viết tắt",
    (
        Column(
            "said", "Cách viết", required=True, unique=True, width=24,
            about="Như người hỏi viết, ví dụ: cty",
        ),
        Column("meant", "Nghĩa là", required=True, width=48, about="Viết đủ, ví dụ: công ty"),
    ),
    about="Chữ viết tắt, tiếng địa phương: chương trình đọc thành chữ đầy đủ khi phân công",
    optional=True,
)  # fmt: skip

AGENDA = Sheet(
    "agenda",
    "Chương trình",
    (
        Column("number", "TT", kind="number", required=True, unique=True, width=6),
        Column("part", "Phần", width=30),
        Column("content", "Nội dung", required=True, width=64),
        Column("performer", "Thực hiện", width=34),
        Column("bodies", "Mã cơ quan", kind="code", refers_to="departments.code", many=True, width=18),
        Column("start", "Bắt đầu", kind="time", width=10),
        Column("minutes", "Phút", kind="number", width=8),
        Column(
            "speech_task", "Bài phát biểu", kind="code", refers_to="tasks.code", width=14,
            about="Mã nhiệm vụ chuẩn bị bài phát biểu của mục này",
        ),
        Column("cue", "Lời dẫn", about="Lời người dẫn chương trình đọc", width=48),
        Column("fallback", "Dự phòng", about="Làm gì khi mục này trục trặc", width=40),
    ),
    about="Chương trình hội nghị, theo thứ tự",
)  # fmt: skip

RECIPIENTS = Sheet(
    "recipients",
    "Nơi nhận",
    (
        Column("number", "TT", kind="number", required=True, unique=True, width=6),
        Column("name", "Nơi nhận", required=True, width=46, about="Kể cả dấu ; hoặc dấu . ở cuối"),
        Column("kind", "Để", width=18),
        Column(
            "bodies", "Mã cơ quan", kind="code", refers_to="departments.code", many=True, width=30,
            about="Các cơ quan mà dòng này gửi tới",
        ),
    ),
    about="In cuối văn bản, theo thứ tự; dòng cuối là “Lưu”",
)  # fmt: skip

AWARDS = Sheet(
    "awards",
    "Khen thưởng",
    (
        Column("number", "TT", kind="number", required=True, unique=True, width=6),
        Column("name", "Tập thể, cá nhân", required=True, width=34),
        Column("unit", "Đơn vị", width=40),
        Column("form", "Hình thức", width=28),
        Column("achievement", "Thành tích", width=56),
        Column("note", "Ghi chú", width=20),
    ),
    about="Tập thể, cá nhân được khen thưởng tại hội nghị",
)

HOLIDAYS = Sheet(
    "holidays",
    "Ngày nghỉ",
    (
        Column("date", "Ngày", kind="date", required=True, unique=True, width=12),
        Column("name", "Ngày nghỉ", width=48),
    ),
    about="Ngày nghỉ lễ và nghỉ bù; năm không có ở đây thì theo lịch chung",
    optional=True,
)

ISSUING = Sheet(
    "issuing",
    "Ban hành",
    (
        Column("kind", "Loại văn bản", required=True, unique=True, about="Như trong trình đơn Lập văn bản", width=30),
        Column("issuer", "Cơ quan ban hành", about="Bỏ trống: theo trang Hội nghị", width=34),
        Column("parent", "Cơ quan chủ quản", about="In trên tên cơ quan ban hành; UBND tỉnh không có", width=34),
        Column("symbol", "Ký hiệu", about="Đứng sau số và dấu gạch chéo, ví dụ: GM-UBND", width=14),
        Column("first_number", "Số đầu tiên", kind="number", about="Số nhỏ nhất được cấp; bỏ trống: 1", width=10),
        Column("date", "Ngày văn bản", kind="date", about="Bỏ trống: ngày cấp số", width=13),
        Column(
            "authority", "Quyền hạn ký", width=26,
            about="Ví dụ: TL. CHỦ TỊCH; hai dòng thì xuống dòng trong ô (Alt+Enter)",
        ),
        Column("title", "Chức vụ người ký", width=22),
        Column("signer", "Họ tên người ký", width=22, about="Không kèm học hàm, học vị, Ông/Bà"),
        Column("addressees", "Kính gửi", many=True, width=34, about="Mỗi nơi một dòng hoặc cách nhau bằng ;"),
        Column("recipients", "Nơi nhận", many=True, width=40, about="Bỏ trống: theo trang Nơi nhận"),
        Column("attached_to", "Kèm theo", width=22, about="Loại văn bản mà danh sách này đi kèm"),
        Column("note", "Ghi chú", width=24),
    ),
    about="Mỗi loại văn bản: cơ quan, ký hiệu, ai ký, gửi ai",
    optional=True,
)  # fmt: skip

REGISTER = Sheet(
    "register",
    "Văn bản",
    (
        Column("number", "Số", about="Bản thảo để trống; văn thư cấp số hoặc bấm Cấp số", width=8),
        Column("symbol", "Ký hiệu", width=14),
        Column("date", "Ngày văn bản", kind="date", width=13),
        Column("kind", "Loại", width=22),
        Column("recipient", "Gửi", width=40),
        Column("file", "Tệp", width=44),
        Column("sha256", "SHA-256", width=20),
        Column("content", "Dấu nội dung", width=20),
        Column("made_by", "Người lập", width=16),
        Column("made_at", "Lập lúc", width=18),
        Column("mailed", "Gửi thư lúc", about="Đã gửi thì không gửi lại", width=18),
        Column(
            "code", "Mã nơi nhận", about="Chương trình ghi, để biết văn bản là của ai", width=14
        ),
    ),
    about="Sổ các văn bản chương trình đã lập",
    optional=True,
    written_by_program=True,
)

FINDINGS = Sheet(
    "findings",
    "Kiểm tra",
    (
        Column("severity", "Mức", width=11),
        Column("place", "Vị trí", kind="link", about="Bấm để tới ô", width=24),
        Column("value", "Giá trị", width=28),
        Column("message", "Điều cần xem", width=86),
        Column("fix", "Đề xuất sửa", width=28),
        Column("rule", "Quy tắc", width=26),
    ),
    about="Những điều cần xem; bấm vào vị trí để tới ô",
    optional=True,
    written_by_program=True,
)

JOURNAL = Sheet(
    "journal",
    "Nhật ký",
    (
        Column("run", "Lượt", kind="number", width=7),
        Column("time", "Thời điểm", width=20),
        Column("job", "Việc", width=12),
        Column("sheet", "Trang", width=14),
        Column("code", "Mã dòng", width=12),
        Column("column", "Cột", width=18),
        Column("old", "Cũ", width=36),
        Column("new", "Mới", width=36),
    ),
    about="Mỗi ô chương trình đã ghi, để xem lại và hoàn tác",
    optional=True,
    written_by_program=True,
)

ORIGINAL, OURS, THEIRS = "Gốc", "Của ta", "Của đơn vị"
"""What a person chooses where a reply and the plan say different things."""

CONFLICTS = Sheet(
    "conflicts",
    "Xung đột",
    (
        Column("code", "Mã", kind="code", width=13),
        Column("time", "Thu lúc", width=17),
        Column("sender", "Đơn vị gửi", width=30),
        Column("sheet", "Trang", width=14),
        Column("row", "Mã dòng", width=12),
        Column("column", "Cột", width=18),
        Column("base", ORIGINAL, about="Ô như khi gửi đi", width=32),
        Column("ours", OURS, about="Ô trong sổ khi thu về", width=32),
        Column("theirs", THEIRS, about="Ô đơn vị gửi lại; trống: đơn vị đã xóa", width=32),
        Column(
            "choice", "Chọn", choices=(OURS, THEIRS, ORIGINAL), width=13,
            about="Người xem chọn, rồi bấm Thu về lần nữa; bỏ trống: chưa xử lý",
        ),
        Column("settled", "Đã xử lý", width=17),
        Column("file", "Tệp", width=36),
    ),
    about="Ô mà sổ và đơn vị đều đã sửa, hoặc đơn vị để trống: người chọn",
    optional=True,
    written_by_program=True,
)  # fmt: skip

SHEETS: tuple[Sheet, ...] = (
    CONFERENCE, GROUPS, DELEGATES, QUESTIONS, TASKS, DEPARTMENTS, TOPICS, SYNONYMS,
    AGENDA, AWARDS, ISSUING, RECIPIENTS, REGISTER, FINDINGS, CONFLICTS, JOURNAL, HOLIDAYS,
)  # fmt: skip
BY_NAME = {sheet.name: sheet for sheet in SHEETS}

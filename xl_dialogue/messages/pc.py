"""Setting up a PC and looking it over."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

PATH_REFUSED = Text(
    "Không dùng được đường dẫn “{path}”: Excel không gọi được Python khi đường dẫn có {signs}. "
    "Chọn thư mục khác bằng --folder.",
    "“{path}” cannot be used: Excel cannot start Python from a path with {signs} in it. "
    "Choose another folder by --folder.",
)
PRODUCT_REFUSED = Text(
    "Không cài được vào “{path}”: Excel không gọi được Python khi đường dẫn có {signs}. "
    "Dùng tài khoản máy tính có tên không chứa dấu đó, hoặc nhờ quản trị máy cài bằng "
    "“xl-dialogue setup --for-everyone”.",
    "“{path}” cannot hold the program: Excel cannot start Python from a path with {signs} in it. "
    "Use an account whose name is without it, or have the administrator run "
    "“xl-dialogue setup --for-everyone”.",
)
RECEIPT_DAMAGED = Text(
    "Biên bản cài đặt “{path}” bị hỏng. Đổi tên tệp này rồi chạy lại “xl-dialogue setup”.",
    "The receipt “{path}” is damaged. Rename that file and run “xl-dialogue setup” again.",
)
PYTHON_FROM_STORE = Text(
    "Python này cài từ Microsoft Store, Windows giấu thư mục của nó nên Excel không gọi được. "
    "Cài Python từ python.org rồi làm lại.",
    "This Python is from the Microsoft Store; Windows hides its folders, so Excel cannot start it. "
    "Install Python from python.org and try again.",
)
ENVIRONMENT_REFUSED = Text(
    "không lập được môi trường Python ({detail}). Kiểm tra mạng, hoặc chép sẵn một thư mục tệp "
    ".whl rồi chạy lại với --from THƯ-MỤC.",
    "the Python environment could not be made ({detail}). Check the network, or bring a folder of "
    ".whl files and run again with --from FOLDER.",
)
ACCESS_REFUSED = Text(
    "không đặt được quyền cho thư mục “{path}”. Mở cửa sổ lệnh bằng “Run as administrator” rồi "
    "chạy lại.",
    "the rights of the folder “{path}” could not be set. Run again from a window opened by "
    "“Run as administrator”.",
)
INTERPRETER_MISSING = Text(
    "chưa có Python ở “{path}”. Sửa bước lập môi trường Python ở trên rồi chạy lại.",
    "there is no Python at “{path}”. Mend the step above that makes it and run again.",
)
EXTENSION_DAMAGED = Text(
    "tệp “{path}” không phải phần mở rộng của LibreOffice. Lấy lại tệp này từ bộ cài.",
    "“{path}” is no extension of LibreOffice. Get the file anew.",
)
EXTENSION_REFUSED = Text(
    "LibreOffice không nhận ({detail}). Đóng hết cửa sổ LibreOffice rồi chạy lại.",
    "LibreOffice refused ({detail}). Close all its windows and run again.",
)
STEP_BUSY = Text(
    "không ghi được ({detail}). Đóng Excel, Word đang mở tệp, kiểm tra quyền ghi rồi chạy lại.",
    "it cannot be written ({detail}). Close the Excel or Word that has it open, check your rights "
    "and run again.",
)
STEP_DONE = Text("Xong: {step}", "Done: {step}")
STEP_THERE = Text("Đã có sẵn: {step}", "There already: {step}")
STEP_PLANNED = Text("Sẽ làm: {step}", "Would do: {step}")
STEP_LEFT_OUT = Text("Bỏ qua: {step}; {why}", "Left out: {step}; {why}")
STEP_FAILED = Text("CHƯA ĐƯỢC: {step}; {why}", "FAILED: {step}; {why}")
STEP_ENVIRONMENT = Text("môi trường Python riêng ở {path}", "a Python of its own in {path}")
STEP_FILE = Text("tệp {path}", "the file {path}")
STEP_FILE_BESIDE = Text(
    "{path} đã khác nên giữ nguyên, bản mới để bên cạnh tên là “{beside}”",
    "{path} is another by now and stays, the new one lies beside it as “{beside}”",
)
STEP_ADDIN = Text("phần bổ trợ của Excel ở {path}", "Excel's add-in at {path}")
STEP_SETTINGS = Text(
    "đường dẫn Python của các nút lệnh, ghi trong {path}",
    "where the buttons find Python, written into {path}",
)
STEP_EXTENSION = Text("phần mở rộng của LibreOffice Calc", "the extension of LibreOffice Calc")
STEP_DELETE = Text("xóa {path}", "{path} taken away")
STEP_RESTORE = Text("trả lại {path} như trước", "{path} as it was before")
STEP_WITHDRAW = Text(
    "gỡ phần mở rộng khỏi LibreOffice Calc", "the extension taken out of LibreOffice Calc"
)
STEP_CHANGED_BY_PERSON = Text(
    "nội dung đã có người sửa nên giữ nguyên.", "a person has changed it, so it stays."
)
STEP_NOT_SHIPPED = Text("bản này chưa kèm phần đó.", "this release does not bring it.")
STEP_ADDIN_STRANGE = Text(
    "ở đó có tệp cùng tên nhưng khác nội dung. Chuyển tệp đó đi nơi khác rồi chạy lại.",
    "there is another file of that name. Move it elsewhere and run again.",
)
STEP_NO_LIBREOFFICE = Text(
    "không thấy LibreOffice trên máy này.", "there is no LibreOffice on this PC."
)
STEP_AT_WORK = Text(
    "chương trình đang chạy từ chính thư mục này. Đóng cửa sổ lệnh rồi xóa thư mục bằng tay.",
    "the program is running from there. Close this window and delete the folder by hand.",
)
SETUP_DONE = Text(
    "Đã cài xong. Mở sổ trong thư mục “{folder}”; khởi động lại Excel hoặc Calc để thấy nút lệnh.",
    "All is set up. Open the workbook in “{folder}”; start Excel or Calc anew to see the buttons.",
)
SETUP_EVERYONE = Text(
    "Mỗi người dùng máy này chạy thêm một lần: “{command}” setup",
    "Everyone who uses this PC runs once: “{command}” setup",
)
SETUP_INCOMPLETE = Text(
    "Còn {count} bước chưa được; làm theo các dòng CHƯA ĐƯỢC ở trên rồi chạy lại.",
    "{count} steps failed; do what the lines FAILED above say and run again.",
)
SETUP_PLANNED = Text(
    "Chưa làm gì; trên đây là các bước sẽ làm.", "Nothing was done; these are the steps."
)
NOTHING_TO_REMOVE = Text(
    "Không có gì để gỡ: không thấy biên bản cài đặt “{path}”.",
    "There is nothing to remove: no receipt at “{path}”.",
)
REMOVED = Text(
    "Đã gỡ xong; tệp có người sửa vẫn còn nguyên.",
    "All is removed; what a person has changed is still there.",
)

STATE_FINE = Text("Ổn", "Fine")
STATE_ATTENTION = Text("Nên xem", "Look")
STATE_WRONG = Text("SAI", "WRONG")
STATE_UNKNOWN = Text("Chưa rõ", "Unknown")
CHECKED = Text("{state:8} {fact}", "{state:8} {fact}")
CHECKED_WITH_ADVICE = Text("{state:8} {fact} {advice}", "{state:8} {fact} {advice}")
RUN_SETUP = Text("Chạy “xl-dialogue setup”.", "Run “xl-dialogue setup”.")
LOOK_PYTHON = Text("Python {version} ở {path}.", "Python {version} at {path}.")
LOOK_PACKAGES = Text("Đủ thư viện: {packages}.", "All packages are there: {packages}.")
LOOK_PACKAGES_MISSING = Text("Thiếu thư viện: {packages}.", "Packages are missing: {packages}.")
LOOK_INTERPRETER = Text(
    "Nút lệnh dùng Python ở {path}, bản {version}.",
    "The buttons use the Python at {path}, version {version}.",
)
LOOK_NOT_SET_UP = Text(
    "Nút lệnh chưa dùng được: {path} chưa ghi nơi có Python.",
    "No button works yet: {path} does not say where Python is.",
)
LOOK_INTERPRETER_GONE = Text(
    "Nút lệnh không chạy: không còn Python ở {path}.",
    "No button works: there is no Python any more at {path}.",
)
LOOK_INTERPRETER_OTHER = Text(
    "Nút lệnh dùng bản {found} ở {path}, chương trình này là bản {version}.",
    "The buttons use version {found} at {path}, this program is version {version}.",
)
LOOK_INTERPRETER_EMPTY = Text(
    "Nút lệnh không chạy: Python ở {path} không có xl_dialogue.",
    "No button works: the Python at {path} has no xl_dialogue.",
)
LOOK_FOLDER_CODE = Text(
    "Tệp Python lạ nằm cạnh sổ có thể bị chạy theo: ADD_WORKBOOK_TO_PYTHONPATH chưa tắt.",
    "A strange Python file beside the workbook might run: ADD_WORKBOOK_TO_PYTHONPATH is not off.",
)
LOOK_NO_FOLDER_CODE = Text(
    "Không chạy mã nằm cạnh sổ.", "No code that lies beside the workbook is run."
)
LOOK_PATHS = Text("Các đường dẫn đều dùng được.", "All paths can be used.")
LOOK_PATH_MARKS = Text(
    "Đường dẫn {path} có chữ có dấu, Excel có thể không đọc được.",
    "The path {path} has letters that Excel may not be able to read.",
)
LOOK_PATH_MARKS_ADVICE = Text(
    "Nếu nút lệnh không chạy: dùng tài khoản Windows có tên không dấu, hoặc dùng Calc.",
    "If no button works: use a Windows account with a plain name, or Calc.",
)
LOOK_PATH_SIGNS = Text(
    "Đường dẫn hoặc tên {path} có dấu {signs} làm hỏng lệnh gọi Python.",
    "The path or name {path} has {signs} in it, which breaks the call of Python.",
)
LOOK_PATH_SIGNS_ADVICE = Text("Đổi tên, bỏ các dấu đó.", "Rename it without these signs.")
LOOK_WORKBOOK = Text("Sổ {path}: bản {version}.", "The workbook {path}: version {version}.")
LOOK_WORKBOOK_OTHER = Text(
    "Sổ {path} là bản {found}, chương trình là bản {version}.",
    "The workbook {path} is version {found}, the program {version}.",
)
LOOK_WORKBOOK_OTHER_ADVICE = Text(
    "Dữ liệu vẫn dùng được; nút lệnh lấy từ phần bổ trợ mới của Excel hoặc Calc.",
    "Its data can be used; take the buttons of the new add-in or of Calc.",
)
LOOK_WORKBOOK_UNMARKED = Text(
    "Sổ {path} không ghi là bản nào.", "The workbook {path} does not say its version."
)
LOOK_WORKBOOK_MISSING = Text("Không thấy sổ {path}.", "There is no workbook {path}.")
LOOK_WORKBOOK_MISSING_ADVICE = Text(
    "Nếu đã chuyển sổ đi nơi khác thì bỏ qua dòng này.",
    "If you have moved it, do not mind this line.",
)
LOOK_FOLDER = Text("Ghi được vào thư mục {path}.", "The folder {path} takes files.")
LOOK_FOLDER_REFUSED = Text(
    "Không ghi được vào thư mục {path} ({detail}).",
    "The folder {path} takes no files ({detail}).",
)
LOOK_FOLDER_ADVICE = Text(
    "Chọn thư mục khác: “xl-dialogue setup --folder THƯ-MỤC”.",
    "Choose another one: “xl-dialogue setup --folder FOLDER”.",
)
LOOK_TEMPLATES = Text("{count} mẫu văn bản đều đọc được.", "All {count} templates can be read.")
LOOK_TEMPLATE_FAULT = Text("Mẫu văn bản có lỗi: {fault}", "A template is faulty: {fault}")
LOOK_TEMPLATE_ADVICE = Text(
    "Sửa mẫu bằng Word, hoặc xóa tệp đó rồi chạy lại “xl-dialogue setup”.",
    "Mend it in Word, or delete it and run “xl-dialogue setup” again.",
)
LOOK_LIBREOFFICE = Text("LibreOffice ở {path}.", "LibreOffice at {path}.")
LOOK_UNO = Text("Điều khiển được LibreOffice từ Python này.", "This Python can drive LibreOffice.")
LOOK_NO_UNO = Text(
    "Lệnh có --app calc không chạy: Python này không điều khiển được LibreOffice từ bên ngoài. Nút "
    "trong Calc không cần điều này.",
    "--app calc does not work: this Python cannot drive LibreOffice from outside. The buttons "
    "inside Calc do not need it.",
)
LOOK_NO_UNO_ADVICE = Text(
    "Trên Debian, Ubuntu: cài gói python3-uno, dùng Python của hệ thống. Excel không cần.",
    "On Debian or Ubuntu install python3-uno and use the system's Python. Excel does not need it.",
)
LOOK_CALC_PYTHON = Text(
    "Nút trong Calc và môi trường của xl_dialogue cùng dùng Python {ours}.",
    "The buttons inside Calc and xl_dialogue's environment both use Python {ours}.",
)
LOOK_CALC_PYTHON_OTHER = Text(
    "Nút trong Calc không chạy: LibreOffice dùng Python {ours}, xl_dialogue cài cho Python "
    "{found}.",
    "The buttons inside Calc do not work: LibreOffice uses Python {ours}, xl_dialogue is installed "
    "for Python {found}.",
)
LOOK_CALC_PYTHON_ADVICE = Text(
    "Chỉ cần khi dùng Calc: chạy “xl-dialogue setup” bằng Python đúng phiên bản của LibreOffice "
    "(từ 3.11), hoặc cài LibreOffice bản mới hơn.",
    "Needed for Calc only: run “xl-dialogue setup” with LibreOffice's version of Python (3.11 or "
    "later), or install a newer LibreOffice.",
)
LOOK_CALC_PYTHON_UNKNOWN = Text(
    "Không hỏi được LibreOffice dùng Python nào: {path} không chạy.",
    "What Python LibreOffice uses could not be asked: {path} does not run.",
)
LOOK_NOT_TAKEN = Text(
    "Chưa xem được mục này: Python {path} thiếu thư viện {name}.",
    "This could not be looked at: the Python {path} misses the package {name}.",
)
LOOK_NO_LIBREOFFICE = Text(
    "Không thấy LibreOffice; chỉ cần khi dùng Calc hoặc in ra PDF.",
    "There is no LibreOffice; it is needed for Calc and for PDF only.",
)
LOOK_EXTENSION = Text(
    "Calc có phần mở rộng, bản {version}.", "Calc has the extension, version {version}."
)
LOOK_EXTENSION_OTHER = Text(
    "Calc có phần mở rộng bản {found}, chương trình là bản {version}.",
    "Calc has version {found} of the extension, the program is {version}.",
)
LOOK_EXTENSION_MISSING = Text("Calc chưa có phần mở rộng.", "Calc does not have the extension.")
LOOK_EXTENSION_UNKNOWN = Text(
    "Không hỏi được LibreOffice về phần mở rộng: {detail}",
    "LibreOffice could not be asked about the extension: {detail}",
)
LOOK_FONT = Text("Có phông chữ {name}.", "The font {name} is there.")
LOOK_FONT_MISSING = Text(
    "Không thấy phông Times New Roman hoặc Liberation Serif; văn bản sẽ ngắt trang khác đi.",
    "Neither Times New Roman nor Liberation Serif is there; pages will break elsewhere.",
)
LOOK_FONT_ADVICE = Text(
    "Cài phông Times New Roman; trên Debian, Ubuntu: gói fonts-liberation2.",
    "Install Times New Roman; on Debian or Ubuntu the package fonts-liberation2.",
)
LOOK_PYWIN32 = Text("Có pywin32 để điều khiển Excel.", "pywin32 is there to drive Excel.")
LOOK_PYWIN32_MISSING = Text(
    "Thiếu pywin32: Python không điều khiển được Excel.",
    "pywin32 is missing: Python cannot drive Excel.",
)
LOOK_EXCEL = Text("Excel {bits} ở {path}.", "Excel {bits} at {path}.")
LOOK_EXCEL_MISSING = Text(
    "Không thấy Excel; vẫn dùng được Calc và dòng lệnh.",
    "There is no Excel; Calc and the command line can be used.",
)
LOOK_MACROS = Text("Excel cho chạy macro của phần bổ trợ.", "Excel lets the add-in's macros run.")
LOOK_MACROS_ALL = Text(
    "Excel đang cho mọi macro chạy, kể cả của tệp lạ (VBAWarnings = 1).",
    "Excel lets every macro run, those of strange files too (VBAWarnings = 1).",
)
LOOK_MACROS_ALL_ADVICE = Text(
    "Chọn lại “Disable all macros with notification” trong Trust Center; phần bổ trợ vẫn chạy.",
    "Choose “Disable all macros with notification” in the Trust Center; the add-in still runs.",
)
LOOK_MACROS_ADDIN_ONLY = Text(
    "Excel chặn macro nằm trong sổ (VBAWarnings = {value}); chỉ phần bổ trợ chạy được.",
    "Excel blocks macros inside workbooks (VBAWarnings = {value}); the add-in alone works.",
)
LOOK_USE_ADDIN = Text(
    "Dùng nút lệnh của phần bổ trợ do “xl-dialogue setup” cài.",
    "Use the buttons of the add-in that “xl-dialogue setup” installs.",
)
LOOK_PLACES_OFF = Text(
    "Máy này tắt mọi “Trusted Location” của Excel nên phần bổ trợ không chạy.",
    "This PC has switched off all trusted locations of Excel, so the add-in does not run.",
)
LOOK_PLACES_OFF_ADVICE = Text(
    "Nhờ bộ phận CNTT cho phép thư mục XLSTART, hoặc dùng Calc hay dòng lệnh.",
    "Ask IT to allow the folder XLSTART, or use Calc or the command line.",
)
LOOK_INTERNET_BLOCKED = Text(
    "Excel chặn macro trong tệp nhận qua thư hoặc tải về.",
    "Excel blocks macros in files that came by mail or from the web.",
)
LOOK_DEFENDER = Text(
    "Defender không chặn Excel gọi Python.", "Defender does not keep Excel from starting Python."
)
LOOK_DEFENDER_BLOCKS = Text(
    "Defender chặn Excel gọi chương trình khác (quy tắc ASR {rule}), nút lệnh trong Excel không "
    "chạy.",
    "Defender keeps Excel from starting programs (ASR rule {rule}); no button in Excel works.",
)
LOOK_DEFENDER_WARNS = Text(
    "Defender hỏi trước khi cho Excel gọi chương trình khác (quy tắc ASR {rule}).",
    "Defender asks before Excel may start a program (ASR rule {rule}).",
)
LOOK_DEFENDER_ADVICE = Text(
    "Nhờ bộ phận CNTT cho ngoại lệ của quy tắc này đối với {path}; trong lúc chờ dùng Calc hoặc "
    "dòng lệnh.",
    "Ask IT for an exclusion from this rule for {path}; until then use Calc or the command line.",
)
LOOK_ADDIN = Text("Phần bổ trợ của Excel đúng bản, ở {path}.", "The add-in is right, at {path}.")
LOOK_ADDIN_OTHER = Text(
    "Phần bổ trợ của Excel ở {path} khác với bản đi kèm chương trình.",
    "The add-in at {path} is not the one that this program brings.",
)
LOOK_ADDIN_MISSING = Text(
    "Chưa có phần bổ trợ của Excel ở {path}.", "There is no add-in at {path}."
)
LOOK_MARKED = Text(
    "Tệp {path} mang dấu “từ Internet”, Excel sẽ chặn macro của nó.",
    "The file {path} is marked as from the web; Excel will block its macros.",
)
LOOK_MARKED_ADVICE = Text(
    "Bấm phải vào tệp, Properties, đánh dấu Unblock, OK.",
    "Right-click the file, Properties, tick Unblock, OK.",
)
LOOK_UNMARKED = Text(
    "Tệp của chương trình không mang dấu “từ Internet”.",
    "None of the program's files is marked as from the web.",
)

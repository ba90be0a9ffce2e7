"""Where things lie on a PC; Windows' places are computed here too."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from pcs import linux, windows

from xl_dialogue import __version__
from xl_dialogue.office.pc.doing import access_command
from xl_dialogue.office.pc.places import excel_program, places, plain_user_name, unsafe_in

PERSONAL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders|Personal"
APP_PATHS = r"HKLM\Software\Microsoft\Windows\CurrentVersion\App Paths\excel.exe|"
EXCEL_64 = r"C:\Program Files\Microsoft Office\root\Office16\EXCEL.EXE"
EXCEL_32 = r"C:\Program Files (x86)\Microsoft Office\root\Office16\EXCEL.EXE"


def test_on_windows_all_lies_in_the_persons_own_folders() -> None:
    where = places(windows("an"))
    assert where.interpreter == PureWindowsPath(
        rf"C:\Users\an\AppData\Local\xl-dialogue\venv-{__version__}\Scripts\python.exe"
    )
    assert where.folder == PureWindowsPath(r"C:\Users\an\Documents\Doi thoai")
    assert where.settings == PureWindowsPath(r"C:\Users\an\.xlwings\xlwings.conf")
    assert where.startup == PureWindowsPath(r"C:\Users\an\AppData\Roaming\Microsoft\Excel\XLSTART")


def test_a_user_name_with_a_blank_is_no_trouble() -> None:
    where = places(windows("Hanh Nguyen"))
    assert where.product == PureWindowsPath(r"C:\Users\Hanh Nguyen\AppData\Local\xl-dialogue")


@pytest.mark.parametrize("user", ["Hạnh", "Nguyễn Thị Đào", "Ủy ban"])
def test_a_user_name_with_marks_moves_python_to_a_place_without(user: str) -> None:
    product = places(windows(user)).product
    assert product.parent == PureWindowsPath(r"C:\ProgramData")
    assert str(product).isascii()
    assert " " not in str(product)


def test_two_names_that_differ_by_marks_alone_are_two_persons() -> None:
    assert places(windows("Hà")).product != places(windows("Hạ")).product
    assert plain_user_name("ha") == "ha"


def test_a_profile_with_marks_counts_whatever_the_user_is_called_now() -> None:
    pc = windows("hanh", LOCALAPPDATA=r"C:\Users\Hạnh\AppData\Local")
    assert places(pc).product == PureWindowsPath(r"C:\ProgramData\xl-dialogue-hanh")


@pytest.mark.parametrize(
    ("personal", "documents"),
    [
        (r"%USERPROFILE%\OneDrive - UBND\Tài liệu", r"C:\Users\an\OneDrive - UBND\Tài liệu"),
        (r"D:\Tai lieu", r"D:\Tai lieu"),
        (r"%UNKNOWN%\x", r"%UNKNOWN%\x"),
        (None, r"C:\Users\an\Documents"),
    ],
)
def test_documents_are_found_where_they_were_moved_to(personal: str | None, documents: str) -> None:
    assert places(windows(said={PERSONAL: personal})).documents == PureWindowsPath(documents)


@pytest.mark.parametrize("excel", [EXCEL_64, EXCEL_32, f'"{EXCEL_64}"'])
def test_for_everyone_the_add_in_goes_to_excels_own_startup_folder(excel: str) -> None:
    where = places(windows("Hạnh", said={APP_PATHS: excel}), everyone=True)
    assert where.startup == PureWindowsPath(excel.strip('"')).parent / "XLSTART"
    assert where.product == PureWindowsPath(r"C:\ProgramData\xl-dialogue")
    assert where.documents == PureWindowsPath(r"C:\Users\Public\Documents")


def test_without_excel_there_is_no_startup_folder_for_everyone() -> None:
    assert excel_program(windows()) is None
    assert places(windows(), everyone=True).startup is None


def test_a_bare_environment_still_gives_places() -> None:
    pc = windows()
    bare = type(pc)("win32", {}, pc.lookup, pc.python, pc.base)
    assert str(places(bare).product).startswith(r"C:\ProgramData\xl-dialogue-")


def test_on_linux_all_lies_below_home() -> None:
    where = places(linux(PurePosixPath("/home/an")))
    assert where.interpreter == PurePosixPath(
        f"/home/an/.local/share/xl-dialogue/venv-{__version__}/bin/python"
    )
    assert where.settings == PurePosixPath("/home/an/.xlwings/xlwings.conf")
    assert where.startup is None


def test_linux_tells_where_documents_are() -> None:
    pc = linux(PurePosixPath("/home/an"))
    said = '# xdg\nXDG_DESKTOP_DIR="$HOME/x"\nXDG_DOCUMENTS_DIR="$HOME/Tài liệu"\n'
    moved = type(pc)("linux", pc.environment, pc.lookup, pc.python, pc.base, said)
    assert places(moved).folder == PurePosixPath("/home/an/Tài liệu/Doi thoai")


def test_excel_for_mac_reads_its_settings_in_its_own_box() -> None:
    pc = linux(PurePosixPath("/Users/an"))
    where = places(type(pc)("darwin", pc.environment, pc.lookup, pc.python, pc.base))
    assert where.settings.parent.parts[-3:] == ("Containers", "com.microsoft.Excel", "Data")
    assert where.startup is not None


@pytest.mark.parametrize(
    ("path", "signs"),
    [
        (r"C:\a;b%", "% ;"),
        (r"C:\100%", "%"),
        ('C:\\a"b', '"'),
        (r"C:\a=b", ""),
        (r"C:\a=b\Hội nghị.xlsm", ""),
        (r"C:\Hội nghị = 50%.xlsm", "="),
        (r"C:\a;b.xlsx", ";"),
    ],
)
def test_signs_that_xlwings_breaks_on_are_found(path: str, signs: str) -> None:
    assert unsafe_in(PureWindowsPath(path)) == signs


def test_below_programdata_others_are_kept_out() -> None:
    pc = windows("Hạnh")
    command = access_command(pc, places(pc))
    assert command is not None
    assert command[:3] == ["icacls", str(places(pc).product), "/inheritance:r"]
    assert command[-1] == r"UBND\Hạnh:(OI)(CI)F"
    for_all = access_command(pc, places(pc, everyone=True))
    assert for_all is not None
    assert for_all[-1] == "*S-1-5-32-545:(OI)(CI)RX"


def test_the_persons_own_folder_keeps_its_rights() -> None:
    assert access_command(windows(), places(windows())) is None
    pc = linux(PurePosixPath("/home/an"))
    assert access_command(pc, places(pc)) is None

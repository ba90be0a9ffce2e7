"""The pictures of README and of the staff's guide, taken from the running program.

Run by hand in ``tests/``: ``python -m benchmarks.pictures``. Wants what the
tests want: LibreOffice, Xvfb, openbox, xdotool, ImageMagick, poppler-utils.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import xlwings as xw
from screen import Screen

from xl_dialogue.office.sheets.workbook import workbook
from xl_dialogue.plan.sheets import DASHBOARD_TITLE

PICTURES = Path(__file__).parents[2] / "workbook" / "pictures"


def main() -> None:
    with tempfile.TemporaryDirectory() as room, Screen(Path(room)) as screen:
        plan = Path(room) / "DialoguePlan.xlsm"
        plan.write_bytes(workbook(sample=True))
        walk(screen, screen.open(plan))
        printed = Path(room) / "Văn bản"
        draw(printed / "Giấy mời.docx", PICTURES / "7-giay-moi.png")
        draw(printed / "Thông báo kết luận.docx", Path(room) / "notice.png")
        papers = Path(room) / "papers.png"
        beside([PICTURES / "7-giay-moi.png", Path(room) / "notice.png"], papers, "480x460+4+4")
        shown = [PICTURES / f"{name}.png" for name in ("6-cau-hoi", "8-tong-quan", "5-phan-cong")]
        beside([*shown, papers], PICTURES / "overview.png", "960x460+6+6")


def walk(screen: Screen, book: xw.Book) -> None:
    """The work in the guide's order, a picture at each step."""

    def shot(name: str) -> None:
        screen.photograph(PICTURES / f"{name}.png")

    def show(title: str, cell: str) -> None:
        book.sheets[title].select()
        book.sheets[title].range(cell).select()
        screen.settle()

    shot("1-trang-dau")
    screen.press("Kiểm tra")
    screen.box("Kiểm tra")
    shot("2-kiem-tra")
    screen.answer("Kiểm tra")
    show("Kiểm tra", "A2")
    shot("3-trang-kiem-tra")
    show("Hội nghị", "A1")
    screen.press("Lỗi sau")
    screen.settle()
    shot("4-loi-sau")
    show("Câu hỏi", "G3")
    screen.press("Phân công")
    screen.box("Phân công")
    shot("5-phan-cong")
    screen.answer("Phân công")
    screen.answer("Phân công")
    scroll(book, "E")
    screen.settle()
    shot("6-cau-hoi")
    for button in ("Giấy mời", "Thông báo kết luận"):
        screen.press(button)
        screen.answer(button)
        screen.answer(button)
    show(DASHBOARD_TITLE, "A1")
    shot("8-tong-quan")


def scroll(book: xw.Book, column: str) -> None:
    """Bring the column to the left edge, beside the frozen ones."""
    view = book.impl.controller
    view.setFirstVisibleColumn(book.sheets.active.range(f"{column}1").column - 1)


def draw(document: Path, picture: Path) -> None:
    """The first page of a Word document."""
    with tempfile.TemporaryDirectory() as room:
        profile = f"-env:UserInstallation={Path(room, 'profile').as_uri()}"
        convert = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", room]
        subprocess.run([*convert, str(document)], check=True, capture_output=True)
        page = str(Path(room) / "page")
        pdf = str(Path(room) / f"{document.stem}.pdf")
        subprocess.run(["pdftoppm", "-r", "80", "-png", "-singlefile", pdf, page], check=True)
        framed = ["-bordercolor", "#999999", "-border", "1", "+dither", "-colors", "32", "-strip"]
        subprocess.run(["convert", f"{page}.png", *framed, f"PNG8:{picture}"], check=True)


def beside(pictures: list[Path], picture: Path, size: str) -> None:
    """All of them on one sheet, two in a row."""
    tiles = ["-tile", "2x", "-geometry", size, "-background", "#eeeeee"]
    made = ["-resize", "1600x1600>", "+dither", "-colors", "224", "-strip", f"PNG8:{picture}"]
    with tempfile.TemporaryDirectory() as room:
        sheet = str(Path(room) / "sheet.png")
        subprocess.run(["montage", *map(str, pictures), *tiles, sheet], check=True)
        subprocess.run(["convert", sheet, *made], check=True)


if __name__ == "__main__":
    main()

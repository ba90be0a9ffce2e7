"""The first page of every kind of document, made from the shipped workbook, on one picture.

Run by hand in ``tests/``: ``python -m benchmarks.contact_sheet``. Wants
LibreOffice, ImageMagick and poppler-utils.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from papers import made

from xl_dialogue.press.pdf import batch
from xl_dialogue.share import WORKBOOK, shared

PICTURE = Path(__file__).parents[2] / "workbook" / "pictures" / "papers.png"
_TILES = ["-tile", "7x", "-geometry", "300x424+5+5", "-background", "#e6e6e6"]
_FEW_COLOURS = ["+dither", "-colors", "48", "-strip"]


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        plan = Path(shutil.copy(shared("workbook") / WORKBOOK, room))
        first = {paper.kind.name: paper for paper in made(plan, room)}
        files = [paper.file.rename(room / f"{kind}.docx") for kind, paper in first.items()]
        batch(files, room / "pdf")
        pages = [_drawn(room / "pdf" / f"{file.stem}.pdf") for file in files]
        labels = [
            part
            for page, paper in zip(pages, first.values(), strict=True)
            for part in ("-label", paper.kind.label.vi, str(page))
        ]
        sheet = room / "sheet.png"
        subprocess.run(
            [
                "montage",
                "-font",
                "Liberation-Serif",
                "-pointsize",
                "17",
                *labels,
                *_TILES,
                str(sheet),
            ],
            check=True,
        )
        subprocess.run(["convert", str(sheet), *_FEW_COLOURS, f"PNG8:{PICTURE}"], check=True)


def _drawn(pdf: Path) -> Path:
    command = ["pdftoppm", "-r", "52", "-png", "-singlefile", str(pdf), str(pdf.with_suffix(""))]
    subprocess.run(command, check=True)
    return pdf.with_suffix(".png")


if __name__ == "__main__":
    main()

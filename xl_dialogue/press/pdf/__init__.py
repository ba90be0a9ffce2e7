"""From .docx to PDF by the Word or LibreOffice of this PC, and one PDF taken apart into many."""

from xl_dialogue.press.pdf.converting import batch, to_pdf
from xl_dialogue.press.pdf.rounds import Converted
from xl_dialogue.press.pdf.splitting import split

__all__ = ["Converted", "batch", "split", "to_pdf"]

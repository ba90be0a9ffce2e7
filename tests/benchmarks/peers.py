"""The programs beside which letters are measured, each a whole one, and where they come from."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

NODE = ("carbone@3", "docxtemplater@3", "pizzip@3", "easy-template-x@7")
PYTHON = ("docx-mailmerge2", "docxcompose")

DOCXTPL = """
import json, sys
from pathlib import Path
from docxtpl import DocxTemplate
template, records, folder = sys.argv[1:]
Path(folder).mkdir()
for record in json.loads(Path(records).read_text(encoding="utf-8")):
    letter = DocxTemplate(template)
    letter.render(record, autoescape=True)
    letter.save(Path(folder, record["name"] + ".docx"))
"""
MAILMERGE = """
import json, sys
from pathlib import Path
from mailmerge import MailMerge
template, records, folder = sys.argv[1:]
Path(folder).mkdir()
for record in json.loads(Path(records).read_text(encoding="utf-8")):
    with MailMerge(template) as letter:
        letter.merge(**record)
        letter.write(Path(folder, record["name"] + ".docx"))
"""
MAILMERGE_ONE = """
import json, sys
from pathlib import Path
from mailmerge import MailMerge
template, records, file = sys.argv[1:]
with MailMerge(template) as letters:
    records = json.loads(Path(records).read_text(encoding="utf-8"))
    letters.merge_templates(records, separator="nextPage_section")
    letters.write(file)
"""
DOCXCOMPOSE = """
import sys
from pathlib import Path
from docx import Document
from docxcompose.composer import Composer
first, *others = sorted(Path(sys.argv[1]).glob("*.docx"))
composer = Composer(Document(str(first)))
for letter in others:
    composer.append(Document(str(letter)))
composer.save(sys.argv[2])
"""
FLOOR = """
import struct, sys, zlib
from pathlib import Path
content, folder = Path(sys.argv[1]).read_bytes(), sys.argv[2]
Path(folder).mkdir()
at = 0
def field():
    global at
    size, = struct.unpack_from("<I", content, at)
    at += 4 + size
    return content[at - size : at]
while at < len(content):
    name, part, letter = field().decode(), field(), field()
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packer.compress(part) + packer.flush()
    with open(folder + "/" + name, "wb") as file:
        file.write(letter)
"""
NODE_HEAD = """
const fs = require("fs"), path = require("path");
const [template, records, folder] = process.argv.slice(1);
fs.mkdirSync(folder);
const content = fs.readFileSync(template);
const letters = JSON.parse(fs.readFileSync(records, "utf8"));
const put = (record, made) => fs.writeFileSync(path.join(folder, record.name + ".docx"), made);
"""
DOCXTEMPLATER = (
    NODE_HEAD
    + """
const PizZip = require("pizzip"), Docxtemplater = require("docxtemplater");
for (const record of letters) {
  const letter = new Docxtemplater(new PizZip(content));
  letter.render(record);
  put(record, letter.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" }));
}
"""
)
EASY = (
    NODE_HEAD
    + """
const { TemplateHandler } = require("easy-template-x");
(async () => {
  for (const record of letters) put(record, await new TemplateHandler().process(content, record));
})();
"""
)
CARBONE = (
    NODE_HEAD
    + """
const carbone = require("carbone");
const one = (record) => new Promise((done, fail) => carbone.render(
  template, record, (error, made) => error ? fail(error) : done(put(record, made))));
(async () => { for (const record of letters) await one(record); process.exit(0); })();
"""
)


def install(peers: Path) -> None:
    if not (peers / "node_modules" / "carbone").exists():
        npm = ["npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(peers)]
        subprocess.run([*npm, *NODE], check=True)
    if not (peers / "python" / "mailmerge").exists():
        pip = [sys.executable, "-m", "pip", "install", "-q", "--target", str(peers / "python")]
        subprocess.run([*pip, "--no-deps", *PYTHON], check=True)

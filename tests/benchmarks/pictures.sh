#!/usr/bin/env bash
# Make the picture of the README: the demo's first sheet, its findings, questions and papers.
# Needs LibreOffice, poppler-utils and ImageMagick. Run by hand from the top of the checkout.
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
python -m xl_dialogue.cli demo --out demo >/dev/null
cp "demo/DialoguePlan.xlsm" plan.xlsm
cp demo/*/"006 "*.docx letter.docx
cp demo/*.docx notice.docx
soffice --headless "-env:UserInstallation=file://$room/profile" --convert-to pdf \
  plan.xlsm letter.docx notice.docx >/dev/null 2>&1
pages=$(pdfinfo plan.pdf | awk '/^Pages/ {print $2}')
page_of() { # the first page of plan.pdf on which the words stand
  for page in $(seq 2 "$pages"); do
    if pdftotext -f "$page" -l "$page" plan.pdf - | grep "$1" >/dev/null; then echo "$page" && return; fi
  done
}
draw() { pdftoppm -r 80 -png -singlefile -f "$3" -l "$3" "$1.pdf" "$2"; convert "$2.png" -trim -bordercolor white -border 12 "$2.png"; }
draw plan guide 1
draw plan questions "$(page_of 'Người hỏi')"
draw plan findings "$(page_of 'Điều cần xem')"
draw letter letter 1
draw notice notice 1
montage guide.png findings.png questions.png letter.png notice.png -tile 3x -geometry 620x560+6+6 -background '#eeeeee' all.png
mkdir -p "$top/workbook/pictures"
convert all.png -resize 1400x -colors 64 -strip "$top/workbook/pictures/overview.png"

"""Makes a folder tree of many documents from the fixtures, to measure and to disturb `phuchoi batch` with.

    python3 Fixtures/make_archive.py FOLDER [COUNT]

Documents come in year folders, each with a number and a date of its own; every tenth is hOCR. The same arguments
give the same tree.
"""

import glob
import os
import random
import re
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "documents")
PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title></title></head><body>
<div class='ocr_page' id='page_1' title='bbox 0 0 2480 3508'>
%s
</div></body></html>
"""


def hocr(text):
    """The text as a page of hOCR with made-up boxes."""
    lines = []
    for number, line in enumerate(text.splitlines()):
        words, left, top = [], 200, 100 + 40 * number
        for place, word in enumerate(line.split()):
            right = left + 18 * len(word)
            escaped = word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            words.append(
                f"<span class='ocrx_word' id='word_{number}_{place}' "
                f"title='bbox {left} {top} {right} {top + 30}; x_wconf 90'>{escaped}</span>"
            )
            left = right + 18
        if words:
            lines.append(f"<span class='ocr_line' title='bbox 200 {top} {left} {top + 30}'>{' '.join(words)}</span>")
    return PAGE % "\n".join(lines)


def main():
    folder, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5000
    sources = [path for path in sorted(glob.glob(os.path.join(ROOT, "*", "*.txt"))) if not path.endswith(".ref.txt")]
    texts = [open(path, encoding="utf-8").read() for path in sources]
    for number in range(1, count + 1):
        chance = random.Random(number)
        text = chance.choice(texts)
        year = 2015 + number % 10
        text = re.sub(r"(?m)^(.{0,30}S[ốôoó]\s*:?\s*)\d+", lambda match: match.group(1) + str(number), text, count=1)
        text += f"\n{chance.randrange(10**9)}\n"
        place = os.path.join(folder, f"năm {year}", f"hộp {number % 7}")
        os.makedirs(place, exist_ok=True)
        name, content = (f"{number}.hocr", hocr(text)) if number % 10 == 0 else (f"{number}.txt", text)
        with open(os.path.join(place, name), "w", encoding="utf-8") as file:
            file.write(content)


main()

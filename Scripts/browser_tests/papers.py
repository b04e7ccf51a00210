"""Composes a small folder of scans: hOCR whose words stand where they are printed, with a picture of each page.

    python3 Scripts/browser_tests/papers.py FOLDER

The pages are printed by Chromium from the composed documents below Fixtures; what an engine without Vietnamese would
have read of them is made by taking marks off and mistaking a few letters. The same documents give the same folder.
"""

import html
import os
import random
import sys
import unicodedata

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import browser

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
DOCUMENTS = ["01-cong-van", "02-quyet-dinh", "07-giay-moi"]
WIDTH = 1000

STYLE = """
body { margin: 0; background: #fbfaf6; color: #1a1a1a; font: 17px/1.62 'Liberation Serif', 'DejaVu Serif', serif; }
#page { display: block; width: 860px; padding: 60px 70px 70px; }
#page div { display: flex; gap: 40px; }
#page div p { flex: 1; }
p { margin: 0 0 .2em; min-height: .8em; }
.c { text-align: center; }
.b { font-weight: bold; }
"""


def block(line):
    """A line of a source as markup: `LEFT || RIGHT` two columns, `# text` centred and bold, `= text` centred."""
    def spans(text):
        return " ".join("<span>%s</span>" % html.escape(word) for word in text.split())

    if "||" in line:
        left, right = line.split("||", 1)
        return "<div><p class=c>%s</p><p class=c>%s</p></div>" % (spans(left), spans(right))
    kind = {"# ": "b c", "= ": "c"}.get(line[:2], "")
    return "<p class='%s'>%s</p>" % (kind, spans(line[2:] if kind else line))


def words_of(driver, text):
    """Prints a text; gives the words with their boxes, printed line by printed line, and the height."""
    page = "<!DOCTYPE html><meta charset=utf-8><style>%s</style><main id=page>%s</main>" % (
        STYLE, "".join(block(line) for line in text.splitlines()))
    driver.get("data:text/html;charset=utf-8," + browser.quoted(page))
    boxes = driver.execute_script(
        """const lines = [];
           for (const p of document.querySelectorAll('p')) {
             let top = null;
             for (const s of p.querySelectorAll('span')) {
               const r = s.getBoundingClientRect();
               if (top === null || Math.abs(r.top - top) > 6) lines.push([]);
               top = r.top;
               lines[lines.length - 1].push([s.textContent, ...[r.left, r.top + 3, r.right, r.bottom - 2].map(Math.round)]);
             }
           }
           return lines;"""
    )
    height = driver.execute_script("return Math.ceil(document.getElementById('page').getBoundingClientRect().bottom)")
    return boxes, height


def misread(word, chance):
    """A word as an engine without Vietnamese reads it."""
    word = word.replace("đ", "d").replace("Đ", "D")
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    if chance.random() < 0.08 and len(bare) > 2:
        bare = bare.replace("i", "l", 1) if "i" in bare else bare.replace("o", "6", 1)
    return bare


def page_of(boxes, height, image, seed):
    """The page as hOCR."""
    chance = random.Random(seed)
    out = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title></title></head><body>',
        "<div class='ocr_page' id='page_1' title='image \"%s\"; bbox 0 0 %d %d'>" % (image, WIDTH, height),
    ]
    for number, line in enumerate(boxes):
        if not line:
            continue
        out.append("<span class='ocr_line' id='line_%d'>" % number)
        for place, (word, left, top, right, bottom) in enumerate(line):
            out.append(
                "<span class='ocrx_word' id='word_%d_%d' title='bbox %d %d %d %d; x_wconf %d'>%s</span>"
                % (number, place, left, top, right, bottom, chance.randint(55, 96), html.escape(misread(word, chance)))
            )
        out.append("</span>")
    return "\n".join(out + ["</div></body></html>"])


def compose(folder):
    """Writes the scans into the folder."""
    os.makedirs(folder, exist_ok=True)
    driver = browser.start(WIDTH, 1400)
    try:
        for seed, name in enumerate(DOCUMENTS):
            path = os.path.join(ROOT, "Fixtures", "documents", name, "source.txt")
            with open(path, encoding="utf-8") as file:
                boxes, height = words_of(driver, file.read())
            browser.resize(driver, WIDTH, height)
            driver.save_screenshot(os.path.join(folder, name + ".png"))
            with open(os.path.join(folder, name + ".hocr"), "w", encoding="utf-8") as file:
                file.write(page_of(boxes, height, name + ".png", seed))
    finally:
        driver.quit()


if __name__ == "__main__":
    compose(sys.argv[1])

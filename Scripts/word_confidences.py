"""Measures how an engine's confidence in its words goes with whether they are right.

usage: word_confidences.py [--hocr FOLDER] DOCUMENT_FOLDER...

Each folder holds source.txt (markup: see page.py). Its pages are printed, degraded and read by Tesseract as hOCR;
the words are laid beside the printed ones. For every kind of engine the table tells, by confidence, how many words
were right and wrong, and log10 P(confidence | right) / P(confidence | wrong): what a change of such a word must cost
more than one of a word of unknown confidence. --hocr keeps the readings, with the printed text beside them.
"""

import argparse
import collections
import difflib
import math
import os
import re
import subprocess
import tempfile
import unicodedata
import zlib
from html import unescape

from page import DPI, Setter, degrade

SETTINGS = [("light", "vie"), ("medium", "vie"), ("heavy", "vie"), ("light", "eng"), ("heavy", "eng"), ("heavy", "fra")]
SHARE_OF_PIXELS = {"light": 1.0, "medium": 0.5, "heavy": 0.55}
WORD = re.compile(r"<span class='ocrx_word'[^>]*x_wconf (\d+)[^>]*>(.*?)</span>", re.S)
KNOTS = [0, 30, 50, 70, 80, 85, 90, 93, 95, 96, 97, 101]


def hocr(page, kind, language, seed):
    """What Tesseract reads on a degraded page, as hOCR."""
    dpi = round(DPI * SHARE_OF_PIXELS[kind])
    with tempfile.NamedTemporaryFile(suffix=".png") as image:
        degrade(page, kind, seed).save(image.name, dpi=(dpi, dpi))
        command = ["tesseract", image.name, "-", "-l", language, "--dpi", str(dpi), "hocr"]
        environment = dict(os.environ, OMP_THREAD_LIMIT="1")
        return subprocess.run(command, capture_output=True, env=environment, check=True).stdout.decode()


def plain(text):
    """A word without capitals, marks and signs: what it shares with a bad reading of it."""
    text = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in text if c.isalnum() and ord(c) < 128) or text


def judged(words, printed):
    """Pairs of confidence and whether the word is right, for the words whose printed form is known."""
    texts = [text for _, text in words]
    matcher = difflib.SequenceMatcher(None, [plain(t) for t in texts], [plain(t) for t in printed], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield from ((words[i][0], texts[i] == printed[c + i - a]) for i in range(a, b))
        elif tag == "replace" and b - a == d - c:
            yield from ((words[i][0], False) for i in range(a, b))


def printed_words(blocks):
    """The printed text by rows, as Tesseract reads short columns."""
    lines = []
    for kind, content in blocks:
        lines += content if kind == "lines" else [f"{left} {right}" for left, right in content]
    return [unicodedata.normalize("NFC", word) for line in lines for word in line.split()]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hocr")
    parser.add_argument("folders", nargs="+")
    options = parser.parse_args()
    counts = collections.defaultdict(lambda: [[0, 0] for _ in KNOTS])
    for folder in options.folders:
        setter = Setter("tinos")
        with open(os.path.join(folder, "source.txt"), encoding="utf-8") as source:
            setter.set(source.read())
        printed, name = printed_words(setter.blocks), os.path.basename(os.path.normpath(folder))
        for kind, language in SETTINGS:
            words = []
            for number, page in enumerate(setter.pages):
                text = hocr(page, kind, language, zlib.crc32(name.encode()) + number)
                if options.hocr:
                    with open(os.path.join(options.hocr, f"{name}.{kind}-{language}.{number}.hocr"), "w") as out:
                        out.write(text)
                words += [(int(c), unescape(re.sub("<[^>]*>", "", w)).strip()) for c, w in WORD.findall(text)]
            for confidence, right in judged(words, printed):
                bin = max(i for i, knot in enumerate(KNOTS) if knot <= confidence)
                counts[f"{kind}-{language}"][bin][right] += 1
    for setting, bins in counts.items():
        wrong, right = (sum(b[i] for b in bins) for i in (0, 1))
        print(f"{setting}: {right} right, {wrong} wrong")
        for knot, (w, r) in zip(KNOTS, bins):
            if w + r:
                ratio = math.log10((r + 0.5) / (right + 0.5)) - math.log10((w + 0.5) / (wrong + 0.5))
                print(f"  {knot:3} {r:6} {w:6} {ratio:+.2f}")


main()

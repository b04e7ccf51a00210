"""Makes pairs for text that lost some of its marks.

usage: drop_marks.py OUT FILE...      for each FILE (correct text) the folders OUT/NAME-1 and OUT/NAME-2 with partly.ref.txt,
                                      the text, and partly.txt, the same without some of its marks

NAME is the name of the file's folder. What is lost is drawn for each folder, seeded by its name: whole words with any
share, one class of marks, all marks but one class, classes with any shares, or the marks of some paragraphs.
"""

import os
import random
import re
import sys
import unicodedata
import zlib

TONES = set("\u0300\u0301\u0303\u0309\u0323")
CLASSES = {"\u031b": "horn", "\u0302": "circumflex", "\u0306": "breve"}
NAMES = ["tone", "horn", "circumflex", "breve", "stroke"]


def without(word, lost):
    """The word without the marks of the classes in `lost`."""
    out = []
    for letter in word:
        if letter in "đĐ":
            out.append(("d" if letter == "đ" else "D") if "stroke" in lost else letter)
            continue
        base, *marks = unicodedata.normalize("NFD", letter)
        kept = [m for m in marks if ("tone" if m in TONES else CLASSES.get(m)) not in lost]
        out.append(unicodedata.normalize("NFC", base + "".join(kept)))
    return "".join(out)


def damaged(text, chance):
    """The text after one kind of loss."""
    kind = chance.choice(["words", "words", "words", "class", "all but", "shares", "paragraphs"])
    share = chance.uniform(0.03, 0.97)
    if kind == "paragraphs":
        lines = text.splitlines(keepends=True)
        return "".join(without(l, NAMES) if chance.random() < share else l for l in lines)
    shares = dict.fromkeys(NAMES, 0.0)
    if kind == "words":
        shares = None
    elif kind == "class":
        for name in chance.choice([["tone"], ["horn"], ["circumflex", "breve"], ["stroke"]]):
            shares[name] = 1.0
    elif kind == "all but":
        shares = dict.fromkeys(NAMES, 1.0) | {chance.choice(NAMES): 0.0}
    else:
        shares = {name: chance.random() for name in NAMES}

    def lose(match):
        if shares is None:
            return without(match[0], NAMES if chance.random() < share else [])
        return without(match[0], [name for name in NAMES if chance.random() < shares[name]])

    return re.sub(r"\w+", lose, text)


def main():
    out, *paths = sys.argv[1:]
    for path in paths:
        with open(path, encoding="utf-8") as source:
            text = unicodedata.normalize("NFC", source.read())
        for number in (1, 2):
            name = f"{os.path.basename(os.path.dirname(os.path.abspath(path)))}-{number}"
            chance = random.Random(zlib.crc32(name.encode()))
            os.makedirs(os.path.join(out, name), exist_ok=True)
            for file, content in (("partly.ref.txt", text), ("partly.txt", damaged(text, chance))):
                with open(os.path.join(out, name, file), "w", encoding="utf-8") as target:
                    target.write(content)


main()

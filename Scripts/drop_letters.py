"""Makes pairs for a recogniser whose alphabet lacks most Vietnamese letters: what it lacks, it drops.

usage: drop_letters.py text FOLDER FILE...             each FILE in three alphabets: FOLDER/NAME-ALPHABET/
       drop_letters.py corpus FOLDER COUNT CORPUS...   COUNT pages of corpus lines, likewise

Every folder gets clean.txt and dropped.txt, line for line. Which letters go is fixed for a document, and most
go always: `ỦY BAN NHÂN DÂN` is left as `Y BAN NHÂN DÂN`. A letter that escapes is kept or loses its marks.

Alphabets: a) Latin-1 and đ ă ư ơ; b) Latin-1 only; c) all but the letters with dấu nặng, with a hook, or with
two marks. Seeded by the document's name, so the same text always gives the same pairs.
"""

import os
import random
import sys
import unicodedata
import zlib

LATIN_1 = set("àáâãèéêìíòóôõùúý")
BARRED = set("đăươ")
VIETNAMESE = [
    unicodedata.normalize("NFC", base + tone)
    for base in "aăâeêioôơuưy"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
] + ["đ"]
SYLLABLES_A_PAGE = 400


def lost_letters(alphabet):
    """The lower-case letters that a recogniser with this alphabet does not know."""
    marked = [c for c in VIETNAMESE if not c.isascii()]
    if alphabet == "a":
        return [c for c in marked if c not in LATIN_1 | BARRED]
    if alphabet == "b":
        return [c for c in marked if c not in LATIN_1]
    return [c for c in marked if is_heavy(c)]


def is_heavy(letter):
    """Whether a letter carries dấu nặng, dấu hỏi or two marks."""
    marks = unicodedata.normalize("NFD", letter)[1:]
    return len(marks) > 1 or marks in ("\u0309", "\u0323")


def drop(text, alphabet, chance):
    """The text as such a recogniser gives it. Blanks around a word that is gone become one."""
    rates = {c: chance.choice((1.0, 1.0, 1.0, 1.0, 0.97, 0.9)) for c in lost_letters(alphabet)}
    lines = ("".join(kept(c, rates, chance) for c in line) for line in text.splitlines())
    return "\n".join(" ".join(line.split()) for line in lines) + "\n"


def kept(letter, rates, chance):
    """What is left of one letter."""
    if chance.random() < rates.get(letter.lower(), 0.0):
        return ""
    if letter.lower() in rates and chance.random() < 0.5:
        return unicodedata.normalize("NFD", letter.replace("đ", "d").replace("Đ", "D"))[0]
    return letter


def write_pairs(folder, name, text):
    """One text in the three alphabets."""
    for alphabet in "abc":
        target = os.path.join(folder, f"{name}-{alphabet}")
        os.makedirs(target, exist_ok=True)
        chance = random.Random(zlib.crc32(f"{name}-{alphabet}".encode()))
        pair = {"clean.txt": text, "dropped.txt": drop(text, alphabet, chance)}
        for file, content in pair.items():
            with open(os.path.join(target, file), "w", encoding="utf-8") as out:
                out.write(content)


def pages(paths, count):
    """Pages of lines drawn from the corpora in turn, each from another place."""
    chance = random.Random(7)
    for number in range(count):
        path = paths[number % len(paths)]
        with open(path, "rb") as corpus:
            corpus.seek(chance.randrange(os.path.getsize(path) * 9 // 10))
            corpus.readline()
            lines, syllables = [], 0
            while syllables < SYLLABLES_A_PAGE:
                line = " ".join(corpus.readline().decode("utf-8").split())
                lines.append(unicodedata.normalize("NFC", line))
                syllables += len(line.split())
            yield "\n".join(lines) + "\n"


def main():
    mode, folder, *rest = sys.argv[1:]
    if mode == "text":
        for path in rest:
            name = os.path.basename(os.path.dirname(os.path.abspath(path)))
            with open(path, encoding="utf-8") as text:
                lines = [line for line in text.read().splitlines() if line.strip()]
            write_pairs(folder, name, "\n".join(lines) + "\n")
    else:
        for number, text in enumerate(pages(rest[1:], int(rest[0])), 1):
            write_pairs(folder, f"train-{number:02}", text)


main()

#!/usr/bin/env python3
"""Lines of gathered text that are right Vietnamese with all its marks, for the language model.

A line is left out where more than one small word in 33 is neither a syllable nor a known foreign word, where hardly
half of its small words bear a mark, or where most of it stands in capitals. With --without, so are lines that share
eight words in a row with a text that is measured with, and the twenty lines around them.

usage: right_lines.py TABLES [--without FILE]... < TEXT > LINES      TABLES: Dictionaries/tables
"""
import argparse
import pathlib
import re
import sys
import unicodedata

WORD = re.compile(r"[^\W\d_]+")
RUN = 8
AROUND = 20
NEWER = dict(zip(
    "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(), "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split()))


def older(word):
    """The word with its tone where the tables have it."""
    return word[:-2] + NEWER.get(word[-2:], word[-2:]) if not word.startswith("qu") else word


def known(tables):
    """Syllables and foreign words of the tables."""
    words = set()
    for name in ("syllables.tsv", "foreign.tsv"):
        for row in (tables / name).read_text(encoding="utf-8").splitlines()[1:]:
            words.add(row.split("\t")[0].lower())
    return words


def is_right(line, words):
    """Whether a line is whole sentences with all their marks."""
    found = WORD.findall(line)
    small = [word for word in found if word.islower()]
    if len(found) < 4 or len(small) < 0.4 * len(found):
        return False
    wrong = sum(word not in words and older(word) not in words for word in small)
    return 33 * wrong <= len(small) and sum(not word.isascii() for word in small) >= 0.45 * len(small)


def runs(text):
    """All runs of eight words, without marks."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    found = re.findall(r"[a-z0-9]+", bare.replace("đ", "d"))
    return {tuple(found[start:start + RUN]) for start in range(len(found) - RUN + 1)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", type=pathlib.Path)
    parser.add_argument("--without", type=pathlib.Path, action="append", default=[])
    options = parser.parse_args()
    measured = set()
    for path in options.without:
        measured |= runs(path.read_text(encoding="utf-8", errors="replace"))
    text = [unicodedata.normalize("NFC", line) for line in sys.stdin]
    near = set()
    if measured:
        for number, line in enumerate(text):
            if not measured.isdisjoint(runs(line)):
                near.update(range(number - AROUND, number + AROUND + 1))
    words = known(options.tables)
    for number, line in enumerate(text):
        if number not in near and is_right(line, words):
            sys.stdout.write(line)


if __name__ == "__main__":
    main()

"""Counts the letter tokens of a corpus by written form.

usage: count_tokens.py CORPUS... > TOKENS.tsv

Columns: token, all (every occurrence), open (occurrences where a capital is not called for by position:
not at the start of a line or sentence, not after a colon or an opening quotation mark or bracket, not in a
line of capitals).
"""

import re
import sys
from collections import Counter

TOKEN = re.compile(r"[^\W\d_]+")
# A token after one of these may owe its capital to its place.
PLACED = re.compile(r"(?:^(?:[a-zđ]\))?[\W\d]*|[.!?:…\"“‘'(/]\s*[-–+\d.\s]*)([^\W\d_]+)", re.MULTILINE)
LINES_AT_A_TIME = 5000


def count(paths):
    """Two counters by token as written: all occurrences, and those placed where a capital is called for."""
    everywhere, placed = Counter(), Counter()
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for chunk, capitals in chunks(lines):
                everywhere.update(TOKEN.findall(chunk))
                everywhere.update(in_capitals := TOKEN.findall(capitals))
                placed.update(PLACED.findall(chunk))
                placed.update(in_capitals)
    return everywhere, placed


def chunks(lines):
    """Pairs of texts: many ordinary lines joined, and the lines written in capitals among them."""
    ordinary, capitals = [], []
    for line in lines:
        (capitals if line.isupper() else ordinary).append(line)
        if len(ordinary) + len(capitals) >= LINES_AT_A_TIME:
            yield "".join(ordinary), "".join(capitals)
            ordinary, capitals = [], []
    yield "".join(ordinary), "".join(capitals)


def main():
    everywhere, placed = count(sys.argv[1:])
    print("token\tall\topen")
    for token, total in sorted(everywhere.items()):
        if total > 1:
            print(f"{token}\t{total}\t{max(0, total - placed[token])}")


main()

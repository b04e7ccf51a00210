"""Counts the abbreviations of the corpora and joins them with the expansions of norms and practice.

usage: abbreviation_table.py KNOWN.tsv CORPUS... > abbreviations.tsv

KNOWN.tsv: abbreviation, kind (document-type, body, authority, general), expansion. Columns of the result:
abbreviation, kind, count, expansion (empty where not sure).
"""

import re
import sys
from collections import Counter

from vietnamese import is_syllable

CAPITAL = "A-ZĐƯ"
ABBREVIATION = re.compile(rf"(?<![\w&./-])([{CAPITAL}][{CAPITAL}&a-zđ]{{0,7}}[{CAPITAL}](?:r)?)(?![\w&])")
WORD_BEFORE = re.compile(r"([^\W\d_]{2,})\s$")
WORD_AFTER = re.compile(r"\s([^\W\d_]{2,})")
ROMAN = re.compile(r"[IVXLCDM]+$")
LEAST = 30
# With a mark that readings lose, fewer are enough; the table then tells what was lost.
LEAST_MARKED = 5


def mine(paths):
    """How often each abbreviation stands in a line that is not written in capitals."""
    counts = Counter()
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                if not line.isupper():
                    counts.update(found(line))
    return counts


def found(line):
    """The abbreviations of one line; a syllable among other words in capitals is no abbreviation."""
    for match in ABBREVIATION.finditer(line):
        text = match[1]
        capitals = sum(c.isupper() for c in text)
        if capitals < 2 or 2 * capitals < len(text) or ROMAN.match(text):
            continue
        if is_syllable(text.lower()) and among_capitals(line, match):
            continue
        yield text


def among_capitals(line, match):
    """Whether the word before or after is written in capitals too."""
    before = WORD_BEFORE.search(line[max(0, match.start() - 12):match.start()])
    after = WORD_AFTER.match(line, match.end())
    return any(word and word[1].isupper() for word in (before, after))


def least(abbreviation):
    """How often an abbreviation must have been counted."""
    is_marked = any(c in "ĐƯ" for c in abbreviation) and not is_syllable(abbreviation.lower())
    return LEAST_MARKED if is_marked else LEAST


def main():
    known = {}
    with open(sys.argv[1], encoding="utf-8") as rows:
        for row in list(rows)[1:]:
            abbreviation, kind, expansion = row.rstrip("\n").split("\t")
            known[abbreviation] = (kind, expansion)
    counts = mine(sys.argv[2:])
    print("abbreviation\tkind\tcount\texpansion")
    for abbreviation in sorted(known.keys() | {a for a, n in counts.items() if n >= least(a)}):
        kind, expansion = known.get(abbreviation, ("general", ""))
        print(abbreviation, kind, counts[abbreviation], expansion, sep="\t")


main()

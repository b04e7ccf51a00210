"""The inventory of syllables with their counts: possible by rule, and seen often enough to be trusted.

usage: syllable_table.py COUNTS_DIR CORPUS_DIR TABLES_DIR

COUNTS_DIR holds legal.tsv, general.tsv and news.tsv of count_tokens.py; CORPUS_DIR holds the corpora of the
same names. Writes syllables.tsv, foreign.tsv; syllables.rejected.tsv goes to COUNTS_DIR for reading.

A rare form that is possible by rule may still be a slip of a reader or a typist (đoanh for doanh). It is
one if its neighbours in the text say so: where most of its occurrences stand between words that stand far
more often around a form one mark away. Spellings that differ by habit only (kí, tầu, xẩy) are no slips.
"""

import os
import re
import sys
import unicodedata
from collections import Counter, defaultdict

import numpy

from vietnamese import TONES, is_syllable, older_placement, split_tone

LEAST_GENERAL, LEAST_TOTAL, LEAST_OFFICIAL = 6, 8, 12
DOUBTED_BELOW = 4000
TIMES_MORE = 20
SHAPES = ["aăâ", "eê", "oôơ", "uư", "dđ", "iy"]
TOKEN = re.compile(r"[^\W\d_]+|[.,;:!?()\n]")


def read_counts(path):
    """Lower-cased older-placement token: [all, lower-case in open position, capital in open position]."""
    counts, written = defaultdict(lambda: [0, 0, 0]), defaultdict(Counter)
    with open(path, encoding="utf-8") as rows:
        next(rows)
        for row in rows:
            token, everywhere, open_position = row.rstrip("\n").split("\t")
            token = unicodedata.normalize("NFC", token)
            cell = counts[older_placement(token.lower())]
            cell[0] += int(everywhere)
            if token.islower():
                cell[1] += int(open_position)
            elif len(token) == 1 or not token.isupper():
                cell[2] += int(open_position)
            written[token.lower()][token] += int(everywhere)
    return counts, written


def neighbours(syllable):
    """The possible syllables one mark away: another tone, or one letter with another shape."""
    bare, mark = split_tone(syllable)
    found = set()
    for index, letter in enumerate(bare):
        for shapes in SHAPES:
            if letter in shapes:
                found |= {with_tone(bare[:index] + s + bare[index + 1:], mark) for s in shapes}
    found |= {with_tone(bare, tone) for tone in [""] + list(TONES)}
    # A tone on top of a changed letter: the commonest slip of a Vietnamese engine (ổ for ố, ế for ê).
    return {f for f in found if f and f != syllable and is_syllable(f)}


def with_tone(bare, mark):
    """A bare syllable with its tone in the older placement, or None where no such syllable is possible."""
    for index in range(len(bare)):
        letters = bare[:index] + unicodedata.normalize("NFC", bare[index] + mark) + bare[index + 1:]
        if is_syllable(letters):
            return letters
    return None


class Bigrams:
    """Counts of neighbouring lower-case tokens over a sample of the corpora, in one sorted array."""

    def __init__(self, paths, lines_of_each):
        self.ids = {}
        codes = numpy.concatenate([self._encode(p, lines_of_each) for p in paths])
        pairs = (codes[:-1].astype(numpy.uint64) << numpy.uint64(32)) | codes[1:].astype(numpy.uint64)
        self.pairs, self.counts = numpy.unique(pairs, return_counts=True)
        self.before, self.after = defaultdict(list), defaultdict(list)

    def _encode(self, path, limit):
        ids, parts = self.ids, []
        with open(path, encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if number >= limit:
                    break
                tokens = TOKEN.findall(line.lower())
                parts.append(
                    numpy.array([ids.setdefault(t, len(ids)) for t in tokens], dtype=numpy.uint32)
                )
        return numpy.concatenate(parts)

    def index(self, tokens):
        """Keeps for each of these tokens the list of (neighbour, count) on either side."""
        wanted = {self.ids[t]: t for t in tokens if t in self.ids}
        keys = numpy.array(sorted(wanted), dtype=numpy.uint64)
        left, right = self.pairs >> numpy.uint64(32), self.pairs & numpy.uint64(0xFFFFFFFF)
        for side, other, table in ((left, right, self.after), (right, left, self.before)):
            for at in numpy.flatnonzero(numpy.isin(side, keys)):
                table[wanted[int(side[at])]].append((int(other[at]), int(self.counts[at])))

    def of(self, left, right):
        """How often two token numbers stand side by side."""
        key = numpy.uint64((left << 32) | right)
        at = int(numpy.searchsorted(self.pairs, key))
        return int(self.counts[at]) if at < len(self.pairs) and self.pairs[at] == key else 0

    def explained(self, rare, common):
        """Share of the rare form's contexts that belong to the common form."""
        other, total, shared = self.ids.get(common), 0, 0
        if other is None:
            return 0.0
        for neighbour, count in self.before[rare]:
            total += count
            shared += count * (self.of(neighbour, other) >= TIMES_MORE * count)
        for neighbour, count in self.after[rare]:
            total += count
            shared += count * (self.of(other, neighbour) >= TIMES_MORE * count)
        return shared / total if total else 0.0


def main():
    counts_dir, corpus_dir, tables = sys.argv[1:]
    names = ["legal", "general", "news"]
    read = {n: read_counts(os.path.join(counts_dir, f"{n}.tsv")) for n in names}
    counts = {n: read[n][0] for n in names}
    tokens = set().union(*counts.values())
    rows = {}
    for token in tokens:
        cells = [counts[n][token] if token in counts[n] else [0, 0, 0] for n in names]
        rows[token] = (cells[0][0], cells[1][0] + cells[2][0], *(sum(c[i] for c in cells) for i in (1, 2)))
    possible = {t: r for t, r in rows.items() if is_syllable(t)}
    kept, rejected = sift(possible, Bigrams([f"{corpus_dir}/{n}.txt" for n in names], 700_000))
    write(f"{tables}/syllables.tsv", "syllable\tcount_official\tcount_general\tlower\tcapital", kept)
    with open(f"{counts_dir}/syllables.rejected.tsv", "w", encoding="utf-8") as out:
        for token, why in sorted(rejected.items()):
            print(token, *possible[token], why, sep="\t", file=out)
    write_foreign(f"{tables}/foreign.tsv", rows, [read[n][1] for n in names],
                  place_words(os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "places.tsv")))


def sift(possible, bigrams):
    """The trusted syllables, and for the others the reason why not."""
    kept, rejected, doubted = {}, {}, []
    for token, row in possible.items():
        if row[0] < LEAST_OFFICIAL and (row[1] < LEAST_GENERAL or row[0] + row[1] < LEAST_TOTAL):
            rejected[token] = "rare"
        elif row[0] + row[1] < DOUBTED_BELOW:
            doubted.append(token)
        else:
            kept[token] = row
    bigrams.index(doubted)
    for token in doubted:
        row = possible[token]
        rivals = [n for n in neighbours(token) if n in possible and sum(possible[n][:2]) > 20 * sum(row[:2])]
        shares = [(bigrams.explained(token, n), n) for n in rivals if not differ_by_habit(token, n)]
        if shares and max(shares)[0] >= least_explained(sum(row[:2])):
            rejected[token] = f"slip of {max(shares)[1]} {max(shares)[0]:.2f}"
        else:
            kept[token] = row
    return kept, rejected


def least_explained(count):
    """The share of contexts from which on a form of this count is held for a slip."""
    return 0.5 if count < 30 else 0.6 if count < 80 else 0.9


def differ_by_habit(one, other):
    """Whether two syllables are two spellings of one: lý and lí, tàu and tầu, xảy and xẩy."""
    level = str.maketrans("y", "i")
    bare = [split_tone(s)[0].translate(level) for s in (one, other)]
    return split_tone(one)[1] == split_tone(other)[1] and len({
        b[:-2] + "a" + b[-1] if b[-2:] in ("âu", "âi") else b for b in bare
    }) == 1


def write(path, header, rows):
    """A sorted table."""
    with open(path, "w", encoding="utf-8") as out:
        print(header, file=out)
        for token, row in sorted(rows.items()):
            print(token, *row, sep="\t", file=out)


def write_foreign(path, rows, written, places):
    """Frequent words that are no Vietnamese syllables, with the form they are mostly written in.

    A word with Vietnamese marks is a slip far more often than a word, unless a place bears it (Đắk, Kạn).
    """
    with open(path, "w", encoding="utf-8") as out:
        print("word\tcount_official\tcount_general\tusual_form", file=out)
        for token, row in sorted(rows.items()):
            least = 100 if token.isascii() else 20 if token in places else None
            if least is None or sum(row[:2]) < least or len(token) < 2 or is_syllable(token):
                continue
            forms = sum((w[token] for w in written), Counter())
            print(token, *row[:2], forms.most_common(1)[0][0], sep="\t", file=out)


def place_words(path):
    """The lower-case words of the names in the table of places."""
    with open(path, encoding="utf-8") as rows:
        return {word for row in rows for word in TOKEN.findall(row.split("\t")[0].lower())}


main()

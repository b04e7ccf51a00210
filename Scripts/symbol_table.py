"""Mines the symbols of document numbers: whole symbols and their groups, with counts.

usage: symbol_table.py CORPUS... > symbols.tsv

State numbers (`15/2020/QĐ-UBND`, `3691/UBND-VX4`), Party numbers (`93-KH/TU`). Columns: symbol, kind (whole,
type, body), count in the corpora, source (corpus, or norm where a norm names it and the corpora lack it).
A whole symbol of one group (`QH13`) needs more occurrences than one of several.
"""

import re
import sys
from collections import Counter

GROUP = r"[A-ZĐƯ][A-Za-zĐđƯư&]*\d{0,3}"
STATE = re.compile(rf"\b\d{{1,5}}[a-z]?/(?:(?:19|20)\d\d/)?({GROUP}(?:[-–.]{GROUP}){{0,4}})(?![\w/])")
PARTY = re.compile(rf"\b\d{{1,5}}[a-z]?\s?[-–]\s?({GROUP}/{GROUP}(?:[-/]{GROUP})?)(?![\w])")

TYPES_STATE = """NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB
 SY TrS SL NĐ TT TTLT NQLT PL L LCT CV SL VBHN TL HĐLĐ QH CTHĐ""".split()
TYPES_PARTY = "NQ QĐ CT KL QC TT HD TB BC KH CTr ĐA PA TTr CV BB BS GM QĐi QyĐ QĐI TC CL DA".split()
# Bodies that the norms and practice name, wanted even where the corpus is short of them.
BODIES = """TW TU HU QU ThU TXU ĐU ĐUK CB UBKT BTVTU BNCTW BNCTU BKTTW ĐH BCĐ BCSĐ ĐĐ ĐUQSTW TWĐTN BCH BTV
 HĐND UBND UBMTTQ MTTQ HVCTTW HVCT ĐLĐ BTGDVTW BTGDVTU BTGDVĐU""".split()
# Those of the Party at every level: an organ and whose it is.
BODIES += [
    organ + level
    for organ in "VP BTC BTG UBKT BDV".split()
    for level in "TW TU HU QU ThU TXU ĐU ĐUK".split()
]
LEAST_WHOLE, LEAST_SINGLE, LEAST_GROUP = 4, 40, 8


def mine(paths):
    """Counters of whole symbols, of type groups and of body groups."""
    whole, types, bodies = Counter(), Counter(), Counter()
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                if "/" not in line:
                    continue
                for symbol in STATE.findall(line):
                    add(symbol.replace("–", "-"), whole, types, bodies, TYPES_STATE, "-")
                for symbol in PARTY.findall(line):
                    add(symbol.replace("–", "-"), whole, types, bodies, TYPES_PARTY, "/")
    return whole, types, bodies


def add(symbol, whole, types, bodies, known_types, joint):
    """Books one symbol. The first group is the type, or in a công văn of the state already the body."""
    groups = re.split(r"[-/.]", symbol)
    if joint == "/" and groups[0] not in known_types:
        return
    if len(symbol) < 2 or all(g.islower() for g in groups):
        return
    whole[symbol] += 1
    if groups[0] in known_types:
        types[groups.pop(0)] += 1
    bodies.update(groups)


def main():
    whole, types, bodies = mine(sys.argv[1:])
    rows = [(s, "whole", n, "corpus") for s, n in whole.items() if n >= least(s)]
    rows += groups(types, "type", set(TYPES_STATE + TYPES_PARTY))
    rows += groups(bodies, "body", set(BODIES))
    print("symbol\tkind\tcount\tsource")
    for row in sorted(rows):
        print("\t".join(map(str, row)))


def least(symbol):
    """The occurrences from which on a whole symbol is trusted."""
    return LEAST_WHOLE if re.search("[-/]", symbol) else LEAST_SINGLE


def groups(counts, kind, named):
    """Rows of the groups that are frequent enough or named by a norm."""
    frequent = {g for g, n in counts.items() if n >= LEAST_GROUP and len(g) > 1}
    return [
        (g, kind, counts[g], "corpus" if g in frequent else "norm") for g in frequent | named
    ]


main()

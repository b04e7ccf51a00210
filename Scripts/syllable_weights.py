#!/usr/bin/env python3
"""How common each syllable is, as source text for `VietText`, which has no models.

  Scripts/syllable_weights.py > Sources/VietText/SyllableWeights+Table.swift

Reads Dictionaries/tables/syllables.tsv. Both parts of the corpora weigh the same. One line for each class: the
whole part of log2 of the count in a hundred million words, then the syllables; rarer ones than three in ten
million are left out.
"""
import collections
import math
import os

root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
rows = [line.rstrip("\n").split("\t") for line in open(f"{root}/Dictionaries/tables/syllables.tsv", encoding="utf-8")][1:]
official = sum(int(row[1]) for row in rows)
general = sum(int(row[2]) for row in rows)
classes = collections.defaultdict(list)
for row in rows:
    share = (int(row[1]) / official + int(row[2]) / general) / 2
    if share < 3e-7:
        continue
    classes[int(math.log2(share * 1e8))].append(row[0])
print("extension SyllableWeights {")
print("  /// Made by Scripts/syllable_weights.py.")
print('  static let table = """')
for weight in sorted(classes, reverse=True):
    line = f"{weight}"
    for word in classes[weight]:
        if len(line) + len(word) + 1 > 104:
            print("    " + line)
            line = f"{weight}"
        line += " " + word
    print("    " + line)
print('    """')
print("}")

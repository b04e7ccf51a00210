"""Reduces a gazetteer of administrative units to the facts needed: name, unit, level, period.

usage: place_table.py GAZETTEER.tsv > places.tsv
"""

import csv
import sys
import unicodedata


def main():
    with open(sys.argv[1], encoding="utf-8") as source:
        rows = {
            tuple(unicodedata.normalize("NFC", row[k]) for k in ("name", "unit_type", "level", "period"))
            for row in csv.DictReader(source, delimiter="\t", quoting=csv.QUOTE_NONE)
        }
    print("name\tunit\tlevel\tperiod")
    for row in sorted(rows):
        print("\t".join(row))


main()

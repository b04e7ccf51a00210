#!/usr/bin/env python3
"""Lines of composed forms for the language model: headings, addressees, recipients and signature blocks.

Corpora of laws and press hold hardly any of them, so that a line which begins with `Số` looks like one that begins
with `Sở`. The running text of the forms is left out: it is filler.

usage: form_lines.py COMPOSED > forms.txt      COMPOSED as `compose_forms.py` writes it
"""
import pathlib
import sys
import unicodedata

FILLER = {"junk", "stamp", "body", "basis", "annex"}


def lines(folder):
    """The stretches of one form that are no filler, in order."""
    text = unicodedata.normalize("NFC", (folder / "linear.txt").read_text(encoding="utf-8")).split("\n")
    for row in (folder / "linear.zones.tsv").read_text(encoding="utf-8").splitlines():
        number, start, end, zone = row.split("\t")[:4]
        stretch = text[int(number) - 1][int(start):int(end)].strip()
        if zone not in FILLER and sum(map(str.isalpha, stretch)) > 1:
            yield stretch


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for folder in sorted(path.parent for path in pathlib.Path(sys.argv[1]).glob("*/linear.zones.tsv")):
        for line in lines(folder):
            print(line)

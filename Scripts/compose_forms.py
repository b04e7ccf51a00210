"""Composes labelled documents from a grammar of the forms of official documents.

usage: compose_forms.py --lists DIR [--filler DIR] --count N --seed S [--check] OUT

For each document OUT/ID/ holds input.txt (columns side by side), linear.txt (one cell after the other), the zones of
both to the character, the record and meta.json, whose `group` is the template: whole templates can be left out.
"""

import argparse
import json
import os
import random

from forms.check import check
from forms.layout import render
from forms.slots import Slots
from forms.templates import registry


def tokens(drafts, linear, unwrapped):
    """Text, zones and first lines of drafts that follow each other in one file."""
    text, zones, starts = "", [], []
    for draft in drafts:
        part, found = render(draft.blocks, linear, unwrapped)
        shift = text.count("\n")
        starts.append(shift + 1)
        zones += [(line + shift, start, end, zone) for line, start, end, zone in found]
        text += part
    return text, zones, starts


def write(folder, name, content):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
        out.write(content)


def write_zones(folder, name, zones):
    write(folder, name, "".join(f"{n}\t{a}\t{b}\t{zone}\n" for n, a, b, zone in zones))


def compose(slots, name, template, seed, out, checks):
    slots.chance = random.Random(f"{seed}/{name}")
    first = template(slots)
    drafts = [first] + getattr(first, "following", [])
    unwrapped = slots.maybe(0.5)
    columns, zones, starts = tokens(drafts, False, False)
    linear, linear_zones, linear_starts = tokens(drafts, True, unwrapped)
    record = {"documents": [draft.record for draft in drafts]}
    if checks:
        check(linear, linear_zones, linear_zones, record)
        check(columns, zones, by_cells(drafts), record)
    os.makedirs(out, exist_ok=True)
    write(out, "input.txt", columns)
    write(out, "linear.txt", linear)
    write_zones(out, "zones.tsv", zones)
    write_zones(out, "linear.zones.tsv", linear_zones)
    write(out, "record.json", json.dumps(record, ensure_ascii=False, indent=1))
    return starts, linear_starts


def by_cells(drafts):
    """The zones of the columns in order of their cells, which joins what wraps beside other text."""
    ordered, shift = [], 0
    for draft in drafts:
        row = shift
        for block in draft.blocks:
            lines = list(block.columns())
            if hasattr(block, "cells"):
                ordered += cell_zones(block, row)
            else:
                ordered += [(row + n + 1, start, start + len(text), zone) for n, pieces in enumerate(lines) for start, text, zone in pieces if zone]
            row += len(lines)
        shift = row
    return ordered


def cell_zones(block, row):
    """Zones of a row of cells, cell by cell; offsets are those that the renderer gives."""
    found = []
    counters = [[line for item in cell for line in item.lines(width)] for cell, width in zip(block.cells, block.widths())]
    pieces = list(block.columns())
    for number, lines in enumerate(counters):
        for index, (text, zone) in enumerate(lines):
            before = sum(1 for other in counters[:number] if index < len(other) and other[index][0])
            if text:
                start, _, _ = pieces[index][before]
                if zone:
                    found.append((row + index + 1, start, start + len(text), zone))
    return found


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--lists", required=True, help="folder with names, places and forms")
    options.add_argument("--filler", help="folder with corpora for running text; without it sentences are invented")
    options.add_argument("--count", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--check", action="store_true", help="assert that the zones cut the values of the records")
    options.add_argument("out")
    given = options.parse_args()
    slots = Slots(given.lists, given.filler)
    templates = registry()
    names = sorted(templates)
    random.Random(given.seed).shuffle(names)
    for number in range(given.count):
        group = names[number % len(names)]
        name = f"c{number:05}"
        folder = os.path.join(given.out, name)
        starts, linear_starts = compose(slots, name, templates[group], given.seed, folder, given.check)
        meta = {"id": name, "source": "composed", "group": group, "house": group.split(".")[0], "kind": "composed", "ocr": False,
                "starts": starts, "linear_starts": linear_starts}
        write(folder, "meta.json", json.dumps(meta, ensure_ascii=False, indent=1))


main()

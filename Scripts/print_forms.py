"""Prints composed documents, degrades the pages, reads them with Tesseract and finds the zones of what was read.

usage: print_forms.py [--phuchoi EXE] [--readings FOLDER] [--every N] [--first K] COMPOSED OUT

COMPOSED is a folder that compose_forms.py wrote. Each document is set as its columns stand, with most of its running
text left out, and read in one setting. OUT/ID/ holds input.txt (as read), zones.tsv, record.json and meta.json;
with --phuchoi also linear.txt (the same repaired) and linear.zones.tsv, which is what a reader of fields meets.
"""

import argparse
import json
import os
import random
import subprocess
import tempfile
import unicodedata
import zlib

import numpy
from PIL import Image, ImageDraw
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from page import BOTTOM, DPI, FACES, HEIGHT, LEFT, RIGHT, TOP, WIDTH, degrade, typeface
from read_pages import SETTINGS, SHARE_OF_PIXELS, plain

MIX = ("light-vie", "light-vie", "medium-vie", "light-eng", "heavy-eng", "heavy-fra")
BOLD = {"org", "issuer", "superior", "nation", "motto", "nation_motto", "type", "subject", "sign_authority", "sign_title", "signer", "annex_head"}
CENTRED = BOLD | {"number", "place_date", "vv", "sign_mark", "rank"}
RUNNING = {"body", "table", "annex", "basis"}


def pieces_of(folder, whole=False):
    """The lines of a document as pieces (start, text, zone), without most of its running text if not `whole`."""
    with open(f"{folder}/input.txt", encoding="utf-8") as file:
        lines = file.read().split("\n")
    rows = [[] for _ in lines]
    with open(f"{folder}/zones.tsv", encoding="utf-8") as file:
        for row in file:
            line, start, end, zone = row.rstrip("\n").split("\t")
            rows[int(line) - 1].append((int(start), lines[int(line) - 1][int(start):int(end)], zone))
    if whole:
        return [sorted(row) or ([(0, line, "body")] if line.strip() else []) for row, line in zip(rows, lines)]
    kept, run = [], []
    for row in [sorted(row) for row in rows] + [[(0, "", "end")]]:
        if all(zone in RUNNING for _, _, zone in row):
            run.append(row)
            continue
        kept += run if len(run) < 7 else run[:3] + run[-3:]
        kept.append(row)
        run = []
    return kept[:-1]


class Printer:
    """Sets rows of pieces on pages."""

    def __init__(self, rows, chance):
        face = chance.choice(("tinos", "tinos", "tinos", "freeserif", "dejavu"))
        self.regular, self.bold, scale = FACES[face]
        self.size = round(13 * scale * DPI / 72)
        self.leading = round(self.size * chance.choice((1.15, 1.28, 1.28, 1.5)))
        self.gap = chance.choice((0.3, 0.5, 1.0))
        self.rules = chance.random() < 0.5
        self.chance = chance
        width = max([max((start + len(text) for start, text, _ in row), default=0) for row in rows] + [60])
        self.step = (RIGHT - LEFT + 120) / width
        self.pages = []
        self._turn()
        for row in rows:
            self._row(row)

    def _turn(self):
        self.pages.append(Image.new("L", (WIDTH, HEIGHT), 255))
        self.draw, self.y = ImageDraw.Draw(self.pages[-1]), TOP

    def _font(self, text, zone, room):
        path, size = self.bold if zone in BOLD else self.regular, self.size
        font = typeface(path, size)
        while size > 38 and font.getlength(text) > room:
            size -= 2
            font = typeface(path, size)
        return font

    def _row(self, row):
        if not row:
            self.y += round(self.leading * self.gap)
            return
        if self.y + self.leading > BOTTOM:
            self._turn()
        reached = 0
        for number, (start, text, zone) in enumerate(row):
            end = row[number + 1][0] - 1 if number + 1 < len(row) else start + len(text) + 12
            font = self._font(text, zone, (end - start) * self.step)
            x = LEFT - 60 + start * self.step
            if zone in CENTRED:
                x = max(LEFT - 80, LEFT - 60 + (start + len(text) / 2) * self.step - font.getlength(text) / 2)
            x = max(x, reached)
            if zone == "sign_mark" and self.chance.random() < 0.7:
                self._scribble(x, font.getlength(text))
            else:
                self.draw.text((x, self.y), text, font=font, fill=0)
            reached = x + font.getlength(text) + 30
            if self.rules and zone in ("motto", "nation_motto"):
                self.draw.line((x + 80, self.y + self.leading, reached - 110, self.y + self.leading), fill=0, width=4)
        self.y += self.leading

    def _scribble(self, x, length):
        """A seal and a signature."""
        y = self.y
        if self.chance.random() < 0.6:
            for radius in (230, 215, 120):
                self.draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=110, width=5)
        points = [(x + self.chance.randint(0, 400), y + self.chance.randint(-80, 120)) for _ in range(9)]
        self.draw.line(points, fill=40, width=6, joint="curve")
        self.y += self.leading


def read(pages, setting, seed):
    """What Tesseract reads on the degraded pages."""
    kind, language = SETTINGS[setting]
    texts = []
    for number, page in enumerate(pages[:3]):
        with tempfile.NamedTemporaryFile(suffix=".png") as image:
            dpi = round(DPI * SHARE_OF_PIXELS[kind])
            degrade(page, kind, seed + number).save(image.name, dpi=(dpi, dpi))
            done = subprocess.run(
                ["tesseract", image.name, "-", "-l", language, "--dpi", str(dpi)], capture_output=True,
                env=dict(os.environ, OMP_THREAD_LIMIT="1"), check=True)
            texts.append(done.stdout.decode())
    return unicodedata.normalize("NFC", "".join(texts).replace("\f", "\n").strip("\n")) + "\n"


def words_of(text):
    """The words of a text: line, start, end, letters."""
    found = []
    for number, line in enumerate(text.split("\n")):
        start = None
        for index, letter in enumerate(line + " "):
            if letter.isspace():
                if start is not None:
                    word = line[start:index]
                    found.append((number, start, index, plain(word) or word))
                    start = None
            elif start is None:
                start = index
    return found


def gold_words(rows):
    """The printed words: letters, zone, whether a piece begins."""
    found = []
    for _, text, zone in (piece for row in rows for piece in row):
        for number, word in enumerate(text.split()):
            found.append((plain(word) or word, zone, number == 0))
    return found


MOST_ROWS = 75
JUMP, TO_PIECE, SKIP, STAY = 3.2, 1.6, 0.5, 0.6


def align(rows, text):
    """For each word of the text the zone of the printed word that it is, nil for none: the best path (Viterbi 1967)
    through the printed words, along which jumps cost and pieces of lines may follow in any order."""
    gold, read_words = gold_words(rows), words_of(text)
    if not gold or not read_words:
        return []
    alike = cdist([w[3] for w in read_words], [g[0] for g in gold], scorer=Levenshtein.normalized_similarity)
    emit = 3 * alike.astype(numpy.float32) - 1.35
    starts = numpy.array([g[2] for g in gold])
    jump = numpy.where(starts, -TO_PIECE, -JUMP).astype(numpy.float32)
    count = len(gold)
    score = jump + emit[0]
    junk, back, junk_back = numpy.float32(-1), [], []
    order = numpy.arange(count)
    for row in emit[1:]:
        best = int(score.argmax())
        top, source = (score[best], best) if score[best] >= junk else (junk, -1)
        value, origin = top + jump, numpy.full(count, source)
        for step, cost in ((0, STAY), (1, 0.0), (2, SKIP)):
            moved = numpy.full(count, -1e9, numpy.float32)
            moved[step:] = score[:count - step] - cost
            better = moved > value
            value = numpy.where(better, moved, value)
            origin = numpy.where(better, order - step, origin)
        junk_back.append(source)
        junk = top - (0.4 if source < 0 else 1.0)
        back.append(origin)
        score = value + row
    state = int(score.argmax()) if score.max() >= junk else -1
    path = [state]
    for origin, of_junk in zip(reversed(back), reversed(junk_back)):
        state = int(origin[state]) if state >= 0 else int(of_junk)
        path.append(state)
    path.reverse()
    zones = [gold[s][1] if s >= 0 and emit[n][s] > -0.3 else None for n, s in enumerate(path)]
    return fill(read_words, zones)


def fill(read_words, zones):
    """Zones of words that are no printed word: that of both neighbours on the line; a line of such words is junk."""
    lines = {}
    for number, word in enumerate(read_words):
        lines.setdefault(word[0], []).append(number)
    result = list(zones)
    for numbers in lines.values():
        known = [n for n in numbers if zones[n]]
        for n in numbers:
            if zones[n]:
                continue
            before = max((k for k in known if k < n), default=None)
            after = min((k for k in known if k > n), default=None)
            sides = {zones[k] for k in (before, after) if k is not None}
            result[n] = "junk" if not known else sides.pop() if len(sides) == 1 else "other"
    return [(w[0] + 1, w[1], w[2], zone) for w, zone in zip(read_words, result)]


def write(path, content):
    with open(path, "w", encoding="utf-8") as out:
        out.write(content)


def write_zones(path, zones):
    write(path, "".join(f"{a}\t{b}\t{c}\t{zone}\n" for a, b, c, zone in zones))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--readings", help="folder of readings of COMPOSED that are there already: ID/input.txt")
    options.add_argument("--phuchoi", help="the command that repairs what was read")
    options.add_argument("--every", type=int, default=1, help="take one document in N")
    options.add_argument("--first", type=int, default=0)
    options.add_argument("composed")
    options.add_argument("out")
    given = options.parse_args()
    names = [n for n in sorted(os.listdir(given.readings or given.composed)) if os.path.exists(f"{given.composed}/{n}/zones.tsv")]
    for name in names[given.first::given.every]:
        folder, out = f"{given.composed}/{name}", f"{given.out}/{name}"
        if os.path.exists(f"{out}/meta.json"):
            continue
        seed = zlib.crc32(name.encode())
        chance = random.Random(seed)
        rows, setting = pieces_of(folder, given.readings is not None), chance.choice(MIX)
        if len(rows) > MOST_ROWS and not given.readings:
            continue
        if given.readings:
            setting = "as it is"
            with open(f"{given.readings}/{name}/input.txt", encoding="utf-8") as file:
                text = unicodedata.normalize("NFC", file.read().replace("\f", "\n"))
        else:
            text = read(Printer(rows, chance).pages, setting, seed)
        os.makedirs(out, exist_ok=True)
        write(f"{out}/input.txt", text)
        write_zones(f"{out}/zones.tsv", align(rows, text))
        if given.phuchoi:
            done = subprocess.run([given.phuchoi, "repair", f"{out}/input.txt"], capture_output=True, check=False)
            repaired = done.stdout.decode()
            write(f"{out}/linear.txt", repaired)
            write_zones(f"{out}/linear.zones.tsv", align(rows, repaired))
        with open(f"{folder}/record.json", encoding="utf-8") as file:
            write(f"{out}/record.json", file.read())
        with open(f"{folder}/meta.json", encoding="utf-8") as file:
            meta = json.load(file)
        meta.update(ocr=True, setting=setting)
        write(f"{out}/meta.json", json.dumps(meta, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()

"""Prints, degrades and reads documents with Tesseract.

usage: read_pages.py [--settings A,B] [--face NAME] [--missing] FOLDER...

Each FOLDER holds source.txt (markup: see page.py). Writes clean.txt (one line for each printed line), and for
each setting SETTING.txt as read and SETTING.ref.txt, the correct text in the reading order of that output
without the lines that it does not contain.
"""

import argparse
import difflib
import os
import subprocess
import tempfile
import unicodedata
import zlib

from page import DPI, Setter, degrade

SETTINGS = {
    "light-eng": ("light", "eng"), "light-vie": ("light", "vie"), "medium-vie": ("medium", "vie"),
    "heavy-eng": ("heavy", "eng"), "heavy-fra": ("heavy", "fra"), "heavy-latin": ("heavy", "Latin"),
    "light": ("light", "vie"), "medium": ("medium", "vie"),
}
SHARE_OF_PIXELS = {"light": 1.0, "medium": 0.5, "heavy": 0.55}


def plain(text):
    """Lower case without marks, blanks and signs: what two readings of one line have in common."""
    text = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in text if c.isalnum() and ord(c) < 128)


def read(pages, setting, seed):
    """What Tesseract reads on the degraded pages."""
    kind, language = SETTINGS[setting]
    texts = []
    for number, page in enumerate(pages):
        with tempfile.NamedTemporaryFile(suffix=".png") as image:
            dpi = round(DPI * SHARE_OF_PIXELS[kind])
            degrade(page, kind, seed + number).save(image.name, dpi=(dpi, dpi))
            command = ["tesseract", image.name, "-", "-l", language, "--dpi", str(dpi)]
            environment = dict(os.environ, OMP_THREAD_LIMIT="1")
            done = subprocess.run(command, capture_output=True, env=environment, check=True)
            texts.append(done.stdout.decode())
    return "".join(texts).replace("\f", "\n").strip() + "\n"


def by_columns(rows):
    """The left column, then the right one."""
    return [l for l, _ in rows if l] + [""] + [r for _, r in rows if r]


def by_rows(rows):
    """Both columns of each row on one line."""
    return [f"{l} {r}".strip() for l, r in rows]


def reference(blocks, output):
    """The printed lines in the order of the output; lines that it does not contain are left out."""
    lines, seen = [], plain(output)
    read_lines = [plain(l) for l in output.splitlines() if plain(l)]
    for kind, content in blocks:
        if kind == "rows":
            content = max((by_columns(content), by_rows(content)), key=lambda c: likeness(c, seen))
        lines += content
    return "\n".join(l for l in lines if not l or is_read(plain(l), read_lines)) + "\n"


def likeness(lines, seen):
    """How much of these lines stands in this order in the text read."""
    wanted = plain("".join(lines))
    matcher = difflib.SequenceMatcher(None, seen, wanted, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks() if block.size > 2)


def is_read(line, read_lines):
    """Whether some line of the output resembles this one; signs alone are taken as read."""
    if len(line) < 4:
        return True
    # Above 0.55 even the worst photocopy of a line stays; two unlike lines of Vietnamese reach 0.5.
    return any(
        difflib.SequenceMatcher(None, line, other, autojunk=False).ratio() > 0.55 for other in read_lines
    )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--settings", default="light-eng,heavy-eng,heavy-fra,light-vie,medium-vie")
    parser.add_argument("--face", default="tinos")
    parser.add_argument("--missing", action="store_true", help="read only what is not there yet")
    parser.add_argument("folders", nargs="+")
    options = parser.parse_args()
    for folder in options.folders:
        setter = Setter(options.face)
        with open(os.path.join(folder, "source.txt"), encoding="utf-8") as source:
            setter.set(source.read())
        clean = [l for kind, c in setter.blocks for l in (c if kind == "lines" else by_columns(c))]
        write(folder, "clean.txt", "\n".join(clean).strip() + "\n")
        for setting in options.settings.split(","):
            if options.missing and os.path.exists(os.path.join(folder, f"{setting}.ref.txt")):
                continue
            output = read(setter.pages, setting, zlib.crc32(os.path.basename(folder).encode()))
            write(folder, f"{setting}.txt", output)
            write(folder, f"{setting}.ref.txt", reference(setter.blocks, output).strip() + "\n")


def write(folder, name, text):
    """Writes one file of a folder."""
    with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
        out.write(text)


if __name__ == "__main__":
    main()

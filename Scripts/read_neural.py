"""Prints lines and reads them with a neural recogniser that knows no Vietnamese letters (PP-OCR by RapidOCR).

usage: read_neural.py OUT FILE...      for each FILE (correct text, one paragraph a line) a folder OUT/NAME with
                                       neural.ref.txt, as printed, and neural.txt, as read, line for line

NAME is the name of the file's folder. Face, size and wear of a line are drawn at random, seeded by NAME.
Needs the Python packages rapidocr-onnxruntime, Pillow and numpy; see NOTICE of the models' package.
"""

import os
import random
import sys
import unicodedata
import zlib

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from rapidocr_onnxruntime import RapidOCR

FONTS = "/usr/share/fonts/truetype"
FACES = [
    f"{FONTS}/{name}.ttf"
    for name in (
        "liberation/LiberationSerif-Regular", "liberation/LiberationSerif-Bold",
        "liberation/LiberationSerif-Italic", "dejavu/DejaVuSerifCondensed", "liberation/LiberationSans-Regular",
    )
]
LONGEST, LINES_A_PAGE = 75, 45


def wrapped(paragraph, width):
    """The paragraph in lines of at most `width` letters."""
    lines, line = [], ""
    for word in paragraph.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return lines + [line] if line else lines


def printed(text, face, size, chance):
    """The image of one printed line after wear."""
    font = ImageFont.truetype(face, size)
    width = int(font.getlength(text)) + 2 * size
    image = Image.new("L", (width, size * 2), 255)
    ImageDraw.Draw(image).text((size, size // 3), text, font=font, fill=chance.randint(0, 70))
    image = image.rotate(chance.uniform(-0.2, 0.2), fillcolor=255, resample=Image.BICUBIC)
    image = image.filter(ImageFilter.GaussianBlur(chance.uniform(0.3, 1.4) * size / 40))
    pixels = numpy.asarray(image).astype(numpy.float32)
    grain = numpy.random.default_rng(chance.getrandbits(32)).normal(0, chance.uniform(2, 25), pixels.shape)
    pixels = numpy.clip(pixels + grain, 0, 255).astype(numpy.uint8)
    return numpy.stack([pixels] * 3, axis=-1)


def read(engine, image):
    """What the recogniser makes of one line."""
    result, _ = engine(image, use_det=False, use_cls=False, use_rec=True)
    return " ".join(result[0][0].split()) if result else ""


def main():
    out, *paths = sys.argv[1:]
    engine = RapidOCR(intra_op_num_threads=1, inter_op_num_threads=1)
    for path in paths:
        name = os.path.basename(os.path.dirname(os.path.abspath(path)))
        chance = random.Random(zlib.crc32(name.encode()))
        face, size = chance.choice(FACES), chance.randint(26, 48)
        with open(path, encoding="utf-8") as text:
            paragraphs = unicodedata.normalize("NFC", text.read()).splitlines()
        lines = [l for p in paragraphs for l in wrapped(p, chance.randint(40, LONGEST))][:LINES_A_PAGE]
        pairs = [(line, read(engine, printed(line, face, size, chance))) for line in lines]
        os.makedirs(os.path.join(out, name), exist_ok=True)
        for file, column in (("neural.ref.txt", 0), ("neural.txt", 1)):
            with open(os.path.join(out, name, file), "w", encoding="utf-8") as target:
                target.write("".join(pair[column] + "\n" for pair in pairs if pair[1]))


main()

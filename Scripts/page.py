"""Sets a marked-up document in pages, the way an office prints it, and degrades the images.

Markup of a source, one item a line: `LEFT || RIGHT` a row of two columns, `# text` centred bold, `= text`
centred, an empty line a gap, anything else a paragraph that is wrapped.
"""

import functools
import random

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont

WIDTH, HEIGHT, DPI = 2480, 3508, 300
LEFT, RIGHT, TOP, BOTTOM = 350, 2330, 236, 3270
FONTS = "/usr/share/fonts/truetype"
FACES = {
    "tinos": (f"{FONTS}/croscore/Tinos-Regular.ttf", f"{FONTS}/croscore/Tinos-Bold.ttf", 1.0),
    "freeserif": (f"{FONTS}/freefont/FreeSerif.ttf", f"{FONTS}/freefont/FreeSerifBold.ttf", 1.0),
    "arimo": (f"{FONTS}/croscore/Arimo-Regular.ttf", f"{FONTS}/croscore/Arimo-Bold.ttf", 0.92),
    "dejavu": (
        f"{FONTS}/dejavu/DejaVuSerifCondensed.ttf", f"{FONTS}/dejavu/DejaVuSerifCondensed-Bold.ttf", 0.86,
    ),
}
LETTERS = "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"


@functools.cache
def typeface(path, size):
    """The face in a file; one that lacks Vietnamese letters would print boxes that no engine reads, and is refused."""
    face = ImageFont.truetype(path, size)
    missing = bytes(face.getmask("\uffff"))
    lacking = [letter for both in LETTERS for letter in (both, both.upper()) if bytes(face.getmask(letter)) == missing]
    if lacking:
        raise SystemExit(f"{path} lacks {''.join(lacking)}")
    return face


class Setter:
    """Sets one document; `blocks` collects what is printed: ("lines", [...]), ("rows", [(left, right)])."""

    def __init__(self, face="tinos", points=14):
        regular, bold, scale = FACES[face]
        size = round(points * scale * DPI / 72)
        self.regular, self.bold = typeface(regular, size), typeface(bold, size)
        self.small = typeface(bold, round(size * 0.88))
        self.leading = round(points * DPI / 72 * 1.28)
        self.pages, self.blocks = [], []
        self._turn()

    def _turn(self):
        self.pages.append(Image.new("L", (WIDTH, HEIGHT), 255))
        self.draw, self.y = ImageDraw.Draw(self.pages[-1]), TOP

    def set(self, source):
        """Sets every item of a marked-up source."""
        rows = []
        for item in source.splitlines() + [""]:
            if "||" in item:
                rows.append([part.strip() for part in item.split("||")])
                continue
            if rows:
                self._rows(rows)
                rows = []
            self._item(item)

    def _item(self, item):
        if not item.strip():
            self.y += self.leading // 3
        elif item[0] in "#=":
            self._line(item[1:].strip(), self.bold if item[0] == "#" else self.regular, None)
        else:
            self._paragraph(item.strip())
        if not item.strip() and self.blocks and self.blocks[-1] != ("lines", [""]):
            self.blocks.append(("lines", [""]))

    def _rows(self, rows):
        if self.y + len(rows) * self.leading > BOTTOM:
            self._turn()
        middle = LEFT + (RIGHT - LEFT) * 42 // 100
        for left, right in rows:
            for text, start, end in ((left, LEFT - 60, middle), (right, middle, RIGHT + 40)):
                font = self.small if text.isupper() else self.regular
                while text and font.getlength(text) > end - start - 20:
                    font = font.font_variant(size=font.size - 2)
                x = start + (end - start - font.getlength(text)) / 2
                if text.startswith("-") or text.startswith("Nơi nhận"):
                    x = start
                self.draw.text((x, self.y), text, font=font, fill=0)
            self.y += self.leading
        self.blocks.append(("rows", [tuple(r) for r in rows]))

    def _line(self, text, font, x):
        if self.y + self.leading > BOTTOM:
            self._turn()
        x = (LEFT + RIGHT - font.getlength(text)) / 2 if x is None else x
        self.draw.text((x, self.y), text, font=font, fill=0)
        self.y += self.leading
        self.blocks.append(("lines", [text]))

    def _paragraph(self, text):
        indent, line = 118, ""
        for word in text.split():
            longer = f"{line} {word}".strip()
            if self.regular.getlength(longer) > RIGHT - LEFT - indent:
                self._line(line, self.regular, LEFT + indent)
                line, indent = word, 0
            else:
                line = longer
        self._line(line, self.regular, LEFT + indent)
        self.y += self.leading // 5


def degrade(page, setting, seed):
    """The image of a page after a scanner (light), a faded print (medium) or a bad photocopy (heavy)."""
    chance = random.Random(seed)
    noise = numpy.random.default_rng(seed)
    angle = {"light": 0.1, "medium": 0.3, "heavy": 0.4}[setting]
    page = page.rotate(chance.uniform(-angle, angle), fillcolor=255, resample=Image.BICUBIC)
    if setting == "light":
        return grain(page.filter(ImageFilter.GaussianBlur(0.8)), noise, 8)
    if setting == "medium":
        page = page.filter(ImageFilter.GaussianBlur(1.2))
        page = page.resize((WIDTH // 2, HEIGHT // 2), Image.BILINEAR)
        page = page.point(lambda v: 255 - (255 - v) * 0.5)
        return grain(page, noise, 11)
    page = page.filter(ImageFilter.GaussianBlur(1.6))
    page = page.resize((WIDTH * 11 // 20, HEIGHT * 11 // 20), Image.BILINEAR)
    page = grain(page, noise, 30)
    specks = noise.random((page.height, page.width))
    pixels = numpy.where(numpy.asarray(page) < 168, 0, 255)
    pixels[specks < 0.0012] = 0
    pixels[specks > 0.9985] = 255
    return Image.fromarray(pixels.astype(numpy.uint8))


def grain(page, noise, strength):
    """The page with Gaussian noise added to every pixel."""
    pixels = numpy.asarray(page).astype(numpy.float32)
    pixels = pixels + noise.normal(0, strength, pixels.shape)
    return Image.fromarray(numpy.clip(pixels, 0, 255).astype(numpy.uint8))

"""Composes pages in official form from corpus lines, sources for read_pages.py: pairs for channels.

usage: compose_pages.py FOLDER FIRST COUNT DATA OFFICIAL_CORPUS GENERAL_CORPUS

Heading, number line, date, title in capitals, sections, list labels and signature block are drawn at random
from the tables of the folder DATA (`Scripts/data`); the prose is lines of the corpora. Page NUMBER is always the same for the same corpora.
"""

import csv
import os
import random
import sys
import unicodedata

TYPES = {
    "QUYẾT ĐỊNH": "QĐ", "KẾ HOẠCH": "KH", "BÁO CÁO": "BC", "THÔNG BÁO": "TB", "TỜ TRÌNH": "TTr",
    "NGHỊ QUYẾT": "NQ",
    "CHỈ THỊ": "CT", "HƯỚNG DẪN": "HD", "CHƯƠNG TRÌNH": "CTr", "KẾT LUẬN": "KL", "QUY CHẾ": "QC",
    "GIẤY MỜI": "GM",
    "ĐỀ ÁN": "ĐA", "QUY ĐỊNH": "QĐ", "PHƯƠNG ÁN": "PA", "BIÊN BẢN": "BB",
}
PARTY_BODIES = [
    ("BAN TUYÊN GIÁO", "BTGTU"), ("BAN TỔ CHỨC", "BTCTU"), ("BAN DÂN VẬN", "BDVTU"),
    ("ỦY BAN KIỂM TRA", "UBKTTU"),
    ("VĂN PHÒNG", "VPTU"), ("BAN NỘI CHÍNH", "BNCTU"), ("BAN THƯỜNG VỤ", "TU"), ("ĐẢNG ỦY KHỐI", "ĐUK"),
]
STATE_BODIES = [
    ("ỦY BAN NHÂN DÂN", "UBND"), ("HỘI ĐỒNG NHÂN DÂN", "HĐND"), ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "SGDĐT"),
    ("SỞ TÀI CHÍNH", "STC"), ("SỞ NỘI VỤ", "SNV"), ("SỞ Y TẾ", "SYT"), ("SỞ TƯ PHÁP", "STP"),
    ("SỞ XÂY DỰNG", "SXD"),
]
SECTIONS = [
    "MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG", "TỔ CHỨC THỰC HIỆN", "NHIỆM VỤ, GIẢI PHÁP",
    "TÌNH HÌNH CHUNG", "KẾT QUẢ ĐẠT ĐƯỢC",
    "TỒN TẠI, HẠN CHẾ", "PHƯƠNG HƯỚNG", "ĐỐI TƯỢNG, PHẠM VI", "THỜI GIAN, ĐỊA ĐIỂM", "KINH PHÍ", "KIẾN NGHỊ",
]
SIGNERS = [
    ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"), ("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"),
    ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), ("TUQ. BỘ TRƯỞNG", "VỤ TRƯỞNG"),
]
ROMAN = "I II III IV V VI VII VIII".split()


class Composer:
    """Draws pages. The state of the draw depends on the page number alone."""

    def __init__(self, data, official, general):
        self.official, self.general = official, general
        places = self._rows(data, "places.tsv")
        self.places = [r["name"] for r in places if r["level"] in ("province", "district")]
        self.communes = [r["name"] for r in places if r["level"] == "commune"]
        self.names = {
            p: [(r["part"], int(r["count"])) for r in self._rows(data, "names.tsv") if r["position"] == p]
            for p in ("family", "middle", "given")
        }

    @staticmethod
    def _rows(data, name):
        with open(os.path.join(data, name), encoding="utf-8") as source:
            return list(csv.DictReader(source, delimiter="\t", quoting=csv.QUOTE_NONE))

    def page(self, number):
        """The markup of one page."""
        self.chance = random.Random(number)
        place = self.chance.choice(self.places)
        kind = self.chance.choice(list(TYPES))
        party = self.chance.random() < 0.5
        head = self._party_head(place, kind) if party else self._state_head(place, kind)
        subject = [f"# {part}" for part in self._subject().split("\n")]
        items = head + ["", f"# {kind}"] + subject + [""] + self._body(party) + [""] + self._foot(party)
        return "\n".join(items)

    def _date(self):
        day, month, year = (self.chance.randint(*r) for r in ((1, 28), (1, 12), (1998, 2026)))
        return f"ngày {day:02} tháng {month if month > 2 else f'0{month}'} năm {year}"

    def _party_head(self, place, kind):
        body, symbol = self.chance.choice(PARTY_BODIES)
        return [
            f"TỈNH ỦY {place.upper()} || ĐẢNG CỘNG SẢN VIỆT NAM", f"{body} || ", "* || ",
            f"Số {self.chance.randint(1, 1400):02}-{TYPES[kind]}/{symbol} || {place}, {self._date()}",
        ]

    def _state_head(self, place, kind):
        body, symbol = self.chance.choice(STATE_BODIES)
        return [
            f"{body} || CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            f"TỈNH {place.upper()} || Độc lập - Tự do - Hạnh phúc",
            f"Số: {self.chance.randint(1, 4000):02}/{TYPES[kind]}-{symbol} || {place}, {self._date()}",
        ]

    def _subject(self):
        words = next(l for l in self._lines(self.official) if 12 <= len(l.split()) <= 40).split()
        words = words[:self.chance.randint(10, 22)]
        middle = len(words) // 2
        return " ".join(words[:middle]) + "\n" + " ".join(words[middle:])

    def _body(self, party):
        budget, section, items = self.chance.randint(240, 340), 0, []
        while budget > 0:
            path = self.official if self.chance.random() < 0.75 else self.general
            if section < len(ROMAN) and self.chance.random() < 0.3:
                items += ["", f"{ROMAN[section]}{'-' if party else '.'} {self.chance.choice(SECTIONS)}", ""]
                section += 1
            for index, line in enumerate(self._lines(path)):
                if index >= self.chance.randint(1, 3):
                    break
                line = self._labelled(" ".join(line.split()[:90]), index)
                items.append(line)
                budget -= len(line.split())
        return items

    def _labelled(self, line, index):
        if not line[0].isalpha() or line[1] in ".)" or line.startswith("Điều") or self.chance.random() < 0.4:
            return line
        number = self.chance.randint(1, 9)
        return self.chance.choice(
            (f"- {line}", f"{number}. {line}", f"{number}.{index + 1}. {line}", f"{'abcdđeg'[index]}) {line}")
        )

    def _lines(self, path):
        """Lines of a corpus from a place drawn at random."""
        with open(path, "rb") as corpus:
            corpus.seek(self.chance.randrange(os.path.getsize(path) * 98 // 100))
            corpus.readline()
            for raw in corpus:
                line = " ".join(unicodedata.normalize("NFC", raw.decode("utf-8")).split())
                if len(line.split()) > 5 and "||" not in line and line[0] not in "#=":
                    yield line

    def _draw(self, position):
        parts, weights = zip(*self.names[position])
        return self.chance.choices(parts, [w ** 0.6 for w in weights])[0]

    def _foot(self, party):
        signer, title = self.chance.choice(SIGNERS)
        commune = self.chance.choice(self.communes)
        name = " ".join(self._draw(p) for p in ("family", "middle", "given"))
        archive = "- Lưu Văn phòng." if party else "- Lưu: VT, TH."
        return [
            f"Nơi nhận: || {signer}", f"- Như trên; || {title}", f"- UBND xã {commune}; || ",
            f"{archive} || {name}",
        ]


def main():
    folder, first, count, data, official, general = sys.argv[1:]
    composer = Composer(data, official, general)
    for number in range(int(first), int(first) + int(count)):
        target = os.path.join(folder, f"q{number:03}")
        os.makedirs(target, exist_ok=True)
        with open(os.path.join(target, "source.txt"), "w", encoding="utf-8") as out:
            out.write(composer.page(number) + "\n")


main()

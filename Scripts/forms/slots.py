"""What fills the slots of forms: names of people and places, dates, numbers, words of the archive."""

import csv
import lzma
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
TABLES = os.path.join(HERE, "..", "..", "Dictionaries", "tables")
DATA = os.path.join(HERE, "..", "data")
ETHNIC = """Y Thông;A Kang;A Thút;Ksor H'Nhan;Rơ Châm Y Bôn;K'Sét;Điểu K'Lin;Lò Văn Ún;Giàng A Chu;Vàng Thị Mỷ
H'Yim Kđoh;Ma Seo Páo;Thào Xuân Sùng;Siu Hương;Kpă Thuyên;Y Biêr Niê;Đinh Thị Xuân Trang;Hồ Văn Niềm;Chẻo Ông Trình
Sùng A Hồng;Cầm Bá Tiến;Quàng Văn Hương;Mùa A Sơn;Tẩn Chin Chô;Bùi Văn Tỉnh;Nông Quốc Tuấn;Bàn Kiều Hoa;Lầu Minh Pó
Rah Lan Chung;Nay H'Ban;Thạch Thị Dân;Kim Rương;Danh Út;Châu Chanh Thi;Đàng Thị Mỹ Hương;Mai A;Lý A Lềnh"""
CITED = re.compile(r"ngày \d[^;]{5,30} của [^;,]{3,60}? ((?:về|quy định|ban hành|hướng dẫn|phê duyệt|sửa đổi|thành lập|công bố|tổ chức|quy chế|chính sách) [^;]{8,260})(?:[;.]$|; )")
RANKS = {
    "army": ["Đại tướng", "Thượng tướng", "Trung tướng", "Thiếu tướng", "Đại tá", "Thượng tá", "Trung tá", "Thiếu tá",
             "Đại úy", "Thượng úy", "Đại tá, TS.", "Thiếu tướng, PGS.TS."],
    "academic": ["PGS.TS.", "GS.TS.", "TS.", "ThS.", "PGS, TS", "GS.TSKH.", "BS.CKII.", "TS", "PGS. TS.", "ThS.BS."],
}


GENERIC = set("""ỦY BAN NHÂN DÂN TỈNH HUYỆN XÃ THÀNH PHỐ PHƯỜNG THỊ TRẤN QUẬN SỞ BỘ CHẤP HÀNH THƯỜNG VỤ TRƯỞNG TRUNG ƯƠNG ĐẢNG BỘ CÔNG TY
CỔ PHẦN PHÒNG CỤC TỔNG CHI BAN HỘI ĐỒNG TÒA ÁN VIỆN KIỂM SÁT CHỈ HUY TRUNG TÂM BỆNH TRƯỜNG VÀ CHỦ TỊCH VĂN""".split())


def running(lines):
    """Lines of a name in capitals as it stands in running text."""
    words = " ".join(lines).split()
    return " ".join(
        word.capitalize() if number == 0 or word not in GENERIC and word.isalpha() and len(word) > 1
        else word.lower() if word in GENERIC else word for number, word in enumerate(words))


def tsv(path, columns=1):
    with open(path, encoding="utf-8") as source:
        for line in source:
            row = line.rstrip("\n").split("\t")
            if not line.startswith("#") and len(row) >= columns:
                yield row


class Slots:
    """Draws from lists; `chance` is the generator's source of chance."""

    def __init__(self, lists, filler=None):
        self.chance = None
        self._names(os.path.join(lists, "person_names.tsv"))
        self._places(os.path.join(lists, "gazetteer.tsv"))
        self.subjects = [row[1] for row in tsv(os.path.join(lists, "forms", "binhduong_subjects.tsv"), 2)
                         if 25 < len(row[1]) < 260]
        self.types = {row[0]: row[1].split() for row in tsv(os.path.join(TABLES, "document_types.tsv"), 3)}
        self.units = [g for row in tsv(os.path.join(TABLES, "symbols.tsv"), 2) if row[1] in ("body",)
                      for g in [row[0]] if g.isalpha() and 1 < len(g) < 7]
        self.syllables = [row[0] for row in tsv(os.path.join(lists, "syllables.tsv"), 2)
                          if row[1].isdigit() and int(row[1]) > 400]
        self.sentences, self.matters, self.cited = self._filler(filler) if filler else ([], [], [])

    def _names(self, path):
        self.names = {"family": [], "middle": [], "given": []}
        with open(path, encoding="utf-8") as source:
            for row in csv.DictReader(source, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["position"] in self.names and int(row["count_total"]) > 5 and row["name_part"].isalpha():
                    self.names[row["position"]].append((row["name_part"], int(row["count_total"]) ** 0.55))

    def _places(self, path):
        self.places = {"province": [], "district": [], "commune": []}
        with open(path, encoding="utf-8") as source:
            for row in csv.DictReader(source, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["level"] in self.places and not row["name"].isdigit():
                    self.places[row["level"]].append((row["unit_type"].strip(), " ".join(row["name"].split())))

    def _filler(self, folder):
        """Sentences, matters of "về việc", from the first lines of the corpora of a folder, and those of cited documents."""
        sentences, matters, cited = [], [], set()
        for name in sorted(os.listdir(folder)):
            if "legal" not in name or ".txt" not in name:
                continue
            opener = lzma.open if name.endswith(".xz") else open
            with opener(os.path.join(folder, name), "rt", encoding="utf-8") as lines:
                for number, line in enumerate(lines):
                    if " ngày " in line:
                        cited.update(CITED.findall(line))
                    if number > 60000:
                        continue
                    line = " ".join(line.split())
                    matters += re.findall(r"về (?:việc )?((?:[a-zà-ỹ,\-]+ ){5,30}[a-zà-ỹ]+)[.;]", line)[:1]
                    if number % 4 == 0 and 6 < len(line.split()) < 150 and line[0].isupper():
                        sentences.append(line)
        return sentences, matters, sorted(text for text in cited if "ngày" not in text and "(" not in text)

    def pick(self, items):
        return self.chance.choice(items)

    def maybe(self, share):
        return self.chance.random() < share

    def _draw(self, position):
        parts, weights = zip(*self.names[position])
        return self.chance.choices(parts, weights)[0]

    def name(self):
        """A person's name as printed."""
        if self.maybe(0.06):
            return self.pick(ETHNIC.replace("\n", ";").split(";"))
        middles = [self._draw("middle") for _ in range(self.chance.choices((0, 1, 2), (2, 7, 1))[0])]
        return " ".join([self._draw("family")] + middles + [self._draw("given")])

    def place(self, level):
        return self.pick(self.places[level])

    def word(self, count):
        return " ".join(self.pick(self.syllables) for _ in range(count))

    def sentence(self):
        """A sentence of the filler, or an invented one."""
        if self.sentences and self.maybe(0.97):
            return re.sub(r"^(Điều \d+\w?|Chương \w+|Mục \d+)[.:]\s*", "", self.pick(self.sentences)) or "Không."
        text = self.word(self.chance.randint(8, 40))
        if self.maybe(0.5):
            text += f" trong năm {self.year()}, đạt {self.chance.randint(1, 99)},{self.chance.randint(0, 9)}%"
        return text[0].upper() + text[1:] + self.pick(".;:.")

    def year(self):
        return self.chance.choices((self.chance.randint(2003, 2026), self.chance.randint(2015, 2026)), (1, 2))[0]

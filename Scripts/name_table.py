"""Mines the parts of personal names that follow a title or a role in the corpora.

usage: name_table.py CORPUS... > names.tsv

Columns: part, position (family, middle, given), count.
"""

import itertools
import re
import sys
from collections import Counter

ROLE = (
    "ông|bà|anh|chị|em|cháu|đồng chí|đ/c|Ông|Bà|Anh|Chị|Đồng chí|Chủ tịch|Phó Chủ tịch|Bí thư|Phó Bí thư|"
    "Giám đốc|Phó Giám đốc|Bộ trưởng|Thứ trưởng|Trưởng ban|Phó Trưởng ban|Thủ tướng|Tổng Bí thư|luật sư|"
    "bác sĩ|nhà báo|ca sĩ|diễn viên|bị cáo|nhà văn|nhà thơ|nghệ sĩ|tiến sĩ|giáo sư|thầy|cô|cầu thủ|TS|PGS|ThS"
)
WORD = r"[^\W\d_]+"
NAME = re.compile(rf"\b(?:{ROLE})\.? ({WORD}(?: {WORD}){{1,4}})")
FAMILIES = """Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh
 Đinh Lâm Phùng Mai Tô Trương Hà Tạ Thái Châu Cao La Lương Lưu Quách Tăng Kiều Chu Thạch Triệu Doãn Tống Hứa
 Nghiêm Quang Bạch Từ Diệp Ninh Ông Nông Lò Vi Hoa Giáp Khuất Mạc Đàm Đậu Thân Văn Viên Ma Bế Sùng Giàng Vàng
 Lầu Thào Mã Khương Kim Âu Tôn Ung Ngụy Thiều Bành Cù Cung Đồng Đường Đới Hàn Hán Kha Khổng Lại Liêu Lục Lữ
 Mẫn Nhữ Nhâm Ngọ Phí Phó Sử Thẩm Tiêu Trà Trang Trầm Úng Uông Vưu Xa Y Danh Sơn Lù Quàng Cầm Điêu Hà Hờ
 Tòng Bàn Chảo Phàn Tẩn Lộc Chúc Chử Cấn""".split()
LEAST = {"family": 5, "middle": 10, "given": 10}


def leading_capitals(words):
    """The words up to the first that is not written with one capital at its head."""
    return list(itertools.takewhile(lambda w: w.istitle() and len(w) > 1 or w in ("Y", "Á"), words))


def book(parts, counts):
    """Counts the parts of one name of two to four syllables."""
    if 2 <= len(parts) <= 4 and parts[0] in FAMILIES:
        counts["family"][parts[0]] += 1
        counts["given"][parts[-1]] += 1
        counts["middle"].update(parts[1:-1])


def main():
    counts = {"family": Counter(), "middle": Counter(), "given": Counter()}
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                for words in NAME.findall(line):
                    book(leading_capitals(words.split()), counts)
    print("part\tposition\tcount")
    for part, position, n in sorted(
        (p, k, n) for k, c in counts.items() for p, n in c.items() if n >= LEAST[k]
    ):
        print(part, position, n, sep="\t")


main()

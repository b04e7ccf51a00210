"""Parts of documents: heading, title, running text, recipients with signature, annex."""

from . import junk
from .layout import Block, Item, Row, blank
from .lists import addressees, archive, recipients
from .printed import date, number
from .slots import RANKS
from .subjects import matter

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


class Draft:
    """A document in the making: the page, the blocks on it, the record."""

    def __init__(self, s, house, style):
        self.s, self.house, self.style = s, house, style
        self.blocks = []
        self.record = {"form": house.form, "secrecy": None, "urgency": None, "copy_form": None, "addressees": [],
                       "recipients": [], "archive_note": None, "signers": [], "superior_body": None, "issuing_body": None,
                       "co_issuers": [], "subject": None, "place": None, "date": None}
        if house.name in ("mass", "youth"):
            del self.record["form"]          # whose norm they follow is not settled

    def add(self, items, indent=0, left=0):
        self.blocks.append(Block(items, self.style.width, indent, left))

    def row(self, *cells, starts=None):
        starts = starts or [0, self.style.column]
        order = self.style.order if len(cells) == 2 else None
        self.blocks.append(Row(list(cells), starts, self.style.width, order))

    def space(self):
        for _ in range(self.style.space):
            self.add([blank()])


class Style:
    """The page: its width, where its right column begins, how densely it is set."""

    def __init__(self, s):
        self.width = s.pick((76, 84, 90, 96, 104, 112))
        self.column = min(self.width - 36, s.pick((24, 28, 30, 34, 38, 42, 42, 46, 52)))
        self.space = s.chance.choices((0, 1, 2), (2, 6, 1))[0]
        self.mark = s.pick(("-", "-", "-", "- ", "+", "*", "–", ""))
        self.center = s.maybe(0.6)
        self.align = "c" if self.center else "l"
        self.rules = s.maybe(0.5)
        self.newer = s.maybe(0.2)          # HÒA printed as HOÀ
        self.order = (1, 0) if s.maybe(0.08) else (0, 1)


def broken(s, lines):
    """Lines of a name, now and then broken at another place."""
    words = " ".join(lines).split()
    if len(words) < 4 or not s.maybe(0.25):
        return lines
    cut = s.chance.randint(2, len(words) - 2)
    return [" ".join(words[:cut]), " ".join(words[cut:])]


def org_items(d, house):
    items = [Item(line, "superior", d.style.align) for line in broken(d.s, house.sup)]
    items += [Item(line, "org", d.style.align) for line in broken(d.s, house.org)]
    if d.house.form == "party" and d.s.maybe(0.8):
        items.append(Item("*", "rule", d.style.align))
    elif d.style.rules:
        items.append(Item(d.s.pick(("-------", "________", "--------------", "*****")), "rule", d.style.align))
    return items


def nation_items(d):
    align = d.style.align
    nation = NATION.replace("HÒA", "HOÀ") if d.style.newer else NATION
    if d.house.form == "party":
        items = [Item("ĐẢNG CỘNG SẢN VIỆT NAM", "nation", align)]
    elif d.house.name == "youth":
        items = [Item("ĐOÀN TNCS HỒ CHÍ MINH", "nation", align)]
    elif d.s.maybe(0.04):
        return [Item(f"{nation} {MOTTO}", "nation_motto", align)]
    else:
        items = [Item(nation, "nation", align), Item(d.s.pick((MOTTO, MOTTO, MOTTO.replace(" - ", " – "))), "motto", align)]
    if d.style.rules:
        items.append(Item(d.s.pick(("---------------", "_______________", "----------")), "rule", align))
    return items


def heading(d, code, letter=False, legal=False, vv=None, word="Số", old=False, headless=False, gaps=0.12, year=None):
    """The heading; fills number, bodies, place and date."""
    s, house, record = d.s, d.house, d.record
    year = year or s.year()
    printed, field = number(s, house, code, letter, year, legal, gaps, word, old)
    record["document_number"] = field
    record["issuing_body"] = " ".join(house.org)
    record["superior_body"] = " ".join(house.sup) or None
    dated, record["date"] = date(s, house.place, year)
    record["place"] = house.place
    align = d.style.align
    low_left = [Item(printed, "number", align)]
    if vv:
        low_left += [Item(vv, "vv", align)]
    low_right = [Item(dated, "place_date", align)]
    stamp(d, low_left)
    if headless:
        d.row(low_left, low_right)
        record["issuing_body"] = record["superior_body"] = None
        return
    left, right = org_items(d, house), nation_items(d)
    if s.maybe(0.12) and house.level == "company":
        left += junk.items(junk.letterhead(s))
    if s.maybe(0.06):
        (left if s.maybe(0.5) else low_left).extend(junk.items(junk.arrival(s, house)))
    if s.maybe(0.05):
        (low_right if s.maybe(0.5) else low_left).extend(junk.items(junk.signature(s, house)))
    if s.maybe(0.5):
        while len(left) < len(right) and s.maybe(0.7):
            left.append(blank())
        d.row(left + low_left, right + [blank()] * max(0, len(left) - len(right)) + low_right)
    else:
        d.row(left, right)
        if s.maybe(0.4):
            d.space()
        d.row(low_left, low_right)


def stamp(d, cell):
    """Secrecy or urgency beside the heading."""
    if d.s.maybe(0.06):
        value = d.s.pick(("Mật", "Tối mật", "Tuyệt mật"))
        d.record["secrecy"] = value
        cell.append(Item(value.upper(), "stamp"))
    if d.s.maybe(0.06):
        value = d.s.pick(("Hỏa tốc", "Khẩn", "Thượng khẩn"))
        d.record["urgency"] = value
        cell.append(Item(value.upper(), "stamp"))


def title(d, name, subject=None, capitals=None, enactor=None):
    """Type in capitals, subject below, an enactor's line."""
    s = d.s
    d.record["document_type"] = name
    d.space()
    items = [Item(name.upper(), "type", "c")]
    if subject is not None:
        about = subject.upper() if capitals else s.pick(("Về việc ", "Về việc ", "về ", "")) + subject
        if not capitals and about[0].islower() and s.maybe(0.7):
            about = about[0].upper() + about[1:]
        d.record["subject"] = about
        room = s.pick((40, 52, 64, d.style.width))
        items += [Item(line, "subject", "c") for line in fold(about, min(room, d.style.width))]
    if d.style.rules:
        items.append(Item(s.pick(("-------", "-----", "_________", "***")), "rule", "c"))
    d.add(items)
    if enactor:
        d.space()
        lines = [enactor]
        if d.house.name == "council" and s.maybe(0.6):
            lines.append(s.pick(("KHÓA {}, KỲ HỌP THỨ {}", "KHÓA {} - KỲ HỌP THỨ {}", "Khóa {}, kỳ họp thứ {}")).format(s.pick("VIII IX X XI".split()), s.pick(("8", "12", "SÁU", "MƯỜI", "4"))))
        d.add([Item(line, "authority", "c") for line in lines])
    d.space()


def fold(text, width):
    import textwrap
    return textwrap.wrap(text, max(width, 20), break_long_words=False, break_on_hyphens=False)


def bases(d, year):
    """Căn cứ."""
    s = d.s
    dash = s.pick(("", "", "- "))
    kinds = ("Luật {t} số {n}/{y}/QH{q}", "Luật Tổ chức chính quyền địa phương ngày {d}", "Nghị định số {n}/{y}/NĐ-CP ngày {d} của Chính phủ về {m}",
             "Quyết định số {n}/QĐ-UBND ngày {d} của Ủy ban nhân dân tỉnh {p}", "Thông tư số {n}/{y}/TT-BTC ngày {d}", "Công văn số {n}/{u}-{u} ngày {d} của {p}")
    for _ in range(s.chance.randint(1, 5)):
        text = s.pick(kinds).format(t=s.word(3), n=s.chance.randint(1, 200), y=year - s.chance.randint(0, 5), q=s.chance.randint(11, 15), p=s.place("province")[1],
                                    d=f"{s.chance.randint(1, 28):02} tháng {s.chance.randint(1, 12)} năm {year - 1}", u=s.pick(s.units), m=matter(s)[:90].rsplit(" ", 1)[0])
        d.add([Item(f"{dash}Căn cứ {text};", "basis")], indent=d.style.space * 4)
    d.add([Item(f"{dash}{s.pick(('Theo', 'Xét'))} đề nghị của {s.pick(('Giám đốc Sở Nội vụ', 'Chánh Văn phòng', 'Vụ trưởng Vụ Pháp chế', 'Trưởng phòng Tổ chức'))}{s.pick(('.', ';', ','))}", "basis")])


def prose(d, count=None, articles=False):
    """The running text with page furniture."""
    s, page = d.s, 2
    for number in range(count or s.chance.randint(3, 14)):
        label = f"Điều {number + 1}. " if articles else s.pick(("", "", "- ", f"{number + 1}. ", f"{'abcdđ'[number % 5]}) "))
        text = label + s.sentence()
        if number and s.maybe(0.06):
            d.add([blank(), Item(junk.furniture(s, d.house, page), "junk", s.pick("lcr")), blank()][0 if s.maybe(0.6) else 1:])
            page += 1
        d.add([Item(text, "body")], indent=s.pick((0, 4, 6)) if d.style.space else 0)
        if s.maybe(0.1 * d.style.space):
            d.add([blank()])
        if s.maybe(0.04):
            d.add([Item(f"{s.pick('I II III IV'.split())}{s.pick(('.', '-'))} {s.word(4).upper()}", "body", s.pick("lc"))])
        if s.maybe(0.03):
            d.row([Item("TT", "table"), Item("1", "table"), Item("2", "table")], [Item(s.word(2), "table"), Item(s.word(3), "table"), Item(s.word(2), "table")],
                  [Item("Số tiền", "table"), Item(f"{s.chance.randint(1, 900)}.000", "table"), Item(f"{s.chance.randint(1, 900)}", "table")],
                  starts=[2, 10, d.style.width - 16])


def person(d, house):
    """(printed name, rank or None, name)."""
    s = d.s
    name = s.name()
    if s.maybe(0.12):
        name = name.upper()
    share = 0.75 if house.rank else 0.06
    rank = s.pick(RANKS[house.rank or "academic"]) if s.maybe(share) else None
    if rank and name.isupper() and not rank.isupper() and "." not in rank and s.maybe(0.5):
        rank = rank.upper()
    return (f"{rank}{'' if rank and rank.endswith('.') and s.maybe(0.2) else ' '}{name}" if rank else name), rank, name


def as_printed(s, authority, office):
    """Authority and office in other letters, or of one who acts."""
    if office and not authority and s.maybe(0.05):
        office = [s.pick(("Q. ", "Q.", "QUYỀN ", "PHỤ TRÁCH ")) + office[0]] + office[1:]
    if s.maybe(0.07):
        authority = [mixed(line) for line in authority]
        office = [mixed(line) for line in office]
    return authority, office


def mixed(line):
    """Capitals as a typist sets them in small letters: marks of authorities stay."""
    words = line.split()
    kept = 1 if words and (words[0].endswith(".") or "/" in words[0]) else 0
    text = " ".join(words[kept:]).lower()
    return " ".join(words[:kept] + [text[:1].upper() + text[1:]])


def signature(d, house=None, align=None, body_line=None, choice=None):
    """Items of a signature block; appends the signer to the record."""
    s, house = d.s, house or d.house
    authority, office = as_printed(s, *(choice or s.pick(house.signers)))
    align = align or s.pick("ccl")
    items = [Item(line if s.maybe(0.96) else line.replace(". ", "."), "sign_authority", align) for line in authority]
    told = " / ".join(item.text for item in items) or None
    if body_line:
        items.append(Item(body_line, "sign_authority", align))
        told = f"{told} {body_line}"
    items += [Item(line, "sign_title", align) for line in office]
    items += [blank()] * s.pick((0, 0, 1, 2, 3))
    if s.maybe(0.35):
        items += [Item(s.pick(("(Đã ký)", "(đã ký)", "(Ký tên, đóng dấu)", "Đã ký", "(Đã ký và đóng dấu)")), "sign_mark", align)]
        items += [blank()] * s.pick((0, 0, 1))
    elif s.maybe(0.08):
        items += junk.items(junk.signature(s, house), align)
    printed, rank, name = person(d, house)
    if s.maybe(0.02):
        printed, rank, name = "", None, None
    elif rank and s.maybe(0.12):
        items.append(Item(rank, "signer", align))
        printed = name
    items.append(Item(printed, "signer", align))
    if s.maybe(0.04):
        items += junk.items(junk.signature(s, house), align)
    d.record["signers"].append({"authority": told, "title": " ".join(office) or None, "rank": rank, "name": name})
    return items


def recipient_items(d, letter, fixed=None):
    s, house, style = d.s, d.house, d.style
    names = fixed if fixed is not None else recipients(s, house, letter)
    note = archive(s, house)
    stop = s.pick((";", ";", ";", ",", ".", "")) if house.form != "party" else s.pick((",", ",", ";"))
    mark = (style.mark.strip() + (" " if s.maybe(0.93) else "")) if style.mark else ""
    hang = len(mark) if s.maybe(0.15) else 0
    head = s.pick(("Nơi nhận:", "Nơi nhận:", "Nơi nhận", "NƠI NHẬN:", "Nơi nhận :")) if house.form == "party" else s.pick(("Nơi nhận:",) * 5 + ("Nơi nhận", "NƠI NHẬN:", "Nơi gửi:"))
    if house.name == "old":
        head = s.pick((head, "Nơi gửi:"))
    items = [Item(head, "rec_head")]
    items += [Item(f"{mark}{name}{stop}", "recipients", hang=hang) for name in names]
    typist = s.pick((None,) * 24 + (f"{s.word(1)[:3].upper()}/{s.chance.randint(2, 30)}b", f"{s._draw('given')}/{s.chance.randint(1, 20)}b"))
    items.append(Item(f"{mark}{note}{s.pick(('.', '.', '')) if not typist else ''}", "archive", hang=hang))
    if typist:
        items.append(Item(typist, "archive"))
        note = f"{note} {typist}"
    d.record["recipients"], d.record["archive_note"] = names, note
    return items


def foot(d, letter=False, starts=None, body_line=None):
    """Recipients at the left, the signature at the right."""
    closing(d)
    d.space()
    left = recipient_items(d, letter)
    choice = d.s.pick(d.house.signers)
    if not body_line and choice[0] and choice[0][-1].startswith(("KT. BỘ TRƯỞNG", "KT. CHÁNH ÁN", "KT. VIỆN", "KT. TỔNG")) and d.s.maybe(0.2):
        body_line = " ".join(d.house.org)
    right = signature(d, body_line=body_line, choice=choice)
    if d.s.maybe(0.2):
        right = [blank()] * d.s.chance.randint(1, 2) + right
    elif d.s.maybe(0.15):
        left = [blank()] + left
    d.row(left, right, starts=starts)
    if d.s.maybe(0.12):
        d.add(junk.items(junk.letterhead(d.s)))


def closing(d):
    """The last sentence, as letters and decisions end."""
    text = d.s.pick(("Trân trọng./.", "Đề nghị các đơn vị nghiêm túc thực hiện./.", "Kính báo cáo.", "Quyết định này có hiệu lực kể từ ngày ký./.", "Trân trọng cảm ơn!"))
    if d.s.maybe(0.5):
        d.add([Item(text, "body")])
    if d.s.maybe(0.1):
        d.space()
        d.add([Item(enclosed(d.s), "body", d.s.pick("llc"))])


def enclosed(s):
    """A note of what is sent along."""
    things = ("Dự thảo Quyết định", "Đề án", "Phụ lục số liệu", "Biểu tổng hợp số liệu", "Đề cương báo cáo", "danh sách", "Tờ trình", "Kế hoạch", "hồ sơ thiết kế", "bản sao các văn bản liên quan")
    first, second = s.chance.sample(things, 2)
    return s.pick((f"(Gửi kèm: (1) {first}; (2) {second})", f"(Gửi kèm {first})", f"(Kèm theo {first} và {second})", f"(Có {first} kèm theo)", f"(Tài liệu gửi kèm gồm: {first}, {second})./.",
                   f"(Kèm theo Quyết định này có {first} và {second})", f"Hồ sơ gửi kèm: {first}; {second}.", f"(Có {first} chi tiết kèm theo)"))


def kinh_gui(d, count=None):
    """Kính gửi with one addressee on its line or several below."""
    s = d.s
    names = addressees(s, d.house, count)
    d.record["addressees"] = names
    d.space()
    head = s.pick(("Kính gửi:", "Kính gửi:", "Kính gửi:", "KÍNH GỬI:", "Kính gửi :", "Kính gởi:"))
    left = s.pick((0, 8, 14, 20))
    if len(names) == 1:
        d.add([Item(f"{head} {names[0]}{s.pick(('', '', '.', ';'))}", "addressee", s.pick("lc"))], left=left)
    else:
        mark = s.pick(("- ", "- ", "-", "+ ", ""))
        joined = s.maybe(0.25) and mark
        stop, end = s.pick(((";", "."), (";", "."), (",", "."), (",", ","), ("", ""), (";", ";")))
        rows = [f"{mark}{name}{stop if n + 1 < len(names) else end}" for n, name in enumerate(names)]
        if joined:
            rows[0] = f"{head} {rows[0]}"
        else:
            d.add([Item(head, "addressee")], left=left)
        for row in rows:
            d.add([Item(row, "addressee")], left=left + (0 if joined else s.pick((0, 4, 4))))
    d.space()

"""Rare forms: joint documents, copies, minutes, contracts, invitations, telegrams, laws, forms of other times."""

from . import houses, junk, parts
from .layout import Block, Item, Row, blank
from .parts import Draft, Style
from .printed import date, number
from .subjects import matter
from .slots import running

TEMPLATES = {}


def template(function):
    TEMPLATES["rare." + function.__name__] = function
    return function


def new(s, *names):
    return Draft(s, houses.ALL[s.pick(names)](s), Style(s))


def before(d):
    """What stands above the heading and is none of the document."""
    s = d.s
    if s.maybe(0.03):
        d.record["copy_form"] = "Sao y"
        d.add([Item(line, zone) for zone, line in zip(("stamp", "junk", "junk"), ("SAO Y", f"{s.pick(('Văn phòng', 'Sở Nội vụ', 'UBND xã'))}", junk.moment(s)))], left=s.pick((0, 40)))
    for share, lines in ((0.08, lambda: junk.signature(s, d.house)), (0.04, lambda: junk.gazette(s)), (0.05, lambda: junk.portal(s, d.house)), (0.03, lambda: junk.arrival(s, d.house))):
        if s.maybe(share):
            d.add(junk.items(lines(), s.pick("llcr")), left=0)
            if s.maybe(0.5):
                d.add([blank()])


def after(d, kind):
    """Annexes and notes behind the foot."""
    s = d.s
    if s.maybe(0.06):
        d.add(junk.items(junk.signature(s, d.house)))
    if s.maybe(0.16):
        d.add([blank(), Item(s.pick(("PHỤ LỤC", "Phụ lục I", "PHỤ LỤC 01", "DANH SÁCH", "QUY CHẾ", "BIỂU MẪU")), "annex", "c"), Item(matter(s).upper() if s.maybe(0.5) else matter(s), "annex", "c"),
               Item(f"(Kèm theo {kind} số {d.record['document_number']['value'] or '     '} ngày {s.chance.randint(1, 28)}/{s.chance.randint(1, 12)}/{s.year()} của {running(d.house.org)})", "annex", "c")])
        for _ in range(s.chance.randint(2, 8)):
            d.add([Item(s.sentence(), "annex")])
        if s.maybe(0.3):
            annexed_form(d)
        if s.maybe(0.2):
            d.row([Item("NGƯỜI LẬP BIỂU", "annex", "c"), blank(), Item(s.name(), "annex", "c")], [Item("THỦ TRƯỞNG ĐƠN VỊ", "annex", "c"), blank(), Item(s.name(), "annex", "c")])
    if s.maybe(0.05):
        d.add(junk.items(junk.portal(s, d.house)))


def annexed_form(d):
    """A form to be filled in, with a national title of its own, which opens no document."""
    s = d.s
    head = [Item(s.pick(("Mẫu số 01", "Mẫu 02", "Biểu mẫu số 3")), "annex", "r"), Item(parts.NATION, "annex", "c"), Item(parts.MOTTO, "annex", "c"),
            Item("......., ngày ... tháng ... năm ......", "annex", "r"), Item(s.pick(("ĐƠN ĐỀ NGHỊ", "TỜ KHAI", "BIÊN BẢN", "GIẤY XÁC NHẬN")), "annex", "c"),
            Item("Kính gửi: ...................................", "annex", "c")]
    d.add(head)
    for label in ("1. Họ và tên: ........................", "2. Ngày sinh: ....../....../......", "3. Địa chỉ: ..........................................", "4. Nội dung đề nghị: ................"):
        d.add([Item(label, "annex")])
    d.row([blank()], [Item(s.pick(("NGƯỜI LÀM ĐƠN", "THỦ TRƯỞNG ĐƠN VỊ")), "annex", "c"), Item("(Ký, ghi rõ họ tên)", "annex", "c")])


@template
def invitation(s):
    d = new(s, "province", "district", "department", "party_province", "mass", "school", "company")
    before(d)
    parts.heading(d, "GM")
    about = matter(s)
    parts.title(d, "Giấy mời", s.pick(("Họp ", "Dự Hội nghị ", "Về việc ", "họp bàn ", "Tham dự ")) + about, capitals=False)
    guests = s.pick(("Kính gửi", "Kính gửi", "Kính mời"))
    if guests == "Kính gửi":
        parts.kinh_gui(d)
    else:
        d.add([Item(f"Trân trọng kính mời: {'các đồng chí'} có tên dưới đây dự họp:", "body")])
    prose = [f"{running(d.house.org)} trân trọng kính mời đồng chí dự họp như sau:", f"1. Thời gian: {s.chance.randint(7, 14)} giờ 30, ngày {s.chance.randint(1, 28)}/{s.chance.randint(1, 12)}/{s.year()}.",
             f"2. Địa điểm: Phòng họp số {s.chance.randint(1, 5)}, {running(d.house.org)}.", "3. Thành phần:", f"- Lãnh đạo {s.pick(s.units)}, {s.pick(s.units)};", "Rất mong các đồng chí đến dự đúng giờ./."]
    d.add([Item(line, "body") for line in prose])
    parts.foot(d, letter=guests == "Kính gửi")
    return d


@template
def telegram(s):
    d = new(s, "province", "government", "ministry", "board", "district")
    before(d)
    parts.heading(d, "CĐ")
    about = matter(s)
    parts.title(d, "Công điện", about, capitals=s.maybe(0.3))
    opener = s.pick((f"{' '.join(d.house.org)} điện:", f"{' '.join(d.house.org)} - điện:", f"{d.house.signers[0][1][0] if d.house.signers[0][1] else 'CHỦ TỊCH'} {' '.join(d.house.org)} điện:", f"{running(d.house.org)} điện:", None, None))
    if opener:
        d.add([Item(opener, "addressee")])
        names = parts.addressees(s, d.house)
        d.add([Item(f"- {name}{';' if n + 1 < len(names) else '.'}", "addressee") for n, name in enumerate(names)], left=s.pick((0, 6)))
        d.space()
    parts.prose(d)
    parts.foot(d)
    return d


@template
def joint(s):
    """Two or three bodies issue together and sign side by side."""
    count = s.pick((2, 2, 2, 3))
    kinds = s.pick((("ministry",) * 3, ("department",) * 3, ("party_province",) * 3, ("mass", "department", "mass"), ("police", "court", "army")))[:count]
    owners = [houses.ALL[kind](s) for kind in kinds]
    lead = owners[0]
    d = Draft(s, lead, Style(s))
    before(d)
    names = [" ".join(owner.org) for owner in owners]
    year = s.year()
    kind, code = s.pick((("Thông tư liên tịch", "TTLT"), ("Kế hoạch liên tịch", "KHLT"), ("Nghị quyết liên tịch", "NQLT"), ("Hướng dẫn liên ngành", "HDLN"), ("Quy chế phối hợp", "QCPH"), ("Chương trình phối hợp", "CTPH"), ("Kế hoạch phối hợp", "KHPH")))
    syms = "-".join(owner.sym for owner in owners)
    saved, place = lead.sym, lead.place
    lead.sym = syms
    legal = code in ("TTLT", "NQLT") and lead.form == "state"
    printed, d.record["document_number"] = number(s, lead, code, False, year, legal)
    lead.sym = saved
    dated, d.record["date"] = date(s, place, year)
    d.record["place"] = place
    side = s.maybe(0.4) and count == 2
    d.record["superior_body"] = None
    d.record["issuing_body"], d.record["co_issuers"] = names[0], names[1:]
    if side:
        d.row([Item(names[0], "org", "c"), Item(printed, "number", "c")], [Item(names[1], "org", "c")])
        d.add([Item(x.text, x.zone, "c") for x in parts.nation_items(d)])
        d.add([Item(dated, "place_date", "r")])
    else:
        dash = s.pick((" - ", "-", None, None))
        org = [Item(dash.join(names), "org", d.style.align)] if dash else [Item(name, "org", d.style.align) for name in names]
        if dash:
            d.record["issuing_body"], d.record["co_issuers"] = dash.join(names), []
            del d.record["co_issuers"]
        d.row(org + [Item(printed, "number", d.style.align)], parts.nation_items(d) + [Item(dated, "place_date", d.style.align)])
    parts.title(d, kind, matter(s), capitals=s.maybe(0.4))
    parts.bases(d, year)
    parts.prose(d, articles=legal)
    d.space()
    if s.maybe(0.5):
        parts_items = parts.recipient_items(d, False)
        late = s.maybe(0.5)
        if not late:
            d.add(parts_items)
    else:
        parts_items, late = None, False
    body_line = s.maybe(0.4)
    cells = [parts.signature(d, owner, "c", " ".join(owner.org) if body_line and choice[0] else None, choice) for owner in owners for choice in [s.pick(owner.signers)]]
    height = max(map(len, cells))
    for cell in cells:
        while len(cell) < height and s.maybe(0.9):
            cell.insert(max(0, len(cell) - 1), blank())
    width = max(d.style.width, 34 * count)
    d.blocks.append(Row(cells, [n * (width // count) for n in range(count)], width))
    if late:
        d.add(parts_items)
    return d


def copy_block(d, form):
    """The second block of a copy: another body, number, date, recipients and signer, of which the record says only the form."""
    s = d.s
    house = houses.ALL[s.pick(("district", "commune", "department", "party_province", "school"))](s)
    name, code = {"Sao y": ("SAO Y", "SY"), "Sao lục": ("SAO LỤC", "SL"), "Trích sao": ("TRÍCH SAO", "TrS")}[form]
    printed, _ = number(s, house, "BS" if house.form == "party" else code, False, s.year())
    dated, _ = date(s, house.place, s.year())
    d.add([blank()])
    left = [Item(line, "junk", "c") for line in house.sup + house.org] + [Item(printed, "junk", "c")]
    right = [Item(s.pick((name, f"BẢN {name}", f"{name} BẢN CHÍNH" if form == "Sao y" else name)), "stamp", "c"), blank(), Item(dated, "junk", "c")]
    d.row(left, right)
    saved = (d.record["signers"], d.record["recipients"], d.record["archive_note"], d.house)
    d.record["signers"], d.house = [], house
    items = parts.recipient_items(d, False)
    block = parts.signature(d, house)
    d.record["signers"], d.record["recipients"], d.record["archive_note"], d.house = saved
    for item in items + block:
        item.zone = "junk" if item.zone else None
    d.row(items, block)


@template
def copy_certified(s):
    return copied(s, "Sao y")


@template
def copy_forwarded(s):
    return copied(s, "Sao lục")


@template
def copy_extract(s):
    return copied(s, "Trích sao")


def copied(s, form):
    from .templates import KINDS, ordinary
    house = s.pick(("province", "ministry", "department", "party_province", "government", "party_central"))
    kind, code = s.pick([row for row in KINDS[house].split(";") if row]).split(":")
    d = ordinary(s, house, kind, code)
    d.record["copy_form"] = form
    copy_block(d, form)
    return d


@template
def minutes(s):
    """Biên bản: two or three hands sign side by side, no recipients."""
    d = new(s, "commune", "district", "department", "school", "party_local", "company")
    before(d)
    numbered = s.maybe(0.4)
    parts.heading(d, "BB") if numbered else unnumbered(d)
    parts.title(d, "Biên bản", s.pick(("Họp ", "Hội nghị ", "Về việc ", "Kiểm tra ", "")) + matter(s), capitals=s.maybe(0.3))
    d.add([Item(f"Hôm nay, hồi {s.chance.randint(7, 16)} giờ 00 ngày {s.chance.randint(1, 28):02} tháng {s.chance.randint(1, 12):02} năm {s.year()}, tại {running(d.house.org)}, chúng tôi gồm:", "body")])
    for n in range(s.chance.randint(2, 5)):
        d.add([Item(f"{n + 1}. {s.pick(('Ông', 'Bà', 'Đ/c'))} {s.name()} - {s.pick(('Chủ trì', 'Thư ký', 'Thành viên', 'Chức vụ: Phó Trưởng phòng', 'Chủ tịch UBND xã'))}{s.pick((';', '', '.'))}", "body")])
    parts.prose(d, s.chance.randint(2, 8))
    d.add([Item(f"Biên bản kết thúc hồi {s.chance.randint(9, 17)} giờ 30 cùng ngày./.", "body")])
    d.space()
    titles = s.pick((("THƯ KÝ", "CHỦ TRÌ"), ("THƯ KÝ", "CHỦ TỌA"), ("ĐẠI DIỆN BÊN A", "ĐẠI DIỆN BÊN B"), ("NGƯỜI LẬP BIÊN BẢN", "ĐẠI DIỆN ĐƠN VỊ"), ("THƯ KÝ", "THÀNH VIÊN", "CHỦ TRÌ"), ("KẾ TOÁN TRƯỞNG", "GIÁM ĐỐC")))
    sides(d, titles)
    return d


def unnumbered(d):
    d.row(parts.org_items(d, d.house), parts.nation_items(d))
    d.record.update(document_number=None, issuing_body=" ".join(d.house.org), superior_body=" ".join(d.house.sup) or None)
    if d.s.maybe(0.5):
        dated, d.record["date"] = date(d.s, d.house.place, d.s.year())
        d.record["place"] = d.house.place
        d.add([Item(dated, "place_date", "r")])


def sides(d, titles):
    cells = [parts.signature(d, d.house, "c", None, ([], [title])) for title in titles]
    count = len(cells)
    d.blocks.append(Row(cells, [n * (d.style.width // count) for n in range(count)], d.style.width))


@template
def contract(s):
    d = new(s, "company", "company", "school")
    before(d)
    if s.maybe(0.5):
        d.add([Item(item.text, item.zone, "c") for item in parts.nation_items(d)])
        printed, d.record["document_number"] = number(s, d.house, "HĐ", False, s.year())
        subject = s.pick(("", "", matter(s)))
        d.record["issuing_body"] = d.record["superior_body"] = None
        parts.title(d, "Hợp đồng", subject or None, capitals=True)
        d.add([Item(printed, "number", "c")])
        del d.record["issuing_body"], d.record["superior_body"]
    else:
        parts.heading(d, "HĐ")
        parts.title(d, "Hợp đồng", s.pick(("Thuê ", "Mua bán ", "Về việc ")) + matter(s), capitals=s.maybe(0.5))
    parts.bases(d, s.year())
    for side in "AB":
        d.add([Item(f"BÊN {side}: {' '.join(houses.company(s).org)}", "body"), Item(f"Địa chỉ: số {s.chance.randint(1, 300)} đường {s.word(2).title()}, {s.place('province')[1]}", "body"),
               Item(f"Đại diện: Ông {s.name()}      Chức vụ: Giám đốc", "body"), Item(f"Mã số thuế: {s.chance.randint(10**9, 10**10 - 1)}", "body")])
    parts.prose(d, articles=True)
    d.space()
    sides(d, ("ĐẠI DIỆN BÊN A", "ĐẠI DIỆN BÊN B"))
    for signer in d.record["signers"]:
        signer["title"], signer["authority"] = signer["title"], None
    return d


@template
def law(s):
    """A law or ordinance of the National Assembly, signed below without recipients."""
    house = houses.House("assembly", s.pick((["QUỐC HỘI"], ["QUỐC HỘI"], ["ỦY BAN THƯỜNG VỤ QUỐC HỘI"])), "QH", "Hà Nội", "central", signers=[([], ["CHỦ TỊCH QUỐC HỘI"])])
    d = Draft(s, house, Style(s))
    before(d)
    year = s.chance.randint(1993, 2026)
    term = max(9, (year - 1946) // 5)
    ordinance = house.org[0].startswith("ỦY BAN")
    kind = "Pháp lệnh" if ordinance else s.pick(("Luật", "Luật", "Bộ luật"))
    value, sign = f"{s.chance.randint(1, 99):02}", f"{'UBTVQH' if ordinance else 'QH'}{term}"
    label = s.pick(("Số: ", f"{kind} số: ", "Luật số: " if not ordinance else "Pháp lệnh số: "))
    d.record.update(document_number={"value": f"{value}/{year}/{sign}", "number": value, "year": str(year), "symbol": sign}, issuing_body=house.org[0], superior_body=None, place=None, date=None)
    left = [Item(house.org[0], "org", "c"), Item("-------", "rule", "c"), Item(f"{label}{value}/{year}/{sign}", "number", "c")]
    right = parts.nation_items(d)
    if s.maybe(0.5):
        dated, d.record["date"] = date(s, "Hà Nội", year)
        d.record["place"] = "Hà Nội"
        right.append(Item(dated, "place_date", "c"))
    d.row(left, right)
    parts.title(d, kind, s.pick(("hải quan", "giá", "quảng cáo", "phòng, chống rửa tiền", "thi đua, khen thưởng", "sửa đổi, bổ sung một số điều của Luật " + s.word(3))), capitals=s.maybe(0.8))
    d.add([Item("Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;", "basis"), Item(f"{house.org[0].title()} ban hành {kind} {s.word(3)}.", "body")])
    parts.prose(d, articles=True)
    d.add([Item(f"{kind} này được {house.org[0].title()} khóa XV, kỳ họp thứ {s.chance.randint(1, 10)} thông qua ngày {s.chance.randint(1, 28)} tháng 6 năm {year}.", "body")])
    d.space()
    d.row([blank()], parts.signature(d, house, "c", None, (["TM. ỦY BAN THƯỜNG VỤ QUỐC HỘI"], ["CHỦ TỊCH"]) if ordinance else None))
    return d


@template
def order(s):
    """Lệnh of the President, alone or above the law it announces."""
    d = Draft(s, houses.president(s), Style(s))
    before(d)
    parts.heading(d, s.pick(("L", "L", "QĐ")), legal=True)
    kind = "Lệnh" if d.record["document_number"]["symbol"].startswith("L") else "Quyết định"
    about = s.pick(("Về việc công bố Luật", "Về việc công bố Pháp lệnh", "về việc cho thôi quốc tịch Việt Nam", "Về việc đặc xá năm " + str(s.year())))
    parts.title(d, kind, about, capitals=False, enactor=s.pick((None, "CHỦ TỊCH", "CHỦ TỊCH NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")))
    d.add([Item("Căn cứ Điều 88 và Điều 91 của Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;", "basis"), Item("NAY CÔNG BỐ:" if kind == "Lệnh" else "QUYẾT ĐỊNH:", "enact", "c")])
    parts.prose(d, s.chance.randint(1, 4))
    if s.maybe(0.6):
        d.space()
        d.row([blank()], parts.signature(d, align="c"))
    else:
        parts.foot(d)
    return d


@template
def headless_plan(s):
    """A Party plan whose heading was cut off or stands nowhere."""
    d = new(s, "party_province", "party_local")
    kind = s.pick(("Kế hoạch", "Chương trình", "Báo cáo", "Đề cương"))
    for key in ("document_number", "issuing_body", "superior_body", "place", "date"):
        d.record[key] = None
    del d.record["issuing_body"], d.record["superior_body"], d.record["form"]
    parts.title(d, kind, matter(s), capitals=s.maybe(0.5))
    parts.prose(d)
    parts.foot(d)
    return d


@template
def application(s):
    """GIẤY … or ĐƠN … above Kính gửi, signed by a person."""
    d = new(s, "commune")
    d.add([Item(item.text, item.zone, "c") for item in parts.nation_items(d)])
    for key in ("issuing_body", "superior_body", "place", "date"):
        d.record[key] = None
    d.record["document_number"] = None
    if s.maybe(0.4):
        dated, d.record["date"] = date(s, d.house.place, s.year(), 0.3)
        d.record["place"] = d.house.place
        d.add([Item(dated, "place_date", "r")])
    kind = s.pick(("Giấy xác nhận", "Giấy đề nghị", "Đơn đề nghị", "Giấy ủy quyền", "Đơn xin xác nhận", "Giấy đề nghị thanh toán", "Tờ khai", "Bản cam kết"))
    parts.title(d, kind, s.pick((None, matter(s), "tình trạng nhà ở", "tạm trú")), capitals=s.maybe(0.6))
    if kind != "Giấy ủy quyền":
        del d.record["document_type"]
    parts.kinh_gui(d, s.pick((1, 1, 2)))
    for text in (f"Tôi tên là: {s.name()}", f"Sinh ngày: {s.chance.randint(1, 28)}/{s.chance.randint(1, 12)}/19{s.chance.randint(45, 99)}", f"Thường trú: thôn {s.place('commune')[1]}, {s.place('province')[1]}"):
        d.add([Item(text, "body")])
    parts.prose(d, s.chance.randint(1, 4))
    d.space()
    d.row([blank()], parts.signature(d, d.house, "c", None, ([], [s.pick(("NGƯỜI LÀM ĐƠN", "NGƯỜI ĐỀ NGHỊ", "NGƯỜI VIẾT ĐƠN", "NGƯỜI CAM KẾT"))])))
    return d


@template
def certificate(s):
    """Giấy giới thiệu, giấy đi đường, giấy nghỉ phép, phiếu chuyển, phiếu gửi."""
    d = new(s, "district", "department", "party_local", "school", "company")
    kind, code = s.pick((("Giấy giới thiệu", "GGT"), ("Giấy đi đường", "GĐĐ"), ("Giấy nghỉ phép", "GNP"), ("Phiếu chuyển", "PC"), ("Phiếu gửi", "PG"), ("Phiếu báo", "PB"), ("Giấy ủy quyền", "GUQ"), ("Giấy chứng nhận", "GCN")))
    before(d)
    parts.heading(d, code)
    parts.title(d, kind, s.pick((None, None, matter(s))), capitals=False)
    if s.maybe(0.5):
        parts.kinh_gui(d, 1)
    parts.prose(d, s.chance.randint(1, 4))
    parts.foot(d)
    return d


@template
def bilingual(s):
    """A company's heading in two languages."""
    d = new(s, "company")
    printed, d.record["document_number"] = number(s, d.house, "", True, s.year(), word=s.pick(("Số/No.", "Số/No", "Số (No.)", "Số/Ref")))
    year = s.year()
    dated, iso = date(s, d.house.place, year, 0)
    d.record.update(issuing_body=" ".join(d.house.org), superior_body=" ".join(d.house.sup) or None, place=d.house.place, date=iso)
    english = s.pick(("JOINT STOCK COMPANY", "LIMITED LIABILITY COMPANY", "CORPORATION"))
    right = [Item(parts.NATION, "nation", "c"), Item(parts.MOTTO, "motto", "c"), Item("SOCIALIST REPUBLIC OF VIETNAM", "junk", "c"), Item("Independence - Freedom - Happiness", "junk", "c")]
    left = [Item(line, "superior", "c") for line in d.house.sup] + [Item(line, "org", "c") for line in d.house.org]
    left += [Item(f"{s.word(2).upper()} {english}", "junk", "c"), Item(printed, "number", "c")]
    d.row(left, right + [Item(dated, "place_date", "c")])
    letter = s.maybe(0.5)
    if letter:
        about = matter(s)
        d.record.update(subject=about, document_type="Công văn")
        d.add([Item(f"V/v {about}", "vv")])
        parts.kinh_gui(d)
    else:
        parts.title(d, "Thông báo", matter(s), capitals=s.maybe(0.5))
    parts.prose(d)
    parts.foot(d, letter)
    return d


@template
def three_lines(s):
    """Headings of three and more lines: ministry, general department, department."""
    d = new(s, "agency", "department", "school", "army")
    d.house.sup = [s.pick(("BỘ TÀI CHÍNH", "BỘ QUỐC PHÒNG", "UBND TỈNH " + s.place("province")[1].upper()))] + d.house.sup
    letter = s.maybe(0.5)
    before(d)
    about = matter(s)
    parts.heading(d, "" if letter else "TB", letter, vv=f"V/v {about}" if letter else None)
    if letter:
        d.record.update(document_type="Công văn", subject=about)
        parts.kinh_gui(d)
    else:
        parts.title(d, "Thông báo", about)
    parts.prose(d)
    parts.foot(d, letter)
    return d


def old_house(s):
    full, place = houses.area(s, "province")
    org, sym, signers = s.pick(((["ỦY BAN NHÂN DÂN", full], "UB", [(["TM. UBND " + full, "KT. CHỦ TỊCH"], ["PHÓ CHỦ TỊCH"]), (["T/M ỦY BAN NHÂN DÂN TỈNH"], ["CHỦ TỊCH"])]),
                                (["ỦY BAN HÀNH CHÍNH", full], "UB", [(["T.M ỦY BAN HÀNH CHÍNH TỈNH"], ["CHỦ TỊCH"])]),
                                (["BỘ TÀI CHÍNH"], "BTC", [(["K.T BỘ TRƯỞNG BỘ TÀI CHÍNH"], ["Thứ trưởng"])]),
                                (["HỘI ĐỒNG BỘ TRƯỞNG"], "HĐBT", [(["T.M HỘI ĐỒNG BỘ TRƯỞNG", "K.T CHỦ TỊCH"], ["PHÓ CHỦ TỊCH"])]),
                                (["TỔNG CỤC THUẾ"], "TCT", [(["KT. TỔNG CỤC TRƯỞNG TỔNG CỤC THUẾ"], ["PHÓ TỔNG CỤC TRƯỞNG"])]),
                                (["BỘ NỘI VỤ"], "NV", [([], ["BỘ TRƯỞNG BỘ NỘI VỤ"])])))
    return houses.House("old", org, sym, place if sym == "UB" else "Hà Nội", "province", signers=signers, short=org[0])


@template
def old_state(s):
    """State forms of 1955 to 1999."""
    d = Draft(s, old_house(s), Style(s))
    year = s.chance.randint(1955, 1999)
    kind, code = s.pick((("Quyết định", "QĐ"), ("Chỉ thị", "CT"), ("Thông tư", "TT"), ("Nghị định", "NĐ"), ("", "")))
    letter = not kind
    about = matter(s)
    parts.heading(d, code, letter, vv=f"{s.pick(('V/v ', 'Về việc ', 'Trích yếu: '))}{about}" if letter else None, word=s.pick(("Số", "Số", "SỐ", "Sô")[:3]), old=True, gaps=0.05, year=year)
    if year < 1976:
        for block in d.blocks:
            for item in [i for c in getattr(block, "cells", []) for i in c]:
                if item.zone == "nation":
                    item.text = s.pick(("VIỆT NAM DÂN CHỦ CỘNG HÒA", "VIỆT-NAM DÂN-CHỦ CỘNG-HÒA"))
                if item.zone == "motto":
                    item.text = s.pick(("Độc lập - Tự do - Hạnh phúc", "Độc-lập - Tự-do - Hạnh-phúc"))
    if letter:
        d.record.update(document_type="Công văn", subject=about)
        parts.kinh_gui(d)
    else:
        parts.title(d, kind, about, enactor=" ".join(d.house.org) if s.maybe(0.6) else None)
        parts.bases(d, year)
    parts.prose(d, s.chance.randint(2, 6), articles=not letter)
    parts.foot(d, letter)
    return d


@template
def decree_1945(s):
    """Sắc lệnh of the first years, with hyphens in compounds."""
    house = houses.House("old", [s.pick(("CHỦ TỊCH CHÍNH PHỦ LÂM THỜI", "CHỦ TỊCH NƯỚC"))], "SL", "Hà Nội", "central", signers=[([], ["CHỦ TỊCH CHÍNH PHỦ"]), ([], ["BỘ TRƯỞNG BỘ NỘI VỤ"])])
    d = Draft(s, house, Style(s))
    value, year = str(s.chance.randint(1, 250)), s.chance.randint(1945, 1959)
    sign = s.pick(("SL", None))
    hyphen = s.maybe(0.5)
    nation = "VIỆT-NAM DÂN-CHỦ CỘNG-HÒA" if hyphen else "VIỆT NAM DÂN CHỦ CỘNG HÒA"
    d.add([Item(nation, "nation", "c"), Item("Độc-lập - Tự-do - Hạnh-phúc", "motto", "c"), blank()])
    kind = "SẮC-LỆNH" if hyphen else "SẮC LỆNH"
    d.record.update(document_type="Sắc lệnh", document_number={"value": f"{value}/{sign}" if sign else value, "number": value, "year": None, "symbol": sign}, subject=None)
    del d.record["issuing_body"], d.record["form"], d.record["superior_body"]
    if sign:
        d.add([Item(kind, "type", "c"), Item(f"Số {value}/{sign}", "number", "c")])
    else:
        d.add([Item(kind, "type", "c"), Item(f"SỐ {value} NGÀY {s.chance.randint(1, 28)} THÁNG {s.chance.randint(1, 12)} NĂM {year}", "number", "c")])
        del d.record["date"]
        if not sign:
            del d.record["document_number"]
    d.add([Item(s.pick(("CHỦ TỊCH CHÍNH PHỦ LÂM THỜI VIỆT-NAM DÂN-CHỦ CỘNG-HÒA", "CHỦ TỊCH NƯỚC VIỆT NAM DÂN CHỦ CỘNG HÒA")), "authority", "c")])
    d.add([Item(f"Chiếu theo sắc-lệnh số {s.chance.randint(1, 60)} ngày {s.chance.randint(1, 28)} tháng {s.chance.randint(1, 12)} năm {year};", "basis"), Item("RA SẮC-LỆNH:", "enact", "c")])
    parts.prose(d, s.chance.randint(2, 5), articles=True)
    d.space()
    d.row([blank()], parts.signature(d, house, "c"))
    return d


@template
def forwarded(s):
    """A letter and the plan that it forwards, in one file."""
    from .templates import ordinary
    house = s.pick(("province", "department", "party_province", "district", "ministry"))
    d = ordinary(s, house, "", "")
    other = ordinary(s, s.pick((house, "department", "company")), *s.pick((("Kế hoạch", "KH"), ("Báo cáo", "BC"), ("Quyết định", "QĐ"), ("", ""))))
    d.add([blank()])
    d.following = [other]
    return d


@template
def bundle(s):
    """Three to five documents after each other."""
    from .templates import KINDS, ordinary
    drafts = []
    for _ in range(s.chance.randint(3, 5)):
        house = s.pick(list(KINDS))
        kind, code = s.pick([row for row in KINDS[house].split(";") if row]).split(":")
        drafts.append(ordinary(s, house, kind, code))
    drafts[0].following = drafts[1:]
    return drafts[0]


@template
def draft_text(s):
    """A draft: DỰ THẢO above, number and day left open."""
    from .templates import KINDS
    d = new(s, "province", "ministry", "council", "department")
    d.add([Item(s.pick(("DỰ THẢO", "Dự thảo lần 2", "DỰ THẢO 1", "(Dự thảo)")), "junk", s.pick("lcr"))])
    parts.heading(d, "QĐ", gaps=1)
    parts.title(d, "Quyết định", matter(s), capitals=s.maybe(0.5))
    parts.bases(d, s.year())
    parts.prose(d, articles=True)
    parts.foot(d)
    return d


@template
def confirmed_minutes_note(s):
    """Thông báo kết luận of a meeting, whose signer signs by order and whose subject runs over many lines of capitals."""
    d = new(s, "province", "government", "party_province", "district", "ministry")
    before(d)
    parts.heading(d, "TB")
    parts.title(d, s.pick(("Thông báo",)), f"Kết luận của {s.pick(('đồng chí', 'Phó Chủ tịch', 'Bộ trưởng'))} {s.name()} tại cuộc họp về {matter(s)}", capitals=s.maybe(0.7))
    parts.prose(d)
    parts.foot(d)
    return d


@template
def long_lists(s):
    """Recipients that all wrap in a narrow left column beside the signer."""
    d = new(s, "province", "department", "ministry", "party_province", "party_central", "council")
    d.style.column = s.pick((22, 24, 26, 28, 30))
    parts.heading(d, "QĐ")
    parts.title(d, "Quyết định", matter(s), capitals=s.maybe(0.5))
    parts.bases(d, s.year())
    parts.prose(d, articles=True)
    parts.foot(d)
    return d


@template
def letter_inside(s):
    """A letter whose addressee list stands in two columns of its own or wraps below Kính gửi."""
    d = new(s, "department", "ministry", "agency", "province")
    about = matter(s)
    d.record.update(document_type="Công văn", subject=about)
    before(d)
    parts.heading(d, "", True, vv=f"V/v {about}")
    parts.kinh_gui(d, s.pick((2, 3, 5)))
    parts.prose(d)
    parts.foot(d, True)
    return d

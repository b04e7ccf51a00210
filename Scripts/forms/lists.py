"""Addressees and recipients: bodies and persons as lists of documents name them."""

TOP = """Như trên;Như Điều 3;Như Điều 2;Như kính gửi;Như Điều 4 (để thực hiện)"""
LEVEL = {
    "central": """Văn phòng Trung ương Đảng;Văn phòng Tổng Bí thư;Văn phòng Quốc hội;Văn phòng Chủ tịch nước;Hội đồng Dân tộc và các Ủy ban của Quốc hội
Thủ tướng, các Phó Thủ tướng Chính phủ;Các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ;Tòa án nhân dân tối cao;Kiểm toán nhà nước;Công báo
Hội đồng nhân dân, Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương;Cơ quan trung ương của các đoàn thể;Website Chính phủ
Cục Kiểm tra văn bản quy phạm pháp luật và Quản lý xử lý vi phạm hành chính (Bộ Tư pháp);Bộ trưởng (để b/c);Các Thứ trưởng;Ủy ban Giám sát tài chính Quốc gia
VPCP: BTCN, các PCN, Trợ lý TTg, TGĐ Cổng TTĐT, các Vụ, Cục, đơn vị trực thuộc, Công báo;Ngân hàng Chính sách xã hội;Các đơn vị thuộc Bộ
Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam;Ban Chỉ đạo Trung ương về phòng, chống tham nhũng;Sở Tài chính các tỉnh, thành phố trực thuộc trung ương;Vụ PC, CST, NSNN;Lãnh đạo Cục""",
    "province": """Thường trực Tỉnh ủy, HĐND tỉnh;Thường trực Tỉnh ủy (để báo cáo);Chủ tịch, các Phó Chủ tịch UBND tỉnh;CT, các PCT UBND tỉnh;Các sở, ban, ngành tỉnh
Các cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh;UBND các huyện, thị xã, thành phố;UBND các xã, phường, đặc khu;Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội
Đoàn đại biểu Quốc hội tỉnh;Các Ban của Hội đồng nhân dân tỉnh;Cổng Thông tin điện tử tỉnh;Trung tâm Công báo - Tin học tỉnh;Báo và phát thanh, truyền hình tỉnh;LĐVP, các phòng, TT
Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh;Viện Kiểm sát nhân dân tỉnh, Tòa án nhân dân tỉnh;Các doanh nghiệp nhà nước trên địa bàn;Giám đốc Sở;Các phòng chuyên môn, đơn vị trực thuộc Sở
Vụ Pháp chế - Bộ {m};Bộ {m};Phòng {r}, Sở {m};Chuyên viên {u}, {u};Các tổ chức, cá nhân có liên quan;VPUB: PVP, {u}, {u};Ban Quản lý các dự án đầu tư xây dựng;Kho bạc Nhà nước khu vực {n}""",
    "district": """Thường trực Huyện ủy;TT. Huyện ủy, TT. HĐND huyện;CT, các PCT UBND huyện;Các phòng, ban, ngành, đoàn thể huyện;UBND các xã, thị trấn;Phòng {r} huyện
Đài Truyền thanh - Truyền hình huyện;Các trường học trực thuộc;Ban Quản lý dự án đầu tư xây dựng huyện {c};Hội Nông dân huyện và Hội Liên hiệp Phụ nữ huyện;Sở {m} (báo cáo);Chi cục Thuế khu vực {c}""",
    "commune": """Thường trực Đảng ủy, HĐND xã;Chủ tịch và các Phó Chủ tịch UBND xã;Các ban, ngành, đoàn thể;Trưởng các thôn, xóm;Công chức {r} xã;Phòng {r} huyện {c} (b/c);UBND huyện (để báo cáo)
Hộ ông (bà) có tên trong danh sách kèm theo;Ban Chỉ huy Quân sự xã;Công an xã {c};Trạm Y tế, trường Tiểu học và THCS {c}""",
    "party": """Các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương;Ban Bí thư Trung ương Đảng (để báo cáo);Các huyện ủy, thị ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy
Các ban đảng, đảng đoàn, ban cán sự đảng, đảng ủy trực thuộc;Các đồng chí Tỉnh ủy viên;Thường trực Tỉnh ủy (để báo cáo);Văn phòng Trung ương Đảng tại Thành phố Hồ Chí Minh
Ủy ban Kiểm tra Tỉnh ủy, các ban của Tỉnh ủy;Các chi bộ trực thuộc;Đảng viên trong chi bộ;Các đồng chí Ủy viên Ban Thường vụ Huyện ủy;Mặt trận Tổ quốc và các đoàn thể chính trị - xã hội
Các đồng chí lãnh đạo Ban;Phòng {r};Ban Tuyên giáo và Dân vận Trung ương (để b/c);Các cơ quan báo chí của tỉnh;Các đồng chí Ủy viên Ban Chấp hành Trung ương Đảng""",
    "army": """Thủ trưởng Bộ (để b/c);Các Quân khu, Quân đoàn, Quân chủng, Binh chủng;Phòng Tham mưu;Ban Chỉ huy Quân sự các huyện, thị xã, thành phố;Đ/c Giám đốc (để b/c)
Công an các huyện, thị xã, thành phố;Các phòng nghiệp vụ;Cục {r};Trung đoàn {n};Văn phòng Cơ quan Cảnh sát điều tra;Thường vụ Đảng ủy;Phòng Hậu cần - Kỹ thuật;C{n}, e{n}""",
    "company": """Hội đồng quản trị;Ban Tổng Giám đốc;Các phòng, ban, đơn vị trực thuộc Công ty;Ban Kiểm soát;Ủy ban Chứng khoán Nhà nước;Sở Giao dịch Chứng khoán Thành phố Hồ Chí Minh
Công ty TNHH {t} Việt Nam;Công ty Cổ phần {t};Chi nhánh {p};Phòng Kế toán - Tài chính;Văn phòng đại diện tại {p};Quý khách hàng;Cục Thuế tỉnh {p};Công ty CP Xây dựng và Thương mại {c}""",
}
ADDRESSEES = """Bộ {m};Sở {m};Ủy ban nhân dân tỉnh {p};Ủy ban nhân dân các huyện, thị xã, thành phố;Công ty TNHH {t};Công ty Cổ phần {t} (địa chỉ: số {n} đường {t}, {p})
Thuế tỉnh {p};Cục Thuế tỉnh {p};Các sở, ban, ngành, đoàn thể cấp tỉnh;Chi cục Hải quan khu vực {n};Ông Nguyễn Văn {g} (thôn {c}, xã {c}, tỉnh {p});Bà {w};Văn phòng Chính phủ
Thủ tướng Chính phủ;Ủy ban nhân dân các xã, phường, đặc khu;Các cơ quan, tổ chức, đơn vị trực thuộc;Tập đoàn Điện lực Việt Nam;Ban Quản lý Khu kinh tế tỉnh {p};Trường Đại học {c}
Bộ trưởng các Bộ: {m}, {m};Chủ tịch Ủy ban nhân dân các tỉnh: {p}, {p}, {p};Đại diện lãnh đạo các sở: {m}, {m}, {m};Chủ tịch Ủy ban nhân dân các huyện, thị xã, thành phố
Các doanh nghiệp, hợp tác xã có tên trong danh sách kèm theo;Hiệp hội Doanh nghiệp tỉnh;Chi cục Thuế khu vực {n}, Ngân hàng Nhà nước chi nhánh khu vực {n};Thành viên Ban Chỉ đạo;Đồng chí {w}, Phó Chủ tịch Ủy ban nhân dân tỉnh
Thường trực Ban Chỉ huy Phòng thủ dân sự các tỉnh: {p}, {p};Chi cục Dự trữ Nhà nước khu vực {p};Thủ trưởng các đơn vị trực thuộc;Các phòng, đơn vị thuộc Sở;Ban Chỉ huy Quân sự các xã, phường
Hội đồng nhân dân tỉnh {p};Bệnh viện Đa khoa tỉnh {p};Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh {p};Bộ trưởng, Thủ trưởng các cơ quan ngang Bộ, cơ quan thuộc Chính phủ;Công an tỉnh {p}"""
PARTY_ADDRESSEES = """Ban Thường vụ Tỉnh ủy {p};Các huyện ủy, thị ủy, thành ủy, đảng ủy trực thuộc;Ban Tổ chức Trung ương;Đảng ủy xã {c};Các chi, đảng bộ trực thuộc;Thường trực Huyện ủy {c}
Các tỉnh ủy, thành ủy trực thuộc Trung ương;Các ban đảng, ban cán sự đảng, đảng đoàn;Các đảng ủy khối;Đảng ủy Công an tỉnh, Đảng ủy Quân sự tỉnh;Các cơ quan tham mưu giúp việc Tỉnh ủy
Ban cán sự đảng UBND tỉnh;Đảng đoàn Hội Nông dân tỉnh;Các ban xây dựng Đảng Tỉnh ủy, Văn phòng Tỉnh ủy;Đồng chí {w}, Ủy viên Ban Thường vụ Tỉnh ủy"""
FIELDS = "Tư pháp;Nội vụ;Tài chính;Y tế;Xây dựng;Công Thương;Giáo dục và Đào tạo;Khoa học và Công nghệ;Nông nghiệp và Môi trường;Văn hóa, Thể thao và Du lịch"
ROOMS = "Tổng hợp;Hành chính - Quản trị;Kinh tế - Hạ tầng;Tài chính - Kế hoạch;Văn hóa - Xã hội;Nội chính;Tư pháp;Tổ chức cán bộ;Nông nghiệp;Khoa giáo, Văn hóa - Văn nghệ"
NOTES = " (để b/c); (để thực hiện); (để biết); (b/c); (để p/h); (để theo dõi, chỉ đạo); (qua phần mềm QLVB)"


def rows(table):
    return table.replace("\n", ";").split(";")


def fill(s, text):
    return text.format(m=s.pick(rows(FIELDS)), r=s.pick(rows(ROOMS)), u=s.pick(s.units), n=s.chance.randint(1, 15), p=s.place("province")[1],
                       c=s.place("commune")[1], t=s.word(2).title(), g=s._draw("given"), w=s.name())


def recipients(s, house, letter):
    """Items of Nơi nhận without marks."""
    level = house.level
    pool = rows(LEVEL[level])
    if level not in ("party", "company") and s.maybe(0.5):
        pool = pool + rows(LEVEL["province"])
    count = s.chance.choices((1, 2, 3, 4, 5, 6, 8, 11, 16), (2, 4, 5, 5, 4, 4, 3, 2, 1))[0]
    items = [fill(s, item) for item in s.chance.sample(pool, min(count, len(pool)))]
    if s.maybe(0.75):
        items.insert(0, "Như trên" if letter else s.pick(rows(TOP)))
    items = [item + (s.pick(NOTES.split(";")) if "(" not in item and s.maybe(0.12) else "") for item in items]
    return list(dict.fromkeys(items))


def addressees(s, house, count=None):
    pool = rows(PARTY_ADDRESSEES if house.form == "party" else ADDRESSEES)
    count = count or s.chance.choices((1, 2, 3, 4, 6, 8), (8, 4, 4, 3, 3, 2))[0]
    return list(dict.fromkeys(fill(s, item) for item in s.chance.sample(pool, count)))


def archive(s, house):
    """The Lưu item without its last full stop."""
    units = ", ".join(s.pick(s.units) for _ in range(s.chance.choices((1, 2, 3), (6, 3, 1))[0]))
    if house.form == "party":
        return s.pick((f"Lưu Văn phòng {house.short.title() if house.short.isupper() else house.short}", "Lưu Văn phòng", "Lưu Đảng ủy",
                       "Lưu Ban Tổ chức", f"Lưu VP, {units}", "Lưu: VT", "Lưu."[:3]))
    tail = s.pick(("", "", "", f" ({s.chance.randint(2, 80)}b)", f" ({s.chance.randint(2, 99):02})", f".{s.chance.randint(10, 300)}",
                   f" ({s._draw('given')})", f", {s.word(1)[:2]}", f" - {s.chance.randint(1, 9)}b", f" ({s.chance.randint(2, 9)}b) {s._draw('given')[0]}"))
    return s.pick((f"Lưu: VT, {units}{tail}", f"Lưu: VT, {units}{tail}", f"Lưu VT, {units}{tail}", f"Lưu: VT{tail}", "Lưu: VT",
                   f"Lưu: Văn thư, {units}{tail}", f"Lưu: HC, {units}{tail}", f"Lưu VP", f"Lưu: VP, {units}{tail}", f"Lưu: VT; {units}{tail}"))

"""Houses: who issues, under whom, how its numbers end, who signs."""

from dataclasses import dataclass, field

MINISTRIES = """BỘ NỘI VỤ:BNV;BỘ TÀI CHÍNH:BTC;BỘ Y TẾ:BYT;BỘ TƯ PHÁP:BTP;BỘ CÔNG THƯƠNG:BCT;BỘ XÂY DỰNG:BXD;BỘ QUỐC PHÒNG:BQP;BỘ CÔNG AN:BCA
BỘ GIÁO DỤC VÀ ĐÀO TẠO:BGDĐT;BỘ KHOA HỌC VÀ CÔNG NGHỆ:BKHCN;BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG:BNNMT;BỘ GIAO THÔNG VẬN TẢI:BGTVT
BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH:BVHTTDL;BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI:BLĐTBXH;BỘ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN:BNNPTNT
BỘ THÔNG TIN VÀ TRUYỀN THÔNG:BTTTT;BỘ TÀI NGUYÊN VÀ MÔI TRƯỜNG:BTNMT;BỘ KẾ HOẠCH VÀ ĐẦU TƯ:BKHĐT;BỘ NGOẠI GIAO:BNG"""
DEPARTMENTS = """SỞ NỘI VỤ:SNV;SỞ TÀI CHÍNH:STC;SỞ Y TẾ:SYT;SỞ TƯ PHÁP:STP;SỞ XÂY DỰNG:SXD;SỞ CÔNG THƯƠNG:SCT;SỞ DU LỊCH:SDL
SỞ GIÁO DỤC VÀ ĐÀO TẠO:SGDĐT;SỞ KHOA HỌC VÀ CÔNG NGHỆ:SKHCN;SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG:SNNMT;SỞ DÂN TỘC VÀ TÔN GIÁO:SDTTG
SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH:SVHTTDL;SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI:SLĐTBXH;BAN DÂN TỘC:BDT;BAN QUẢN LÝ KHU KINH TẾ:BQLKKT
SỞ KẾ HOẠCH VÀ ĐẦU TƯ:SKHĐT;THANH TRA TỈNH:TTr;SỞ THÔNG TIN VÀ TRUYỀN THÔNG:STTTT;SỞ NGOẠI VỤ:SNgV;SỞ GIAO THÔNG VẬN TẢI:SGTVT"""
AGENCIES = """BỘ TÀI CHÍNH|CỤC THUẾ:CT;BỘ TÀI CHÍNH|TỔNG CỤC HẢI QUAN:TCHQ;BỘ TÀI CHÍNH|TỔNG CỤC THUẾ:TCT;BỘ Y TẾ|CỤC QUẢN LÝ DƯỢC:QLD
BỘ TÀI CHÍNH|KHO BẠC NHÀ NƯỚC:KBNN;BỘ Y TẾ|CỤC AN TOÀN THỰC PHẨM:ATTP;BỘ NỘI VỤ|CỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC:VTLTNN
BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG|CỤC CHĂN NUÔI VÀ THÚ Y:CNTY;BỘ XÂY DỰNG|CỤC HÀNG HẢI VÀ ĐƯỜNG THỦY VIỆT NAM:CHHĐTVN
BỘ TƯ PHÁP|TỔNG CỤC THI HÀNH ÁN DÂN SỰ:TCTHADS;BỘ CÔNG THƯƠNG|CỤC QUẢN LÝ THỊ TRƯỜNG:QLTT;BỘ GIÁO DỤC VÀ ĐÀO TẠO|VỤ PHÁP CHẾ:PC"""
PARTY_BOARDS = """BAN TUYÊN GIÁO:BTG;BAN TỔ CHỨC:BTC;BAN DÂN VẬN:BDV;BAN NỘI CHÍNH:BNC;ỦY BAN KIỂM TRA:UBKT;VĂN PHÒNG:VP
BAN TUYÊN GIÁO VÀ DÂN VẬN:BTGDV"""
MASS = """HỘI NÔNG DÂN VIỆT NAM:HND;HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM:HLHPN;HỘI CỰU CHIẾN BINH VIỆT NAM:HCCB;LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM:LĐLĐ
HỘI CHỮ THẬP ĐỎ:HCTĐ;HỘI LUẬT GIA:HLG;LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT:LHH;HỘI NGƯỜI CAO TUỔI:HNCT;LIÊN MINH HỢP TÁC XÃ:LMHTX"""
COMPANIES = """CÔNG TY CỔ PHẦN;CÔNG TY TNHH;CÔNG TY TNHH MỘT THÀNH VIÊN;TỔNG CÔNG TY;TẬP ĐOÀN;NGÂN HÀNG TMCP;CÔNG TY CP ĐẦU TƯ VÀ XÂY DỰNG"""


@dataclass
class House:
    name: str
    org: list
    sym: str
    place: str
    level: str
    sup: list = field(default_factory=list)
    form: str = "state"
    signers: list = field(default_factory=list)   # (authority lines, title lines)
    rank: str = ""
    short: str = ""


def pair(s, table):
    return s.pick(table.replace("\n", ";").split(";")).rsplit(":", 1)


def area(s, level):
    """Unit and name of a place in capitals, and its printed name."""
    unit, name = s.place(level)
    full = f"{unit} {name}"
    return full.upper(), name if s.maybe(0.85) else full


def heads(chief, deputy, collective=None, office=None):
    """Signers of a body: its chief, a deputy for him, both for a collective, the office by order."""
    rows = [([], [chief]), ([f"KT. {chief}"], [deputy]), ([f"KT. {chief}"], [deputy])]
    if collective:
        rows = [([f"TM. {collective}"], [chief]), ([f"TM. {collective}", f"KT. {chief}"], [deputy]),
                ([f"KT. {chief}"], [deputy])]
    if office:
        rows += [([f"TL. {chief}"], [office]), ([f"TL. {chief}", f"KT. {office}"], [f"PHÓ {office}"])]
    return rows


def province(s):
    full, place = area(s, "province")
    org = s.pick((["ỦY BAN NHÂN DÂN", full], [f"UBND {full}"], [f"ỦY BAN NHÂN DÂN {full}"]))
    return House("province", org, "UBND", place, "province", short="UBND tỉnh",
                 signers=heads("CHỦ TỊCH", "PHÓ CHỦ TỊCH", "ỦY BAN NHÂN DÂN", "CHÁNH VĂN PHÒNG"))


def council(s):
    full, place = area(s, s.pick(("province", "province", "district", "commune")))
    return House("council", ["HỘI ĐỒNG NHÂN DÂN", full], "HĐND", place, "province", short="HĐND",
                 signers=[([], ["CHỦ TỊCH"]), (["TM. THƯỜNG TRỰC HĐND", "KT. CHỦ TỊCH"], ["PHÓ CHỦ TỊCH"]),
                          (["TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN"], ["PHÓ CHỦ TỊCH"]), (["CHỦ TỌA KỲ HỌP"], ["PHÓ CHỦ TỊCH HĐND"])])


def department(s):
    full, place = area(s, "province")
    org, sym = pair(s, DEPARTMENTS)
    return House("department", [org], sym, place, "province",
                 sup=s.pick((["ỦY BAN NHÂN DÂN", full], [f"UBND {full}"], [f"ỦY BAN NHÂN DÂN {full}"])), short=org,
                 signers=heads("GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", None, "CHÁNH VĂN PHÒNG"))


def district(s):
    full, place = area(s, "district")
    parent = area(s, "province")[0]
    plain = s.maybe(0.6)
    return House("district", ["ỦY BAN NHÂN DÂN", full] if plain else [f"UBND {full}"], "UBND", place, "district",
                 sup=[] if plain else [f"UBND {parent}"], short="UBND huyện",
                 signers=heads("CHỦ TỊCH", "PHÓ CHỦ TỊCH", "ỦY BAN NHÂN DÂN", "CHÁNH VĂN PHÒNG"))


def commune(s):
    full, place = area(s, "commune")
    parent = area(s, "district")[0]
    plain = s.maybe(0.6)
    return House("commune", ["ỦY BAN NHÂN DÂN", full] if plain else [f"ỦY BAN NHÂN DÂN {full}"], "UBND", place, "commune",
                 sup=[] if plain else [f"UBND {parent}"], short="UBND xã",
                 signers=heads("CHỦ TỊCH", "PHÓ CHỦ TỊCH", s.pick(("ỦY BAN NHÂN DÂN", "UBND")), None))


def ministry(s):
    org, sym = pair(s, MINISTRIES)
    army = sym in ("BQP", "BCA")
    signers = heads("BỘ TRƯỞNG", "THỨ TRƯỞNG", None, "VỤ TRƯỞNG VỤ PHÁP CHẾ")[:4]
    signers += [(["TUQ. BỘ TRƯỞNG"], ["VỤ TRƯỞNG VỤ TỔ CHỨC CÁN BỘ"]), (["TL. BỘ TRƯỞNG", "KT. CỤC TRƯỞNG CỤC TRẺ EM"], ["PHÓ CỤC TRƯỞNG"])]
    return House("ministry", [org], sym, "Hà Nội", "central", signers=signers, rank="army" if army else "", short=org)


def committee(s):
    return House("committee", ["ỦY BAN DÂN TỘC"], "UBDT", "Hà Nội", "central", short="ỦY BAN DÂN TỘC",
                 signers=[([], ["BỘ TRƯỞNG, CHỦ NHIỆM"]), (["KT. BỘ TRƯỞNG, CHỦ NHIỆM"], ["THỨ TRƯỞNG, PHÓ CHỦ NHIỆM"]),
                          (["KT. BỘ TRƯỞNG, CHỦ NHIỆM"], ["PHÓ CHỦ NHIỆM"])])


def agency(s):
    names, sym = pair(s, AGENCIES)
    sup, org = names.split("|")
    chief = "TỔNG CỤC TRƯỞNG" if org.startswith("TỔNG") else "VỤ TRƯỞNG" if org.startswith("VỤ") else \
        "TỔNG GIÁM ĐỐC" if org.startswith("KHO") else "CỤC TRƯỞNG"
    return House("agency", [org], sym, "Hà Nội", "central", sup=[sup], short=org,
                 signers=heads(chief, f"PHÓ {chief}", None, s.pick(("TRƯỞNG BAN CHÍNH SÁCH, THUẾ QUỐC TẾ", "CHÁNH VĂN PHÒNG"))))


def government(s):
    kind = s.pick(("CP", "TTg", "VPCP"))
    if kind == "CP":
        return House("government", ["CHÍNH PHỦ"], "CP", "Hà Nội", "central", short="Chính phủ",
                     signers=[(["TM. CHÍNH PHỦ"], ["THỦ TƯỚNG"]), (["TM. CHÍNH PHỦ", "KT. THỦ TƯỚNG"], ["PHÓ THỦ TƯỚNG"])])
    if kind == "TTg":
        return House("government", ["THỦ TƯỚNG CHÍNH PHỦ"], "TTg", "Hà Nội", "central", short="Thủ tướng Chính phủ",
                     signers=[([], ["THỦ TƯỚNG"]), (["KT. THỦ TƯỚNG"], ["PHÓ THỦ TƯỚNG"])])
    return House("government", ["VĂN PHÒNG CHÍNH PHỦ"], "VPCP", "Hà Nội", "central", short="VPCP",
                 signers=[(["KT. BỘ TRƯỞNG, CHỦ NHIỆM"], ["PHÓ CHỦ NHIỆM"]), ([], ["BỘ TRƯỞNG, CHỦ NHIỆM"])])


def assembly(s):
    org, sym, signers = s.pick((
        (["QUỐC HỘI"], "QH", [([], ["CHỦ TỊCH QUỐC HỘI"])]),
        (["ỦY BAN THƯỜNG VỤ QUỐC HỘI"], "UBTVQH", [(["TM. ỦY BAN THƯỜNG VỤ QUỐC HỘI"], ["CHỦ TỊCH"]),
                                                   (["TM. ỦY BAN THƯỜNG VỤ QUỐC HỘI", "KT. CHỦ TỊCH"], ["PHÓ CHỦ TỊCH"])]),
        (["ỦY BAN PHÁP LUẬT"], "UBPL", [(["TM. ỦY BAN PHÁP LUẬT"], ["CHỦ NHIỆM"]), (["TM. ỦY BAN PHÁP LUẬT", "KT. CHỦ NHIỆM"], ["PHÓ CHỦ NHIỆM"])]),
        (["ĐOÀN ĐẠI BIỂU QUỐC HỘI", area(s, "province")[0]], "ĐĐBQH", [(["TM. ĐOÀN ĐẠI BIỂU QUỐC HỘI"], ["TRƯỞNG ĐOÀN"]), (["KT. TRƯỞNG ĐOÀN"], ["PHÓ TRƯỞNG ĐOÀN"])]),
        (["VĂN PHÒNG QUỐC HỘI"], "VPQH", heads("CHỦ NHIỆM", "PHÓ CHỦ NHIỆM"))))
    sup = ["QUỐC HỘI KHÓA XV"] if sym == "UBPL" else []
    return House("assembly", org, sym, "Hà Nội", "central", sup=sup, signers=signers, short=org[0])


def president(s):
    return House("president", ["CHỦ TỊCH NƯỚC"], "CTN", "Hà Nội", "central", short="Chủ tịch nước",
                 signers=[([], ["CHỦ TỊCH", "NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]), ([], ["CHỦ TỊCH NƯỚC"])])


def court(s):
    if s.maybe(0.5):
        full, place = area(s, "province")
        org, sym, chief = s.pick(((["TÒA ÁN NHÂN DÂN", full], "TA", "CHÁNH ÁN"), (["VIỆN KIỂM SÁT NHÂN DÂN", full], "VKS", "VIỆN TRƯỞNG")))
        sup = s.pick(([], ["TÒA ÁN NHÂN DÂN TỐI CAO" if sym == "TA" else "VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO"]))
    else:
        place, sup = "Hà Nội", []
        org, sym, chief = s.pick(((["TÒA ÁN NHÂN DÂN TỐI CAO"], "TANDTC", "CHÁNH ÁN"), (["VIỆN KIỂM SÁT NHÂN DÂN", "TỐI CAO"], "VKSTC", "VIỆN TRƯỞNG")))
    return House("court", org, sym, place, "central", sup=sup, short=org[0], signers=heads(chief, f"PHÓ {chief}", None, "CHÁNH VĂN PHÒNG"))


def army(s):
    full, place = area(s, "province")
    number = s.chance.randint(1, 9)
    org, sym, sup, chief = s.pick((
        (["BỘ CHỈ HUY QUÂN SỰ", full], "BCH", [f"QUÂN KHU {number}"], "CHỈ HUY TRƯỞNG"),
        ([f"SƯ ĐOÀN {number}0{number}"], f"SĐ{number}", [f"QUÂN ĐOÀN {number}"], "SƯ ĐOÀN TRƯỞNG"),
        ([f"BỘ TƯ LỆNH QUÂN KHU {number}"], f"QK{number}", ["BỘ QUỐC PHÒNG"], "TƯ LỆNH"),
        (["CỤC CHÍNH TRỊ"], "CCT", [f"QUÂN KHU {number}"], "CHỦ NHIỆM"),
        (["BỘ TỔNG THAM MƯU"], "TM", ["BỘ QUỐC PHÒNG"], "TỔNG THAM MƯU TRƯỞNG")))
    return House("army", org, sym, place, "army", sup=sup, rank="army", short=org[0],
                 signers=heads(chief, f"PHÓ {chief}") + [([], ["CHÍNH ỦY"])])


def police(s):
    full, place = area(s, "province")
    org, sup, sym, chief = s.pick((([f"CÔNG AN {full}"], ["BỘ CÔNG AN"], "CAT", "GIÁM ĐỐC"),
                                   ([f"PHÒNG {s.pick(('CẢNH SÁT GIAO THÔNG', 'QUẢN LÝ XUẤT NHẬP CẢNH', 'THAM MƯU'))}"], [f"CÔNG AN {full}"], f"P{s.chance.randint(1, 12):02}", "TRƯỞNG PHÒNG"),
                                   ([f"CÔNG AN {area(s, 'commune')[0]}"], [f"CÔNG AN {full}"], "CAX", "TRƯỞNG CÔNG AN")))
    return House("police", org, sym, place, "army", sup=sup, rank="army", short=org[0], signers=heads(chief, f"PHÓ {chief}"))


def party_central(s):
    org, sym, signers = s.pick((
        (["BAN CHẤP HÀNH TRUNG ƯƠNG"], "TW", [(["T/M BỘ CHÍNH TRỊ"], ["TỔNG BÍ THƯ"]), (["T/M BAN BÍ THƯ"], ["THƯỜNG TRỰC BAN BÍ THƯ"]), (["T/M BAN BÍ THƯ"], [])]),
        (["BAN TỔ CHỨC TRUNG ƯƠNG"], "BTCTW", [(["K/T TRƯỞNG BAN"], ["PHÓ TRƯỞNG BAN"]), ([], ["TRƯỞNG BAN"])]),
        (["ỦY BAN KIỂM TRA TRUNG ƯƠNG"], "UBKTTW", [(["K/T CHỦ NHIỆM"], ["PHÓ CHỦ NHIỆM"])]),
        (["VĂN PHÒNG TRUNG ƯƠNG ĐẢNG"], "VPTW", [(["K/T CHÁNH VĂN PHÒNG"], ["PHÓ CHÁNH VĂN PHÒNG"]), ([], ["CHÁNH VĂN PHÒNG"])])))
    return House("party-central", org, sym, "Hà Nội", "party", sup=s.pick(([], [])), form="party", signers=signers, short=org[0])


def party_province(s):
    unit, name = s.place("province")
    full = ("THÀNH ỦY " if unit == "Thành phố" else "TỈNH ỦY ") + name.upper()
    if s.maybe(0.4):
        return House("party-province", [full], "TU", name, "party", form="party", short="Tỉnh ủy",
                     signers=[(["T/M BAN THƯỜNG VỤ"], ["PHÓ BÍ THƯ"]), (["T/M TỈNH ỦY"], ["BÍ THƯ"]), (["T/M BAN THƯỜNG VỤ"], ["PHÓ BÍ THƯ THƯỜNG TRỰC"]),
                              (["T/L BAN THƯỜNG VỤ"], ["CHÁNH VĂN PHÒNG"]), (["T/L BAN THƯỜNG VỤ", "K/T CHÁNH VĂN PHÒNG"], ["PHÓ CHÁNH VĂN PHÒNG"])])
    org, sym = pair(s, PARTY_BOARDS)
    chief = "CHÁNH VĂN PHÒNG" if sym == "VP" else "CHỦ NHIỆM" if sym == "UBKT" else "TRƯỞNG BAN"
    signers = [(["K/T " + chief], ["PHÓ " + chief]), ([], [chief])]
    if sym == "UBKT":
        signers.append((["T/M ỦY BAN KIỂM TRA", "K/T CHỦ NHIỆM"], ["PHÓ CHỦ NHIỆM"]))
    return House("party-province", [org], sym + "TU", name, "party", sup=[full], form="party", short=org, signers=signers)


def party_local(s):
    full, place = area(s, s.pick(("district", "commune")))
    name = " ".join(full.split()[1:])
    org, sym, sup = s.pick((([f"HUYỆN ỦY {name}"], "HU", ["TỈNH ỦY " + s.place("province")[1].upper()]), ([f"ĐẢNG ỦY {full}"], "ĐU", []),
                            (["ĐẢNG ỦY XÃ", name], "ĐU", [f"ĐẢNG BỘ HUYỆN {s.place('district')[1].upper()}"]),
                            ([f"CHI BỘ {s.pick(DEPARTMENTS.split(';')).split(':')[0]}"], "CB", [f"ĐẢNG BỘ {full}"]),
                            (["ĐẢNG ỦY KHỐI CÁC CƠ QUAN"], "ĐUK", ["TỈNH ỦY " + s.place("province")[1].upper()]),
                            (["ĐẢNG ỦY KHỐI DOANH NGHIỆP"], "ĐUK", ["ĐẢNG BỘ TỈNH " + s.place("province")[1].upper()]),
                            ([f"ĐẢNG ỦY {s.pick(DEPARTMENTS.replace(chr(10), ';').split(';')).split(':')[0]}"], "ĐU", ["ĐẢNG BỘ TỈNH " + s.place("province")[1].upper()]),
                            (["ĐẢNG ỦY " + s.pick(COMPANIES.split(";")) + " " + s.word(2).upper()], "ĐU", [f"ĐẢNG BỘ KHỐI DOANH NGHIỆP {s.place('province')[1].upper()}"])))
    body = {"HU": "BAN THƯỜNG VỤ", "CB": "CHI BỘ"}.get(sym, s.pick(("ĐẢNG ỦY", "BAN THƯỜNG VỤ")))
    return House("party-local", org, sym, place, "party", sup=sup, form="party", short=org[0],
                 signers=[([f"T/M {body}"], ["BÍ THƯ"]), ([f"T/M {body}"], ["PHÓ BÍ THƯ"]), ([f"T/M {body}"], ["PHÓ BÍ THƯ THƯỜNG TRỰC"])])


def mass(s):
    full, place = area(s, s.pick(("province", "district", "commune")))
    if s.maybe(0.35):
        return House("mass", ["ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", full], "MTTQ", place, "province", short="MTTQ", form="state",
                     signers=[(["TM. BAN THƯỜNG TRỰC"], ["CHỦ TỊCH"]), (["TM. BAN THƯỜNG TRỰC", "KT. CHỦ TỊCH"], ["PHÓ CHỦ TỊCH"]), (["TM. BAN THƯỜNG TRỰC"], ["PHÓ CHỦ TỊCH"])])
    org, sym = pair(s, MASS)
    return House("mass", ["BAN CHẤP HÀNH", full] if s.maybe(0.4) else [f"BAN THƯỜNG VỤ {full}"], sym, place, "province", sup=[org], short=org, form="state",
                 signers=[(["TM. BAN THƯỜNG VỤ"], ["CHỦ TỊCH"]), (["TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH"], ["PHÓ CHỦ TỊCH"]), (["TM. BAN CHẤP HÀNH"], ["PHÓ CHỦ TỊCH"])])


def youth(s):
    full, place = area(s, "province")
    return House("youth", ["BAN CHẤP HÀNH", full], "TĐTN", place, "province", sup=["ĐOÀN TNCS HỒ CHÍ MINH"], short="Tỉnh đoàn", form="unknown",
                 signers=[(["TM. BAN THƯỜNG VỤ TỈNH ĐOÀN"], ["BÍ THƯ"]), (["TM. BAN THƯỜNG VỤ"], ["PHÓ BÍ THƯ"])])


def company(s):
    kind = s.pick(COMPANIES.split(";"))
    name = s.pick((s.place("commune")[1].upper(), s.word(2).upper(), f"{s.pick(s.units)} {s.word(1).upper()}"))
    sup = [f"TỔNG CÔNG TY {s.word(3).upper()}"] if s.maybe(0.3) else []
    chief = s.pick(("GIÁM ĐỐC", "TỔNG GIÁM ĐỐC"))
    return House("company", [kind, name] if s.maybe(0.4) else [f"{kind} {name}"], s.pick(s.units), s.place("province")[1], "company", sup=sup, short="Công ty",
                 signers=heads(chief, f"PHÓ {chief}") + [(["TM. HỘI ĐỒNG QUẢN TRỊ"], ["CHỦ TỊCH"]), ([f"TUQ. {chief}"], ["TRƯỞNG PHÒNG TỔ CHỨC - HÀNH CHÍNH"])])


def school(s):
    full, place = area(s, "province")
    name = s.place("commune")[1].upper()
    org, sym, sup, chief = s.pick((([f"TRƯỜNG THPT {name}"], "THPT", ["SỞ GIÁO DỤC VÀ ĐÀO TẠO", full], "HIỆU TRƯỞNG"),
                                   ([f"TRƯỜNG ĐẠI HỌC {name}"], "ĐH" + name[0], ["BỘ GIÁO DỤC VÀ ĐÀO TẠO"], "HIỆU TRƯỞNG"),
                                   (["BỆNH VIỆN ĐA KHOA", full], "BVĐK", [f"SỞ Y TẾ {full}"], "GIÁM ĐỐC"),
                                   (["HỌC VIỆN", name], "HV" + name[0], ["BỘ NỘI VỤ"], "GIÁM ĐỐC"),
                                   ([f"TRUNG TÂM KIỂM SOÁT BỆNH TẬT {full}"], "TTKSBT", [f"SỞ Y TẾ {full}"], "GIÁM ĐỐC"),
                                   (["TRUNG TÂM Y TẾ", f"HUYỆN {name}"], "TTYT", [f"SỞ Y TẾ {full}"], "GIÁM ĐỐC")))
    return House("school", org, sym, place, "province", sup=sup, rank="academic", short=org[0], signers=heads(chief, f"PHÓ {chief}"))


def board(s):
    """Boards whose members sign with two offices."""
    full, place = area(s, "province")
    org = [f"BAN CHỈ ĐẠO {s.pick(('PHÒNG, CHỐNG THIÊN TAI', 'CHUYỂN ĐỔI SỐ', '389', 'THI HÀNH ÁN DÂN SỰ'))}"]
    return House("board", org, "BCĐ", place, "province", sup=[f"ỦY BAN NHÂN DÂN {full}"], short=org[0],
                 signers=[([], ["TRƯỞNG BAN", f"CHỦ TỊCH UBND {full}"]), (["KT. TRƯỞNG BAN"], ["PHÓ TRƯỞNG BAN", f"PHÓ CHỦ TỊCH UBND {full}"]),
                          (["KT. TRƯỞNG BAN"], ["PHÓ TRƯỞNG BAN THƯỜNG TRỰC", "GIÁM ĐỐC SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"]), (["KT. TRƯỞNG BAN"], ["PHÓ TRƯỞNG BAN"])])


ALL = {f.__name__: f for f in (
    province, council, department, district, commune, ministry, committee, agency, government, assembly, president, court, army, police,
    party_central, party_province, party_local, mass, youth, company, school, board)}

"""Templates: one for each kind of document of each house, and the rare forms."""

from . import houses, parts, rare
from .parts import Draft, Style
from .subjects import matter
from .slots import running

# Kinds of documents of each house: name of the type, symbol. Letters have no name and an empty symbol.
KINDS = {
    "province": "Quyết định:QĐ;Kế hoạch:KH;Chỉ thị:CT;Báo cáo:BC;Tờ trình:TTr;Thông báo:TB;:",
    "council": "Nghị quyết:NQ;Thông báo:TB;Báo cáo:BC;:",
    "department": "Kế hoạch:KH;Báo cáo:BC;Tờ trình:TTr;Hướng dẫn:HD;Quyết định:QĐ;Thông báo:TB;:",
    "district": "Quyết định:QĐ;Kế hoạch:KH;Thông báo:TB;:", "commune": "Quyết định:QĐ;Kế hoạch:KH;Báo cáo:BC;Tờ trình:TTr;:",
    "ministry": "Thông tư:TT;Quyết định:QĐ;Chỉ thị:CT;Kế hoạch:KH;:", "committee": "Quyết định:QĐ;Thông tư:TT;:",
    "agency": "Quyết định:QĐ;Thông báo:TB;Hướng dẫn:HD;:", "government": "Nghị định:NĐ;Quyết định:QĐ;Nghị quyết:NQ;Thông báo:TB;:",
    "assembly": "Nghị quyết:NQ;Báo cáo thẩm tra:BC;:", "court": "Thông báo:TB;Quyết định:QĐ;Hướng dẫn:HD;:",
    "army": "Chỉ thị:CT;Kế hoạch:KH;Báo cáo:BC;:", "police": "Quyết định:QĐ;Kế hoạch:KH;:",
    "party_central": "Kết luận:KL;Hướng dẫn:HD;Quy định:QĐ;:", "party_province": "Nghị quyết:NQ;Kế hoạch:KH;Chương trình:CTr;Thông báo:TB;Báo cáo:BC;:",
    "party_local": "Nghị quyết:NQ;Quyết định:QĐ;Báo cáo:BC;Kế hoạch:KH;:", "mass": "Kế hoạch:KH;Hướng dẫn:HD;:", "youth": "Kế hoạch:KH;Chương trình:CTr;",
    "company": "Quyết định:QĐ;Thông báo:TB;Tờ trình:TTr;:", "school": "Kế hoạch:KH;Quyết định:QĐ;Báo cáo:BC;:", "board": "Kế hoạch:KH;:",
}
ENACTING = {"Quyết định", "Nghị quyết", "Nghị định", "Thông tư"}


def ordinary(s, house_name, kind, code):
    """A document of the common form."""
    house = houses.ALL[house_name](s)
    d = Draft(s, house, Style(s))
    letter, about = not kind, matter(s)
    legal = kind in ENACTING and (kind in ("Nghị định", "Thông tư") or house_name in ("assembly",) or s.maybe(0.2)) and house.form == "state"
    rare.before(d)
    vv = None
    if letter:
        d.record["document_type"], d.record["subject"] = "Công văn", about
        lead = s.pick(("V/v ", "V/v ", "V/v: ", "v/v ", "Về việc ", "V/v", "“V/v ")) if house.form == "state" else s.pick(("", "", "V/v ", "về việc "))
        if lead == "“V/v ":
            vv = f"“V/v {about}”"
        else:
            vv = lead + about
    above = letter and house.form == "party" and s.maybe(0.3)
    parts.heading(d, code, letter, legal, None if above else vv)
    if above:
        d.add([parts.Item(vv, "vv", "l")])
    if letter:
        parts.kinh_gui(d)
    else:
        enactor = " ".join(house.org) if s.maybe(0.5) else f"{(house.signers[0][1] or ['CHỦ TỊCH'])[0]} {' '.join(house.org)}"
        parts.title(d, kind, about if s.maybe(0.95) else None, capitals=s.maybe(0.35), enactor=enactor if kind in ENACTING and s.maybe(0.6) else None)
        if kind in ("Tờ trình", "Báo cáo") and s.maybe(0.7):
            parts.kinh_gui(d, 1)
    body(d, kind)
    parts.foot(d, letter)
    rare.after(d, kind or "Công văn")
    return d


def body(d, kind):
    s = d.s
    if kind in ENACTING:
        parts.bases(d, int((d.record["date"] or "2020")[:4]))
        if s.maybe(0.8):
            d.space()
            d.add([parts.Item(s.pick(("QUYẾT ĐỊNH:", "QUYẾT NGHỊ:", "QUYẾT ĐỊNH")) if kind != "Thông tư" else f"{running(d.house.org)} ban hành Thông tư như sau:",
                              "enact" if kind != "Thông tư" else "body", "c" if kind != "Thông tư" else "l")])
            d.space()
        parts.prose(d, articles=True)
    else:
        parts.prose(d)


def ordinary_template(house_name, kind, code):
    return lambda s: ordinary(s, house_name, kind, code)


def registry():
    """All templates by name."""
    found = {}
    for house_name, kinds in KINDS.items():
        for row in filter(None, kinds.split(";")):
            kind, code = row.split(":")
            found[f"{house_name}.{code or 'CV'}"] = ordinary_template(house_name, kind, code)
    found.update(rare.TEMPLATES)
    return found

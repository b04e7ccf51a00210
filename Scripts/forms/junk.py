"""What stands on pages and belongs to no document: stamps, notes of portals, gazette heads, furniture."""

from .layout import Item
from .slots import running


def moment(s):
    d, m, y = s.chance.randint(1, 28), s.chance.randint(1, 12), s.chance.randint(2018, 2026)
    t = f"{s.chance.randint(7, 18):02}:{s.chance.randint(0, 59):02}:{s.chance.randint(0, 59):02}"
    return s.pick((f"{d:02}.{m:02}.{y} {t} +07:00", f"{d:02}/{m:02}/{y} {t}", f"{d:02}-{m:02}-{y} {t} +07:00", f"{y}-{m:02}-{d:02} {t} +07:00"))


def signature(s, house):
    """Lines of an electronic signature."""
    body = running(house.org) if s.maybe(0.5) else " ".join(house.org)
    who = s.pick((body, s.name(), f"Văn phòng {body}", "Cổng Thông tin điện tử"))
    name = s.name()
    mail = s.pick(("vanthu", "vpub", "banbientap", "sonoivu")) + "@" + s.word(1).lower().encode("ascii", "ignore").decode() + "x.gov.vn"
    return s.pick((
        [f"Người ký: {who}", f"Email: {mail}", f"Cơ quan: {body}", f"Thời gian ký: {moment(s)}"],
        [f"Ký bởi: {who}", f"Cơ quan: {body}", f"Ngày ký: {moment(s)}"],
        ["Signature Not Verified", f"Ký bởi: {name}", f"Ký ngày: {moment(s)}"],
        [f"{name}", f"{moment(s)}"], [f"{s.pick(('Văn phòng', 'Văn thư'))} {body}", moment(s)],
        ["Chữ ký số hợp lệ", f"Người ký: {name}", f"Đơn vị: {body}"], ["ĐÃ KÝ SỐ"], [f"Digitally signed by {who}", f"Date: {moment(s)}"],
        [f"Ký bởi: {who}", "Thời gian ký:", moment(s)], ["Chữ ký được kiểm tra trên Hệ thống", f"Mã: {s.chance.randint(10**6, 10**8)}"]))


def arrival(s, house):
    """Lines of the stamp ĐẾN."""
    body = " ".join(house.org) if s.maybe(0.3) else s.pick(("SỞ Y TẾ", "VĂN PHÒNG", "UBND XÃ", "CÔNG TY"))
    d = f"{s.chance.randint(1, 28)}/{s.chance.randint(1, 12)}/{s.year()}"
    return s.pick((
        [body, "ĐẾN", f"Số: {s.chance.randint(1, 9999)}", f"Ngày: {d}", "Chuyển: ..........", "Lưu hồ sơ số: ......."],
        ["CÔNG VĂN ĐẾN", f"Số {s.chance.randint(1, 999)}", f"Ngày {d}"], ["ĐẾN", f"Ngày {d}"], [f"ĐẾN Số: {s.chance.randint(1, 999)} Ngày: {d}"],
        [f"CÔNG VĂN ĐẾN Giờ....Ngày {d}", "Kính chuyển: ........"], ["ĐẾN", "Số:.............", "Ngày:..../..../20", "Chuyển:......"]))


def gazette(s):
    d = f"{s.chance.randint(1, 28)}-{s.chance.randint(1, 12)}-{s.year()}"
    n = s.chance.randint(1, 900)
    return s.pick(([f"{s.chance.randint(2, 90)}      CÔNG BÁO/Số {n} + {n + 1}/Ngày {d}"], [f"CÔNG BÁO/Số {n}/Ngày {d}      {s.chance.randint(2, 90)}"],
                   ["PHẦN VĂN BẢN QUY PHẠM PHÁP LUẬT"], [f"CÔNG BÁO", f"Số {n}", f"Ngày {d}"]))


def portal(s, house):
    code = s.chance.randint(100, 9999)
    return s.pick((
        [f"Số văn bản: {code}/{house.sym}", f"Ngày văn bản: {s.chance.randint(1, 28):02}/06/{s.year()}", "Hệ thống QLVB"],
        ["Văn bản này được tải về từ Cổng Thông tin điện tử"], [f"https://vanban.{s.pick(s.units).encode('ascii', 'ignore').decode().lower() or 'x'}.gov.vn/tai-ve/{code}"],
        [f"Trang điện tử {running(house.org)}"], ["VĂN BẢN SỐ HÓA"], [f"{moment(s)} {s.name()} tải về"], ["BẢN DỰ THẢO LƯU HÀNH TRÊN MẠNG"],
        [f"Mã định danh: {code}.{s.chance.randint(10, 99)}.H{s.chance.randint(1, 60):02}", "Quét mã để kiểm tra"]))


def letterhead(s):
    street = f"{s.chance.randint(1, 400)} {s.word(2).title()}, {s.place('district')[1]}, {s.place('province')[1]}"
    phone = f"0{s.chance.randint(20, 99)}{s.chance.randint(1, 9)}.{s.chance.randint(100000, 9999999)}"
    return s.pick(([f"ĐC: {street}", f"ĐT: {phone}"], [f"Địa chỉ: {street}", f"Điện thoại: {phone} - Fax: {phone}", "Email: lienhe@congty.vn"],
                   [f"Tel: {phone}  Fax: {phone}"], [f"Trụ sở: {street}", f"MST: {s.chance.randint(10**9, 10**10 - 1)}"], [f"Website: www.{s.pick(s.units).encode('ascii', 'ignore').decode().lower() or 'abc'}.com.vn"]))


def furniture(s, house, page):
    """A running head or a page number."""
    return s.pick((str(page), str(page), f"- {page} -", f"Trang {page}", f"{page}/{page + 3}", s.pick(watermark(s)), f"{page} {gazette(s)[0].strip()}",
                   f"{running(house.org)}      {page}"))


def watermark(s):
    return s.pick((["BẢN SAO"], ["TÀI LIỆU LƯU HÀNH NỘI BỘ"], ["DỰ THẢO"], [s.pick(s.units), "SCAN"], ["VĂN BẢN ĐIỆN TỬ"], [s.name()], ["Lưu hành nội bộ"]))


def items(lines, align="l"):
    return [Item(line, "junk", align) for line in lines]

"""Matters of documents: a grammar of trích yếu."""

VERBS = """triển khai;tăng cường;đẩy mạnh;phê duyệt;ban hành;điều chỉnh, bổ sung;sửa đổi, bổ sung một số điều của;tổ chức thực hiện
hướng dẫn;rà soát, báo cáo;kiểm tra việc;thành lập;kiện toàn;công bố;giao;phân bổ;thẩm định;cho ý kiến về;đôn đốc;góp ý dự thảo
xử lý vướng mắc trong;chấn chỉnh;phối hợp thực hiện;cung cấp thông tin về;tổng kết;sơ kết 6 tháng;báo cáo kết quả;chấp thuận
thu hồi;gia hạn;bổ nhiệm cán bộ phụ trách;cử người tham gia;tiếp nhận hồ sơ;trả lời kiến nghị về;xin ý kiến về;đăng ký;mời họp về"""
OBJECTS = """công tác phòng, chống dịch bệnh;kế hoạch sử dụng đất;dự toán ngân sách;quy chế làm việc;công tác lưu trữ, văn thư
đề án phát triển du lịch;danh mục thủ tục hành chính;chương trình mục tiêu quốc gia;đơn giá bồi thường, hỗ trợ, tái định cư
công tác quản lý, bảo vệ rừng;quỹ lương;kinh phí sự nghiệp;chính sách hỗ trợ học sinh, sinh viên;quy hoạch chi tiết xây dựng
việc chấp hành kỷ luật, kỷ cương;biên chế công chức;các đơn vị sự nghiệp công lập;tiêu chí nông thôn mới;công trình thủy lợi
an toàn thực phẩm;chỉ số cải cách hành chính;thi đua, khen thưởng;an toàn giao thông;dịch vụ công trực tuyến;hội nghị trực tuyến
chuyển đổi số;công tác tiếp công dân;kê khai tài sản, thu nhập;đại hội chi bộ;hồ sơ, sổ sách;việc học tập và làm theo
nghĩa vụ quân sự;phòng cháy, chữa cháy và cứu nạn, cứu hộ;thuế thu nhập cá nhân;hàng hóa xuất khẩu, nhập khẩu;giá nước sạch
vị trí việc làm;tài sản công;bảo hiểm y tế;đấu giá quyền sử dụng đất;đất ở tại đô thị;giấy phép môi trường;ngày Sách Việt Nam"""
SCOPES = """năm {y};giai đoạn {y} - {z};trên địa bàn {p};6 tháng đầu năm {y};quý {q} năm {y};đến năm {z}, tầm nhìn đến năm 2050
của {p};nhiệm kỳ {y} - {z};theo Nghị quyết số {n}/NQ-CP;thuộc phạm vi quản lý của {p};tại xã {c};tháng {m} năm {y};và những năm tiếp theo
trong tình hình mới;theo Công văn số {n}/UBND-{u} ngày {d};dịp Tết Nguyên đán;(lần 2);“{t}”;phục vụ kỳ họp thứ {q}"""


def rows(table):
    return table.replace("\n", ";").split(";")


def matter(s):
    """A matter in running case, without V/v."""
    draw = s.chance.random()
    if draw < 0.45 and s.cited:
        return s.pick(s.cited).removeprefix("về việc ").removeprefix("về ")
    if draw < 0.55 and s.matters:
        return s.pick(s.matters)
    if draw < 0.65:
        return s.pick(s.subjects)
    text = f"{s.pick(rows(VERBS))} {s.pick(rows(OBJECTS))}"
    for _ in range(s.chance.choices((0, 1, 2, 3), (2, 5, 3, 1))[0]):
        text += " " + scope(s)
    return text


def scope(s):
    year = s.year()
    unit, province = s.place("province")
    return s.pick(rows(SCOPES)).format(
        y=year, z=year + s.chance.randint(1, 9), p=f"{unit.lower()} {province}", q=s.chance.randint(1, 4),
        n=s.chance.randint(1, 999), c=s.place("commune")[1], m=s.chance.randint(1, 12), u=s.pick(s.units),
        d=f"{s.chance.randint(1, 28):02}/{s.chance.randint(1, 12)}/{year}", t=s.word(s.chance.randint(3, 8)).capitalize())

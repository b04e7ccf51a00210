/// A small document whose pieces tests replace.
struct Letter {
  var number = "Số: 15/QĐ-UBND"
  var date = "Hòa Lâm, ngày 05 tháng 4 năm 2021"
  var type = "QUYẾT ĐỊNH"
  var subject = "Về việc kiện toàn Ban Chỉ huy phòng cháy rừng"
  var text = "Điều 1. Kiện toàn Ban Chỉ huy phòng cháy rừng của tỉnh."
  var closing = "Nơi nhận:\n- Như Điều 1;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Văn Thuận\n"

  var body: String {
    """
    ỦY BAN NHÂN DÂN
    TỈNH HÒA LÂM

    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc

    \(number)

    \(date)

    \(type)

    \(subject)

    \(text)

    \(closing)
    """
  }
}

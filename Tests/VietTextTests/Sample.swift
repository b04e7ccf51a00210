/// Text composed for the tests.
enum Sample {
  /// A letter about a bridge, as it should read.
  static let letter = """
    Kính gửi: Sở Giao thông vận tải,

    Ngày 12 tháng 3 năm 2022, Ủy ban nhân dân xã Vạn Thạnh nhận được đơn của bà con ấp Bờ Kè.
    Cây cầu gỗ bắc qua rạch Ông Nghĩa đã xuống cấp, nhiều thanh lan can gãy, mặt cầu lún sụt.
    Đề nghị quý Sở cử cán bộ kỹ thuật khảo sát, lập dự toán và bố trí kinh phí sửa chữa trước mùa mưa lũ.
    Trong khi chờ đợi, xã sẽ cắm biển cảnh báo, cấm xe tải trọng lớn và phân luồng học sinh đi đường vòng.
    Rất mong nhận được sự quan tâm, giúp đỡ của quý cơ quan.
    """

  /// Texts in other languages and in code; none of them may be touched.
  static let foreign = [
    "The committee keeps too many books of food recipes, as is well known; do see the law of 1996.",
    "Où sont les élèves ? Ils étaient là, près de la forêt, où l'été a été très chaud à Genève.",
    "Größere Fahrzeuge müssen über die Brücke fahren; schöne Grüße aus Köln.",
    "São Paulo não é a capital; os órgãos públicos estão lá, é óbvio.",
    "Það er gott að vera hér þar sem veðrið er síbreytilegt.",
    "for i in 0..<n3 { o1[i] = a6[i] * e9 + (u7 - a8) } // see too",
    "Now we know how few new views he saw; wow, how low the row of food grew.",
    "Москва и область: новые дороги.",
  ]
}

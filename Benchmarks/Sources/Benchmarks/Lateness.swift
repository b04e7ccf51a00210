import PhucHoi

/// How long after its time is up a call answers, on long texts of hard shapes.
struct Lateness {
  /// Bytes of the longest input that the command takes by default.
  static let length = 64 << 20

  /// The name of a shape and the piece that is repeated to make it.
  private static let shapes: [(name: String, piece: String)] = [
    ("one line of words", "uy ban nhan dan tinh "),
    ("lines", "uy ban nhan dan tinh quang ninh to chuc hoi nghi tong ket\n"),
    ("right lines", "Ủy ban nhân dân tỉnh Quảng Ninh tổ chức hội nghị tổng kết\n"),
    ("one word", "nhandan"), ("single letters", "a b c d e g h i k l "), ("line ends", "\n"), ("bars", "|"),
    ("cells", "| a | 1 |\n"), ("apostrophes", "'"), ("combining marks", "\u{301}\u{323}"),
    ("UTF-8 read as another", "Cá»™ng hÃ²a xÃ£ há»™i "),
    ("legacy letters", "céng hßa x· héi chñ nghÜa viÖt nam "),
    ("heads", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc chi\n"),
    ("signatures", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn An\n"),
    ("dates", "trước ngày 12 tháng 3 năm 2020, "),
  ]

  /// Milliseconds by which repair and reading answer late, for each shape, over calls with several limits.
  static func series() throws -> [Series] {
    let models = try Models.located()
    let repairer = Repairer(models: models)
    let extractor = try Extractor(models: models)
    var series: [Series] = []
    for shape in shapes {
      let text = DecodedText(String(repeating: shape.piece, count: length / shape.piece.utf8.count))
      let aligned = AlignedText(source: text.text, replacements: [])
      series.append(
        try measure("repair answers late, \(shape.name)") { _ = try repairer.repair(text, limits: $0) })
      series.append(
        try measure("extract answers late, \(shape.name)") {
          _ = try extractor.record(of: aligned, path: "", sha256: "", limits: $0)
        })
    }
    return series
  }

  /// By how much `call` outlives each of the limits that it is given; nothing is late where it ends in time.
  private static func measure(_ name: String, _ call: (WorkLimits) throws -> Void) throws -> Series {
    let limits: [Duration] = [.milliseconds(1), .milliseconds(30), .milliseconds(200), .seconds(1)]
    let values = try limits.map { limit in
      let start = ContinuousClock.now
      do {
        try call(WorkLimits(time: limit))
      } catch let error as PhucHoiError where error.code == .tooSlow {}
      return max(0, (ContinuousClock.now - start - limit) / .milliseconds(1))
    }
    return Series(name: name, unit: "ms", values: values)
  }
}

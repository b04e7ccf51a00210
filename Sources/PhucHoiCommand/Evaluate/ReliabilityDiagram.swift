/// A reliability diagram as SVG: share of right tokens over confidence, with the number of tokens below.
struct ReliabilityDiagram: Sendable {
  /// What is drawn.
  let reliability: Reliability
  /// The language of the labels.
  let language: Language

  // Pixels: the plot is a square of this size, with room for labels around it.
  private let size = 400.0
  private let left = 60.0
  private let top = 40.0

  /// The picture, as UTF-8.
  func svg() -> [UInt8] {
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 600" font-family="sans-serif" font-size="13">
      <rect width="500" height="600" fill="white"/>
      <text x="60" y="24" font-size="15">\(title)</text>
      <rect x="\(left)" y="\(top)" width="\(size)" height="\(size)" fill="none" stroke="#999"/>
      <line x1="\(left)" y1="\(top + size)" x2="\(left + size)" y2="\(top)" stroke="#999" stroke-dasharray="5 5"/>

      """
    svg += axes()
    let most = Double(reliability.bins.map(\.count).max() ?? 0)
    for bin in reliability.bins where bin.count > 0 { svg += bar(bin, most: most) }
    return Array((svg + "</svg>\n").utf8)
  }

  private var title: String {
    let error = Self.decimal(reliability.expectedCalibrationError * 100)
    let message = Message(
      vi: "Độ tin cậy và tỷ lệ đúng (sai lệch \(error) điểm %)",
      en: "Confidence and share of right tokens (ECE \(error) %)")
    return message.text(in: language)
  }

  private func axes() -> String {
    var svg = ""
    for tenth in stride(from: 0, through: 10, by: 2) {
      let (x, y) = (left + size * Double(tenth) / 10, top + size * Double(10 - tenth) / 10)
      svg += "<text x=\"\(x)\" y=\"\(top + size + 18)\" text-anchor=\"middle\">\(Double(tenth) / 10)</text>\n"
      svg += "<text x=\"\(left - 8)\" y=\"\(y + 4)\" text-anchor=\"end\">\(Double(tenth) / 10)</text>\n"
    }
    let label = Message(
      vi: "độ tin cậy; dưới: số từ (thang lôgarit)", en: "confidence; below: tokens (log scale)")
    return svg
      + "<text x=\"\(left + size / 2)\" y=\"592\" text-anchor=\"middle\">\(label.text(in: language))</text>\n"
  }

  private func bar(_ bin: Reliability.Bin, most: Double) -> String {
    let width = size / 10
    let x = left + size * bin.lower
    let height = size * bin.accuracy
    let dot = (left + size * bin.meanConfidence, top + size * (1 - bin.accuracy))
    let share = 80 * Self.logarithm(Double(bin.count) + 1) / Self.logarithm(most + 1)
    let label = "\(bin.count): \(Self.decimal(bin.meanConfidence)) → \(Self.decimal(bin.accuracy))"
    return """
      <g><title>\(label)</title>
      <rect x="\(x + 2)" y="\(top + size - height)" width="\(width - 4)" height="\(height)" fill="#9ec5e8"/>
      <circle cx="\(dot.0)" cy="\(dot.1)" r="4" fill="#1f4e79"/>
      <rect x="\(x + 2)" y="\(570 - share)" width="\(width - 4)" height="\(share)" fill="#c9c4b8"/></g>

      """
  }

  /// Base 2, near enough for bars: whole bits and the rest by a line.
  private static func logarithm(_ value: Double) -> Double {
    Double(value.exponent) + value.significand - 1
  }

  private static func decimal(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
}

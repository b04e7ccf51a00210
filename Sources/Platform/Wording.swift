extension StringProtocol {
  /// The text without the scalars at both ends that `isMark` holds for. O(n).
  package func trimmed(_ isMark: (Unicode.Scalar) -> Bool) -> String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isMark($0) }),
      let last = scalars.lastIndex(where: { !isMark($0) })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }
}

extension Double {
  /// The number with so many decimals, `.` before them, in every locale.
  package func fixed(_ decimals: Int) -> String {
    var text = [CChar](repeating: 0, count: 400)
    let room = text.count
    let count = withVaList([Int32(decimals), self]) { vsnprintf(&text, room, "%.*f", $0) }
    return String(
      decoding: text.prefix(max(0, min(room - 1, Int(count)))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// Chức vụ of one who signs for a head, where the seal left only the head's line.
///
/// Ký thay is for the deputy of the head and nobody else (Nghị định 30/2020/NĐ-CP, điều 13; Hướng dẫn
/// 36-HD/VPTW), so that `KT. GIÁM ĐỐC` tells `PHÓ GIÁM ĐỐC`. How high the deputy stands among deputies it does
/// not tell.
struct DeputyTitle {
  let tables: ExtractionTables

  /// The deputy's title that the last layer of an authority implies; nil unless it is a `KT.` of a head whose
  /// deputy the table of titles knows.
  func implied(by authority: String) -> String? {
    let layer = authority.split(separator: " / ").last ?? ""
    guard let mark = ["KT. ", "K/T "].first(where: layer.hasPrefix) else { return nil }
    let head = String(layer.dropFirst(mark.count))
    let deputy = head == "BỘ TRƯỞNG" ? "THỨ TRƯỞNG" : "PHÓ " + head
    return tables.titleNames.contains { $0.uppercased() == deputy } ? deputy : nil
  }
}

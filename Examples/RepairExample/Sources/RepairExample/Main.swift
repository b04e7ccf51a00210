import Foundation
import PhucHoi

/// Repairs a string, prints the edits as JSON, and then the fields of the document.
@main
struct RepairExample {
  static func main() throws {
    let reading = """
      TINH UY LAC GIANG
      BAN TO CHUC
      So 86-KH/BTCTU
      Lac Giang, ngay 03 thang 4 nam 2024
      KE HOACH
      boi duong nghiep vu cong tac dang vien
      """
    let models = try Models.located()
    let repair = Repairer(models: models).repair(reading)
    print(repair.text)

    let edits = repair.edits.map {
      EditLine(line: $0.line, old: $0.old, new: $0.new, kind: $0.kind, confidence: $0.confidence)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    print(String(decoding: try encoder.encode(edits), as: UTF8.self))

    let extractor = try Extractor(models: models)
    let writer = RecordJSON(producedBy: ProducedBy(version: "example"))
    for document in extractor.documents(in: repair.aligned) {
      print(String(decoding: writer.bytes(document), as: UTF8.self))
    }
  }
}

/// What the example prints of an edit.
struct EditLine: Encodable {
  var line: Int
  var old: String
  var new: String
  var kind: EditKind
  var confidence: Double
}

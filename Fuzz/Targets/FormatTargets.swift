import Extraction
import Foundation
import JSON
import ModelFile
import PhucHoi
import PhucHoiArchive
import PhucHoiFormats

/// Readers of files and lines.
enum FormatTargets {
  static func page(_ bytes: [UInt8], _ format: PageFormat?) {
    // The reader of PDF files is a program of its own.
    guard (format ?? PageFormat(detecting: bytes)) != .pdf else { return }
    guard let page = try? PageDocument(reading: bytes, as: format) else { return }
    let count = page.text.utf8.count
    for word in page.words { demand(word.range.upperBound <= count, "words lie inside of the text") }
    _ = page.layout
    _ = page.wordConfidences
    let changes = page.words.prefix(20).map { Replacement(range: $0.range, text: "<Ủy & ban>\n") }
    // Text may hold zero bytes, which nobody takes for text when they come back in UTF-8.
    guard page.format != .plainText, let rewritten = page.rewritten(Array(changes)) else { return }
    demand(
      (try? PageDocument(reading: rewritten.bytes, as: page.format)) != nil, "a rewritten page can be read")
  }

  static func json(_ bytes: [UInt8]) {
    guard let value = try? JSONParser.parse(bytes) else { return }
    let written = value.serialized()
    demand(!written.contains(0x0A), "a value stands on one line")
    demand((try? JSONParser.parse(written)) == value, "what is written is read again")
  }

  /// Every line gets one line, whatever it holds.
  static func stream(_ bytes: [UInt8]) {
    let engine = needed { try RepairEngine(models: TextTargets.models, policy: .auto, version: "fuzz") }
    var run = StreamRun(engine: engine)
    run.fields = Set(StreamField.allCases)
    run.timeout = 5000
    let file = open(scratchFile(bytes).path, O_RDONLY)
    defer { close(file) }
    var answers: [UInt8] = []
    _ = try? run.run(input: file) { answers += $0 }
    let lines = bytes.count { $0 == 0x0A } + (bytes.isEmpty || bytes.last == 0x0A ? 0 : 1)
    let answered = answers.split(separator: 0x0A)
    demand(answered.count == lines, "one line out for a line in")
    for answer in answered { demand((try? JSONParser.parse(Array(answer))) != nil, "answers are JSON") }
  }

  static func sheet(_ bytes: [UInt8]) { _ = try? ReviewSheet.decisions(in: bytes) }

  static func table(_ bytes: [UInt8]) {
    _ = try? TableFile(scratchFile(bytes), hasHeads: true, columns: 6).rows
    // Tests run this on several threads at once: were the folder shared, one would write through the other's links into
    // the tables themselves.
    let folder = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent(
      "fuzz-tables-\(getpid())-\(pthread_self())")
    let good = TextTargets.models.directory
    let tables = folder.appendingPathComponent("tables")
    try? FileManager.default.createDirectory(at: tables, withIntermediateDirectories: true)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: good.path + "/tables")) ?? []
    for name in ["models"] + names.map({ "tables/" + $0 }) {
      let place = folder.appendingPathComponent(name)
      try? FileManager.default.removeItem(at: place)
      try? FileManager.default.createSymbolicLink(
        at: place, withDestinationURL: good.appendingPathComponent(name))
    }
    // The first byte says which of the tables is damaged.
    guard let name = names.sorted()[safely: Int(bytes.first ?? 0)], name.hasSuffix(".tsv") else { return }
    let place = tables.appendingPathComponent(name)
    try? FileManager.default.removeItem(at: place)
    try? Data(bytes.dropFirst()).write(to: place, options: .atomic)
    switch name {
    case "abbreviations.tsv", "foreign.tsv", "syllables.tsv": repair(with: folder)
    case "symbols.tsv":
      repair(with: folder)
      extract(with: folder)
    default: extract(with: folder)
    }
  }

  /// A repair with the tables in `folder`: it refuses none, whatever it holds, and keeps all its promises.
  private static func repair(with folder: URL) {
    let models = needed { try Models(directory: folder, verifies: false) }
    TextTargets.check(
      Repairer(models: models).repair("Cong van so 12/QD-UBND cua TTHDND tinh ve 3 kilomet duong"))
  }

  /// The fields of a short document with the tables in `folder`, unless they are refused.
  private static func extract(with folder: URL) {
    let model = folder.appendingPathComponent("models/fields.bin").path
    guard let tables = try? ExtractionTables(directory: folder.appendingPathComponent("tables")),
      let model = try? FieldModel(path: model)
    else { return }
    _ = Extractor(tables: tables, model: model).documents(
      in: AlignedText(source: "Số: 12/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc"))
  }

  static func profile(_ bytes: [UInt8]) {
    guard let profile = try? ExportProfile(contentsOf: scratchFile(bytes)) else { return }
    let folder = TextTargets.models.directory.appendingPathComponent("tables")
    let tables = needed { try ExtractionTables(directory: folder) }
    var sheet = RecordSheet(profile: profile, tables: tables)
    sheet.append(record)
    _ = CSVText.bytes(sheet)
  }

  private static let record = TextTargets.extractor.record(
    of: AlignedText(
      source: "Số: 12/QĐ-UBND\nHà Nội, ngày 3 tháng 4 năm 2024\nQUYẾT ĐỊNH\nVề việc thi hành án"),
    path: "fuzz", sha256: "")
}

extension Array {
  fileprivate subscript(safely index: Int) -> Element? { isEmpty ? nil : self[index % count] }
}

import Extraction
import Foundation
import PhucHoi
import TestSupport
import Testing

/// `phuchoi calibrate-fields`: trees for the confidences of fields from documents beside their right records.
@Suite(.enabled(if: hasModels, "models are not there"), .serialized)
struct FieldCalibrationTests {
  /// Thirty letters; in those read badly no subject agrees with the record.
  private func documents(in folder: URL) throws -> URL {
    let documents = folder.appendingPathComponent("documents")
    for number in 1...30 {
      let place = documents.appendingPathComponent("\(number)")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      let isBad = number.isMultiple(of: 2)
      let subject = isBad ? "vê vịec khám sưc khoe cán bo" : "về việc khám sức khỏe cán bộ"
      let text = """
        ỦY BAN NHÂN DÂN XÃ TÂN HẠ
        Số: \(number)/QĐ-UBND
        Tân Hạ, ngày 3 tháng 5 năm 2021
        QUYẾT ĐỊNH
        \(subject)

        Điều 1. Trạm y tế xã khám sức khỏe cho cán bộ.
        """
      try Data(text.utf8).write(to: place.appendingPathComponent("input.txt"))
      let gold = """
        {"documents": [{"document_number": {"number": "\(number)", "symbol": "QĐ-UBND"}, "date": "2021-05-03",
          "subject": "\(isBad ? "về việc khác" : "khám sức khỏe cán bộ")"}]}
        """
      try Data(gold.utf8).write(to: place.appendingPathComponent("record.json"))
    }
    return documents
  }

  @Test func theTreesTellWhichValuesAreRight() throws {
    try withTemporaryFolder { folder in
      let output = folder.appendingPathComponent("field-confidence.bin")
      let run = try CommandRun.run([
        "calibrate-fields", try documents(in: folder).path, "-o", output.path,
      ])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("values, "))
      let place = try ModelLocator.find()
      let extractor = Extractor(
        tables: try ExtractionTables(directory: place.appendingPathComponent("tables")),
        model: try FieldModel(path: place.appendingPathComponent("models/fields.bin").path),
        confidence: try FieldConfidence(path: output.path))
      let repairer = Repairer(models: try Models(directory: place))
      func record(_ name: String) throws -> DocumentRecord? {
        let text = try String(contentsOfFile: folder.path + "/documents/\(name)/input.txt", encoding: .utf8)
        let repair = repairer.repair(text)
        return extractor.documents(in: repair.aligned, certainty: repair.certainty).first
      }
      let (good, bad) = (try #require(try record("1")), try #require(try record("2")))
      let sure = try #require(good.subject?.confidence)
      #expect(sure > (try #require(bad.subject?.confidence)) + 0.3)
      #expect((good.date?.confidence ?? 0) > 0.9)
    }
  }

  @Test func whatCannotBeDoneIsTold() throws {
    try withTemporaryFolder { folder in
      let nothing = try CommandRun.run(["calibrate-fields", folder.path, "-o", folder.path + "/out.bin"])
      #expect(nothing.status == 2)
      #expect(nothing.errors.contains("no right and wrong values"))
      let missing = try CommandRun.run([
        "calibrate-fields", folder.path + "/none", "-o", folder.path + "/out.bin",
      ])
      #expect(missing.status == 5)
      let unwritable = try CommandRun.run([
        "calibrate-fields", try documents(in: folder).path, "-o", folder.path + "/none/out.bin",
      ])
      #expect(unwritable.status == 4)
    }
  }
}

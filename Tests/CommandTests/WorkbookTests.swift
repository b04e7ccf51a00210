import Foundation
import PhucHoi
import Testing

/// `extract --format xlsx` gives a workbook whose cells are text.
@Suite(.enabled(if: hasModels && Unzip.isThere, "models or unzip are not there"))
struct WorkbookTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "book-\(UUID().uuidString)")

  @Test func cellsAreTextAndNothingIsLeftBehind() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = """
      ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      TỈNH HÒA LÂM                    Độc lập - Tự do - Hạnh phúc
      Số: 0012/KH-UBND          Hòa Lâm, ngày 03 tháng 4 năm 2021

      KẾ HOẠCH
      =1+1 trồng cây & gây rừng
      """
    let outcome = try CommandRun.run(
      ["extract", "--no-repair", "--format", "xlsx", "--profile", "tt05"], input: Array(text.utf8),
      environment: ["TMPDIR": folder.path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    let book = folder.appendingPathComponent("a.xlsx")
    try Data(outcome.output).write(to: book)
    let sheet = try Unzip.text(of: "xl/worksheets/sheet1.xml", in: book)
    #expect(sheet.contains(#"t="inlineStr"><is><t>0012</t></is></c>"#))
    #expect(sheet.contains("<t>03/04/2021</t>"))
    #expect(sheet.contains("trồng cây &amp; gây rừng</t>"))
    #expect(!sheet.contains("<f>"))
    #expect(!sheet.contains("<v>"))
  }

  @Test func aPlaceThatCannotBeWrittenIsTold() throws {
    let outcome = try CommandRun.run(
      ["extract", "--no-repair", "--format", "xlsx", "--lang", "en"], input: Array("Số: 1/KH".utf8),
      environment: ["TMPDIR": folder.path])
    #expect(outcome.status == 4)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("PH-4002"))
  }
}

/// Looks into workbooks.
enum Unzip {
  private static let path = "/usr/bin/unzip"

  /// Whether the program is installed.
  static let isThere = FileManager.default.isExecutableFile(atPath: path)

  /// A part of a workbook.
  static func text(of part: String, in book: URL) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-p", book.path, part]
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }
}

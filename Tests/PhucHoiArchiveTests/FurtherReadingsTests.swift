import Foundation
import PhucHoi
import Testing

@testable import PhucHoiArchive

@Suite struct FurtherReadingsTests {
  private static let further = FurtherReadings { try Models(directory: ModelLocator.find()) }

  @Test func wordsOfALineHaveFurtherReadings() throws {
    let line = try Self.further.line(Array("Uy ban nhan dan tinh phe duyet ke hoach".utf8))
    let readings = line.readings(of: 0..<2)
    #expect(readings.contains("Ủy") && !readings.contains("Uy"))
    #expect(line.readings(of: 16..<20).contains("tỉnh"))
    // No word of its own, and a range beyond the line.
    #expect(line.readings(of: 0..<4).isEmpty)
    #expect(line.readings(of: 30..<90).isEmpty)
  }

  @Test(arguments: [
    ("BAN", "bản", "BẢN"), ("Ban", "bản", "Bản"), ("ban", "bản", "bản"), ("A", "ạ", "Ạ"), ("5", "năm", "năm"),
  ])
  func readingsHaveTheCapitalsOfWhatWasRead(_ seen: String, _ word: String, _ shaped: String) {
    #expect(FurtherReadings.shaped(word, like: seen) == shaped)
  }

  @Test func sheetsOfferThem() throws {
    let (input, output) = (try TemporaryFolder(), try TemporaryFolder())
    try input.write("Đầu\nUy chinh dan\n", to: "1.txt")
    let engine = FakeEngine(word: "chinh", replacement: "chính")
    _ = try BatchRun(engine: engine, input: input.path, output: output.path).run()
    let catalogue = try Catalogue(reading: output.path)
    var rows = try catalogue.doubtfulPlaces(below: 1, limit: 9) { _ in [] }.filter { $0.field.isEmpty }
    #expect(rows.map(\.read) == ["chinh"])
    rows[0].alternatives = ""
    let offered = try catalogue.adding(Self.further, to: rows, folder: output.path)[0].alternatives
    #expect(offered.contains("chỉnh") && !offered.components(separatedBy: " | ").contains("chính"))
    // Where no time is left, rows come back as they are.
    #expect(try catalogue.adding(Self.further, to: rows, folder: output.path, within: .zero) == rows)
  }
}

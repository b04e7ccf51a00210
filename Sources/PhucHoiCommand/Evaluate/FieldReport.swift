import JSON
import Platform

/// The scores of fields by set of readings.
struct FieldReport {
  /// By the name of the readings.
  var sets: [String: FieldScore] = [:]

  /// A line for each set.
  var text: String {
    sets.sorted { $0.key < $1.key }.map { name, score in
      let cells = score.lines.map { "\($0.name) \(Self.number($0.value))" }
      return name + "  " + cells.joined(separator: "  ") + "\n"
    }.joined()
  }

  /// The same as a JSON object.
  var object: JSONValue {
    .object(
      sets.sorted { $0.key < $1.key }.map { name, score in
        (key: name, value: .object(score.lines.map { (key: $0.name, value: .decimal($0.value)) }))
      })
  }

  private static func number(_ value: Double) -> String {
    String(decoding: JSONValue.decimal(value).serialized(), as: UTF8.self)
  }

  /// The readings below `folder` with their right records, sorted by path.
  ///
  /// - Throws: `CommandFailure` PH-1001 where there is no such folder.
  static func readings(
    in folder: String
  ) throws -> [(set: String, reading: String, gold: JSONValue)] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw CommandFailure.missing(folder)
    }
    var readings: [(set: String, reading: String, gold: JSONValue)] = []
    for name in names.sorted() {
      let base = "\(folder)/\(name)"
      let files = (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []
      for file in files.sorted() where file.hasSuffix(".txt") && !file.hasSuffix(".ref.txt") {
        let set = String(file.dropLast(4))
        let gold = record("\(base)/record.\(set).json") ?? record("\(base)/record.json")
        if let gold { readings.append((set, "\(base)/\(file)", gold)) }
      }
    }
    return readings
  }

  private static func record(_ path: String) -> JSONValue? {
    FileManager.default.contents(atPath: path).flatMap { try? JSONParser.parse(Array($0)) }
  }
}

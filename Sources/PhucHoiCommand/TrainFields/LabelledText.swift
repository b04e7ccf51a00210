import Extraction
import Foundation
import VietText

/// A text with its zones, as a folder of documents has it.
struct LabelledText: Sendable {
  /// Lines of scalars.
  var lines: [[Unicode.Scalar]]
  var marks: [FieldExample.Mark]

  var text: String {
    var view = String.UnicodeScalarView()
    for (number, line) in lines.enumerated() {
      if number > 0 { view.append("\n") }
      view.append(contentsOf: line)
    }
    return String(view)
  }

  /// Where a document comes from.
  struct Meta {
    var group: String
    var source: String
  }

  /// The labelled texts of the documents below `folder`, but for those that are left out.
  static func texts(in folder: String, leavingOut: (Meta) -> Bool) throws -> [LabelledText] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return names.flatMap { name -> [LabelledText] in
      let place = folder + "/" + name
      let meta = meta(place, name)
      if leavingOut(meta) { return [] }
      let heading = HeadingNames(place)
      return [("input.txt", "zones.tsv"), ("linear.txt", "linear.zones.tsv")].compactMap {
        read(place + "/" + $0.0, place + "/" + $0.1, heading)
      }
    }
  }

  private static func meta(_ place: String, _ name: String) -> Meta {
    let value = (try? Data(contentsOf: URL(fileURLWithPath: place + "/meta.json"))).flatMap {
      try? JSONSerialization.jsonObject(with: $0) as? [String: Any]
    }
    return Meta(
      group: value?["group"] as? String ?? name,
      source: value?["source"] as? String ?? value?["template"] as? String ?? "")
  }

  private static func read(_ text: String, _ zones: String, _ heading: HeadingNames) -> LabelledText? {
    guard let text = try? String(contentsOfFile: text, encoding: .utf8),
      let rows = try? String(contentsOfFile: zones, encoding: .utf8)
    else { return nil }
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0) }
    var marks: [FieldExample.Mark] = []
    var names = heading.reader()
    for row in rows.split(separator: "\n") {
      let cells = row.split(separator: "\t")
      guard cells.count >= 4, let line = Int(cells[0]), let start = Int(cells[1]), let end = Int(cells[2]),
        line > 0, start < end
      else { continue }
      let label = ZoneName.label(String(cells[3]))
      if label == .issuer, lines.indices.contains(line - 1) {
        let words = lines[line - 1][min(start, lines[line - 1].count)..<min(end, lines[line - 1].count)]
        marks += names.marks(line: line - 1, start: start, Array(words))
      } else {
        marks.append(.init(line: line - 1, range: start..<end, label: label))
      }
    }
    return LabelledText(lines: lines, marks: marks)
  }
}

/// What the zones of training texts are called.
enum ZoneName {
  private static let labels: [String: FieldLabel] = [
    "org": .issuer, "issuer": .issuer, "superior": .superior, "nation": .nation, "motto": .nation,
    "nation_motto": .nation, "number": .number, "place_date": .placeDate, "vv": .subject, "subject": .subject,
    "urgency": .stamp, "secrecy": .stamp, "stamp": .stamp, "copy": .stamp, "copy_form": .stamp, "type": .type,
    "authority": .enactor, "enact": .body, "basis": .basis, "addressee": .addressee, "body": .body,
    "table": .body, "rec_head": .recipientHead, "recipients": .recipient, "archive": .archive,
    "sign_authority": .authority, "sign_title": .title, "sign_rank": .rank, "rank": .rank, "signer": .name,
    "annex": .annex, "annex_head": .annexHead,
  ]

  /// The label of a zone; what has another name belongs to no document, `other` nobody knows.
  static func label(_ name: String) -> FieldLabel? { name == "other" ? nil : labels[name] ?? .junk }
}

/// Tells the superior's name from the issuer's where the zones have both as one.
struct HeadingNames {
  private var superior: [String] = []

  init(_ place: String) {
    let value = (try? Data(contentsOf: URL(fileURLWithPath: place + "/record.json"))).flatMap {
      try? JSONSerialization.jsonObject(with: $0) as? [String: Any]
    }
    let document = (value?["documents"] as? [[String: Any]])?.first
    let name = document?["superior_body"]
    let plain = name as? String ?? (name as? [String: Any])?["value"] as? String
    superior = plain.map(Self.words) ?? []
  }

  private static func words(_ text: String) -> [String] {
    VietLetter.bare(text).lowercased().split { $0 == " " || $0 == "\n" }.map(String.init)
  }

  func reader() -> Reader { Reader(left: superior[...]) }

  /// Goes through the words of the heading in order.
  struct Reader {
    var left: ArraySlice<String>

    mutating func marks(line: Int, start: Int, _ letters: [Unicode.Scalar]) -> [FieldExample.Mark] {
      var marks: [FieldExample.Mark] = []
      var position = 0
      for word in letters.split(separator: " ", omittingEmptySubsequences: false) {
        let range = start + position..<start + position + max(1, word.count)
        position += word.count + 1
        guard !word.isEmpty else { continue }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: word)
        let isSuperior = left.first == VietLetter.bare(String(text)).lowercased()
        if isSuperior { left.removeFirst() }
        marks.append(.init(line: line, range: range, label: isSuperior ? .superior : .issuer))
      }
      return marks
    }
  }
}

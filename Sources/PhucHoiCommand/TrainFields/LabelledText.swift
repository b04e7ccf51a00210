import Extraction
import Platform
import VietText

/// A text with its zones, as a folder of documents has it.
struct LabelledText: Sendable {
  /// Lines of scalars.
  var lines: [[Unicode.Scalar]]
  var marks: [FieldExample.Mark]
  /// An engine read it: it needs no damage.
  var isRead = false

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
    var isRead: Bool
  }

  /// The labelled texts of the documents below `folder`, but for those that are left out.
  ///
  /// - Throws: PH-1001 where there is no such folder.
  static func texts(in folder: String, leavingOut: (Meta) -> Bool) throws(CommandFailure) -> [LabelledText] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw .missing(folder)
    }
    return names.sorted().flatMap { name -> [LabelledText] in
      let place = folder + "/" + name
      let meta = meta(place, name)
      if leavingOut(meta) { return [] }
      let signers = SignerNames(place)
      return [("input.txt", "zones.tsv"), ("linear.txt", "linear.zones.tsv")].compactMap { names in
        var text = read(place + "/" + names.0, place + "/" + names.1, signers)
        text?.isRead = meta.isRead
        return text
      }
    }
  }

  /// What `meta.json` of a document says of it; its group is its own `name` where nothing is said.
  static func meta(_ place: String, _ name: String) -> Meta {
    let file = (try? Data(contentsOf: URL(fileURLWithPath: place + "/meta.json"))).flatMap {
      try? JSONDecoder().decode(MetaFile.self, from: $0)
    }
    return Meta(
      group: file?.group ?? name, source: file?.source ?? file?.template ?? "", isRead: file?.ocr ?? false)
  }

  private struct MetaFile: Decodable {
    var group: String?
    var source: String?
    var template: String?
    var ocr: Bool?
  }

  private static func read(_ text: String, _ zones: String, _ signers: SignerNames) -> LabelledText? {
    guard let text = try? String(contentsOfFile: text, encoding: .utf8),
      let rows = try? String(contentsOfFile: zones, encoding: .utf8)
    else { return nil }
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0) }
    var marks: [FieldExample.Mark] = []
    var lists = AddresseeLists()
    for row in rows.split(separator: "\n") {
      let cells = row.split(separator: "\t")
      guard cells.count >= 4, let line = Int(cells[0]), let start = Int(cells[1]), let end = Int(cells[2]),
        line > 0, start < end
      else { continue }
      let label = lists.label(
        ZoneName.label(String(cells[3])), lines.indices.contains(line - 1) ? lines[line - 1] : [])
      if label == .name, lines.indices.contains(line - 1) {
        let letters = Array(lines[line - 1].prefix(end).dropFirst(start))
        marks += signers.marks(line: line - 1, start: start, letters)
      } else {
        marks.append(.init(line: line - 1, range: start..<end, label: label))
      }
    }
    return LabelledText(lines: lines, marks: marks)
  }
}

/// Goes through the rows of a document's zones: items below `Kính gửi` of which nobody told what they are.
struct AddresseeLists {
  private var isOpen = false
  private var hasEnded = true

  /// The label of a row whose own is `label`: an item with a dash, or the rest of one, belongs to the list above it.
  mutating func label(_ label: FieldLabel?, _ line: [Unicode.Scalar]) -> FieldLabel? {
    if label == .junk { return label }
    let first = line.first { $0 != " " }
    let isItem = first.map { "-\u{2013}+".unicodeScalars.contains($0) } ?? false
    let goesOn = !hasEnded && first?.properties.isLowercase ?? false
    isOpen = label == .addressee || label == nil && isOpen && (isItem || goesOn)
    hasEnded = line.last { $0 != " " } == "."
    return isOpen ? .addressee : label
  }
}

/// What the zones of training texts are called.
enum ZoneName {
  private static let labels: [String: FieldLabel] = [
    "org": .issuer, "issuer": .issuer, "superior": .issuer, "nation": .nation, "motto": .nation,
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

/// Tells ranks from the names behind them, by the record of a document.
struct SignerNames {
  private var names: [[Unicode.Scalar]] = []
  private var ranks: [[Unicode.Scalar]] = []

  init(_ place: String) {
    let file = (try? Data(contentsOf: URL(fileURLWithPath: place + "/record.json"))).flatMap {
      try? JSONDecoder().decode(RecordFile.self, from: $0)
    }
    let signers = (file?.documents ?? []).flatMap { $0.signers ?? [] }
    names = signers.compactMap { $0.name.map { Array($0.unicodeScalars) } }
    ranks = signers.compactMap { $0.rank.map { Array($0.unicodeScalars) } }
  }

  private struct RecordFile: Decodable {
    var documents: [Document]?

    struct Document: Decodable { var signers: [Signer]? }

    struct Signer: Decodable {
      var name: String?
      var rank: String?
    }
  }

  /// Marks of a line of a signer: what stands before his name is a rank; nobody knows where no record has the name.
  func marks(line: Int, start: Int, _ letters: [Unicode.Scalar]) -> [FieldExample.Mark] {
    let end = start + letters.count
    guard
      let name = names.first(where: {
        $0.count <= letters.count && letters.suffix($0.count).elementsEqual($0)
      })
    else {
      let isLong = letters.split(separator: " ").count > Self.longest
      let label: FieldLabel? = ranks.contains(letters) ? .rank : isLong ? nil : .name
      return [.init(line: line, range: start..<end, label: label)]
    }
    let middle = end - name.count
    let marks = [FieldExample.Mark(line: line, range: middle..<end, label: .name)]
    return middle == start ? marks : [.init(line: line, range: start..<middle, label: .rank)] + marks
  }

  /// Words of a long name.
  private static let longest = 4
}

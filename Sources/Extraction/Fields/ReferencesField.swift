/// Văn bản viện dẫn: every document that this one cites, once, with what all its mentions say of it.
struct ReferencesField {
  let view: DocumentView
  /// The document's own number, which is no reference.
  let own: String?

  /// All references in order of first mention, and those cited as legal bases.
  func read() -> (all: [Reference], bases: [Reference]) {
    var found: [Reference] = []
    var places: [String: Int] = [:]
    var bases: Set<Int> = []
    let scanner = MentionScanner(view: view)
    for mention in scanner.mentions() {
      let key = mention.key
      if let own, mention.number.map({ Self.canonical($0) }) == Self.canonical(own) { continue }
      let index: Int
      if let known = places[key] {
        index = known
        found[index].date = found[index].date ?? mention.date
        found[index].issuer = found[index].issuer ?? mention.issuer
      } else {
        index = found.count
        places[key] = index
        found.append(
          Reference(
            type: mention.type, number: mention.number, title: mention.title, date: mention.date,
            issuer: mention.issuer, place: mention.place))
      }
      if mention.isBasis { bases.insert(index) }
    }
    let whole = withoutStubs(found)
    return (whole.map { found[$0] }, whole.filter(bases.contains).map { found[$0] })
  }

  /// The references but for those cut off at a line end or a stamp, of which the whole is there: `17-HD` or `17-HI`
  /// beside `17-HD/BTGTU`.
  private func withoutStubs(_ found: [Reference]) -> [Int] {
    func key(_ reference: Reference, _ number: Substring) -> String {
      "\(reference.type ?? "") \(Self.canonical(String(number)))"
    }
    var wholes: Set<String> = []
    for reference in found {
      guard let number = reference.number, let slash = number.firstIndex(of: "/"),
        let dash = number[..<slash].firstIndex(of: "-")
      else { continue }
      wholes.insert(key(reference, number[..<dash]))
    }
    return found.indices.filter { index in
      guard let number = found[index].number, !number.contains("/"), found[index].date == nil else {
        return true
      }
      return !wholes.contains(key(found[index], number.prefix { $0 != "-" }))
    }
  }

  /// The number as references are compared by it: folded, so that `QĐ` and `QD` are one.
  static func canonical(_ number: String) -> String { String(decoding: Folding.fold(number), as: UTF8.self) }
}

/// One mention of a cited document.
struct Mention {
  var type: String?
  var number: String?
  var title: String?
  var date: String?
  var issuer: String?
  var isBasis: Bool
  var place: FieldValue

  /// What makes two mentions one document.
  var key: String {
    if let number { return "\(type ?? "") \(ReferencesField.canonical(number))" }
    return "law \(ReferencesField.canonical(title ?? "")) \(date ?? "")"
  }
}

import JSON

/// The fields of one document of a record, as the scores compare them.
struct ScoredFields {
  /// A value with the object that holds it.
  struct Item {
    var text: String
    var object: JSONValue
  }

  /// Fields of one value; nil where it is null. A field that the record does not name is not there.
  private(set) var scalars: [String: Item?] = [:]
  /// Fields of many.
  private(set) var lists: [String: [Item]] = [:]

  static let scalarNames = [
    "number", "symbol", "document_type", "issuing_body", "superior_body", "place", "date", "subject",
    "archive_note", "secrecy", "urgency", "copy_form", "form",
  ]
  static let listNames = [
    "addressees", "recipients", "co_issuers", "references", "reference_dates", "deadlines", "signer_names",
    "signer_titles", "signer_authorities", "attachments",
  ]

  /// Reads one document of a record.
  init(_ document: JSONValue) {
    readNumber(document["document_number"])
    for name in Self.scalarNames.dropFirst(2) {
      if let value = document[name] {
        // A field that is null stays known.
        scalars.updateValue(Self.plain(value).map { Item(text: $0, object: value) }, forKey: name)
      }
    }
    for name in ["addressees", "recipients", "co_issuers", "attachments"] {
      guard case .array(let values)? = document[name] else { continue }
      lists[name] = values.compactMap { value in
        let text = Self.plain(value) ?? Self.plain(value["title"]) ?? Self.plain(value["label"])
        return text.map { Item(text: $0, object: value) }
      }
    }
    readReferences(document)
    readSigners(document)
  }

  private mutating func readNumber(_ number: JSONValue?) {
    guard let number else { return }
    let whole = number["value"] == nil && number["number"] == nil && number["symbol"] == nil ? nil : number
    var symbol = Self.plain(whole?["symbol"])
    if let year = Self.plain(whole?["year"]), let known = symbol, !known.hasPrefix(year) {
      symbol = "\(year)/\(known)"
    }
    scalars.updateValue(
      Self.plain(whole?["number"]).map { Item(text: $0, object: number) }, forKey: "number")
    scalars.updateValue(symbol.map { Item(text: $0, object: number) }, forKey: "symbol")
  }

  private mutating func readReferences(_ document: JSONValue) {
    if case .array(let values)? = document["references"] {
      let cited = values.compactMap { value in
        Self.plain(value["number"]).map { (number: $0, value: value) }
      }
      lists["references"] = cited.map {
        Item(text: "\(Self.plain($0.value["type"]) ?? "") \($0.number)", object: $0.value)
      }
      lists["reference_dates"] = cited.compactMap { entry in
        Self.plain(entry.value["date"]).map { Item(text: "\(entry.number) \($0)", object: entry.value) }
      }
    }
    if case .array(let values)? = document["deadlines"] {
      lists["deadlines"] = values.compactMap { value in
        Self.plain(value["date"]).map { Item(text: $0, object: value) }
      }
    }
  }

  private mutating func readSigners(_ document: JSONValue) {
    guard case .array(let values)? = document["signers"] else { return }
    for (list, key) in [
      ("signer_names", "name"), ("signer_titles", "title"), ("signer_authorities", "authority"),
    ] {
      let items = values.compactMap { value in
        Self.plain(value[key]).map { Item(text: key == "name" ? FieldText.name($0) : $0, object: value) }
      }
      if !items.isEmpty || values.allSatisfy({ $0[key] != nil }) { lists[list] = items }
    }
  }

  /// The text of a value, given plainly or as the `value` of an object; nil where there is none.
  private static func plain(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text)?: text.isEmpty ? nil : text
    case .object?: plain(value?["value"])
    default: nil
    }
  }
}

import Extraction

/// A document's values without raw texts, spans and confidences, in the form of the golden records.
enum PlainRecord {
  static func lines(_ document: DocumentRecord) -> [String] {
    var lines = ["form: \(document.form.rawValue)"]
    if let number = document.documentNumber {
      lines.append(
        "number: \(number.whole.value) = \(text(number.number)) \(text(number.year)) \(text(number.symbol))")
    }
    for (name, value) in scalars(document) { if let value { lines.append("\(name): \(value)") } }
    for (name, values) in [
      ("co_issuers", document.coIssuers), ("addressees", document.addressees),
      ("recipients", document.recipients),
    ] {
      lines += values.map { "\(name): \($0.value)" }
    }
    lines += document.legalBases.map { "basis: \($0.number ?? text($0.title))" }
    lines += document.references.map {
      "reference: \(text($0.type)) \(text($0.number)) \(text($0.title)) \(text($0.date)) \(text($0.issuer))"
    }
    lines += document.deadlines.map { "deadline: \(text($0.date)) \($0.place.value)" }
    lines += document.signers.map { "signer: \(text($0.authority)) | \(text($0.title)) | \(text($0.name))" }
    lines += document.attachments.map { "attachment: \(text($0.label)) | \(text($0.title))" }
    return lines
  }

  /// The same lines from a golden record.
  static func lines(golden: [String: Any]) -> [String] {
    var lines = ["form: \(text(golden["form"]))"]
    if let number = golden["document_number"] as? [String: Any] {
      lines.append(
        "number: \(text(number["value"])) = \(text(number["number"])) \(text(number["year"])) \(text(number["symbol"]))"
      )
    }
    for name in scalarNames { if let value = golden[name] as? String { lines.append("\(name): \(value)") } }
    for name in ["co_issuers", "addressees", "recipients"] {
      lines += (golden[name] as? [String] ?? []).map { "\(name): \($0)" }
    }
    lines += (golden["legal_bases"] as? [String] ?? []).map { "basis: \($0)" }
    lines += objects(golden["references"]).map {
      "reference: \(text($0["type"])) \(text($0["number"])) \(text($0["title"])) \(text($0["date"])) \(text($0["issuer"]))"
    }
    lines += objects(golden["deadlines"]).map { "deadline: \(text($0["date"])) \(text($0["text"]))" }
    lines += objects(golden["signers"]).map {
      "signer: \(text($0["authority"])) | \(text($0["title"])) | \(text($0["name"]))"
    }
    lines += objects(golden["attachments"]).map { "attachment: \(text($0["label"])) | \(text($0["title"]))" }
    return lines
  }

  private static let scalarNames = [
    "document_type", "issuing_body", "superior_body", "place", "date", "subject", "archive_note", "secrecy",
    "urgency", "copy_form",
  ]

  private static func scalars(_ document: DocumentRecord) -> [(String, String?)] {
    let values = [
      document.documentType, document.issuingBody, document.superiorBody, document.place, document.date,
      document.subject,
      document.archiveNote, document.secrecy, document.urgency, document.copyForm,
    ]
    return zip(scalarNames, values).map { ($0, $1?.value) }
  }

  private static func objects(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }
  private static func text(_ value: Any?) -> String { value as? String ?? "-" }
  private static func text(_ value: String?) -> String { value ?? "-" }
}

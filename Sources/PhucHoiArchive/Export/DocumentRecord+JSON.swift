import Extraction
import JSON

extension DocumentRecord {
  /// The document that an object of a record describes; what is not there stays empty.
  public init(json: JSONValue) {
    self.init(pages: Extent(json["pages"]), lines: Extent(json["lines"]))
    form = json["form"]?.string.flatMap(DocumentForm.init) ?? .unknown
    if let number = json["document_number"], number["span"] != nil {
      documentNumber = DocumentNumber(
        whole: FieldValue(item: number, value: "value"), number: number["number"]?.string,
        year: number["year"]?.string,
        symbol: number["symbol"]?.string)
    }
    func scalar(_ key: String) -> FieldValue? { json[key].flatMap(FieldValue.init) }
    func list<Item>(_ key: String, _ make: (JSONValue) -> Item?) -> [Item] {
      (json[key]?.elements ?? []).compactMap(make)
    }
    (documentType, issuingBody, superiorBody) = (
      scalar("document_type"), scalar("issuing_body"), scalar("superior_body")
    )
    (place, date, subject) = (scalar("place"), scalar("date"), scalar("subject"))
    (archiveNote, secrecy, urgency) = (scalar("archive_note"), scalar("secrecy"), scalar("urgency"))
    copyForm = scalar("copy_form")
    coIssuers = list("co_issuers", FieldValue.init)
    addressees = list("addressees", FieldValue.init)
    recipients = list("recipients", FieldValue.init)
    legalBases = list("legal_bases", Reference.init)
    references = list("references", Reference.init)
    deadlines = list("deadlines") {
      Deadline(date: $0["date"]?.string, task: $0["task"]?.string, place: FieldValue(item: $0, value: "text"))
    }
    signers = list("signers") {
      Signer(
        authority: $0["authority"]?.string, title: $0["title"]?.string, rank: $0["rank"]?.string,
        name: $0["name"]?.string, place: FieldValue(item: $0, value: "name"))
    }
    attachments = list("attachments") {
      Attachment(
        label: $0["label"]?.string, title: $0["title"]?.string, place: FieldValue(item: $0, value: "title"))
    }
  }
}

extension Extent {
  fileprivate init(_ json: JSONValue?) {
    self.init(first: json?["first"]?.int ?? 1, last: json?["last"]?.int ?? 1)
  }
}

extension FieldValue {
  /// A scalar; nil for `null`.
  fileprivate init?(_ json: JSONValue) {
    guard json["value"]?.string != nil else { return nil }
    self.init(item: json, value: "value")
  }

  /// An item whose words are the member `key`.
  fileprivate init(item json: JSONValue, value key: String) {
    let span = json["span"]
    let raw = json["raw"]?.string ?? ""
    self.init(
      value: json[key]?.string ?? raw, raw: raw, confidence: json["confidence"]?.double ?? 0,
      span: SourceSpan(
        page: span?["page"]?.int ?? 1, line: span?["line"]?.int ?? 1, start: span?["start"]?.int ?? 0,
        end: span?["end"]?.int ?? 0))
  }
}

extension Reference {
  fileprivate init(_ json: JSONValue) {
    self.init(
      type: json["type"]?.string, number: json["number"]?.string, title: json["title"]?.string,
      date: json["date"]?.string, issuer: json["issuer"]?.string,
      place: FieldValue(item: json, value: "number"))
  }
}

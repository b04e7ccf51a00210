/// Reads all fields of one document, in the order in which they need each other.
struct RecordReader {
  let view: DocumentView
  /// Tells deadlines that no phrase tells from other dates.
  let deadlines: DeadlineModel?

  /// The record of the document.
  func record() -> DocumentRecord {
    let first = view.span(view.segments[view.range.lowerBound].words)
    let last = view.span(view.segments[view.range.upperBound - 1].words)
    var record = DocumentRecord(
      pages: Extent(first: first.page, last: last.page), lines: Extent(first: first.line, last: last.line))
    let annexSource = PlaceDateField.annexSource(view)
    record.documentNumber = NumberField.read(view) ?? annexSource.flatMap { NumberField.fromAnnex($0, view) }
    record.documentType = TypeField.read(view, number: record.documentNumber)
    record.date = PlaceDateField.date(view) ?? annexSource.flatMap { PlaceDateField.annexDate($0, view) }
    record.place = PlaceDateField.place(view)
    record.subject = SubjectField.read(view)
    record.signers = SignersField.read(view)
    let bodies = BodyField.read(
      view, signers: record.signers, type: record.documentType?.value, symbol: record.documentNumber?.symbol)
    record.issuingBody = bodies.issuer
    record.superiorBody = bodies.superior
    record.coIssuers = bodies.others
    record.addressees = AddresseesField.read(view)
    NameVote(view: view).settle(&record)
    let recipients = RecipientsField.read(view)
    record.recipients = recipients.items
    record.archiveNote = recipients.archive
    let references = ReferencesField(view: view, own: record.documentNumber?.whole.value).read()
    record.references = references.all
    record.legalBases = references.bases
    record.deadlines = DeadlinesField(view: view, record: record).read(by: deadlines)
    record.attachments = AttachmentsField.read(view)
    let stamps = StampFields.read(view)
    record.secrecy = stamps.secrecy
    record.urgency = stamps.urgency
    record.copyForm = stamps.copy
    record.outline = OutlineField.read(view)
    record.form = FormField.read(view, record)
    return record
  }
}

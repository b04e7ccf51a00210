import ModelFile
import Platform
import VietText

/// Reads the fields of official documents out of a text: text in, record out.
///
/// ```swift
/// let extractor = Extractor(
///   tables: try ExtractionTables(directory: tables), model: try FieldModel(path: "models/fields.bin"))
/// let documents = extractor.documents(in: AlignedText(source: text))
/// ```
///
/// A learned model tells the part of each line, another what each word of heading and foot is for. The zones are cut into
/// documents, and each field is read from its zones. Time and memory are linear in the text.
public struct Extractor: Sendable {
  package let tables: ExtractionTables
  private let model: FieldModel
  private let deadlines: DeadlineModel?
  private let confidence: FieldConfidence?

  /// An extractor that reads with `tables` and `model`. Without `deadlines` it reads those that phrases tell; without `confidence`
  /// values are as sure as the zones in which they stand.
  public init(
    tables: ExtractionTables, model: FieldModel, deadlines: DeadlineModel? = nil,
    confidence: FieldConfidence? = nil
  ) {
    self.tables = tables
    self.model = model
    self.deadlines = deadlines
    self.confidence = confidence
  }

  /// An extractor with `tables/`, `models/fields.bin` and, where they are there, `models/deadlines.bin` and
  /// `models/field-confidence.bin` of a folder; throws `TableError` or `ModelFileError`.
  public init(directory: URL) throws {
    let models = directory.appendingPathComponent("models")
    self.init(
      tables: try ExtractionTables(directory: directory.appendingPathComponent("tables")),
      model: try FieldModel(path: models.appendingPathComponent("fields.bin").path),
      deadlines: try Self.read(
        DeadlineModel.init, models.appendingPathComponent(DeadlineModel.fileName).path),
      confidence: try Self.read(
        FieldConfidence.init, models.appendingPathComponent(FieldConfidence.fileName).path))
  }

  private static func read<Model>(
    _ make: (String) throws(ModelFileError) -> Model, _ path: String
  ) throws(ModelFileError) -> Model? {
    FileManager.default.fileExists(atPath: path) ? try make(path) : nil
  }

  /// The documents of a text.
  ///
  /// - Parameters:
  ///   - text: what is read (`text.text`), with the input that all spans and raw values refer to.
  ///   - certainty: how sure the repair is of each piece of the input.
  ///   - layout: where the words stand on the page, for inputs that tell; columns are then told apart by it.
  /// - Complexity: O(n).
  public func documents(
    in text: AlignedText, certainty: Certainty = Certainty([]), layout: PageLayout? = nil
  ) -> [DocumentRecord] {
    documents(in: text, certainty: certainty, layout: layout, checkpoint: {})
  }

  /// The same with `checkpoint` called before each stage and each document; what it throws ends the work.
  package func documents<Failure: Error>(
    in text: AlignedText, certainty: Certainty, layout: PageLayout? = nil,
    checkpoint: () throws(Failure) -> Void
  ) throws(Failure) -> [DocumentRecord] {
    try checkpoint()
    let reading = Reading(text, certainty: certainty, layout: layout)
    try checkpoint()
    var documents: [DocumentRecord] = []
    for view in views(of: reading) {
      try checkpoint()
      documents.append(judged(RecordReader(view: view, deadlines: deadlines).record()))
    }
    return documents
  }

  /// The record with the confidences of its values.
  private func judged(_ record: DocumentRecord) -> DocumentRecord {
    guard let confidence else { return record }
    var record = record
    record.updateValues { field, value in
      // No record says which headings are right, so that their zones tell alone.
      if field != .outline, let evidence = value.evidence {
        value.confidence = confidence.probability(field, evidence) * Double(evidence.chance)
      }
      value.evidence = nil
    }
    return record
  }

  /// The dates of the documents of a text, to learn from which of them are deadlines. O(n).
  package func dates(in text: AlignedText) -> [DeadlineExample] {
    views(of: Reading(text)).map { view in
      DeadlineExample(
        view, DeadlinesField(view: view, record: RecordReader(view: view, deadlines: nil).record()))
    }
  }

  private func views(of reading: Reading) -> [DocumentView] {
    let labelled = ZoneLabeller(pieces: PieceText(reading: reading, tables: tables), model: model).labelled()
    var zones = labelled.zones
    let splitter = DocumentSplitter(
      shapes: LineShapes(reading: reading, tables: tables), segments: labelled.segments,
      features: labelled.features)
    let parts = splitter.parts(&zones)
    for part in parts { HeadingOnce.settle(part, &zones) }
    return parts.map { part in
      DocumentView(
        reading: reading, tables: tables, segments: labelled.segments, features: labelled.features,
        zones: zones, certain: labelled.certain, range: part.range, copies: part.copies)
    }
  }

  /// The record of an input.
  ///
  /// - Parameters:
  ///   - text: as for `documents(in:certainty:layout:)`.
  ///   - path: the input's path, as given.
  ///   - sha256: of the input's bytes.
  ///   - certainty: as for `documents(in:certainty:layout:)`.
  ///   - layout: as for `documents(in:certainty:layout:)`.
  public func record(
    of text: AlignedText, path: String, sha256: String, certainty: Certainty = Certainty([]),
    layout: PageLayout? = nil
  ) -> Record {
    record(of: text, path: path, sha256: sha256, certainty: certainty, layout: layout, checkpoint: {})
  }

  /// The same with a `checkpoint` as `documents(in:certainty:layout:checkpoint:)` calls it.
  package func record<Failure: Error>(
    of text: AlignedText, path: String, sha256: String, certainty: Certainty, layout: PageLayout? = nil,
    checkpoint: () throws(Failure) -> Void
  ) throws(Failure) -> Record {
    Record(
      path: path, sha256: sha256, pages: SpanLocator(text.source).pageCount,
      documents: try documents(in: text, certainty: certainty, layout: layout, checkpoint: checkpoint))
  }
}

import SequenceLabels

/// The dates of a document: what a model of deadlines is learned from.
package struct DeadlineExample: Sendable {
  /// A date that may be a deadline.
  package struct Candidate: Sendable {
    /// ISO date, as a record has it; nil where it comes again.
    package var iso: String?
    /// UTF-8 range in the text.
    package var range: Range<Int>
  }

  /// What a model sees of each date.
  package let units: UnitSequence
  /// The dates, in order.
  package let candidates: [Candidate]

  init(_ view: DocumentView, _ field: DeadlinesField) {
    let mentions = field.mentions()
    units = field.features(mentions).sequence()
    candidates = mentions.map { mention in
      Candidate(
        iso: DeadlinesField.iso(mention, issued: field.issued),
        range: view.reading.aligned.sourceRange(of: view.reading.text.bytes(mention.range)))
    }
  }
}

// Whoever links the library reads documents and decodes bytes with it as well.
@_exported import Extraction
import Logging
@_exported import VietText

extension Extractor {
  /// An extractor with the tables and the model of fields that belong to `models`.
  ///
  /// Throws `PhucHoiError` (PH-3002) where a table or the model is missing or damaged.
  public init(models: Models) throws(PhucHoiError) {
    do {
      try self.init(directory: models.directory)
    } catch {
      throw PhucHoiError(.modelsDamaged, Models.message(error))
    }
  }

  /// The record of an input within `limits`; the other parameters as without them.
  ///
  /// The failure of a limit comes at once; what was at work on a long text ends before its next stage or document.
  /// `logger` is told counts, never text.
  /// Throws `PhucHoiError`: PH-1101 (too large), PH-1102 (too slow), PH-1103 (cancelled).
  public func record(
    of text: AlignedText, path: String, sha256: String, certainty: Certainty = Certainty([]),
    layout: PageLayout? = nil, limits: WorkLimits, logger: Logger? = nil
  ) throws(PhucHoiError) -> Record {
    let bytes = text.source.utf8.count
    let clock = try WorkClock(limits, bytes: bytes)
    let record: Record
    if !clock.isSoonerThanAStage(of: bytes) {
      record = try self.record(of: text, path: path, sha256: sha256, certainty: certainty, layout: layout) {
        () throws(PhucHoiError) in try clock.check()
      }
    } else {
      record = try limits.answer { signal in
        Result { () throws(PhucHoiError) in
          try self.record(of: text, path: path, sha256: sha256, certainty: certainty, layout: layout) {
            () throws(PhucHoiError) in if signal.isStopped { throw PhucHoiError(.cancelled, "nobody waits") }
          }
        }
      }.get()
    }
    logger?.debug(
      "fields read", metadata: ["bytes": "\(bytes)", "documents": "\(record.documents.count)"])
    return record
  }
}

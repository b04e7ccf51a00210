// Whoever links the library reads documents and decodes bytes with it as well.
@_exported import Extraction
@_exported import VietText

extension Extractor {
  /// An extractor with the tables that belong to `models`.
  ///
  /// Throws `PhucHoiError` (PH-3002) where a table is missing or damaged.
  public init(models: Models) throws(PhucHoiError) {
    do {
      self.init(tables: try ExtractionTables(directory: models.directory.appendingPathComponent("tables")))
    } catch {
      throw PhucHoiError(.modelsDamaged, "\(error)")
    }
  }
}

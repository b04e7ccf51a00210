import Extraction
import Platform

extension Models {
  /// What names these models in `produced_by`: the SHA-256 of the sealed headers of the model files, which hold
  /// the checksums of their contents, and of the tables.
  ///
  /// Two folders with the same identity give the same output. Costs the reading of the tables, not of the
  /// models.
  public var identity: String {
    var bytes: [UInt8] = []
    for folder in ["models", "tables"] {
      let place = directory.appendingPathComponent(folder)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
      for name in names.sorted() where !name.hasPrefix(".") {
        let path = place.appendingPathComponent(name).path
        guard access(path, R_OK) == 0 else { continue }
        bytes += Array("\(folder)/\(name)\n".utf8)
        bytes += FileBytes.read(path, limit: folder == "models" ? 64 : .max) ?? []
      }
    }
    return "sha256:" + SHA256.hex(bytes)
  }
}

import Foundation

extension Models {
  /// What names these models in `produced_by`: the SHA-256 of the sealed headers of the model files, which hold
  /// the checksums of their contents, and of the tables.
  ///
  /// Two folders with the same identity give the same output. Costs the reading of the tables, not of the
  /// models.
  public var identity: String {
    var hash = SHA256()
    for folder in ["models", "tables"] {
      let place = directory.appendingPathComponent(folder)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
      for name in names.sorted() where !name.hasPrefix(".") {
        let path = place.appendingPathComponent(name).path
        guard let file = FileHandle(forReadingAtPath: path) else { continue }
        defer { try? file.close() }
        let limit = folder == "models" ? 64 : Int.max
        hash.append(Array("\(folder)/\(name)\n".utf8))
        hash.append((try? file.read(upToCount: limit)) ?? Data())
      }
    }
    return "sha256:" + hash.hexadecimal()
  }
}

import Platform

/// A temporary folder that nobody else can look into or write to.
struct PrivateFolder: Sendable {
  /// Where it is.
  let path: String

  /// Makes the folder, under a name that cannot be guessed. Throws `BatchError` where the place for temporary files,
  /// which TMPDIR names, cannot be written.
  init() throws(BatchError) {
    let place = FileManager.default.temporaryDirectory.path
    var template = Array("\(place)/phuchoi-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw BatchError(code: .temporary, message: "\(place): \(String(cString: strerror(errno)))")
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Removes the folder with all that it holds.
  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

import Foundation

/// A temporary folder that nobody else can look into or write to.
struct PrivateFolder: Sendable {
  /// Where it is.
  let path: String

  /// Makes the folder, under a name that cannot be guessed.
  ///
  /// - Throws: `CommandFailure` PH-4002 where the place for temporary files cannot be written.
  init() throws(CommandFailure) {
    let place = FileManager.default.temporaryDirectory.path
    var template = Array("\(place)/phuchoi-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      let reason = String(cString: strerror(errno))
      throw CommandFailure(
        "PH-4002", status: .output,
        Message(vi: "\(place): không ghi được: \(reason).", en: "\(place): cannot be written: \(reason)."),
        remedy: Message(vi: "Đặt TMPDIR cho nơi ghi được.", en: "Let TMPDIR name another place."))
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Removes the folder with all that it holds.
  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

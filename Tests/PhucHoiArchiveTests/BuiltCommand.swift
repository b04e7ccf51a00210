import Foundation
import PhucHoi

/// The command as it was built, if it was and finds its models.
let command: String? = {
  let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("phuchoi").path
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let places = [beside, root.appendingPathComponent(".build/debug/phuchoi").path]
  guard (try? ModelLocator.find()) != nil else { return nil }
  return places.first { FileManager.default.isExecutableFile(atPath: $0) }
}()

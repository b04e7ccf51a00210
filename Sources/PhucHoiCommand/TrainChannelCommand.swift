import ArgumentParser
import ChannelModel
import Foundation

/// `phuchoi train-channel`: learns confusions from pairs of OCR text and correct text.
struct TrainChannelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-channel",
    abstract: "Learn what an OCR engine does to letters from its readings beside correct text.",
    discussion: """
      DIR holds one folder a page. For a setting S the file S.txt is the engine's reading and S.ref.txt (or \
      clean.txt) the correct text in the same reading order. --profile NAME=S1,S2 trains profile NAME on the \
      settings S1 and S2.
      """)

  @Argument(help: "Folders of pages.")
  var pairs: [String]

  @Option(help: "NAME=SETTING[,SETTING...], repeatable.")
  var profile: [String] = [
    "english-light=light-eng,light-eng-dp", "english-heavy=heavy-eng", "latin=heavy-latin",
    "french=heavy-fra",
    "vietnamese=medium,light", "vietnamese-heavy=heavy-vie",
    "dropped-a=dropped-a", "dropped-b=dropped-b", "dropped-c=dropped-c",
  ]

  @Option(name: .shortAndLong, help: "The model file to write.")
  var output: String

  func run() throws {
    var settings: [String: String] = [:]
    for entry in profile {
      let parts = entry.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else {
        throw ValidationError("--profile \(entry): NAME=SETTING[,SETTING...] expected")
      }
      for setting in parts[1].split(separator: ",") { settings[String(setting)] = String(parts[0]) }
    }
    let pages = try self.pairs.flatMap { try Self.pages(in: $0, settings) }
    guard !pages.isEmpty else {
      throw ValidationError("no page with a known setting in \(pairs.joined(separator: ", "))")
    }
    let model = ChannelTraining(pages: pages).run()
    try model.write(to: output)
    for profile in model.profiles {
      let count = pages.filter { $0.profile == profile.name }.count
      FileHandle.standardError.write(
        Data("\(profile.name): \(count) pages, \(profile.entries.count) confusions\n".utf8))
    }
  }

  private static func pages(in folder: String, _ settings: [String: String]) throws -> [TrainingPage] {
    var pages: [TrainingPage] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      for (setting, profile) in settings.sorted(by: { $0.key < $1.key }) {
        let base = "\(folder)/\(name)"
        guard let seen = text("\(base)/\(setting).txt") else { continue }
        guard let meant = text("\(base)/\(setting).ref.txt") ?? text("\(base)/clean.txt") else { continue }
        pages.append(TrainingPage(profile: profile, meant: meant, seen: seen))
      }
    }
    return pages
  }

  private static func text(_ path: String) -> String? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return String(decoding: data, as: UTF8.self).precomposedStringWithCanonicalMapping
  }
}

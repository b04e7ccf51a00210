import ArgumentParser
import ChannelModel
import Platform
import VietText

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
    "neural=neural,neural-en", "neural-marks=neural-v5,neural-v6-tiny", "neural-dropped=neural-v6",
    "dropped-a=dropped-a", "dropped-b=dropped-b",
    "dropped-c=dropped-c",
  ]

  @Option(help: "A model whose other profiles are kept.", completion: .file())
  var onto: String?

  @Flag(help: "With --onto: learn what becomes of marks, and keep what is known of letters.")
  var marks = false

  @Flag(
    help:
      "Compare with clean.txt also where there is S.ref.txt, which leaves out what was read beyond likeness.")
  var whole = false

  @Option(name: .shortAndLong, help: "The model file to write.")
  var output: String

  @OptionGroup var force: ForceOption

  func run() throws {
    let inputs = pairs + [onto].compactMap(\.self)
    _ = try OutputFile(path: output, force: force.isGiven, inputs: inputs.map { .file($0) })
    var settings: [String: String] = [:]
    for entry in profile {
      let parts = entry.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else {
        throw ValidationError("--profile \(entry): NAME=SETTING[,SETTING...] expected")
      }
      for setting in parts[1].split(separator: ",") { settings[String(setting)] = String(parts[0]) }
    }
    let pages = try self.pairs.flatMap { try PageFolder.pages(in: $0, whole: whole) }.compactMap { page in
      settings[page.setting].map { profile in
        TrainingPage(
          profile: profile, meant: UnicodeNormalizer.nfc(page.gold),
          seen: UnicodeNormalizer.nfc(page.reading))
      }
    }
    guard !pages.isEmpty else {
      throw ValidationError("no page with a known setting in \(pairs.joined(separator: ", "))")
    }
    let learned = ChannelTraining(pages: pages).run()
    let named = Set(pages.map(\.profile))
    let model =
      try onto.map { path in
        let known = try ChannelModel(path: path).profiles
        return marks
          ? ChannelModel(profiles: Self.withMarks(of: learned, known))
          : ChannelModel(
            profiles: known.filter { !named.contains($0.name) }
              + learned.profiles.filter { named.contains($0.name) })
      } ?? learned
    try model.write(to: output)
    for profile in model.profiles {
      let count = pages.filter { $0.profile == profile.name }.count
      StandardStream.error.say(
        "\(profile.name): \(count) pages, \(profile.entries.count) confusions, \(profile.marks.count) of marks"
      )
    }
  }

  /// The profiles `known` with the marks of those of `learned` that bear their names.
  private static func withMarks(of learned: ChannelModel, _ known: [ChannelProfile]) -> [ChannelProfile] {
    known.map { profile in
      var profile = profile
      let marks = learned.profiles.first { $0.name == profile.name }?.marks ?? []
      if !marks.isEmpty { profile.marks = marks }
      return profile
    }
  }
}

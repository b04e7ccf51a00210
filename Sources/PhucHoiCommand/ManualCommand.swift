import ArgumentParser
import Platform

/// `phuchoi manual`: the manual pages, for those who make packages; not among the commands that help lists.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Write the manual pages of all commands, English and Vietnamese, below a folder.",
    shouldDisplay: false)

  @Argument(help: "The folder: man1/ and vi/man1/ are made in it.")
  var folder: String

  func run() throws {
    let tree = try HelpTree.ofCommand()
    for (language, place) in [(Language.en, "man1"), (.vi, "vi/man1")] {
      let directory = folder + "/" + place
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
      for part in tree.all {
        let page = ManualPage(tree: part, language: language)
        let file = try OutputFile(path: directory + "/" + page.fileName, force: true, inputs: [])
        try file.write(Array(page.roff.utf8))
      }
    }
  }
}

import ArgumentParser
import Foundation
import PhucHoi

/// `phuchoi repair`: degraded text in, correct text out.
struct RepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "repair", abstract: "Repair degraded text.")

  @Argument(help: "Files, or - for standard input.")
  var files: [String] = ["-"]

  func run() throws {
    let repairer = Repairer(models: try Models.located())
    for file in files {
      let data = file == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(fileURLWithPath: file))
      let repair = repairer.repair(String(decoding: data, as: UTF8.self))
      FileHandle.standardOutput.write(Data(repair.text.utf8))
    }
  }
}

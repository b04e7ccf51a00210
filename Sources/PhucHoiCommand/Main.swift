import ArgumentParser

@main
struct PhucHoiCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "phuchoi")
}

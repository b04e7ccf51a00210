import ArgumentParser
import Platform

/// What the argument parser knows of a command and its subcommands, as its own dump tells it.
struct HelpTree: Decodable, Sendable {
  /// One argument, option or flag.
  struct Argument: Decodable, Sendable {
    /// A name as it is typed.
    struct Name: Decodable, Sendable {
      var kind: String
      var name: String

      /// The name with its dashes.
      var text: String { (kind == "long" ? "--" : "-") + name }
    }

    var kind: String
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var discussion: String?
    var allValues: [String]?
    var defaultValue: String?
    var isOptional: Bool
    var isRepeating: Bool
    var shouldDisplay: Bool

    /// Whether it stands for itself, without a name before it.
    var isPositional: Bool { kind == "positional" }
    /// What stands for the value, or nothing for a flag.
    var value: String? { kind == "flag" ? nil : "<" + (valueName ?? "") + ">" }
  }

  var commandName: String
  var superCommands: [String]?
  var abstract: String?
  var discussion: String?
  var arguments: [Argument]?
  var subcommands: [HelpTree]?
  var shouldDisplay: Bool?

  /// The names that lead here, as they are typed.
  var path: [String] { (superCommands ?? []) + [commandName] }
  /// The arguments that help shows.
  var shownArguments: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }
  /// The subcommands that help shows; that of the parser itself aside.
  var shownSubcommands: [HelpTree] {
    (subcommands ?? []).filter { $0.shouldDisplay ?? true && $0.commandName != "help" }
  }

  /// The whole command.
  ///
  /// - Throws: a decoding error where the parser's dump has another form than this version of it.
  static func ofCommand() throws -> HelpTree {
    struct Dump: Decodable { var command: HelpTree }
    return try JSONDecoder().decode(Dump.self, from: Data(PhucHoiCommand._dumpHelp().utf8)).command
  }

  /// The part that `words` lead to, as far as they do.
  func part(_ words: some Sequence<String>) -> HelpTree {
    var part = self
    for word in words {
      guard let next = part.shownSubcommands.first(where: { $0.commandName == word }) else { break }
      part = next
    }
    return part
  }

  /// This part and all below it.
  var all: [HelpTree] { [self] + shownSubcommands.flatMap(\.all) }

  /// All texts for people.
  var texts: [String] {
    let own = [abstract, discussion] + shownArguments.flatMap { [$0.abstract, $0.discussion] }
    return own.compactMap(\.self) + shownSubcommands.flatMap(\.texts)
  }

  /// How the command is called; options are only named where there are few.
  var usage: String {
    var words = path
    let options = shownArguments.filter { !$0.isPositional }
    if options.contains(where: { $0.isOptional && !["version", "help"].contains($0.names?.last?.name) }) {
      words.append("[<options>]")
    }
    for option in options where !option.isOptional {
      words.append(((option.names?.last?.text).map { [$0] } ?? []) + [option.value ?? ""])
    }
    for argument in shownArguments where argument.isPositional {
      let value = (argument.value ?? "") + (argument.isRepeating ? " ..." : "")
      words.append(argument.isOptional ? "[" + value + "]" : value)
    }
    if !shownSubcommands.isEmpty { words.append("<subcommand>") }
    return words.joined(separator: " ")
  }
}

extension [String] {
  fileprivate mutating func append(_ more: [String]) { append(contentsOf: more) }
}

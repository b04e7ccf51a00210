/// The help of a command as text for a terminal, in the language of the reader.
struct HelpPage {
  let tree: HelpTree
  let language: Language

  /// Columns of a line, as the argument parser counts them.
  private static let width = 80
  private static let indent = 26

  /// The page, with a line end behind each line.
  var text: String {
    var parts: [String] = []
    let overview = label(HelpWords.overview) + " " + translated(tree.abstract ?? "")
    parts.append(filled(overview, indent: 0))
    if let discussion = tree.discussion { parts.append(filled(translated(discussion), indent: 0)) }
    parts.append(label(HelpWords.usage) + " " + tree.usage + "\n")
    parts += section(HelpWords.arguments, tree.shownArguments.filter(\.isPositional))
    parts += section(HelpWords.options, tree.shownArguments.filter { !$0.isPositional })
    if !tree.shownSubcommands.isEmpty {
      let rows = tree.shownSubcommands.map { row($0.commandName, translated($0.abstract ?? "")) }
      parts.append(label(HelpWords.subcommands) + "\n" + rows.joined())
      let path = tree.path.dropFirst().map { $0 + " " }.joined()
      parts.append("  " + HelpWords.more(path).text(in: language) + "\n")
    }
    return parts.joined(separator: "\n")
  }

  private func label(_ message: Message) -> String { message.text(in: language) + ":" }

  private func translated(_ text: String) -> String { HelpTranslation.text(text, in: language) }

  private func section(_ title: Message, _ arguments: [HelpTree.Argument]) -> [String] {
    guard !arguments.isEmpty else { return [] }
    let rows = arguments.map { row($0.heading, $0.explanation(in: language)) }
    return [label(title) + "\n" + rows.joined()]
  }

  /// A name with what it means beside it, or below it where it is long.
  private func row(_ name: String, _ text: String) -> String {
    let head = "  " + name
    let body = filled(text, indent: Self.indent)
    let room = Self.indent - head.unicodeScalars.count
    guard room > 0 else { return head + "\n" + body }
    return head + String(repeating: " ", count: room) + String(body.dropFirst(Self.indent))
  }

  /// `text` in lines of at most the width, each behind `indent` blanks; line ends of the text stay.
  private func filled(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        let length = line.unicodeScalars.count + 1 + word.unicodeScalars.count
        if !line.isEmpty, indent + length > Self.width {
          lines.append(margin + line)
          line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
      }
      lines.append(margin + line)
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension HelpTree.Argument {
  /// The names and the value, as help lists them.
  var heading: String {
    guard !isPositional else { return value ?? "" }
    let sorted = (names ?? []).sorted { $0.text.utf8.count < $1.text.utf8.count }
    return sorted.map(\.text).joined(separator: ", ") + (value.map { " " + $0 } ?? "")
  }

  /// What it does, what it may be, what it is when it is left out.
  func explanation(in language: Language) -> String {
    var notes: [String] = []
    if let allValues, !allValues.isEmpty {
      notes.append(HelpWords.values.text(in: language) + ": " + allValues.joined(separator: ", "))
    }
    if let defaultValue, !defaultValue.isEmpty {
      notes.append(HelpWords.preset.text(in: language) + ": " + defaultValue)
    }
    let text = [abstract, discussion].compactMap(\.self).map { HelpTranslation.text($0, in: language) }
      .joined(separator: " ")
    return notes.isEmpty ? text : text + " (" + notes.joined(separator: "; ") + ")"
  }
}

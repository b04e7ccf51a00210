/// The manual page of a command in the form of man(7), made of what the argument parser knows.
struct ManualPage {
  let tree: HelpTree
  let language: Language

  /// The name of the file: `phuchoi-review-export.1`.
  var fileName: String { title + ".1" }

  private var title: String { tree.path.joined(separator: "-") }

  /// The page.
  var roff: String {
    var lines = [
      ".TH \"\(escaped(title.uppercased()))\" 1 \"\" \"phuchoi \(PhucHoiCommand.version)\" \"\(say(HelpWords.manual))\""
    ]
    lines += heading(HelpWords.name)
    lines.append(escaped(title) + " \\- " + escaped(translated(tree.abstract ?? "").withoutStop))
    lines += heading(HelpWords.synopsis) + [".nf", escaped(tree.usage), ".fi"]
    lines += heading(HelpWords.description) + [escaped(translated(tree.abstract ?? ""))]
    if let discussion = tree.discussion { lines += [".PP", escaped(translated(discussion))] }
    lines += list(HelpWords.arguments, tree.shownArguments.filter(\.isPositional))
    lines += list(HelpWords.options, tree.shownArguments.filter { !$0.isPositional })
    if !tree.shownSubcommands.isEmpty {
      lines += heading(HelpWords.subcommands)
      for part in tree.shownSubcommands {
        lines += term(part.path.joined(separator: "-") + "(1)", translated(part.abstract ?? ""))
      }
    }
    return (lines + ending).joined(separator: "\n") + "\n"
  }

  private var ending: [String] {
    var lines = heading(HelpWords.status)
    for (status, text) in HelpWords.statuses {
      lines += term(String(status.rawValue), text.text(in: language))
    }
    lines += heading(HelpWords.environment)
    for (name, text) in HelpWords.variables { lines += term(name, text.text(in: language)) }
    lines += heading(HelpWords.seeAlso)
    let parent = tree.path.dropLast().joined(separator: "-")
    return lines + [escaped((parent.isEmpty ? "pdftotext" : parent) + "(1)")]
  }

  private func say(_ message: Message) -> String { escaped(message.text(in: language)) }

  private func translated(_ text: String) -> String { HelpTranslation.text(text, in: language) }

  private func heading(_ message: Message) -> [String] { [".SH \"" + say(message) + "\""] }

  private func term(_ name: String, _ text: String) -> [String] {
    [".TP", "\\fB" + escaped(name) + "\\fR", escaped(text)]
  }

  private func list(_ title: Message, _ arguments: [HelpTree.Argument]) -> [String] {
    guard !arguments.isEmpty else { return [] }
    return heading(title) + arguments.flatMap { term($0.heading, $0.explanation(in: language)) }
  }

  /// Text that stays text: no backslash, hyphen, quote or leading dot is a request.
  private func escaped(_ text: String) -> String {
    var result = ""
    var isFirst = true
    for scalar in text.unicodeScalars {
      if isFirst, scalar == "." || scalar == "'" { result += "\\&" }
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "\"": result += "\\(dq"
      case "'": result += "\\(aq"
      case "^": result += "\\(ha"
      case "`": result += "\\(ga"
      default: result.unicodeScalars.append(scalar)
      }
      isFirst = scalar == "\n"
    }
    return result
  }
}

extension String {
  fileprivate var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}

/// Answers `--help` and `help` in Vietnamese; English help comes from the argument parser itself.
enum HelpRequest {
  /// The page that `arguments` (without the program's name) ask for, nil where they ask for none or for English.
  static func page(_ arguments: [String]) -> String? {
    let words = Array(arguments.prefix { $0 != "--" })
    guard language(words) == .vi else { return nil }
    let asks =
      words.isEmpty || words.first == "help" || words.contains { ["-h", "-help", "--help"].contains($0) }
    guard asks, let tree = try? HelpTree.ofCommand() else { return nil }
    let path = words.first == "help" ? words.dropFirst() : words[...]
    return HelpPage(tree: tree.part(path.prefix { !$0.hasPrefix("-") }), language: .vi).text
  }

  /// The language that `--lang` names, or that of the locale.
  static func language(_ words: [String]) -> Language {
    for (index, word) in words.enumerated() {
      if word == "--lang", index + 1 < words.count {
        return Language(rawValue: words[index + 1]) ?? .ofLocale
      }
      if word.hasPrefix("--lang=") { return Language(rawValue: String(word.dropFirst(7))) ?? .ofLocale }
    }
    return .ofLocale
  }
}

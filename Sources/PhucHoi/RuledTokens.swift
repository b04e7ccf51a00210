/// Puts the results of rules in the place of the tokens that they replace.
struct RuledTokens {
  /// What the ranges of tokens and rules refer to, as UTF-8.
  let text: [UInt8]
  /// What the rules change, in order.
  let rules: [Edit]

  /// `tokens` with those that rules touch made one where they hang together. O(n).
  func applied(to tokens: [RepairedToken]) -> [RepairedToken] {
    guard !rules.isEmpty else { return tokens }
    var result: [RepairedToken] = []
    var (index, rule) = (0, 0)
    while index < tokens.count {
      var token = tokens[index]
      index += 1
      let first = rule
      while true {
        if rule < rules.count, rules[rule].range.lowerBound < token.range.upperBound {
          token.range = union(token.range, rules[rule].range)
          rule += 1
        } else if rule > first, index < tokens.count, tokens[index].range.lowerBound < token.range.upperBound
        {
          token.range = union(token.range, tokens[index].range)
          index += 1
        } else {
          break
        }
      }
      if rule > first { (token.text, token.confidence) = (replaced(token.range, rules[first..<rule]), 1) }
      result.append(token)
    }
    return result
  }

  private func union(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
    min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
  }

  private func replaced(_ range: Range<Int>, _ rules: ArraySlice<Edit>) -> String {
    var new: [UInt8] = []
    var cursor = range.lowerBound
    for rule in rules {
      new += text[cursor..<rule.range.lowerBound]
      new += Array(rule.new.utf8)
      cursor = rule.range.upperBound
    }
    new += text[cursor..<range.upperBound]
    return String(decoding: new, as: UTF8.self)
  }
}

import VietText

/// Groups words that are the same once every mark is stripped.
package enum ConfusionClasses {
  /// The class of each word.
  package static func of(_ words: [String]) -> [UInt32] {
    var numbers: [String: UInt32] = [:]
    return words.map { word in
      let key = VietLetter.bare(word)
      let number = numbers[key] ?? UInt32(numbers.count)
      numbers[key] = number
      return number
    }
  }
}

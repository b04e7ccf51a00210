import VietText

/// Groups words that are the same once every mark is stripped.
package enum ConfusionClasses {
  /// The class of each word.
  package static func of(_ words: [String]) -> [UInt32] {
    var numbers: [String: UInt32] = [:]
    return words.map { word in
      let key = skeleton(word)
      let number = numbers[key] ?? UInt32(numbers.count)
      numbers[key] = number
      return number
    }
  }

  /// The bare letters of `word`.
  static func skeleton(_ word: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      result.append(Unicode.Scalar(VietLetter.bare(scalar.value)) ?? scalar)
    }
    return String(result)
  }
}

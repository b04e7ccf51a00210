import Decoding
import VietText

/// The forms of all tokens between blanks of a text as it will stand.
struct TextForms {
  /// The form of each token.
  private(set) var forms: [WordForm] = []
  /// Where each begins in the text as it is, in scalars.
  private var starts: [Int] = []

  /// Reads `source` with `changes` made, which are in order. O(length).
  init(_ source: SourceText, changes: [Decision]) {
    var form: WordForm?
    var change = 0
    var index = 0
    func open() {
      guard form == nil else { return }
      form = WordForm()
      starts.append(index)
    }
    while index < source.scalars.count {
      if change < changes.count, changes[change].range.lowerBound == index {
        open()
        for scalar in changes[change].text.unicodeScalars { form?.add(scalar.value) }
        index = max(index + 1, changes[change].range.upperBound)
        change += 1
        continue
      }
      if ModelTokenizer.isBlank(source.scalars[index]) {
        form.map { forms.append($0) }
        form = nil
      } else {
        open()
        form?.add(source.scalars[index])
      }
      index += 1
    }
    form.map { forms.append($0) }
  }

  /// The number of the token that begins at `place`. O(log n).
  func number(_ place: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < place { low = middle + 1 } else { high = middle }
    }
    // Dirt behind a blank belongs to the token before it.
    return min(low, starts.count - 1)
  }
}

import VietText

/// Lets the mentions of a place name in one document decide between its readings.
///
/// Marks are what engines lose first, and a document names its place several times: in the header, in the date
/// line, in the text. Readings that agree in their bare letters are taken for one name, and one that is a letter
/// or two away in the date line or at the end of a body's name as well.
struct NameVote {
  let view: DocumentView

  /// The record with the winning reading of the place's name wherever it stands.
  func settle(_ record: inout DocumentRecord) {
    guard let place = record.place?.value else { return }
    let own = PlaceName(place)
    guard (1...4).contains(own.keys.count) else { return }
    let bodies = [record.issuingBody, record.superiorBody].compactMap { $0 }
    let tails = bodies.compactMap { tail($0, own) }
    let name = best(own, tails.filter { !$0.isBent }.map(\.name))
    guard let winner = winner(name, own: own.words) else { return }
    let variants = [own, name] + tails.map(\.name)
    if own.keys != name.keys || winner != own.words || place.contains(":") {
      record.place?.value = winner.map(PlaceName.titleCase).joined(separator: " ")
      if own.keys != name.keys { record.place?.weaken(to: .partial) }
    }
    func settled(_ value: FieldValue?) -> FieldValue? { value.map { settle($0, variants, winner) } }
    record.issuingBody = settled(record.issuingBody).map { withoutRest($0, winner) }
    record.superiorBody = settled(record.superiorBody).map { withoutRest($0, winner) }
    record.subject = settled(record.subject)
    record.addressees = record.addressees.map { settle($0, variants, winner) }
  }

  /// The end of a body's name if it is the place's with a letter or two misread.
  ///
  /// `isBent` tells that it is no such reading: a repair made another name of the place's.
  private func tail(_ body: FieldValue, _ own: PlaceName) -> (name: PlaceName, isBent: Bool)? {
    let words = body.value.split(separator: " ").map(String.init)
    guard words.count > own.keys.count else { return nil }
    let tail = PlaceName(words.suffix(own.keys.count).joined(separator: " "))
    guard tail.keys != own.keys, tail.keys.count == own.keys.count else { return nil }
    let asRead = PlaceName(
      body.raw.split { $0 == " " || $0 == "\n" }.suffix(own.keys.count).joined(separator: " "))
    if asRead.keys == own.keys { return (tail, true) }
    let isNear = EditDistance.between(tail.letters, own.letters) <= max(1, own.letters.count / 4)
    return isNear ? (tail, false) : nil
  }

  /// The spelling that stands most often beside the date line; that of the header where they are even.
  private func best(_ own: PlaceName, _ others: [PlaceName]) -> PlaceName {
    var best = own
    var most = votes(own.keys).values.reduce(0, +) - 3
    for name in others {
      let count = votes(name.keys).values.reduce(0, +)
      if count > most { (best, most) = (name, count) }
    }
    return best
  }

  /// The reading with most votes; capitalised ones first where they are even.
  private func winner(_ name: PlaceName, own: [String]) -> [String]? {
    var votes = votes(name.keys)
    if name.words == own { votes[own, default: 0] += 0 }
    return votes.max { ($0.value, $1.key.joined()) < ($1.value, $0.key.joined()) }?.key
  }

  /// How often each reading of a name stands in the document, those in capitals counting less.
  private func votes(_ keys: [UInt64]) -> [[String]: Int] {
    var votes: [[String]: Int] = [:]
    let words = view.reading.words
    let first = view.segments[view.range.lowerBound].words.lowerBound
    let last = view.segments[view.range.upperBound - 1].words.upperBound - keys.count
    guard first <= last else { return votes }
    for index in first...last where words[index].key == keys[0] {
      guard keys.indices.allSatisfy({ words[index + $0].key == keys[$0] }) else { continue }
      let stretch = index..<(index + keys.count)
      guard stretch.allSatisfy({ words[$0].shape.contains(.capital) }) else { continue }
      let isUpper = stretch.allSatisfy { words[$0].shape.contains(.upper) }
      votes[stretch.map { PlaceName.canonical(view.reading.text.string(words[$0].core)) }, default: 0] +=
        isUpper ? 2 : 3
    }
    return votes
  }

  /// A value with every reading of the name replaced by the winner.
  private func settle(_ value: FieldValue, _ names: [PlaceName], _ winner: [String]) -> FieldValue {
    var words = value.value.split(separator: " ").map(String.init)
    var changed = false
    let cores = words.map(PlaceName.core)
    for name in names where words.count >= name.keys.count {
      for start in 0...(words.count - name.keys.count) {
        let stretch = start..<(start + name.keys.count)
        guard stretch.allSatisfy({ WordKey.folding(cores[$0]) == name.keys[$0 - start] }),
          stretch.allSatisfy({ cores[$0].first?.isUppercase == true }), winner.count == name.keys.count
        else { continue }
        for index in stretch where PlaceName.canonical(cores[index]) != winner[index - start] {
          let isUpper = cores[index] == cores[index].uppercased()
          let letters = winner[index - start]
          words[index] = words[index].replacing(
            cores[index], with: isUpper ? letters.uppercased() : PlaceName.titleCase(letters))
          changed = true
        }
      }
    }
    guard changed else { return value }
    var result = value
    result.value = words.joined(separator: " ")
    result.weaken(to: .partial)
    return result
  }

  /// A body's name that ends in the place and a few stray letters: `HUYỆN ỦY YÊN ĐỒNG Ý ME`.
  private func withoutRest(_ body: FieldValue, _ winner: [String]) -> FieldValue {
    let words = body.value.split(separator: " ").map(String.init)
    let names = words.map(PlaceName.canonical)
    for rest in 1...3 where words.count > winner.count + rest {
      let end = words.count - rest
      guard Array(names[(end - winner.count)..<end]) == winner, words[end...].allSatisfy({ $0.count <= 3 })
      else { continue }
      var result = body
      result.value = words[..<end].joined(separator: " ")
      result.weaken(to: .partial)
      return result
    }
    return body
  }
}

/// A name of one to four words: as votes compare it.
struct PlaceName {
  /// Lower-case, with one placement of the tone.
  let words: [String]
  let keys: [UInt64]
  let letters: [UInt8]

  /// The name that `text` spells, without marks around its words.
  init(_ text: String) {
    let cores = text.split(separator: " ").map { Self.core(String($0)) }.filter { !$0.isEmpty }
    words = cores.map(Self.canonical)
    keys = cores.map { WordKey.folding($0) }
    letters = Folding.fold(cores.joined())
  }

  /// A word without the marks at its ends.
  static func core(_ word: String) -> String {
    let letters = word.unicodeScalars
    guard let first = letters.firstIndex(where: \.properties.isAlphabetic),
      let last = letters.lastIndex(where: \.properties.isAlphabetic)
    else { return "" }
    return String(letters[first...last])
  }

  /// Lower-case, with one placement of the tone.
  static func canonical(_ word: String) -> String {
    var view = String.UnicodeScalarView()
    for value in PhraseTable.letters(word.unicodeScalars.map(\.value)) {
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
  }

  /// With a capital first letter.
  static func titleCase(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}

import ModelFile

/// The words of an n-gram model and their ids, most frequent first after the classes.
public struct Vocabulary: Sendable {
  /// Number of ids; every id is below it.
  public let count: Int
  /// Changes with the words and their order: models over the same ids must agree on it.
  public let fingerprint: UInt64

  nonisolated(unsafe) private let starts: UnsafeBufferPointer<UInt32>
  nonisolated(unsafe) private let bytes: UnsafeBufferPointer<UInt8>
  nonisolated(unsafe) private let slots: UnsafeBufferPointer<UInt16>
  nonisolated(unsafe) private let titles: UnsafeBufferPointer<UInt8>
  nonisolated(unsafe) private let lowers: UnsafeBufferPointer<UInt8>

  init(file: MappedModelFile, count: Int) throws(ModelFileError) {
    self.count = count
    starts = try file.section(NgramModelLayout.wordStarts, count: count + 1)
    bytes = try file.section(NgramModelLayout.wordBytes)
    fingerprint = Checksum.of(UnsafeRawBufferPointer(bytes), seed: UInt64(count))
    slots = try file.section(NgramModelLayout.wordSlots)
    titles = try file.section(NgramModelLayout.wordTitles, count: count)
    lowers = try file.section(NgramModelLayout.wordLowers, count: count)
    guard slots.count > count, slots.count & (slots.count - 1) == 0 else {
      throw ModelFileError(
        .malformed, path: file.path, found: "\(slots.count) hash slots for \(count) words",
        expected: "a larger power of two")
    }
  }

  /// The id of a normalised word given as UTF-8, `.unknownWord` where there is none. O(length).
  public func id(ofUTF8 word: UnsafeBufferPointer<UInt8>) -> WordID {
    let mask = UInt64(slots.count - 1)
    var slot = NgramModelLayout.hash(word) & mask
    // A damaged table might be full; no chain is longer than the table.
    for _ in 0..<slots.count {
      let id = slots[Int(slot)]
      if id == NgramModelLayout.emptySlot { return .unknownWord }
      if equals(id, word) { return id }
      slot = (slot + 1) & mask
    }
    return .unknownWord
  }

  /// The id of a normalised word, `.unknownWord` where there is none. O(length).
  public func id(of word: String) -> WordID {
    var word = word
    return word.withUTF8 { id(ofUTF8: $0) }
  }

  /// The text of `id`; of an id that does not exist, that of the unknown word.
  public func word(of id: WordID) -> String {
    String(decoding: utf8(of: Int(id) < count ? id : .unknownWord), as: UTF8.self)
  }

  /// Whether the text of `id` has nothing but ASCII; true of an id that does not exist. O(length).
  public func isASCII(_ id: WordID) -> Bool { Int(id) >= count || utf8(of: id).allSatisfy { $0 < 0x80 } }

  /// Log10 probability that `id` is written with a capital inside a sentence (`LetterCase.title`); 0 for an id
  /// that does not exist. O(1).
  public func titleScore(of id: WordID) -> Float {
    Int(id) < count ? -Float(titles[Int(id)]) / NgramModelLayout.caseSteps : 0
  }

  /// Log10 probability that `id` is written in lower case inside a sentence (`LetterCase.lower`); 0 for an id
  /// that does not exist. O(1).
  public func lowerScore(of id: WordID) -> Float {
    Int(id) < count ? -Float(lowers[Int(id)]) / NgramModelLayout.caseSteps : 0
  }

  private func equals(_ id: WordID, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(id) < count else { return false }
    let text = utf8(of: id)
    guard text.count == word.count else { return false }
    for index in 0..<text.count where text[index] != word[index] { return false }
    return true
  }

  private func utf8(of id: WordID) -> UnsafeBufferPointer<UInt8> {
    let end = min(Int(starts[Int(id) + 1]), bytes.count)
    let start = min(Int(starts[Int(id)]), end)
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }
}

/// What the capital of a word tells about it.
///
/// In the middle of a sentence a capital marks a name (*Hồng*, *Hưng*), and its absence anything but one; at
/// the start of a sentence, or among capitals only, it tells nothing.
public enum LetterCase: UInt8, Sendable, Equatable {
  /// Nothing is to be learned.
  case neutral
  /// Lower case in the middle of a sentence.
  case lower
  /// A capital, then lower case, in the middle of a sentence.
  case title
}

/// Goes along a line's tokens and tells what the case of each means where it stands.
///
/// The trainer and the decoder must agree on it, so both use this type.
public struct LetterCaseReader: Sendable {
  private var isInside = false

  /// Starts a line.
  public init() {}

  /// What the case of the next token of the NFC line `scalars` tells. O(length).
  public mutating func next(_ token: ModelToken, in scalars: UnsafeBufferPointer<UInt32>) -> LetterCase {
    let wasInside = isInside
    isInside = token.kind == .word || (wasInside && Self.continues(token, scalars))
    guard token.kind == .word, wasInside else { return .neutral }
    let startsUpper = VietLetter.isUppercase(scalars[token.start])
    for index in token.start + 1..<token.end where VietLetter.isUppercase(scalars[index]) { return .neutral }
    // A single capital is as often an initial or a label as a name.
    return startsUpper ? (token.end - token.start > 1 ? .title : .neutral) : .lower
  }

  /// A number or a comma does not end a sentence.
  private static func continues(_ token: ModelToken, _ scalars: UnsafeBufferPointer<UInt32>) -> Bool {
    token.kind != .punctuation || scalars[token.start] == 0x2C
  }
}

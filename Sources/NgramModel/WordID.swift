/// The number of a word in a model's vocabulary.
public typealias WordID = UInt16

extension WordID {
  /// Any word that the vocabulary does not have.
  public static let unknownWord: WordID = 0
  /// The start of a line, a context only.
  public static let lineStart: WordID = 1
  /// The end of a line.
  public static let lineEnd: WordID = 2
  /// Any number.
  public static let number: WordID = 3
  /// Any date in digits.
  public static let date: WordID = 4
  /// Any code or document number.
  public static let code: WordID = 5

  /// How the words that stand for classes are written, in the order of their ids.
  public static let classNames = ["<unk>", "<s>", "</s>", "<num>", "<date>", "<code>"]
}

import Extraction

/// A value of a field, or an item of its list: what it says, and where that was read.
public protocol RecordItem: Sendable {
  /// Where it was read, and how surely.
  var place: FieldValue { get set }
  /// What tells it in one piece: its main part, or the first that there is; nil without any.
  var words: String? { get }
  /// All that tells it, part by part.
  var parts: [String?] { get }
  /// An item that stands nowhere.
  init(unread place: FieldValue)
  /// Makes `words` say something else.
  mutating func say(_ words: String)
}

extension FieldValue: RecordItem {
  /// Itself.
  public var place: FieldValue {
    get { self }
    set { self = newValue }
  }
  /// The value.
  public var words: String? { value }
  /// The value.
  public var parts: [String?] { [value] }
  /// A value that stands nowhere.
  public init(unread place: FieldValue) { self = place }
  /// Changes the value.
  public mutating func say(_ words: String) { value = words }

  /// What a person wrote, who is believed.
  static let written = FieldValue(
    value: "", raw: "", confidence: 1, span: SourceSpan(page: 1, line: 1, start: 0, end: 0))
}

extension DocumentNumber: RecordItem {
  /// Number and symbol as one.
  public var place: FieldValue {
    get { whole }
    set { whole = newValue }
  }
  /// Number and symbol; nil without a number.
  public var words: String? { value }
  /// Number and symbol, or the symbol alone.
  public var parts: [String?] { [value ?? symbol] }
  /// A number that stands nowhere.
  public init(unread place: FieldValue) { self.init(whole: place, number: nil, year: nil, symbol: nil) }

  /// Takes a number apart: 12a/2020/NĐ-CP of the State, 93-KH/TU of the Party: figures, perhaps the year, the symbol.
  public mutating func say(_ words: String) {
    whole.value = words
    let figures = words.prefix { $0 != "/" && $0 != "-" }
    var rest = words.dropFirst(figures.count + 1)
    let head = rest.prefix { $0 != "/" }
    let hasYear = head.count == 4 && head.allSatisfy(\.isNumber)
    if hasYear { rest = rest.dropFirst(5) }
    (number, year, symbol) = (String(figures), hasYear ? String(head) : nil, String(rest))
  }
}

extension Reference: RecordItem {
  /// The number, or the name of a law.
  public var words: String? { number ?? title }
  /// Type, number or name, date, issuer.
  public var parts: [String?] { [type, number, title, date, issuer] }
  /// A reference that stands nowhere.
  public init(unread place: FieldValue) {
    self.init(type: nil, number: nil, title: nil, date: nil, issuer: nil, place: place)
  }
  /// Changes the number, or the name where there is no number.
  public mutating func say(_ words: String) {
    if number == nil, title != nil { title = words } else { number = words }
  }
}

extension Deadline: RecordItem {
  /// The words that state it.
  public var words: String? { place.value }
  /// Date and words.
  public var parts: [String?] { [date, place.value] }
  /// A deadline that stands nowhere.
  public init(unread place: FieldValue) { self.init(date: nil, task: nil, place: place) }
  /// Changes the words that state it.
  public mutating func say(_ words: String) { place.value = words }
}

extension Signer: RecordItem {
  /// The name, or the title where there is no name.
  public var words: String? { name ?? title }
  /// Authority, title, rank, name.
  public var parts: [String?] { [authority, title, rank, name] }
  /// A signer that stands nowhere.
  public init(unread place: FieldValue) {
    self.init(authority: nil, title: nil, name: nil, place: place)
  }
  /// Changes the name, or the title where there is no name.
  public mutating func say(_ words: String) {
    if name == nil, title != nil { title = words } else { name = words }
  }
}

extension Attachment: RecordItem {
  /// The title, or the label where there is no title.
  public var words: String? { title ?? label }
  /// Label and title.
  public var parts: [String?] { [label, title] }
  /// An attachment that stands nowhere.
  public init(unread place: FieldValue) { self.init(label: nil, title: nil, place: place) }
  /// Changes the title, or the label where there is no title.
  public mutating func say(_ words: String) {
    if title == nil, label != nil { label = words } else { title = words }
  }
}

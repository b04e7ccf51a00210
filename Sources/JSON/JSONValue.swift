/// A JSON value that keeps what it was made of: members in order, numbers as they were written.
///
/// Values are equal where they are written with the same bytes. Swift compares strings by their normal forms, which takes
/// quadratic time over marks that another chose, so that keys are compared byte by byte here.
public indirect enum JSONValue: Sendable, Equatable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number, as written.
  case number(String)
  /// A string.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object; a key that occurs twice stands twice.
  case object([Member])

  /// A key with its value.
  public struct Member: Sendable {
    /// The key.
    public var key: String
    /// Its value.
    public var value: JSONValue

    /// Makes a member from its parts.
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// Whether both are written with the same bytes. O(n).
  public static func == (one: JSONValue, other: JSONValue) -> Bool { one.serialized() == other.serialized() }

  /// An object from keys and values.
  public static func object(_ pairs: [(key: String, value: JSONValue)]) -> JSONValue {
    .object(pairs.map { Member($0.key, $0.value) })
  }

  /// A number from an integer.
  public static func integer(_ value: Int) -> JSONValue { .number(String(value)) }

  /// A number with at most four decimals: enough for a confidence, and the same on every machine.
  public static func decimal(_ value: Double) -> JSONValue {
    let scaled = (min(max(value, -1e9), 1e9) * 10_000).rounded()
    guard scaled.isFinite else { return .null }
    let whole = Int(scaled)
    let (units, rest) = (abs(whole) / 10_000, abs(whole) % 10_000)
    var digits = String(rest)
    digits = String(repeating: "0", count: 4 - digits.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    let text = "\(units)" + (digits.isEmpty ? "" : "." + digits)
    return .number(whole < 0 ? "-" + text : text)
  }

  /// The value on one line, UTF-8, without a line end. O(n).
  public func serialized() -> [UInt8] { JSONWriter.bytes(self) }

  /// A string, or `null` for nil.
  public static func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }

  /// The first value of `key` in an object; nil for other values.
  /// - Complexity: O(members).
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { key.utf8.elementsEqual($0.key.utf8) }?.value
  }

  /// The text of a string, else nil.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The elements of an array; none for other values.
  public var elements: [JSONValue] {
    if case .array(let values) = self { values } else { [] }
  }

  /// The value of a number, else nil.
  public var double: Double? {
    if case .number(let text) = self { Double(text) } else { nil }
  }

  /// The value of a whole number, else nil.
  public var int: Int? {
    if case .number(let text) = self { Int(text) } else { nil }
  }
}

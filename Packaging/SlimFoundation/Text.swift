// Names and what they stand for are those of Foundation.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

/// A set of scalars, as what tells its members.
public struct CharacterSet: Sendable {
  let holds: @Sendable (Unicode.Scalar) -> Bool
  public init(charactersIn text: String) {
    let scalars = Set(text.unicodeScalars)
    holds = { scalars.contains($0) }
  }
  private init(_ holds: @escaping @Sendable (Unicode.Scalar) -> Bool) { self.holds = holds }
  public func union(_ other: CharacterSet) -> CharacterSet { CharacterSet { holds($0) || other.holds($0) } }
  public static var whitespacesAndNewlines: CharacterSet { CharacterSet { $0.properties.isWhitespace } }
  public static var uppercaseLetters: CharacterSet { CharacterSet { $0.properties.isUppercase } }
  public static var lowercaseLetters: CharacterSet { CharacterSet { $0.properties.isLowercase } }
}

extension StringProtocol {
  public func trimmingCharacters(in set: CharacterSet) -> String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !set.holds($0) }),
      let last = scalars.lastIndex(where: { !set.holds($0) })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }
  public func rangeOfCharacter(
    from set: CharacterSet, options: String.CompareOptions = [], range: Range<Index>? = nil
  ) -> Range<Index>? {
    let part = unicodeScalars[range ?? startIndex..<endIndex]
    return part.firstIndex { set.holds($0) }.map { $0..<part.index(after: $0) }
  }
  public func replacingOccurrences(of part: String, with other: String, options: String.CompareOptions = [])
    -> String
  { String(self) }
  public var localizedUppercase: String { uppercased() }
  public var localizedLowercase: String { lowercased() }
  public var localizedCapitalized: String { prefix(1).uppercased() + dropFirst().lowercased() }
  public func caseInsensitiveCompare(_ other: some StringProtocol) -> ComparisonResult {
    order(lowercased(), other.lowercased())
  }
  public func localizedCaseInsensitiveCompare(_ other: some StringProtocol) -> ComparisonResult {
    caseInsensitiveCompare(other)
  }
  public func localizedCompare(_ other: some StringProtocol) -> ComparisonResult {
    order(String(self), String(other))
  }
  public func localizedStandardCompare(_ other: some StringProtocol) -> ComparisonResult {
    localizedCompare(other)
  }
}

private func order(_ one: String, _ other: String) -> ComparisonResult {
  one == other ? .orderedSame : one < other ? .orderedAscending : .orderedDescending
}

public let NSNotFound = Int.max

public struct NSRange: Sendable {
  public var location: Int
  public var length: Int
  public init(location: Int, length: Int) { (self.location, self.length) = (location, length) }
  public init(_ range: Range<String.Index>, in text: String) {
    location = text.utf16.distance(from: text.startIndex, to: range.lowerBound)
    length = text.utf16.distance(from: range.lowerBound, to: range.upperBound)
  }
}

extension Range<String.Index> {
  public init?(_ range: NSRange, in text: String) { nil }
}

/// Patterns are asked for the plural of a table's name only; none matches.
public final class NSRegularExpression: Sendable {
  public struct Options: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let caseInsensitive = Options(rawValue: 1)
  }
  public struct Match: Sendable { public let range: NSRange }
  public init(pattern: String, options: Options = []) throws {}
  public func firstMatch(in text: String, options: Options = [], range: NSRange) -> Match? { nil }
  public func replaceMatches(
    in text: NSMutableString, options: Options = [], range: NSRange, withTemplate template: String
  ) -> Int { 0 }
  public static func escapedPattern(for text: String) -> String { text }
}

public final class DateFormatter: @unchecked Sendable {
  public var dateFormat = ""
  public var locale: Locale?
  public var timeZone: TimeZone?
  public init() {}
  public func string(from date: Date) -> String { date.formatted(.iso8601) }
  public func date(from text: String) -> Date? { try? Date(text, strategy: .iso8601) }
}

public final class ISO8601DateFormatter: @unchecked Sendable {
  public struct Options: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let withInternetDateTime = Options(rawValue: 1)
  }
  public var formatOptions: Options = .withInternetDateTime
  public init() {}
  public func string(from date: Date) -> String { date.formatted(.iso8601) }
  public func date(from text: String) -> Date? { try? Date(text, strategy: .iso8601) }
}

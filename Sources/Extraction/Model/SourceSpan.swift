/// Where a value stands in the decoded input, before any repair.
public struct SourceSpan: Sendable, Equatable {
  /// Page, from 1; form feeds separate pages.
  public var page: Int
  /// Line, from 1, counted through the whole input.
  public var line: Int
  /// First UTF-8 offset.
  public var start: Int
  /// One past the last UTF-8 offset.
  public var end: Int

  /// Makes a span from its parts.
  public init(page: Int, line: Int, start: Int, end: Int) {
    self.page = page
    self.line = line
    self.start = start
    self.end = end
  }
}

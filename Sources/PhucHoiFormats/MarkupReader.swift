import CXML
import VietText

/// An element as it opens.
struct MarkupTag {
  /// Local name.
  var name: String
  /// Attributes by local name, values decoded.
  var attributes: [String: String]
  /// Its start tag in the bytes, `<` and `>` included.
  var range: Range<Int>
  /// Whether the tag is the whole element.
  var isEmpty: Bool
}

/// What a reader of one format does with markup.
protocol MarkupHandler: AnyObject {
  /// An element opens.
  func start(_ tag: MarkupTag)
  /// The element that opened last and is still open ends; `end` is just behind it.
  func end(_ name: String, at end: Int)
  /// Text stands inside the open element.
  func text(_ text: String)
  /// Something stands there that cannot be decoded.
  func reference()
}

/// Reads XML strictly through libxml2: no network, no external entities, no entity declarations, bounded depth.
enum MarkupReader {
  /// How deep elements may be nested.
  static let depthLimit: Int32 = 200

  /// Calls `handler` for everything in `bytes`, which are UTF-8. Throws PH-1102 where the time is `end` before all is
  /// read.
  static func read(
    _ bytes: [UInt8], _ handler: any MarkupHandler, until end: ContinuousClock.Instant? = nil
  ) throws(FormatError) {
    try parse(bytes, handler, end, cxml_parse)
  }

  /// Calls `handler` for everything in `bytes`, which are HTML in UTF-8, however badly written; places are not told.
  static func readHTML(
    _ bytes: [UInt8], _ handler: any MarkupHandler, until end: ContinuousClock.Instant? = nil
  ) throws(FormatError) {
    try parse(bytes, handler, end, cxml_parse_html)
  }

  private typealias Parser = (
    UnsafePointer<UInt8>?, Int, Int32, UnsafePointer<cxml_handler>?
  ) -> cxml_result

  private static func parse(
    _ bytes: [UInt8], _ handler: any MarkupHandler, _ end: ContinuousClock.Instant?, _ parse: Parser
  ) throws(FormatError) {
    let result = bytes.withUnsafeBufferPointer { buffer -> cxml_result in
      var session = Session(handler: handler, bytes: buffer, end: end)
      return withUnsafeMutablePointer(to: &session) { pointer in
        var callbacks = cxml_handler()
        callbacks.context = UnsafeMutableRawPointer(pointer)
        callbacks.start = onStart
        callbacks.end = onEnd
        callbacks.text = onText
        callbacks.goes_on = { context in Session.of(context)?.pointee.goesOn() == false ? 0 : 1 }
        callbacks.reference = { context, _ in Session.of(context)?.pointee.handler.reference() }
        return parse(buffer.baseAddress, buffer.count, depthLimit, &callbacks)
      }
    }
    switch Int(result.status) {
    case Int(CXML_OK.rawValue): return
    case Int(CXML_TOO_DEEP.rawValue):
      throw FormatError(.tooDeep, "elements nested deeper than \(depthLimit) levels, line \(result.line)")
    case Int(CXML_ENTITIES.rawValue):
      throw FormatError(.entities, "the file declares entities, line \(result.line)")
    case Int(CXML_STOPPED.rawValue): throw FormatError(.tooSlow, "the file was not read in time")
    default: throw FormatError(.malformed, "no well-formed XML, line \(result.line)")
    }
  }
}

/// What the callbacks share.
private struct Session {
  let handler: any MarkupHandler
  let bytes: UnsafeBufferPointer<UInt8>
  let end: ContinuousClock.Instant?
  private var elements = 0

  init(handler: any MarkupHandler, bytes: UnsafeBufferPointer<UInt8>, end: ContinuousClock.Instant?) {
    (self.handler, self.bytes, self.end) = (handler, bytes, end)
  }

  /// Whether there is time for another element; the clock is looked at now and then.
  mutating func goesOn() -> Bool {
    guard let end else { return true }
    elements += 1
    return elements & 255 != 0 || ContinuousClock.now < end
  }

  static func of(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Session>? {
    context?.assumingMemoryBound(to: Session.self)
  }
}

private func onStart(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?, _ space: UnsafePointer<CChar>?,
  _ attributes: UnsafePointer<cxml_attribute>?, _ count: Int, _ tagEnd: Int
) {
  guard let session = Session.of(context), let name else { return }
  let bytes = session.pointee.bytes
  var values: [String: String] = [:]
  for index in 0..<count {
    guard let attribute = attributes?[index], let key = attribute.name, let value = attribute.value else {
      continue
    }
    let raw = UnsafeRawBufferPointer(start: value, count: attribute.value_length)
    let name = MarkRuns.bounded(String(cString: key))
    let text = decoded(String(decoding: raw, as: UTF8.self))
    // All but the words of ALTO are compared, never printed.
    values[name] = name == "CONTENT" ? text : MarkRuns.bounded(text)
  }
  // Attribute values may hold `>` but never `<`, so the tag opens at the nearest one before its end.
  var end = min(tagEnd, bytes.count)
  let isEmpty = end < bytes.count && bytes[end] == UInt8(ascii: "/")
  var start = end
  while start > 0, bytes[start - 1] != UInt8(ascii: "<") { start -= 1 }
  end = min(bytes.count, end + (isEmpty ? 2 : 1))
  session.pointee.handler.start(
    MarkupTag(
      name: MarkRuns.bounded(String(cString: name)), attributes: values, range: max(0, start - 1)..<end,
      isEmpty: isEmpty))
}

private func onEnd(_ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?, _ offset: Int) {
  guard let session = Session.of(context), let name else { return }
  session.pointee.handler.end(
    MarkRuns.bounded(String(cString: name)), at: min(offset, session.pointee.bytes.count))
}

private func onText(_ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ length: Int) {
  guard let session = Session.of(context), let text else { return }
  let raw = UnsafeRawBufferPointer(start: text, count: length)
  session.pointee.handler.text(String(decoding: raw, as: UTF8.self))
}

/// The library hands `&` in attribute values on as a reference, to be decoded later.
private func decoded(_ value: String) -> String {
  guard value.utf8.contains(UInt8(ascii: "&")) else { return value }
  return value.split(separator: "&#38;", omittingEmptySubsequences: false).joined(separator: "&")
}

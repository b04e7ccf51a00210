import Extraction
import JSON
import PhucHoi
import VietText

/// An input decoded: the text that all spans refer to, and how it was read.
struct InputText: Sendable {
  /// Where it came from.
  let source: InputSource
  /// The decoded text, with the way back to the bytes.
  let decoded: DecodedText
  /// The legacy letters that an option says it is in.
  let scheme: LegacyScheme?
  /// The input itself.
  let bytes: [UInt8]

  /// Decodes `bytes`.
  ///
  /// - Throws: `CommandFailure` as `EncodingOption.decode`.
  init(_ source: InputSource, _ bytes: [UInt8], _ encoding: EncodingOption) throws(CommandFailure) {
    self.source = source
    self.bytes = bytes
    decoded = try encoding.decode(bytes, from: source)
    scheme = encoding.scheme(of: decoded)
  }

  /// The decoded text.
  var text: String { decoded.text }

  /// `source` in reports: the path, the SHA-256 of the bytes, and how they were read.
  var described: JSONValue {
    var pairs: [(key: String, value: JSONValue)] = [
      ("path", .string(source.name)), ("sha256", .string(SHA256.hex(bytes))),
      ("encoding", .string(decoded.encoding.rawValue)),
    ]
    if decoded.hasByteOrderMark { pairs.append(("byte_order_mark", .bool(true))) }
    let damage = decoded.damage
    if !damage.isEmpty {
      let places = damage.map { place in
        JSONValue.object([("byte", .integer(place.byteOffset)), ("count", .integer(place.count))])
      }
      pairs.append(("damage", .array(places)))
    }
    return .object(pairs)
  }
}

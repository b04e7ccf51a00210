import JSON
import PhucHoiFormats
import VietText

/// `source` of a list of changes: which bytes, and how they were read, so that they can be had back.
public enum SourceDescription {
  /// The object for an input that was decoded to `decoded`; nothing is said of the format of plain text.
  public static func json(
    path: String, sha256: String, _ decoded: DecodedText, format: PageFormat?
  ) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("path", .string(path)), .init("sha256", .string(sha256)),
      .init("encoding", .string(decoded.encoding.rawValue)),
    ]
    if let format, format != .plainText { members.append(.init("format", .string(format.rawValue))) }
    if decoded.hasByteOrderMark { members.append(.init("byte_order_mark", .bool(true))) }
    let damage = decoded.damage.map { place in
      JSONValue.object([("byte", .integer(place.byteOffset)), ("count", .integer(place.count))])
    }
    if !damage.isEmpty { members.append(.init("damage", .array(damage))) }
    return .object(members)
  }
}

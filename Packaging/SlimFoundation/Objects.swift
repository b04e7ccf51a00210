// Names and what they stand for are those of Foundation.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public protocol NSObjectProtocol: AnyObject {}

open class NSObject: NSObjectProtocol, Hashable {
  public init() {}
  public static func == (one: NSObject, other: NSObject) -> Bool { one === other }
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

public protocol ReferenceConvertible: _ObjectiveCBridgeable, Hashable {
  associatedtype ReferenceType: NSObject, Hashable
}

public typealias CGFloat = Wide
/// A number of its own type, so that GRDB can store it beside `Double`.
public struct Wide: Sendable {
  let value: Double
  public init(_ value: Double) { self.value = value }
}
extension Double {
  public init(_ wide: Wide) { self = wide.value }
}

public final class NSNull: NSObject {}

public class NSString: NSObject {
  let text: String
  public required init(string: String) { text = string }
}
public final class NSMutableString: NSString {}
extension String: @retroactive _ObjectiveCBridgeable {
  public init(_ text: NSString) { self = text.text }
  public func _bridgeToObjectiveC() -> NSString { NSString(string: self) }
  public static func _forceBridgeFromObjectiveC(_ text: NSString, result: inout String?) {
    result = text.text
  }
  public static func _conditionallyBridgeFromObjectiveC(_ text: NSString, result: inout String?) -> Bool {
    result = text.text
    return true
  }
  public static func _unconditionallyBridgeFromObjectiveC(_ text: NSString?) -> String { text?.text ?? "" }
}

public final class NSData: NSObject {
  let data: Data
  init(_ data: Data) { self.data = data }
}
extension Data: @retroactive _ObjectiveCBridgeable {
  public func _bridgeToObjectiveC() -> NSData { NSData(self) }
  public static func _forceBridgeFromObjectiveC(_ data: NSData, result: inout Data?) { result = data.data }
  public static func _conditionallyBridgeFromObjectiveC(_ data: NSData, result: inout Data?) -> Bool {
    result = data.data
    return true
  }
  public static func _unconditionallyBridgeFromObjectiveC(_ data: NSData?) -> Data { data?.data ?? Data() }
}

public final class NSDate: NSObject {
  let date: Date
  init(_ date: Date) { self.date = date }
}
extension Date: @retroactive _ObjectiveCBridgeable {
  public func _bridgeToObjectiveC() -> NSDate { NSDate(self) }
  public static func _forceBridgeFromObjectiveC(_ date: NSDate, result: inout Date?) { result = date.date }
  public static func _conditionallyBridgeFromObjectiveC(_ date: NSDate, result: inout Date?) -> Bool {
    result = date.date
    return true
  }
  public static func _unconditionallyBridgeFromObjectiveC(_ date: NSDate?) -> Date { date?.date ?? Date() }
}

public final class NSURL: NSObject {
  let url: URL
  init(_ url: URL) { self.url = url }
  public var absoluteString: String { url.absoluteString }
}
extension URL: @retroactive _ObjectiveCBridgeable, ReferenceConvertible {
  public typealias ReferenceType = NSURL
  public func _bridgeToObjectiveC() -> NSURL { NSURL(self) }
  public static func _forceBridgeFromObjectiveC(_ url: NSURL, result: inout URL?) { result = url.url }
  public static func _conditionallyBridgeFromObjectiveC(_ url: NSURL, result: inout URL?) -> Bool {
    result = url.url
    return true
  }
  public static func _unconditionallyBridgeFromObjectiveC(_ url: NSURL?) -> URL {
    url?.url ?? URL(fileURLWithPath: "/")
  }
}

public final class NSUUID: NSObject {
  let uuid: UUID
  public init?(uuidString: String) {
    guard let uuid = UUID(uuidString: uuidString) else { return nil }
    self.uuid = uuid
  }
  public init(uuidBytes: UnsafePointer<UInt8>) {
    uuid = UUID(uuid: UnsafeRawPointer(uuidBytes).loadUnaligned(as: uuid_t.self))
  }
  public func getBytes(_ bytes: UnsafeMutablePointer<UInt8>) {
    withUnsafeBytes(of: uuid.uuid) {
      UnsafeMutableRawPointer(bytes).copyMemory(from: $0.baseAddress!, byteCount: 16)
    }
  }
}

public class NSNumber: NSObject {
  let decimal: Decimal
  public init(value: Int64) { decimal = Decimal(value) }
  public init(value: Double) { decimal = Decimal(value) }
  init(_ decimal: Decimal) { self.decimal = decimal }
  public var objCType: UnsafePointer<CChar> { Self.double.baseAddress! }
  private nonisolated(unsafe) static let double: UnsafeBufferPointer<CChar> = {
    let letters = UnsafeMutableBufferPointer<CChar>.allocate(capacity: 2)
    _ = letters.initialize(from: [CChar(100), 0])
    return UnsafeBufferPointer(letters)
  }()
  public var doubleValue: Double { Double(decimal.description) ?? .nan }
  public var floatValue: Float { Float(doubleValue) }
  public var int64Value: Int64 { Int64(exactly: doubleValue.rounded(.towardZero)) ?? 0 }
  public var intValue: Int { Int(int64Value) }
  public var int32Value: Int32 { Int32(truncatingIfNeeded: int64Value) }
  public var int16Value: Int16 { Int16(truncatingIfNeeded: int64Value) }
  public var int8Value: Int8 { Int8(truncatingIfNeeded: int64Value) }
  public var uintValue: UInt { UInt(truncatingIfNeeded: int64Value) }
  public var uint64Value: UInt64 { UInt64(truncatingIfNeeded: int64Value) }
  public var uint32Value: UInt32 { UInt32(truncatingIfNeeded: int64Value) }
  public var uint16Value: UInt16 { UInt16(truncatingIfNeeded: int64Value) }
  public var uint8Value: UInt8 { UInt8(truncatingIfNeeded: int64Value) }
  public var boolValue: Bool { decimal != 0 }
}
public struct NSDecimalNumberHandler: Sendable {
  public init(
    roundingMode: Decimal.RoundingMode, scale: Int16, raiseOnExactness: Bool, raiseOnOverflow: Bool,
    raiseOnUnderflow: Bool, raiseOnDivideByZero: Bool
  ) {}
}
public final class NSDecimalNumber: NSNumber {
  public init(decimal: Decimal) { super.init(decimal) }
  public override init(value: Int64) { super.init(value: value) }
  public override init(value: Double) { super.init(value: value) }
  public func rounding(accordingToBehavior: NSDecimalNumberHandler) -> NSDecimalNumber { self }
  public func compare(_ other: NSDecimalNumber) -> ComparisonResult {
    decimal == other.decimal ? .orderedSame : decimal < other.decimal ? .orderedAscending : .orderedDescending
  }
  public func description(withLocale: Locale?) -> String { decimal.description }
}

public struct Notification {
  public struct Name: Hashable, Sendable {
    public init(_ name: String) {}
  }
}
/// Databases are told to rest when a phone locks its screen; nobody posts that here.
public final class OperationQueue: Sendable {}
extension NotificationCenter {
  public func addObserver(
    forName name: Notification.Name?, object: Any?, queue: OperationQueue?,
    using: @escaping (Notification) -> Void
  ) -> any NSObjectProtocol { NSNull() }
  public func removeObserver(_ observer: Any) {}
}

public let NSLocalizedDescriptionKey = "NSLocalizedDescription"
public let NSLocalizedFailureReasonErrorKey = "NSLocalizedFailureReason"
public protocol CustomNSError: Error {}

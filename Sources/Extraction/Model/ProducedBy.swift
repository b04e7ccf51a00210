/// Who made a record: version, models and options, as every machine-readable output states them.
public struct ProducedBy: Sendable {
  /// Version of the tool.
  public var version: String
  /// SHA-256 of the models; nil when none was used.
  public var model: String?
  /// Options in force, in order of output.
  public var options: [(name: String, value: String)]

  /// Makes it from its parts.
  public init(version: String, model: String? = nil, options: [(name: String, value: String)] = []) {
    self.version = version
    self.model = model
    self.options = options
  }
}

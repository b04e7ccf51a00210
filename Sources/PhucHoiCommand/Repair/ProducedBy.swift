import JSON
import PhucHoi

extension JSONValue {
  /// `produced_by`: the version of the program, the identity of the models, the options in force.
  static func producedBy(_ models: Models, options: [(key: String, value: JSONValue)]) -> JSONValue {
    .object([
      ("version", .string(PhucHoiCommand.version)), ("model", .string(models.identity)),
      ("options", .object(options)),
    ])
  }
}

/// Checks a JSON value against a JSON Schema, as far as the committed schema needs: type, properties, required, items,
/// enum, const, anyOf, minimum, maximum, $ref to $defs.
struct SchemaCheck {
  let root: [String: Any]

  /// What is wrong with `value`, each with its place; nothing if it is valid.
  func problems(_ value: Any, _ schema: [String: Any], at place: String = "$") -> [String] {
    if let reference = schema["$ref"] as? String { return problems(value, resolve(reference), at: place) }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      return choices.contains { problems(value, $0, at: place).isEmpty }
        ? [] : ["\(place): fits no alternative"]
    }
    var found: [String] = []
    if let type = schema["type"], !types(type).contains(where: { isOf(value, $0) }) {
      return ["\(place): not of type \(type)"]
    }
    if let constant = schema["const"] as? String, value as? String != constant {
      found.append("\(place): not \(constant)")
    }
    if let choices = schema["enum"] as? [String], !choices.contains(value as? String ?? "") {
      found.append("\(place): not in enum")
    }
    if let number = value as? Double {
      if let low = schema["minimum"] as? Double, number < low { found.append("\(place): below minimum") }
      if let high = schema["maximum"] as? Double, number > high { found.append("\(place): above maximum") }
    }
    return found + members(value, schema, place)
  }

  private func members(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    var found: [String] = []
    if let object = value as? [String: Any] {
      for key in schema["required"] as? [String] ?? [] where object[key] == nil {
        found.append("\(place): lacks \(key)")
      }
      for (key, part) in schema["properties"] as? [String: [String: Any]] ?? [:] {
        if let member = object[key] { found += problems(member, part, at: "\(place).\(key)") }
      }
    }
    if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
      for (index, item) in list.enumerated() { found += problems(item, items, at: "\(place)[\(index)]") }
    }
    return found
  }

  private func types(_ type: Any) -> [String] { type as? [String] ?? [type as? String ?? ""] }

  private func isOf(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "integer", "number": value is Double
    case "null": "\(value)" == "<null>"
    default: false
    }
  }

  private func resolve(_ reference: String) -> [String: Any] {
    let name = String(reference.split(separator: "/").last ?? "")
    return (root["$defs"] as? [String: [String: Any]])?[name] ?? [:]
  }
}

import JSON

/// How well records agree with records that are right.
///
/// Counts as documented for the record: a field that the right record lacks is unknown and not scored; one that is
/// null or empty there must come out so, and what is put there is invented.
struct FieldScore {
  /// Counts of one field.
  struct Tally {
    /// Right values, right values within a tenth, and how many there are (of lists: found right, wanted, found).
    var right = 0
    var near = 0
    var wanted = 0
    var found = 0
  }

  private(set) var scalars: [String: Tally] = [:]
  private(set) var lists: [String: Tally] = [:]
  private var filled: Set<String> = ["documents"]
  private(set) var invented = 0
  private var spans = 0
  private var rightSpans = 0
  /// The values found in fields of which the right record tells, and whether they are right.
  private(set) var judgements: [(field: String, value: JSONValue, isRight: Bool)] = []
  private var confidences = 0
  private var sure = 0
  private var rightSure = 0
  /// Values of this confidence and more are sure.
  static let sureConfidence = 0.9

  /// Adds a record beside the right one; `text` is the decoded input.
  mutating func add(gold: JSONValue, found: JSONValue, text: String) {
    let (gold, found) = (Self.documents(gold), Self.documents(found))
    for (index, document) in gold.enumerated() {
      let right = ScoredFields(document)
      let read = index < found.count ? ScoredFields(found[index]) : nil
      for (name, item) in right.scalars { addScalar(name, item, read?.scalars[name] ?? nil, text) }
      for (name, items) in right.lists { addList(name, items, read?.lists[name] ?? [], text) }
    }
    scalars["documents", default: Tally()].wanted += 1
    if gold.count == found.count { scalars["documents"]?.right += 1; scalars["documents"]?.near += 1 }
  }

  private static func documents(_ record: JSONValue) -> [JSONValue] {
    if case .array(let values)? = record["documents"] { return values }
    return record == .null ? [] : [record]
  }

  private mutating func addScalar(
    _ name: String, _ gold: ScoredFields.Item?, _ found: ScoredFields.Item?, _ text: String
  ) {
    let (wanted, got) = (FieldText.compared(gold?.text ?? ""), FieldText.compared(found?.text ?? ""))
    let isRight = wanted == got
    scalars[name, default: Tally()].wanted += 1
    if isRight { scalars[name]?.right += 1 }
    if isRight || !wanted.isEmpty && FieldText.isNear(wanted, got) { scalars[name]?.near += 1 }
    if !wanted.isEmpty { filled.insert(name) } else if !got.isEmpty { invented += 1 }
    if let found, !got.isEmpty { look(at: found.object, of: name, isRight, text) }
  }

  private mutating func addList(
    _ name: String, _ gold: [ScoredFields.Item], _ found: [ScoredFields.Item], _ text: String
  ) {
    var left = Dictionary(gold.map { (FieldText.compared($0.text), 1) }, uniquingKeysWith: +)
    let known = Set(left.keys)
    var tally = lists[name] ?? Tally()
    for item in found {
      let value = FieldText.compared(item.text)
      if let count = left[value], count > 0 {
        left[value] = count - 1
        tally.right += 1
      }
      look(at: item.object, of: name, known.contains(value), text)
    }
    tally.wanted += gold.count
    tally.found += found.count
    lists[name] = tally
    if !gold.isEmpty { filled.insert(name) } else { invented += found.count }
  }

  private mutating func look(at value: JSONValue, of field: String, _ isRight: Bool, _ text: String) {
    guard case .object = value else { return }
    judgements.append((field, value, isRight))
    if case .number(let number)? = value["confidence"], let confidence = Double(number) {
      confidences += 1
      if confidence >= Self.sureConfidence { sure += 1; rightSure += isRight ? 1 : 0 }
    }
    guard case .string(let raw)? = value["raw"], let span = value["span"],
      case .number(let start)? = span["start"], case .number(let end)? = span["end"],
      let start = Int(start), let end = Int(end)
    else { return }
    spans += 1
    let bytes = text.utf8
    guard 0 <= start, start <= end, end <= bytes.count else { return }
    let low = bytes.index(bytes.startIndex, offsetBy: start)
    let cut = String(decoding: bytes[low..<bytes.index(low, offsetBy: end - start)], as: UTF8.self)
    if cut.split(whereSeparator: \.isWhitespace) == raw.split(whereSeparator: \.isWhitespace) {
      rightSpans += 1
    }
  }

  /// The share of each field that any right record fills, in order, and then the sums.
  var lines: [(name: String, value: Double)] {
    var lines: [(name: String, value: Double)] = []
    for name in ScoredFields.scalarNames + ["documents"] where filled.contains(name) {
      if let tally = scalars[name] { lines.append((name, Self.share(tally.right, tally.wanted))) }
    }
    for name in ScoredFields.listNames where filled.contains(name) {
      if let tally = lists[name] {
        lines.append((name, Self.share(2 * tally.right, tally.wanted + tally.found)))
      }
    }
    let mean = lines.reduce(0) { $0 + $1.value } / Double(max(1, lines.count))
    lines += [("mean", mean), ("invented", Double(invented))]
    if spans > 0 { lines.append(("spans", Self.share(rightSpans, spans))) }
    if sure > 0 {
      lines += [("sure_right", Self.share(rightSure, sure)), ("sure_share", Self.share(sure, confidences))]
    }
    return lines
  }

  private static func share(_ part: Int, _ whole: Int) -> Double { Double(part) / Double(max(1, whole)) }
}

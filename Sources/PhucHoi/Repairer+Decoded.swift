import VietText

extension Repairer {
  /// Repairs a decoded input: first how its letters are written, then its words.
  ///
  /// Spans refer to `decoded.text`. A change of letters alone is an edit of kind `encoding`; where a word was
  /// changed as well, one edit covers both. Time is linear in the length.
  ///
  /// - Parameters:
  ///   - decoded: the input.
  ///   - scheme: the legacy letters that every line is in, when that is known.
  public func repair(_ decoded: DecodedText, scheme: LegacyScheme? = nil) -> Repair {
    var normalization = Normalizer.Options()
    normalization.scheme = scheme
    let normalized = Normalizer(normalization).normalize(decoded)
    var repair = repair(normalized.text)
    if !normalized.changes.isEmpty {
      repair = RepairComposition(first: normalized.aligned, then: repair).repair()
    }
    repair.numberPlaces()
    return repair
  }
}

/// A normalisation followed by a repair, as one repair of the first one's source.
struct RepairComposition {
  private let first: AlignedText
  private let then: Repair
  private let source: [UInt8]
  private let middle: [UInt8]

  /// Puts `then`, a repair of `first.text`, behind `first`.
  init(first: AlignedText, then: Repair) {
    self.first = first
    self.then = then
    source = Array(first.source.utf8)
    middle = Array(first.text.utf8)
  }

  /// Changes of both steps that touch the same letters.
  private struct Group {
    /// UTF-8 range in the source.
    var source: Range<Int>
    /// UTF-8 range in the text between the steps.
    var middle: Range<Int>
    /// Places of the second step's edits.
    var edits: [Int] = []
  }

  /// The repair of the first step's source. O(n).
  func repair() -> Repair {
    let edits = groups().map(edit)
    let tokens = then.tokens.map { token in
      var token = token
      token.range = first.sourceRange(of: token.range)
      return token
    }
    let replacements = edits.map { Replacement(range: $0.range, text: $0.new) }
    return Repair(
      aligned: AlignedText(source: first.source, replacements: replacements), edits: edits, tokens: tokens)
  }

  /// The changes of both steps in order of the text between them, those that overlap there put together.
  private func groups() -> [Group] {
    var changes: [Group] = []
    var shift = 0
    for replacement in first.replacements {
      let lower = replacement.range.lowerBound + shift
      shift += replacement.text.utf8.count - replacement.range.count
      changes.append(Group(source: replacement.range, middle: lower..<replacement.range.upperBound + shift))
    }
    for (place, edit) in then.edits.enumerated() {
      changes.append(Group(source: first.sourceRange(of: edit.range), middle: edit.range, edits: [place]))
    }
    changes.sort {
      ($0.middle.lowerBound, $0.source.lowerBound) < ($1.middle.lowerBound, $1.source.lowerBound)
    }
    var groups: [Group] = []
    for change in changes {
      guard let last = groups.last, change.source.lowerBound < last.source.upperBound else {
        groups.append(change)
        continue
      }
      let end = groups.count - 1
      groups[end].source = last.source.lowerBound..<max(last.source.upperBound, change.source.upperBound)
      groups[end].middle = last.middle.lowerBound..<max(last.middle.upperBound, change.middle.upperBound)
      groups[end].edits += change.edits
    }
    return groups
  }

  private func edit(_ group: Group) -> Edit {
    let old = String(decoding: source[group.source], as: UTF8.self)
    var new: [UInt8] = []
    var cursor = group.middle.lowerBound
    var last: Edit?
    var confidence = 1.0
    for place in group.edits {
      let edit = then.edits[place]
      new += middle[cursor..<edit.range.lowerBound]
      new += edit.new.utf8
      cursor = edit.range.upperBound
      confidence = min(confidence, edit.confidence)
      last = edit
    }
    new += middle[cursor..<max(cursor, group.middle.upperBound)]
    return Edit(
      range: group.source, page: 1, line: 1, old: old, new: String(decoding: new, as: UTF8.self),
      kind: last?.kind ?? .encoding, confidence: confidence,
      alternatives: group.edits.count == 1 ? last?.alternatives ?? [] : [])
  }
}

extension Repair {
  /// Gives every edit and token its page (form feeds begin one) and line (line feeds begin one, counted through
  /// the whole source).
  fileprivate mutating func numberPlaces() {
    var source = aligned.source
    source.withUTF8 { bytes in
      var counter = PlaceCounter()
      for index in edits.indices {
        counter.move(to: edits[index].range.lowerBound, in: bytes)
        (edits[index].page, edits[index].line) = (counter.page, counter.line)
      }
      counter = PlaceCounter()
      for index in tokens.indices {
        counter.move(to: tokens[index].range.lowerBound, in: bytes)
        tokens[index].line = counter.line
      }
    }
  }
}

/// Counts pages and lines up to offsets that only grow.
struct PlaceCounter {
  var page = 1
  var line = 1
  private var offset = 0

  mutating func move(to target: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    while offset < min(target, bytes.count) {
      if bytes[offset] == 0x0A { line += 1 }
      if bytes[offset] == 0x0C { page += 1 }
      offset += 1
    }
  }
}

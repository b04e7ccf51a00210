import Extraction
import SequenceTraining

extension LabelledText {
  /// The text with one blank for many, as an engine reads two columns as one line.
  func squeezed() -> LabelledText {
    var result = self
    var places: [[Int]] = []
    for (number, line) in lines.enumerated() {
      var kept: [Unicode.Scalar] = []
      var place = [Int](repeating: 0, count: line.count + 1)
      for (index, scalar) in line.enumerated() {
        place[index] = kept.count
        if scalar == " ", kept.last == " " || kept.isEmpty { continue }
        kept.append(scalar)
      }
      place[line.count] = kept.count
      result.lines[number] = kept
      places.append(place)
    }
    result.marks = marks.map { mark in
      guard places.indices.contains(mark.line) else { return mark }
      let place = places[mark.line]
      let (low, high) = (
        place[min(mark.range.lowerBound, place.count - 1)], place[min(mark.range.upperBound, place.count - 1)]
      )
      return .init(line: mark.line, range: low..<max(low, high), label: mark.label)
    }
    return result
  }

  /// The text with a share of its letters read as others.
  func damaged(_ share: Double, _ random: inout SplitMix) -> LabelledText {
    let letters = Array("aeioutnhcgmrlđáàạảêệếôộốưựớờABCDEGHILNOPTU01.,:;-'".unicodeScalars)
    var result = self
    for number in result.lines.indices {
      for index in result.lines[number].indices
      where result.lines[number][index] != " " && random.chance(share) {
        result.lines[number][index] = letters[Int(random.next() % UInt64(letters.count))]
      }
    }
    return result
  }

  /// The text with a share of its short lines lost, and as many lines of specks more.
  func littered(_ share: Double, _ random: inout SplitMix) -> LabelledText {
    let specks = Array("aeioutnlrcsEIOTLSNA.,'-:|_1/".unicodeScalars)
    var result = LabelledText(lines: [], marks: [], isRead: isRead)
    var places = [Int?](repeating: nil, count: lines.count)
    for (number, line) in lines.enumerated() {
      if random.chance(share) {
        let length = 1 + Int(random.next() % 14)
        let speck = (0..<length).map { _ in
          random.chance(0.2) ? " " : specks[Int(random.next() % UInt64(specks.count))]
        }
        result.marks.append(.init(line: result.lines.count, range: 0..<length, label: .junk))
        result.lines.append(speck)
      }
      if line.count < 40, line.contains(where: { $0 != " " }), random.chance(share) { continue }
      places[number] = result.lines.count
      result.lines.append(line)
    }
    result.marks += marks.compactMap { mark in
      guard places.indices.contains(mark.line), let line = places[mark.line] else { return nil }
      return .init(line: line, range: mark.range, label: mark.label)
    }
    return result
  }

  /// The text with other blank lines: none, or one behind a share of its lines.
  func spaced(_ share: Double, _ random: inout SplitMix) -> LabelledText {
    var result = LabelledText(lines: [], marks: [])
    var places = [Int](repeating: 0, count: lines.count)
    for (number, line) in lines.enumerated() {
      places[number] = result.lines.count
      if line.allSatisfy({ $0 == " " }) { continue }
      result.lines.append(line)
      if random.chance(share) { result.lines.append([]) }
    }
    result.marks = marks.compactMap { mark in
      places.indices.contains(mark.line)
        ? .init(line: places[mark.line], range: mark.range, label: mark.label) : nil
    }
    return result
  }

  /// One text behind the other.
  func followed(by next: LabelledText) -> LabelledText {
    var result = self
    result.lines += next.lines
    result.marks += next.marks.map { .init(line: $0.line + lines.count, range: $0.range, label: $0.label) }
    return result
  }
}

extension SplitMix {
  /// One of some values.
  mutating func pick(_ values: [Double]) -> Double { values[Int(next() % UInt64(values.count))] }
}

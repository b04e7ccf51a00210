/// Scores of the zone model: how well a segment fits a zone, and how zones follow each other.
///
/// The weights are set by hand on documents written for the purpose; they are in the spirit of log-odds, with
/// running text as zero. A single garbled keyword costs a few points and is outweighed by its neighbours.
struct ZoneScores {
  typealias Mark = SegmentFeatures.Mark

  /// Adds the scores of segment `index` to `row`, one place per zone.
  static func emissions(
    _ index: Int, _ features: [SegmentFeatures], _ segments: [Segment], into row: inout [Float]
  ) {
    let here = features[index]
    let before = index > 0 ? features[index - 1] : nil
    let after = index + 1 < features.count ? features[index + 1] : nil
    for zone in row.indices { row[zone] = here.has(.arrival) ? -20 : 0 }
    if here.has(.arrival) {
      row[Int(Zone.stamp.rawValue)] = 10
      return
    }
    header(here, before, after, &row)
    caption(here, before, after, segments[index], &row)
    main(here, before, &row)
    closing(here, before, after, &row)
    annex(index, here, features, segments, &row)
  }

  private static func add(_ zone: Zone, _ score: Float, _ row: inout [Float]) {
    row[Int(zone.rawValue)] += score
  }

  private static func header(
    _ here: SegmentFeatures, _ before: SegmentFeatures?, _ after: SegmentFeatures?, _ row: inout [Float]
  ) {
    let isRunning = here.upper < 0.5 && here.count == 8
    add(.title, here.has(.title) && !goesOn(here, before) ? (isRunning ? 4 : 11) : -9, &row)
    var body: Float = here.count <= 16 ? -1 : -9
    if here.upper > 0.7, here.count <= 16 {
      body += here.has([.bodyHead]) ? 6 : here.has(.chief) ? 4 : here.has(.placeHead) ? 3 : -0.5
      if before?.has([.bodyHead, .placeHead]) == true, before?.upper ?? 0 > 0.7 { body += 1 }
    } else {
      body -= here.has(.bodyHead) && here.count <= 10 ? 1 : 4
      if here.has(.bodyHead), after?.has(.title) == true || before?.has(.title) == true { body += 3 }
    }
    if here.has([.title, .date, .numberMarked, .recipients, .authority, .basis]) { body -= 8 }
    if here.has([.typeAlone, .stamp]) { body -= 6 }
    if here.has([.dash, .outline]) || here.isClosed { body -= 4 }
    add(.body, body, &row)
    add(.number, number(here), &row)
    add(.placeDate, here.has(.date) && here.count <= 12 ? (here.isClosed ? 6 : 9) : -9, &row)
    add(.stamp, here.has(.stamp) ? 8 : -9, &row)
  }

  /// The name of the state in running letters under running text: the end of a subject, no header.
  private static func goesOn(_ here: SegmentFeatures, _ before: SegmentFeatures?) -> Bool {
    guard let before, here.upper < 0.5 else { return false }
    return before.upper < 0.5 && before.count >= 5 && !before.isClosed
      && !before.has([.bodyHead, .placeHead, .title, .date, .numberMarked])
  }

  private static func number(_ here: SegmentFeatures) -> Float {
    if here.has(.annex) || here.isLower && !(here.has(.numberFirst) && here.count <= 3) { return -9 }
    if here.has(.numberFirst) { return here.count <= 6 ? 9 : here.count <= 12 ? 4 : -6 }
    if here.has(.numberMarked) { return here.count <= 6 ? 9 : here.count <= 9 ? 2 : -6 }
    return here.has(.numberBare) && here.count <= 3 ? 5 : -9
  }

  private static func caption(
    _ here: SegmentFeatures, _ before: SegmentFeatures?, _ after: SegmentFeatures?, _ segment: Segment,
    _ row: inout [Float]
  ) {
    add(
      .type,
      here.has(.typeAlone)
        ? 9 : here.has(.typeFirst) ? (here.upper > 0.9 ? 5 : isTitled(here, before) ? 4 : 1) : -9, &row)
    add(.subject, subject(here, before, segment), &row)
    var addressee: Float = here.has(.addressee) ? 12 : -4
    if !here.has(.addressee) {
      if here.has(.dash) { addressee += 2 }
      if here.last == 0x3B || here.last == 0x2C { addressee += 1 }
      if before?.last == 0x3B || before?.last == 0x3A || before?.last == 0x2C { addressee += 2 }
      if before?.isClosed == false && !here.has(.dash) && here.count < 12 { addressee += 2 }
      if before?.isClosed == false && !here.has(.dash) && before?.has(.dash) == true && !segment.afterGap {
        addressee += 2
      }
      if here.has(.opener) || here.count > 30 || here.has([.outline, .basis]) { addressee -= 5 }
      if here.has([.date, .numberMarked, .typeAlone, .title]) { addressee -= 6 }
    }
    add(.addressee, addressee, &row)
    var enactor: Float = here.upper > 0.8 && here.count <= 16 && here.has([.bodyHead, .chief]) ? 4 : -6
    if after?.has(.basis) == true || before?.has(.chief) == true || before?.has(.bodyHead) == true {
      enactor += 2
    }
    if here.upper > 0.8, before?.upper ?? 0 > 0.8, after?.has(.basis) == true { enactor += 6 }
    if here.has([.typeAlone, .date, .numberMarked]) { enactor -= 8 }
    add(.enactor, enactor, &row)
  }

  /// A title in running letters right under the body's name, as internal procedures print it.
  private static func isTitled(_ here: SegmentFeatures, _ before: SegmentFeatures?) -> Bool {
    before?.upper ?? 0 > 0.7 && before?.has(.bodyHead) == true && !here.isClosed
  }

  private static func subject(_ here: SegmentFeatures, _ before: SegmentFeatures?, _ segment: Segment)
    -> Float
  {
    var score: Float = 0
    if here.has(.subjectMark) { score += 10 }
    if here.has(.about) { score += 3 }
    if here.upper > 0.8, here.count > 3 { score += 1 }
    if here.length > 120, here.upper < 0.8 { score -= 1.5 }
    if here.has(.opener), !here.isLower { score -= 4 }
    if here.has(.outline) { score -= 5 }
    if here.has([.basis, .addressee, .recipients, .ordains]) { score -= 9 }
    let isHeader = here.has([.date, .numberMarked, .stamp]) || here.has(.title) && !goesOn(here, before)
    if isHeader, !here.has(.subjectMark) { score -= 9 }
    if here.has([.dash, .attached, .typeAlone]) { score -= 4 }
    if here.last == 0x3A || here.last == 0x3B { score -= 4 }
    if before?.last == 0x2E || before?.last == 0x3B { score -= 2 }
    return score
  }

  private static func main(_ here: SegmentFeatures, _ before: SegmentFeatures?, _ row: inout [Float]) {
    var basis: Float = here.has(.basis) ? 7 : -4
    if !here.has(.basis) {
      if before?.isClosed == false { basis += 3.5 }
      if here.has([.outline, .typeAlone, .ordains]) { basis -= 6 }
      if before?.last == 0x3B, !here.has(.outline) { basis += 4 }
    }
    add(.basis, basis, &row)
    var text: Float = 0
    if here.has([.outline, .ordains, .opener]) { text += 2 }
    if here.length > 100 { text += 1 }
    if here.has(.dash) { text += 1 }
    if here.has(.typeAlone) { text -= 1 }
    add(.text, text, &row)
    add(.annex, text, &row)
  }

  private static func closing(
    _ here: SegmentFeatures, _ before: SegmentFeatures?, _ after: SegmentFeatures?, _ row: inout [Float]
  ) {
    var recipient: Float = here.has(.recipients) ? 16 : -2
    if !here.has(.recipients) {
      if here.has(.dash) { recipient += 2 }
      if here.last == 0x3B || here.last == 0x2C { recipient += here.has(.dash) ? 1.5 : 1 }
      if here.count > 30 { recipient -= 4 }
      if here.has([.title, .numberMarked, .typeAlone, .authority, .signerTitle, .archive]) { recipient -= 5 }
    }
    if here.has(.right), !here.has(.recipients) { recipient -= 1 }
    add(.recipient, recipient, &row)
    add(
      .archive,
      here.has(.archive)
        ? 9
        : here.count <= 8 && before?.has(.archive) == true && before?.isClosed == false
          && !here.has([.authority, .signerTitle, .name, .title]) ? 1 : -9, &row)
    add(.authority, here.has(.authority) ? 9 : -7, &row)
    var title: Float =
      here.has(.signerTitle)
      ? 6 : here.upper > 0.8 && here.count <= 10 && before?.has([.authority, .signerTitle]) == true ? 2 : -7
    if here.has(.authority) { title -= 5 }
    if here.has(.title) || here.has(.numberMarked) { title -= 8 }
    if before?.has(.authority) == true { title += 1 }
    add(.signerTitle, title, &row)
    add(
      .signerName,
      here.has(.name)
        ? (here.has(.dash) || here.isClosed ? 0 : here.upper > 0.9 ? 2 : 5)
        : here.count >= 2 && here.count <= 5 && !here.isLower && here.upper < 0.5 && !here.isClosed
          && !here.has([.dash, .outline, .date, .bodyHead])
          && before?.has([.signerTitle, .authority]) == true
          ? 2 : isLastName(here, before) ? 1 : isNameAtRight(here) ? 1 : -9, &row)
  }

  /// A short line of capitalised words in the signer's column.
  private static func isNameAtRight(_ here: SegmentFeatures) -> Bool {
    here.has(.right) && here.count >= 2 && here.count <= 5 && here.capitals >= 0.6 && here.upper < 0.5
      && !here.isClosed && !here.has([.outline, .date, .bodyHead, .title, .numberMarked])
  }

  /// A short line of capitalised words behind the archive note: a name that lost letters.
  private static func isLastName(_ here: SegmentFeatures, _ before: SegmentFeatures?) -> Bool {
    before?.has(.archive) == true && here.count >= 2 && here.count <= 5 && here.capitals >= 0.6
      && here.upper < 0.5 && !here.isClosed
      && !here.has([.dash, .outline, .date, .bodyHead, .title, .numberMarked])
  }

  private static func annex(
    _ index: Int, _ here: SegmentFeatures, _ features: [SegmentFeatures], _ segments: [Segment],
    _ row: inout [Float]
  ) {
    var head: Float = -6
    if here.has(.annex) { head = here.upper > 0.7 || here.count <= 4 ? 8 : 2 }
    if here.has(.attached) { head = max(head, 4) }
    if here.has([.typeAlone, .typeFirst])
      || here.upper > 0.8 && here.count <= 12 && !here.has([.bodyHead, .authority, .signerTitle, .title])
    {
      if isAttachedBelow(index, features) { head = max(head, 10) }
    }
    if here.isLower || here.isClosed && !here.has(.attached) { head -= 2 }
    add(.annexHead, head, &row)
  }

  /// Whether `(Kèm theo ...)` stands a few segments below, before any heading of running text.
  private static func isAttachedBelow(_ index: Int, _ features: [SegmentFeatures]) -> Bool {
    var next = index + 1
    while next < features.count, next <= index + 8 {
      let here = features[next]
      if here.has(.attached) { return true }
      if here.has([.title, .numberMarked, .basis, .recipients, .outline]) || here.last == 0x3B {
        return false
      }
      next += 1
    }
    return false
  }
}

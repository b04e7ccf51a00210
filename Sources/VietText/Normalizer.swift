/// Text brought to plain Unicode NFC, with every change listed.
public struct NormalizedText: Sendable {
  /// The decoded text and the normalised text, place by place.
  public let aligned: AlignedText
  /// Every change and its cause, in order; the replacements are those of `aligned`.
  public let changes: [Normalization]
  /// The legacy schemes that were found, with the number of lines in each.
  public let schemes: [LegacyScheme: Int]

  /// The normalised text.
  public var text: String { aligned.text }

  /// The same without the changes that overlap one of `ranges` (UTF-8, of the decoded text, sorted). O(n).
  public func keeping(_ ranges: [Range<Int>]) -> NormalizedText {
    var next = 0
    let left = changes.filter { change in
      let range = change.replacement.range
      while next < ranges.count, ranges[next].upperBound <= range.lowerBound { next += 1 }
      return next == ranges.count || !ranges[next].overlaps(range)
    }
    return NormalizedText(
      aligned: AlignedText(source: aligned.source, replacements: left.map(\.replacement)), changes: left,
      schemes: schemes)
  }
}

extension NormalizedText {
  /// The same with `later` changes of its text (sorted, not overlapping), whose cause is `cause`. O(n).
  public func followed(by later: [Replacement], cause: NormalizationCause) -> NormalizedText {
    guard !later.isEmpty else { return self }
    var next = 0
    let changes = aligned.followed(by: later).map { group in
      while next < self.changes.count,
        self.changes[next].replacement.range.lowerBound < group.sourceRange.lowerBound
      {
        next += 1
      }
      let own = group.members.isEmpty && next < self.changes.count ? self.changes[next].cause : cause
      return Normalization(Replacement(range: group.sourceRange, text: group.text), cause: own)
    }
    return NormalizedText(
      aligned: AlignedText(source: aligned.source, replacements: changes.map(\.replacement)),
      changes: changes,
      schemes: schemes)
  }
}

/// Brings decoded text to plain Unicode NFC: legacy letters, composition, look-alikes, tone placement.
///
/// Changes no word: what it rewrites is how letters are written. Paragraphs are judged one by one, since a
/// document may mix encodings.
public struct Normalizer: Sendable {
  /// What to do.
  public struct Options: Sendable, Equatable {
    /// Where to put the tone mark in oa, oe, uy; nil keeps the author's.
    public var tonePlacement: TonePlacement?
    /// Whether look-alike letters, misplaced marks, odd blanks and invisible characters are mended.
    public var mendsLookAlikes = true
    /// Whether legacy letters and input-method keys are looked for.
    public var findsLegacy = true
    /// The scheme that every line is in, when that is known.
    public var scheme: LegacyScheme?

    /// The defaults: everything is mended, the tone placement is kept.
    public init() {}
  }

  private let options: Options

  /// Makes a normalizer.
  public init(_ options: Options = Options()) { self.options = options }

  /// The normalised form of `decoded`.
  /// - Complexity: O(n); text that needs nothing costs one pass.
  public func normalize(_ decoded: DecodedText) -> NormalizedText {
    var source = decoded.text
    let (changes, schemes) = source.withUTF8 { bytes -> ([Normalization], [LegacyScheme: Int]) in
      self.changes(bytes, isTCVN3: decoded.encoding == .tcvn3)
    }
    let aligned = AlignedText(source: decoded.text, replacements: changes.map(\.replacement))
    return NormalizedText(aligned: aligned, changes: changes, schemes: schemes)
  }

  /// The normalised form of text.
  public func normalize(_ text: String) -> NormalizedText { normalize(DecodedText(text)) }

  private func changes(
    _ bytes: UnsafeBufferPointer<UInt8>, isTCVN3: Bool
  ) -> ([Normalization], [LegacyScheme: Int]) {
    var lines = LineProfiler.profiles(bytes)
    let schemes = self.schemes(of: &lines, bytes)
    let losesHorns = losesHorns(lines, schemes, bytes, isTCVN3: isTCVN3)
    let restorer = capitalRestorer(lines, schemes, bytes, isTCVN3: isTCVN3)
    let horns = options.mendsLookAlikes ? HornSigns(bytes, lines) : nil
    var changes: [Normalization] = []
    var line = WorkingLine()
    for (index, profile) in lines.enumerated() {
      let hasCapitals = restorer?.concerns(index) ?? false
      let hasHorns = horns?.concerns(bytes, profile.range) ?? false
      guard schemes[index] != nil || hasCapitals || hasHorns || losesHorns && isTCVN3 || needsWork(profile)
      else { continue }
      line.load(bytes, profile)
      if let scheme = schemes[index] { line.convert(scheme, isMixed: profile.isMixed) }
      if losesHorns, isTCVN3 || schemes[index] == .tcvn3 { LostHorns.restore(&line) }
      if hasCapitals { restorer?.restore(&line, index) }
      mend(&line)
      if hasHorns { horns?.mend(&line) }
      line.collect(profile.range, into: &changes)
    }
    let counts = Dictionary(schemes.lazy.compactMap { $0.map { ($0, 1) } }, uniquingKeysWith: +)
    return (changes, counts)
  }

  private func schemes(
    of lines: inout [LineProfile], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [LegacyScheme?] {
    if let scheme = options.scheme { return lines.map { _ in scheme } }
    guard options.findsLegacy else { return lines.map { _ in nil } }
    var detector = LegacyDetector(bytes)
    return detector.schemes(&lines)
  }

  private func capitalRestorer(
    _ lines: [LineProfile], _ schemes: [LegacyScheme?], _ bytes: UnsafeBufferPointer<UInt8>, isTCVN3: Bool
  ) -> CapitalFont? {
    guard isTCVN3 || schemes.contains(.tcvn3) else { return nil }
    return CapitalFont(lines, schemes, bytes, isTCVN3: isTCVN3)
  }

  /// Whether the lines in TCVN3 have lost their ư.
  private func losesHorns(
    _ lines: [LineProfile], _ schemes: [LegacyScheme?], _ bytes: UnsafeBufferPointer<UInt8>, isTCVN3: Bool
  ) -> Bool {
    guard isTCVN3 || schemes.contains(.tcvn3) else { return false }
    var (lost, kept) = (0, 0)
    var line = WorkingLine()
    for (index, profile) in lines.enumerated() where isTCVN3 || schemes[index] == .tcvn3 {
      line.load(bytes, profile)
      if schemes[index] == .tcvn3 { line.convert(.tcvn3, isMixed: profile.isMixed) }
      let count = LostHorns.count(line)
      (lost, kept) = (lost + count.lost, kept + count.kept)
    }
    return lost > 0 && lost >= kept
  }

  private func needsWork(_ line: LineProfile) -> Bool {
    line.isUnusual || (options.tonePlacement != nil && line.western + line.unicode > 0)
  }

  private func mend(_ line: inout WorkingLine) {
    UnicodeNormalizer.compose(&line)
    if options.mendsLookAlikes {
      FullWidth.mend(&line)
      SpacingMarks.mend(&line)
      LookAlikes.mend(&line)
      // A letter may now stand beside a mark that it joins.
      UnicodeNormalizer.compose(&line)
    }
    if let placement = options.tonePlacement { line.place(placement) }
  }
}

extension WorkingLine {
  /// Turns the letters or keys of `scheme` into Unicode letters.
  ///
  /// In a line that `isMixed`, only words that it makes syllables of, and that were none before.
  mutating func convert(_ scheme: LegacyScheme, isMixed: Bool = false) {
    if scheme == .doubleUTF8 { return DoubleUTF8.convert(&self) }
    let source = pieces
    let scalars = source.map(\.scalar)
    pieces.removeAll(keepingCapacity: true)
    var converted: [ConvertedScalar] = []
    scalars.withUnsafeBufferPointer { line in
      var cursor = 0
      let mixture = isMixed ? SchemeMixture(line, scheme) : SchemeMixture()
      forEachWord(line) { word in
        pieces.append(contentsOf: source[cursor..<word.startIndex])
        converted.removeAll(keepingCapacity: true)
        let endsSentence = Self.endsSentence(line, word)
        scheme.convert(UnsafeBufferPointer(rebasing: word), endsSentence: endsSentence, into: &converted)
        if isMixed { mixture.keepUnicode(&converted, line, word.startIndex) }
        append(converted, of: source[word.startIndex..<word.endIndex])
        cursor = word.endIndex
      }
      pieces.append(contentsOf: source[cursor...])
    }
  }

  private mutating func append(_ converted: [ConvertedScalar], of word: ArraySlice<Piece>) {
    for item in converted {
      let (first, last) = (word[word.startIndex + item.from], word[word.startIndex + item.to - 1])
      let isSame = item.to == item.from + 1 && item.scalar == first.scalar
      pieces.append(
        Piece(scalar: item.scalar, start: first.start, end: last.end, cause: isSame ? first.cause : .legacy))
    }
  }

  /// Whether the line ends after `word`, or goes on with a capital where the word has small letters.
  private static func endsSentence(
    _ line: UnsafeBufferPointer<UInt32>, _ word: Slice<UnsafeBufferPointer<UInt32>>
  ) -> Bool {
    var index = word.endIndex
    while index < line.count, isASCIIBlank(line[index]) { index += 1 }
    guard index < line.count else { return true }
    return VietLetter.isUppercase(line[index]) && word.contains { $0 &- 97 < 26 }
  }

  /// Moves the tone marks of all words to `placement`.
  mutating func place(_ placement: TonePlacement) {
    var index = 0
    while index < pieces.count {
      var end = index
      while end < pieces.count, VietLetter.isLetter(pieces[end].scalar) { end += 1 }
      if end - index >= 2, end - index <= Syllable.longest {
        var word = scalars(index..<end)
        placement.apply(to: &word)
        for (offset, scalar) in word.enumerated() {
          replace(index + offset, with: scalar, cause: .tonePlacement)
        }
      }
      index = max(end, index + 1)
    }
  }
}

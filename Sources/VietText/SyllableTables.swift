/// Onsets and rimes of Vietnamese spelling, derived from its rules and built once.
struct SyllableTables: Sendable {
  /// What the rules ask about an onset.
  enum Onset: UInt8, Sendable {
    case none
    case c
    case k
    case g
    case gh
    case ng
    case ngh
    case gi
    case qu
    case other
  }

  /// A written rime: its parts in letters and where its tone mark goes.
  struct Rime: Sendable {
    var key: UInt64 = 0
    var glide: UInt8 = 0
    var nucleus: UInt8 = 0
    var olderTone: UInt8 = 0
    var newerTone: UInt8 = 0
    var endsInStop = false
    /// Begins with e, ê, i or y.
    var isFront = false
    var startsWithY = false
    /// yê- stands where no onset is written; iê- where one is.
    var needsOnset = false
    var refusesOnset = false

    /// Whether the rime may follow `onset` and take `tone`.
    func fits(_ onset: Onset, _ tone: VietLetter.ToneIndex) -> Bool {
      accepts(onset) && (!endsInStop || tone >= 4)
    }

    private func accepts(_ onset: Onset) -> Bool {
      switch onset {
      case .none: return !needsOnset
      case .c: return !isFront && glide == 0
      case .k, .gh, .ngh: return isFront && !refusesOnset && !(startsWithY && onset != .k)
      case .g, .ng: return !isFront
      case .qu: return true
      case .gi, .other: return !refusesOnset
      }
    }
  }

  static let shared = SyllableTables()

  /// 5-bit code of each lower-case letter without tone, 0 for foreign letters.
  let codeOfLetter: [UInt8]
  /// Onset by the codes of up to three letters; 255 where there is none.
  private let onsetOfCodes: [UInt8]
  /// Open addressing, empty where the key is 0.
  private let slots: [Rime]

  private static let slotBits: UInt64 = 10
  private static let quFlag: UInt64 = 1 << 60

  private static let alphabet = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
  private static let simpleOnsets = "b ch d đ h kh l m n nh p ph r s t th tr v x"
  private static let ruledOnsets: [(String, Onset)] = [
    ("c", .c), ("k", .k), ("g", .g), ("gh", .gh), ("ng", .ng), ("ngh", .ngh), ("gi", .gi), ("qu", .qu),
  ]

  /// Glide, nucleus and the codas it takes; `-` is none.
  private static let rimes: [(glide: String, nucleus: String, codas: String)] = [
    ("", "a", "- c ch i m n ng nh o p t u y"), ("", "ă", "c m n ng p t"), ("", "â", "c m n ng p t u y"),
    ("", "e", "- c m n ng o p t"), ("", "ê", "- ch m n ng nh p t u"), ("", "i", "- ch m n nh p t u"),
    ("", "y", "-"), ("", "o", "- c i m n ng p t"), ("", "oo", "c ng"), ("", "ô", "- c i m n ng p t"),
    ("", "ơ", "- i m n p t"), ("", "u", "- c i m n ng p t"), ("", "ư", "- c i m n ng t u"),
    ("", "ia", "-"), ("", "iê", "c m n ng p t u"), ("", "yê", "m n ng t u"),
    ("", "ua", "-"), ("", "uô", "c i m n ng t"), ("", "ưa", "-"), ("", "ươ", "c i m n ng p t u"),
    ("o", "a", "- c ch i m n ng nh o p t y"), ("o", "ă", "c m n ng p t"), ("o", "e", "- m n ng o t"),
    ("u", "â", "n ng t y"), ("u", "ê", "- ch n nh"), ("u", "ơ", "-"), ("u", "y", "- ch n nh p t u"),
    ("u", "ya", "-"), ("u", "yê", "n t"),
  ]
  /// The same after qu, whose u is the glide.
  private static let rimesAfterQu: [(nucleus: String, codas: String)] = [
    ("a", "- c ch i m n ng nh o p t u y"), ("ă", "c m n ng p t"), ("â", "c n ng p t y"),
    ("e", "- c m n o p t"), ("ê", "- ch n nh t u"), ("i", "- ch n nh t u"), ("ơ", "- i n t"), ("ô", "c"),
    ("y", "- ch n nh t u"), ("yê", "n t"),
  ]

  private init() {
    var codes = [UInt8](repeating: 0, count: 0x1B1)
    for (index, letter) in Self.alphabet.unicodeScalars.enumerated() {
      codes[Int(letter.value)] = UInt8(index + 1)
    }
    codeOfLetter = codes
    onsetOfCodes = Self.onsetTable(codes)
    var slots = [Rime](repeating: Rime(), count: 1 << Int(Self.slotBits))
    for (glide, nucleus, codas) in Self.rimes {
      for coda in codas.split(separator: " ") {
        Self.insert(Rime(glide, nucleus, coda == "-" ? "" : coda, codes), into: &slots)
      }
    }
    for (nucleus, codas) in Self.rimesAfterQu {
      for coda in codas.split(separator: " ") {
        var rime = Rime("", nucleus, coda == "-" ? "" : coda, codes)
        rime.key |= Self.quFlag
        Self.insert(rime, into: &slots)
      }
    }
    self.slots = slots
  }

  /// The longest onset that the letters begin with, and its length; a lone q is none.
  func onset(of codes: UInt64, count: Int) -> (Onset, Int) {
    for length in stride(from: min(3, count), to: 0, by: -1) {
      let value = onsetOfCodes[Int(codes & ((1 << UInt64(5 * length)) - 1))]
      if let onset = Onset(rawValue: value) { return (onset, length) }
    }
    return (.none, 0)
  }

  /// The rime with these codes.
  func rime(_ codes: UInt64, afterQu: Bool) -> Rime? {
    let key = afterQu ? codes | Self.quFlag : codes
    var slot = Self.slot(of: key)
    while slots[slot].key != 0 {
      if slots[slot].key == key { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func slot(of key: UInt64) -> Int {
    Int((key &* 0x9E37_79B9_7F4A_7C15) >> (64 - slotBits))
  }

  private static func insert(_ rime: Rime, into slots: inout [Rime]) {
    var slot = slot(of: rime.key)
    while slots[slot].key != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = rime
  }

  private static func onsetTable(_ codes: [UInt8]) -> [UInt8] {
    var table = [UInt8](repeating: 255, count: 1 << 15)
    for onset in simpleOnsets.split(separator: " ") { table[Int(key(onset, codes))] = Onset.other.rawValue }
    for (onset, rule) in ruledOnsets { table[Int(key(onset[...], codes))] = rule.rawValue }
    return table
  }

  static func key(_ letters: Substring, _ codes: [UInt8]) -> UInt64 {
    var key: UInt64 = 0
    for (index, letter) in letters.unicodeScalars.enumerated() {
      key |= UInt64(codes[Int(letter.value)]) << UInt64(5 * index)
    }
    return key
  }
}

extension SyllableTables.Rime {
  init(_ glide: String, _ nucleus: String, _ coda: Substring, _ codes: [UInt8]) {
    let written = glide + nucleus + coda
    key = SyllableTables.key(written[...], codes)
    self.glide = UInt8(glide.unicodeScalars.count)
    self.nucleus = UInt8(nucleus.unicodeScalars.count)
    endsInStop = ["p", "t", "c", "ch"].contains(coda)
    isFront = "eêiy".contains(written.prefix(1))
    startsWithY = written.hasPrefix("y")
    refusesOnset = nucleus == "yê" && glide.isEmpty
    needsOnset = nucleus == "iê"
    setTonePlaces(glide: glide, nucleus: nucleus, coda: coda)
  }

  /// Quyết định 1989/QĐ-BGDĐT, điều 8; the older norm differs in open oa, oe, uy only.
  private mutating func setTonePlaces(glide: String, nucleus: String, coda: Substring) {
    let letters = nucleus.unicodeScalars.count
    let onLast = letters > 1 && !(nucleus == "ia" || nucleus == "ua" || nucleus == "ưa" || nucleus == "ya")
    newerTone = self.glide + (onLast ? UInt8(letters - 1) : 0)
    let isMovable = ["oa", "oe", "uy"].contains(glide + nucleus) && coda.isEmpty
    olderTone = isMovable ? 0 : newerTone
  }
}

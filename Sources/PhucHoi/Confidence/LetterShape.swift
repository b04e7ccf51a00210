import VietText

/// The letters of a token, counted.
struct LetterShape {
  enum Shape { case small, title, capitals }

  /// Scalars.
  private(set) var count = 0
  /// Decimal digits.
  private(set) var digits = 0
  /// Marks that text of this kind hardly has.
  private(set) var oddSigns = 0
  /// Digits and marks, those before the first and behind the last letter or digit aside.
  private(set) var innerSigns = 0
  /// Whether a mark stands last that ends a sentence.
  private(set) var endsSentence = false
  /// Whether a mark stands last other than those at which most words end.
  private(set) var endsOddly = false
  /// Its letters and digits.
  private(set) var form = WordForm()
  /// How often each bare letter occurs; marks and digits fall in with them.
  private var histogram = SIMD32<UInt16>()
  private var letters = 0
  private var hasComma = false
  private var capitals = 0
  private var opensWithCapital = false
  /// Whether the first letter is a capital that engines often read where the small one stands.
  private(set) var opensWithLookAlike = false
  /// Signs since the last letter or digit, which are inside only if another one comes.
  private var pending = 0

  /// Whether it is nothing but a comma.
  var isComma: Bool { count == 1 && hasComma }

  /// Adds the next piece.
  mutating func add(_ text: String) { for scalar in text.unicodeScalars { add(scalar.value) } }

  private mutating func add(_ scalar: UInt32) {
    count += 1
    if VietLetter.isLetter(scalar) {
      addLetter(scalar)
    } else if ModelTokenizer.isDigit(scalar) {
      endSigns()
      innerSigns += 1
      digits += 1
      note(scalar)
      form.add(scalar, bare: scalar)
    } else {
      addSign(scalar)
    }
  }

  private mutating func addLetter(_ scalar: UInt32) {
    endSigns()
    let bare = VietLetter.bare(scalar)
    if VietLetter.isUppercase(scalar) {
      capitals += 1
      if letters == 0 { (opensWithCapital, opensWithLookAlike) = (true, VietLetter.isReadForSmall(bare)) }
    }
    letters += 1
    let small = VietLetter.lowercased(bare)
    note(small)
    form.add(VietLetter.lowercased(scalar), bare: small)
  }

  private mutating func addSign(_ scalar: UInt32) {
    note(scalar)
    pending += 1
    if scalar == 0x2C { hasComma = true }
    if !Self.isCommon(scalar) { oddSigns += 1 }
    endsOddly = !Self.isUsualEnd(scalar)
    endsSentence = Self.isEnding(scalar)
  }

  /// A letter or digit follows: what stood between it and the one before is inside.
  private mutating func endSigns() {
    if letters + digits > 0 { innerSigns += pending }
    pending = 0
    (endsSentence, endsOddly) = (false, false)
  }

  private mutating func note(_ scalar: UInt32) { histogram[Int(scalar & 31)] &+= 1 }

  /// How its letters are written; nil without letters.
  var shape: Shape? {
    guard letters > 0 else { return nil }
    guard opensWithCapital else { return .small }
    return letters > 1 && capitals == letters ? .capitals : .title
  }

  /// The share of bare letters that both have, 0 to 1.
  func similarity(to other: LetterShape) -> Float {
    let all = max(count, other.count)
    let common = SIMD32<UInt32>(truncatingIfNeeded: pointwiseMin(histogram, other.histogram))
    return all == 0 ? 1 : Float(common.wrappedSum()) / Float(all)
  }

  private static func isCommon(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x28, 0x2D, 0x2F: true
    default: isUsualEnd(scalar) || scalar == 0x201C
    }
  }

  private static func isUsualEnd(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x2C, 0x3B, 0x3A, 0x29, 0x22, 0x201D: true
    default: false
    }
  }

  private static func isEnding(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x21, 0x3F, 0x3A, 0x3B, 0x22, 0x201D: true
    default: false
    }
  }
}

/// What is known about a value when its confidence is told.
package struct ValueEvidence: Sendable, Equatable {
  var support: Support
  /// How probably it is what it is taken for, given that its zone is right.
  var chance: Float = 1
  var measures: Measures

  /// The measurements, all of them numbers: `names` and the order of the properties are one.
  package struct Measures: Sendable, Equatable, BitwiseCopyable {
    /// Number of the field, see `FieldName`.
    package var field: Float = 0
    /// How plainly it shows what it is, see `Support`.
    package var support: Float = 0
    /// How probable the least probable zone of its words is.
    package var zone: Float = 1
    /// How probable the least probable zone of its words and of two on each side is.
    package var zoneAround: Float = 1
    /// The mean over its words of how probable their zones are.
    package var zoneMean: Float = 1
    /// How probably the repair left or made all of it right, its tokens taken as independent.
    package var joint: Float = 1
    /// The least confidence of a token of it.
    package var least: Float = 1
    /// The least confidence of a token of it or of two words on each side.
    package var leastAround: Float = 1
    /// Share of its words that the repair changed.
    package var changed: Float = 0
    /// Share of the text's words that the repair changed.
    package var noise: Float = 0
    /// Whether it is one of a fixed list or made of figures, which a repair hardly bends.
    package var fixed: Float = 0
    /// Whether the tables vouch for all of it.
    package var known: Float = 0
    /// Whether marks stand in it that belong to no document.
    package var strange: Float = 0
    /// Whether all its words are syllables, short forms, or hold figures.
    package var spelled: Float = 1
    /// Share of its letters that are capitals.
    package var capitals: Float = 0
    /// How many words it has.
    package var words: Float = 0
    /// On how many lines it stands.
    package var lines: Float = 1
    /// Whether the input tells where words stand on the page.
    package var layout: Float = 0

    /// Names of the measurements, in order.
    package static let names = [
      "field", "support", "zone", "zone_around", "zone_mean", "joint", "least", "least_around", "changed",
      "noise",
      "fixed", "known", "strange", "spelled", "capitals", "words", "lines", "layout",
    ]

    /// Calls `body` with the measurements in order.
    package func withValues<Result>(_ body: (UnsafeBufferPointer<Float>) -> Result) -> Result {
      withUnsafeBytes(of: self) { body($0.bindMemory(to: Float.self)) }
    }
  }

  /// The measurements of a value of `field`.
  package func measures(of field: FieldName) -> Measures {
    var result = measures
    result.field = Float(field.rawValue)
    result.support = Float(support.rawValue)
    return result
  }
}

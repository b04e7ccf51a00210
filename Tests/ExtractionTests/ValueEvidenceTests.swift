import Testing

@testable import Extraction

/// What confidences of values are told by.
struct ValueEvidenceTests {
  @Test func everyMeasureHasItsName() {
    #expect(ValueEvidence.Measures().withValues(\.count) == ValueEvidence.Measures.names.count)
  }

  @Test func aSupportIsOnlyWeakened() {
    let evidence = ValueEvidence(support: .partial, measures: ValueEvidence.Measures())
    var value = FieldValue(
      value: "a", raw: "a", span: SourceSpan(page: 1, line: 1, start: 0, end: 1), evidence: evidence)
    value.weaken(to: .plain)
    #expect(value.evidence?.support == .partial)
    value.weaken(to: .weak)
    #expect(value.evidence?.support == .weak)
  }
}

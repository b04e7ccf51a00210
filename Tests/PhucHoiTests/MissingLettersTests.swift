import PhucHoi
import TestSupport
import Testing

/// Letters that a converter is known to have lost come back, and nothing is made of signs that stand for themselves.
@Suite(.enabled(if: models != nil, "models are not there"))
struct MissingLettersTests {
  private func repair(_ text: String) throws -> String {
    Repairer(models: try #require(models)).repair(text).text
  }

  @Test(arguments: ["\u{FFFD}", "□", "?"])
  func lettersComeBack(_ sign: String) throws {
    let seen = "Th# tr##ng các ##n v# ch#u trách nhi#m thi hành Quy#t ##nh này."
    #expect(
      try repair(seen.replacing("#", with: sign))
        == "Thủ trưởng các đơn vị chịu trách nhiệm thi hành Quyết định này.")
  }

  @Test(arguments: [
    "□ Có □ Không", "Đơn vị nào chịu trách nhiệm? Ai kiểm tra? Khi nào xong?", "\u{FFFD}", "??", "a?b",
  ])
  func signsStay(_ text: String) throws { #expect(try repair(text) == text) }
}

import Foundation
import PhucHoi
import Testing

/// Text that was surely typed: its letters are mended, its words commented on.
@Suite(.enabled(if: models != nil, "models are not there"))
struct TypedTextTests {
  private static let text =
    "Mật trận Tổ quốc tỉnh phối hợp với các sở, ngành theo dõi tình hình, lãnh đạo công tác tuyên truyền, vận "
    + "động nhân dân thực hiện nghị quyết của Đảng ủy Khôi doanh nghiệp.\n"

  @Test(arguments: [Policy.careful, .balanced])
  func wordsOfDecomposedTextAreCommentedOn(_ policy: Policy) throws {
    let typed = String(repeating: Self.text, count: 3).decomposedStringWithCanonicalMapping
    let repair = try checkedRepair(typed, policy)
    #expect(repair.text == typed.precomposedStringWithCanonicalMapping)
    #expect(repair.edits.allSatisfy { $0.kind == .encoding })
    let suggestion = try #require(repair.suggestions.first { $0.new == "Mặt" })
    #expect(suggestion.line == 1)
    #expect(suggestion.confidence >= 0.5)
    let bytes = Array(typed.utf8)
    for suggestion in repair.suggestions {
      #expect(bytes[suggestion.range].elementsEqual(suggestion.old.utf8))
    }
  }

  @Test func eagerChangesTypedTextToo() throws {
    let typed = String(repeating: Self.text, count: 3).decomposedStringWithCanonicalMapping
    #expect(try checkedRepair(typed, .eager).text.hasPrefix("Mặt trận"))
  }

  @Test func whatMayHaveBeenReadIsRepaired() throws {
    #expect(try checkedRepair(Self.text, .balanced).text.hasPrefix("Mặt trận"))
  }

  @Test func whatFallsShortIsSuggested() throws {
    let text = "Ong Lam ban ve chuyen ban ghe cua ban. Toi mua ban an o cho.\n"
    let careful = try checkedRepair(text, .careful)
    let eager = try checkedRepair(text, .eager)
    #expect(!careful.suggestions.isEmpty)
    #expect(careful.suggestions.count + careful.edits.count <= eager.edits.count + eager.suggestions.count)
    for suggestion in careful.suggestions {
      #expect(careful.edits.allSatisfy { !$0.range.overlaps(suggestion.range) })
    }
  }

  @Test func codesAreMendedUpToTheConfidenceAskedFor() throws {
    let text = "So: 12/QD-UBND\nTheo Két luan s6 100-KLITW cia Ban Tuyén gido\n"
    for policy in Policy.allCases {
      let repair = try checkedRepair(text, policy)
      #expect(repair.text.contains("12/QĐ-UBND"))
      #expect(repair.text.contains("100-KL/TW"))
    }
    var options = RepairOptions()
    options.minimumConfidence = 0.9999
    let strict = Repairer(models: try #require(models), options: options).repair(text)
    #expect(strict.text.contains("100-KLITW"))
    #expect(strict.suggestions.contains { $0.new == "100-KL/TW" })
  }
}

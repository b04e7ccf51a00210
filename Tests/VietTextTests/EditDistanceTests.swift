import Testing
import VietText

struct EditDistanceTests {
  @Test(arguments: [("", "abc", 3), ("truong", "trung", 1), ("giang", "giang", 0), ("abc", "", 3)])
  func countsEdits(_ read: String, _ meant: String, _ expected: Int) {
    #expect(EditDistance.between(Array(read.utf8), Array(meant.utf8)) == expected)
  }
}

import PhucHoiArchive
import Testing

@testable import PhucHoiServe

@Suite struct ReviewQueueTests {
  private static let inputs = [1, 2].map { id in
    ReviewInput(
      id: id, path: "\(id).txt", stem: "\(id)", sha256: "0", format: "text", pages: 1, attention: Double(id),
      subject: "")
  }

  private static func place(
    _ input: Int, _ start: Int, _ read: String, _ now: String, _ confidence: Double, field: String = "",
    missing: Bool = false
  ) -> OpenPlace {
    let range = missing ? 0..<0 : start..<(start + 4)
    return OpenPlace(
      input: input, place: ReviewPlace(path: "\(input).txt", sha256: "0", range: range, field: field),
      page: 1, line: 1,
      read: read, now: now, confidence: confidence, alternatives: [], isMissing: missing)
  }

  private var queue = ReviewQueue(
    inputs: Self.inputs,
    places: [
      Self.place(1, 0, "ke", "kế", 0.5), Self.place(1, 10, "hoach", "hoạch", 0.2),
      Self.place(2, 0, "ke", "kế", 0.4),
      Self.place(2, 10, "ke", "kẻ", 0.6), Self.place(2, 20, "", "2020-01-01", 0.3, field: "date"),
      Self.place(1, 0, "", "", 0, field: "subject", missing: true),
    ], decided: [:])

  @Test func theLeastSureComesFirstAndMissingFieldsDoNotHideIt() {
    #expect(queue.worst(offset: 0, limit: 10).map(\.confidence) == [0.2, 0.3, 0.4, 0.5, 0.6])
    #expect(queue.worst(offset: 1, limit: 2).map(\.confidence) == [0.3, 0.4])
    #expect(queue.count == .init(doubtful: 5, missing: 1))
  }

  @Test func documentsWithMoreToDoComeFirst() {
    #expect(queue.documents().map(\.input.id) == [2, 1])
    #expect(
      queue.documents().map(\.count) == [.init(doubtful: 3, missing: 0), .init(doubtful: 2, missing: 1)])
    #expect(queue.places(of: Self.inputs[0]).map(\.now) == ["kế", "hoạch", ""])
  }

  @Test func wordsReadAndStandingAlikeAreOneDecision() {
    let words = queue.words(limit: 10)
    #expect(words.map(\.now) == ["kế"])
    #expect(words[0].places.count == 2)
    #expect(queue.places(ofWord: ReviewQueue.key(read: "ke", now: "kế")).map(\.input) == [2, 1])
  }

  @Test func fieldsAreCounted() {
    #expect(
      queue.fields() == ["date": .init(doubtful: 1, missing: 0), "subject": .init(doubtful: 0, missing: 1)])
    #expect(queue.places(ofField: "date", offset: 0, limit: 5).map(\.now) == ["2020-01-01"])
  }

  @Test func decidedPlacesGoAndComeBack() {
    var queue = queue
    let place = queue.worst(offset: 0, limit: 1)[0].place
    queue.decided([place], in: "1.txt")
    #expect(queue.count.doubtful == 4)
    queue.decided([], in: "1.txt")
    #expect(queue.count.doubtful == 5)
  }

  @Test func anEmptyArchiveHasNothingToDo() {
    let empty = ReviewQueue(inputs: [], places: [], decided: [:])
    #expect(empty.count == .init())
    #expect(
      empty.worst(offset: 0, limit: 9).isEmpty && empty.words(limit: 9).isEmpty && empty.documents().isEmpty)
  }
}

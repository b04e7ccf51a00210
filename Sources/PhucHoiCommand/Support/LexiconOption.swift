import ArgumentParser
import Extraction
import PhucHoi

/// The option `--lexicon`, shared by the commands that repair.
struct LexiconOption: ParsableArguments {
  @Option(
    name: .customLong("lexicon"),
    help: "Own words, names, pins and replacement rules, one a line; may be given several times.",
    completion: .file())
  var files: [String] = []

  /// The files, as inputs that nothing is written over.
  var inputs: [InputSource] { files.map { InputSource(argument: $0) } }

  /// The longest file that is read.
  private static let mostBytes = 64 << 20

  /// The lexicon of all files together, and what names it in `produced_by`, nil without files.
  ///
  /// Lines that are wrong are told on standard error; the others count.
  /// - Throws: `CommandFailure` with the status of wrong usage where a file cannot be read.
  func read(_ language: Language) throws(CommandFailure) -> (lexicon: UserLexicon, identity: String?) {
    var lexicon = UserLexicon()
    var bytes: [UInt8] = []
    for file in files {
      let source = InputSource(argument: file)
      do {
        let read = try source.read(atMost: Self.mostBytes)
        bytes += read
        lexicon.add(try TextDecoder.decode(read).text, name: source.name)
      } catch let failure as CommandFailure {
        throw failure.with(status: .usage)
      } catch let error as TextError {
        throw CommandFailure(error, input: source).with(status: .usage)
      } catch {
        throw CommandFailure("PH-1003", status: .usage, Message(vi: source.name, en: source.name))
      }
    }
    for problem in lexicon.problems {
      StandardStream.error.say(Self.warning(problem).text(in: language))
    }
    return (lexicon, files.isEmpty ? nil : "sha256:" + SHA256.hex(bytes))
  }

  private static func warning(_ problem: LexiconProblem) -> Message {
    let place = problem.place
    return Message(
      vi:
        "phuchoi: cảnh báo \(problem.code): \(place.name), dòng \(place.line): \(vietnamese(problem.reason)).",
      en: "phuchoi: warning \(problem.code): \(place.name), line \(place.line): \(problem.reason).")
  }

  private static func vietnamese(_ reason: LexiconProblem.Reason) -> String {
    switch reason {
    case .unknownKind: "cột đầu phải là word, pin hoặc rule"
    case .missingText: "thiếu chữ"
    case .missingReplacement: "quy tắc thiếu phần thay thế"
    case .tooManyColumns: "thừa cột"
    case .tooLong: "dài quá 200 ký tự"
    case .noLetters: "không có chữ cái hay chữ số"
    case .changesNothing: "quy tắc thay chữ bằng chính nó"
    case .contradictsRule(let place): "mâu thuẫn với quy tắc ở \(place.name), dòng \(place.line)"
    case .isPinned(let place): "chữ của quy tắc đã được giữ nguyên ở \(place.name), dòng \(place.line)"
    case .wordHasRule(let place): "quy tắc ở \(place.name), dòng \(place.line), thay từ này"
    }
  }
}

import ArgumentParser
import PhucHoiArchive

extension InputRun {
  /// Does `body`; its failure is told in the language of the run and ends it with the failure's status.
  func telling<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let failure as CommandFailure {
      if failure.status != .done { StandardStream.error.say(failure.line(in: language)) }
      throw failure.status.error
    }
  }

  /// The same for what works on the archive in `folder`; what is no failure of its own is one of the catalogue.
  func telling(archive folder: String, _ body: () throws -> Void) throws {
    try telling {
      do {
        try body()
      } catch  where error is ExitCode || error is ValidationError {
        throw error
      } catch {
        throw CommandFailure(archive: folder, error)
      }
    }
  }
}

extension CommandFailure {
  /// What `error`, of work on the archive in `folder`, is to users; what is no failure of its own is one of the catalogue.
  init(archive folder: String, _ error: any Error) {
    switch error {
    case let error as CommandFailure: self = error
    case let error as BatchError: self.init(error)
    case let error as SheetError: self.init(error)
    case let error as ReviewedWithout: self.init(error)
    default: self.init(catalogueOf: folder, error)
    }
  }
}

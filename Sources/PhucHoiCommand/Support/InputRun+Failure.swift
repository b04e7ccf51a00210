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
      } catch let error as BatchError {
        throw CommandFailure(error)
      } catch let error as SheetError {
        throw CommandFailure(error)
      } catch is ReviewedWithout {
        throw ExitStatus.someInputsFailed.error
      } catch  where error is CommandFailure || error is ExitCode || error is ValidationError {
        throw error
      } catch {
        throw CommandFailure(catalogueOf: folder, error)
      }
    }
  }
}

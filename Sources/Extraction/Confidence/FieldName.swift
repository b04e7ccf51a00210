/// The fields of a document that hold values with a place.
package enum FieldName: UInt8, Sendable {
  case number, type, issuer, superior, coIssuer, place, date, subject, addressee
  // Learned confidences know the fields by these numbers.
  case reference = 10
  case deadline, recipient, archive, signer, attachment, secrecy, urgency, copy, outline
}

extension DocumentRecord {
  /// Calls `body` with each value of the record and its field. O(values).
  package mutating func updateValues(_ body: (FieldName, inout FieldValue) -> Void) {
    func update(_ field: FieldName, _ value: inout FieldValue?) {
      guard var known = value else { return }
      body(field, &known)
      value = known
    }
    func update<Item>(
      _ field: FieldName, _ items: inout [Item], _ path: WritableKeyPath<Item, FieldValue>
    ) {
      for index in items.indices { body(field, &items[index][keyPath: path]) }
    }
    if documentNumber != nil { body(.number, &documentNumber!.whole) }
    update(.type, &documentType)
    update(.issuer, &issuingBody)
    update(.superior, &superiorBody)
    update(.coIssuer, &coIssuers, \.self)
    update(.place, &place)
    update(.date, &date)
    update(.subject, &subject)
    update(.addressee, &addressees, \.self)
    update(.reference, &legalBases, \.place)
    update(.reference, &references, \.place)
    update(.deadline, &deadlines, \.place)
    update(.recipient, &recipients, \.self)
    update(.archive, &archiveNote)
    update(.signer, &signers, \.place)
    update(.attachment, &attachments, \.place)
    update(.secrecy, &secrecy)
    update(.urgency, &urgency)
    update(.copy, &copyForm)
    update(.outline, &outline, \.place)
  }
}

/// Keywords of the layout, found at the start of a piece of a line in spite of misread letters.
enum LayoutKeyword {
  static let national = KeywordMatcher("Cộng hòa xã hội chủ nghĩa Việt Nam", lettersPerError: 4)
  static let motto = KeywordMatcher("Độc lập - Tự do - Hạnh phúc", lettersPerError: 4)
  static let nationalTail = KeywordMatcher("hòa xã hội chủ nghĩa Việt Nam", lettersPerError: 5)
  static let mottoTail = KeywordMatcher("lập - Tự do - Hạnh phúc", lettersPerError: 5)
  static let party = KeywordMatcher("Đảng Cộng sản Việt Nam", lettersPerError: 5)
  static let youth = KeywordMatcher("Đoàn TNCS Hồ Chí Minh", lettersPerError: 6)
  static let recipients = KeywordMatcher("Nơi nhận", lettersPerError: 4)
  static let addressee = KeywordMatcher("Kính gửi", lettersPerError: 4)
  static let basis = KeywordMatcher("Căn cứ", lettersPerError: 6)
  static let annex = KeywordMatcher("Phụ lục", lettersPerError: 6)
  static let attached = KeywordMatcher("Kèm theo", lettersPerError: 7)
  static let issuedWith = KeywordMatcher("Ban hành kèm theo", lettersPerError: 7)
}

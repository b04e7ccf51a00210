extension HelpTranslation {
  /// Commands that work on single texts, and what all share.
  static let repairTexts: [Message] = [
    Message(
      vi: "Phục hồi văn bản hành chính tiếng Việt bị nhận dạng sai và đọc ra các trường thông tin.",
      en: "Repairs degraded text of Vietnamese official documents and reads out their fields."),
    Message(
      vi: "Hiện phiên bản.",
      en: "Show the version."),
    Message(
      vi: "Hiện trợ giúp.",
      en: "Show help information."),
    Message(
      vi: "Hiện trợ giúp của một lệnh.",
      en: "Show subcommand help information."),
    Message(
      vi: "Đưa bảng mã cũ và chữ trông giống nhau về Unicode NFC; không đổi từ nào.",
      en: "Bring legacy encodings and look-alike letters to Unicode NFC; change no word."),
    Message(
      vi: """
        Đọc TCVN3, VNI, VISCII, VPS, windows-1258 và UTF-16, chữ của các bảng mã này trong tệp UTF-8, \
        UTF-8 bị đọc hai lần, và phím gõ Telex, VNI hay VIQR còn sót trong văn bản; mỗi đoạn được xét \
        riêng.
        """,
      en: """
        Reads TCVN3, VNI, VISCII, VPS, windows-1258 and UTF-16, letters of these in a UTF-8 file, UTF-8 \
        read twice, and Telex, VNI or VIQR keys left in text; each paragraph is judged for itself.
        """),
    Message(
      vi: "Các tệp; - là đầu vào chuẩn.",
      en: "Files; - is standard input."),
    Message(
      vi: """
        Bảng mã của tệp vào, thay cho bảng mã tự nhận: utf-8, utf-16le, tcvn3, vni, viscii, vps, \
        windows-1258…
        """,
      en: """
        Encoding of the input instead of the detected one: utf-8, utf-16le, tcvn3, vni, viscii, vps, \
        windows-1258…
        """),
    Message(
      vi: "Dấu thanh của oa, oe, uy đặt ở đâu: keep (giữ nguyên), older (hòa) hay newer (hoà).",
      en: "Where the tone mark of oa, oe, uy goes: keep, older (hòa) or newer (hoà)."),
    Message(
      vi: """
        In văn bản đã giải mã, là văn bản mà các vị trí nói tới, trước khi sửa; với trang thì in phần \
        chữ.
        """,
      en: "Print the decoded text that spans refer to, before anything is mended; of pages, their text."),
    Message(
      vi: "In mọi thay đổi với vị trí và nguyên nhân, mỗi tệp một đối tượng JSON trên một dòng.",
      en: "Print every change with its span and cause, one JSON object a line for each input."),
    Message(
      vi: "Vị trí đếm theo đơn vị nào: utf8, utf16 hay scalar.",
      en: "What the offsets of spans count: utf8, utf16 or scalar."),
    Message(
      vi: "Tệp vào dài nhất được nhận, tính bằng byte.",
      en: "The longest input that is taken, in bytes."),
    Message(
      vi: "Thời gian tối đa cho một tệp, tính bằng mili giây (mặc định: không giới hạn).",
      en: "How long one input may take, in milliseconds (default: any time)."),
    Message(
      vi: "Ngôn ngữ của thông báo và báo cáo: vi hay en (mặc định: theo hệ thống).",
      en: "Language of messages and reports: vi or en (default: by locale)."),
    Message(
      vi: "Phục hồi văn bản nhận dạng (OCR) bị hỏng.",
      en: "Repair degraded OCR text."),
    Message(
      vi: """
        In văn bản đã phục hồi, giữ đúng từng dòng của tệp vào. Với --json thì in những gì đã đổi, mỗi \
        tệp một đối tượng trên một dòng. Trang hOCR và ALTO được nhận ra theo nội dung và ra đúng dạng \
        cũ, chỉ đổi từ; với PDF, và với --plain, chỉ in phần chữ.
        """,
      en: """
        Prints the repaired text with the physical lines of the input, one for one. With --json it \
        prints what was changed instead, one object a line for each input. Pages of hOCR and ALTO are \
        told by their content and come out as they were, only the words changed; of PDF, and with \
        --plain, their text is printed.
        """),
    Message(
      vi: """
        Thay đổi phải chắc đến mức nào: careful (thận trọng), balanced (cân bằng) hay eager (mạnh tay).
        """,
      en: "How sure a change must be: careful, balanced or eager."),
    Message(
      vi: "Độ tin cậy thấp nhất của một thay đổi, từ 0 đến 1, thay cho mức của --policy.",
      en: "The least confidence of a change, 0 to 1, in place of the policy's."),
    Message(
      vi: """
        Từ, tên, chỗ giữ nguyên và quy tắc thay thế của riêng mình, mỗi dòng một mục; dùng được nhiều \
        lần.
        """,
      en: "Own words, names, pins and replacement rules, one a line; may be given several times."),
    Message(
      vi: "Thư mục chứa models/ và tables/ (mặc định: tự tìm).",
      en: "The folder with models/ and tables/ (default: found by itself)."),
    Message(
      vi: "Không đối chiếu các mô hình lớn với mã kiểm tra (nhanh hơn vài mili giây).",
      en: "Do not compare the large models with their checksums (saves some milliseconds)."),
    Message(
      vi: "In phần chữ của hOCR và ALTO, không in trang.",
      en: "Print the text of hOCR and ALTO, not the pages."),
    Message(
      vi: "Nối các dòng bị ngắt thành đoạn.",
      en: "Join wrapped lines into paragraphs."),
    Message(
      vi: "In mọi thay đổi với vị trí, loại, độ tin cậy và các khả năng khác.",
      en: "Print every change with its span, kind, confidence and alternatives."),
    Message(
      vi: "Cùng với --json: thêm mọi từ của kết quả với vị trí và độ tin cậy.",
      en: "With --json: add every token of the output with its span and confidence."),
    Message(
      vi: "Ghi một trang đặt bản cũ cạnh bản mới, tô màu theo độ tin cậy.",
      en: "Write a page with old beside new, coloured by confidence."),
    Message(
      vi: "Cho xem các từ, ứng viên với giá của chúng, và các cách đọc tốt nhất của một dòng.",
      en: "Show tokens, candidates with their costs, and the best readings of one line."),
    Message(
      vi: """
        Giá là -log10 của xác suất: càng thấp càng tốt. Giá theo mô hình ngôn ngữ của một ứng viên tính \
        sau các từ của cách đọc tốt nhất đứng trước nó. Ứng viên được chọn có dấu *.
        """,
      en: """
        Costs are -log10 probabilities: lower is better. The language model's cost of a candidate is \
        that after the words of the best reading before it. The chosen candidate is marked *.
        """),
    Message(
      vi: "Dòng cần xem; - đọc dòng đầu của đầu vào chuẩn.",
      en: "The line; - reads the first line of standard input."),
    Message(
      vi: "Liệt kê bao nhiêu ứng viên cho một từ.",
      en: "How many candidates to list for a token."),
    Message(
      vi: "Liệt kê bao nhiêu cách đọc của cả dòng.",
      en: "How many readings of the whole line to list."),
    Message(
      vi: "In một đối tượng JSON.",
      en: "Print one JSON object."),
    Message(
      vi: "Đọc các trường thông tin của văn bản hành chính.",
      en: "Read the fields of official documents."),
    Message(
      vi: """
        Phục hồi văn bản trước. Mỗi tệp in một bản ghi JSON (lược đồ phuchoi.record/1), hoặc với \
        --format csv hay xlsx một bảng có một hàng cho mỗi văn bản. Trên màn hình thì hiện một biểu mẫu: trường, \
        giá trị, độ tin cậy, những gì cần kiểm tra.
        """,
      en: """
        Repairs the text first. Prints one JSON record a file (schema phuchoi.record/1), or with \
        --format csv or xlsx one sheet with a row for every document. On a terminal a form is shown: fields, \
        values, how sure they are, what to check.
        """),
    Message(
      vi: "Văn bản đã đúng: đọc nguyên như vậy.",
      en: "The text is known to be right: read it as it stands."),
    Message(
      vi: "In dạng nào: form, json, csv hay xlsx (mặc định: form trên màn hình, nếu không thì json).",
      en: "What is printed: form, json, csv or xlsx (default: form on a terminal, else json)."),
    Message(
      vi: "Các cột và quy tắc của bảng: tt05, nd30, dang, hay tệp của riêng mình.",
      en: "Columns and rules of the sheet: tt05, nd30, dang, or a file of your own."),
    Message(
      vi: "Chấm kết quả phục hồi theo văn bản đúng, và độ tin cậy theo cả hai.",
      en: "Score repairs against correct text, and confidences against both."),
    Message(
      vi: """
        Mỗi đường dẫn là một bản nhận dạng TÊN.txt có văn bản đúng TÊN.ref.txt bên cạnh, hay một thư mục \
        các cặp như vậy, chia thành bộ theo TÊN. Chữ hoa, dấu và dấu câu được tính; hai cách đặt dấu \
        thanh, các kiểu ngoặc kép và gạch ngang thì không.
        """,
      en: """
        PATH is a reading NAME.txt with its correct text NAME.ref.txt beside it, or a folder of such \
        pairs, whose sets are told apart by NAME. Case, marks and punctuation count; the two placements \
        of the tone mark, kinds of quotes and dashes do not.
        """),
    Message(
      vi: "Các bản nhận dạng, hay thư mục các cặp.",
      en: "Readings, or folders of pairs."),
    Message(
      vi: "Văn bản đúng của bản nhận dạng duy nhất được nêu.",
      en: "The correct text of the one reading that PATH names."),
    Message(
      vi: "Vẽ biểu đồ độ xác thực của các độ tin cậy.",
      en: "Draw the reliability of the confidences."),
    Message(
      vi: "Phục hồi từng dòng JSON: vào một đối tượng, ra đúng một đối tượng, theo cùng thứ tự.",
      en: "Repair JSON lines: one object in, exactly one out, in the same order."),
    Message(
      vi: """
        Vào: {"id": ..., "text": "..."} hay {"id": ..., "pages": ["...", ...]}; các khóa khác được giữ \
        nguyên. Dòng không trả lời được cho ra {"id": ..., "error": {"code": ..., "message": ...}}. Cuối \
        cùng một dòng thống kê ra luồng lỗi chuẩn.
        """,
      en: """
        In: {"id": ..., "text": "..."} or {"id": ..., "pages": ["...", ...]}; other keys are passed \
        through. A line that cannot be answered gives {"id": ..., "error": {"code": ..., "message": \
        ...}}. At the end one line of counts goes to standard error.
        """),
    Message(
      vi: "Câu trả lời có những gì: text, record, edits.",
      en: "What answers hold: text, record, edits."),
    Message(
      vi: "Số dòng được xử lý cùng lúc.",
      en: "How many lines are worked on at once."),
    Message(
      vi: "Dòng dài nhất được nhận, tính bằng byte.",
      en: "The longest line that is taken, in bytes."),
    Message(
      vi: "Thời gian tối đa cho một dòng, tính bằng mili giây.",
      en: "How long one line may take, in milliseconds."),
    Message(
      vi: "Thay tệp đã có. Tệp vào không bao giờ bị thay.",
      en: "Replace a file that exists. Inputs are never replaced."),
  ]
}

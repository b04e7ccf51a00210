extension HelpTranslation {
  /// Commands that learn.
  static let trainingTexts: [Message] = [
    Message(
      vi: "Học cách một bộ nhận dạng đọc sai chữ, từ bản nhận dạng đặt cạnh văn bản đúng.",
      en: "Learn what an OCR engine does to letters from its readings beside correct text."),
    Message(
      vi: """
        Thư mục chứa mỗi trang một thư mục con. Với thiết lập S, tệp S.txt là bản nhận dạng và S.ref.txt \
        (hay clean.txt) là văn bản đúng theo cùng thứ tự đọc. --profile TÊN=S1,S2 luyện hồ sơ TÊN trên \
        các thiết lập S1 và S2.
        """,
      en: """
        DIR holds one folder a page. For a setting S the file S.txt is the engine's reading and \
        S.ref.txt (or clean.txt) the correct text in the same reading order. --profile NAME=S1,S2 trains \
        profile NAME on the settings S1 and S2.
        """),
    Message(
      vi: "Các thư mục trang.",
      en: "Folders of pages."),
    Message(
      vi: "TÊN=THIẾT_LẬP[,THIẾT_LẬP...], dùng được nhiều lần.",
      en: "NAME=SETTING[,SETTING...], repeatable."),
    Message(
      vi: "Mô hình mà các hồ sơ khác được giữ lại.",
      en: "A model whose other profiles are kept."),
    Message(
      vi: "Cùng --onto: học xem dấu câu biến thành gì, giữ nguyên những gì đã biết về chữ cái.",
      en: "With --onto: learn what becomes of marks, and keep what is known of letters."),
    Message(
      vi: "So với clean.txt cả khi có S.ref.txt, vốn bỏ những chỗ đọc sai đến mức không còn giống.",
      en:
        "Compare with clean.txt also where there is S.ref.txt, which leaves out what was read beyond likeness."
    ),
    Message(
      vi: "Tệp mô hình cần ghi.",
      en: "The model file to write."),
    Message(
      vi: "Học xem ngữ cảnh đòi từ nào trong các từ có cùng chữ không dấu.",
      en: "Learn which of several words with the same bare letters a neighbourhood asks for."),
    Message(
      vi: """
        Mô hình này đi cùng một mô hình ngôn ngữ: nó dùng các từ của mô hình đó. Đặt cả hai vào một thư \
        mục, với tên language.bin và context.bin.
        """,
      en: """
        The model goes with one language model: it uses its words. Put both into one folder, as \
        language.bin and context.bin.
        """),
    Message(
      vi: "Các tệp văn bản, NFC, mỗi đoạn một dòng; mỗi dòng tính một lần.",
      en: "Text files, NFC, one paragraph a line; each line counts once."),
    Message(
      vi: "Mô hình ngôn ngữ có các từ cần phân biệt.",
      en: "The language model whose words are told apart."),
    Message(
      vi: "Ghi mô hình vào đâu.",
      en: "Where the model goes."),
    Message(
      vi: "Mô hình có 2^N trọng số, mỗi trọng số nửa byte.",
      en: "The model has 2^N weights of half a byte."),
    Message(
      vi: "Đọc qua văn bản bao nhiêu lần.",
      en: "How often to go through the text."),
    Message(
      vi: "Bước đầu của phép hạ dốc.",
      en: "First step of the descent."),
    Message(
      vi: "Học xem các trường của văn bản nằm ở đâu, từ văn bản đã gán nhãn vùng.",
      en: "Learn where the fields of documents stand, from texts with labelled zones."),
    Message(
      vi: """
        THƯ_MỤC chứa mỗi văn bản một thư mục con: input.txt kèm zones.tsv và, nếu có, linear.txt kèm \
        linear.zones.tsv. Mỗi dòng của zones.tsv là dòng (từ 1), đầu, cuối (số chữ trong dòng), vùng. Mỗi \
        văn bản còn được học theo cách người ta gõ, khi hai cột bị gộp, khi chữ bị đọc sai, và khi đứng sau \
        văn bản khác; văn bản có "ocr": true trong meta.json thì chỉ học nguyên như vậy.
        """,
      en: """
        FOLDER holds one folder a document: input.txt with zones.tsv and, where there are, linear.txt \
        with linear.zones.tsv. A row of zones.tsv is line (from 1), start, end (scalars of the line), \
        zone. Each text is also learned as it may be typed, with its columns run together, with misread \
        letters, and one behind another; where meta.json says "ocr": true, as it is only.
        """),
    Message(
      vi: "Học xem ngày nào trong văn bản là thời hạn, từ văn bản kèm bản ghi đúng.",
      en: "Learn which dates of documents are deadlines, from texts beside their right records."),
    Message(
      vi: """
        THƯ_MỤC chứa mỗi văn bản một thư mục con: record.json là bản ghi đúng của input.txt, và của linear.txt nếu \
        meta.json không ghi "ocr": true. Các thời hạn có ngày của bản ghi, theo thứ tự, được tìm trong các ngày của văn \
        bản; những ngày còn lại là ngày khác.
        """,
      en: """
        FOLDER holds one folder a document: record.json is the right record of input.txt, and of linear.txt where \
        meta.json does not say "ocr": true. The deadlines of the record that have a date, in order, are found among the \
        dates of the text; all other dates are of another kind.
        """),
    Message(
      vi: "Tệp cần ghi: models/deadlines.bin của thư mục mô hình.",
      en: "The file to write: models/deadlines.bin of the folder with the models."),
    Message(
      vi: "Bỏ ra một nhóm, dùng được nhiều lần.",
      en: "Leave out a group, repeatable."),
    Message(
      vi: "Số lần học, mô hình ghi ra là trung bình của chúng.",
      en: "Runs whose mean is written."),
    Message(
      vi: "Số hàng mà mô hình được có.",
      en: "Rows that the model may have."),
    Message(
      vi: "Các thư mục văn bản.",
      en: "Folders of documents."),
    Message(
      vi: "Chỉnh độ tin cậy của các trường theo văn bản kèm bản ghi đúng.",
      en: "Fit the confidences of fields on documents beside their right records."),
    Message(
      vi: """
        THƯ_MỤC chứa mỗi văn bản một thư mục con: record.json là bản ghi đúng của input.txt, và của linear.txt nếu \
        meta.json không ghi "ocr": true. Mỗi văn bản được phục hồi và đọc, các giá trị được so với bản ghi, rồi học \
        các cây cho biết một giá trị đúng với xác suất bao nhiêu.
        """,
      en: """
        FOLDER holds one folder a document: record.json is the right record of input.txt, and of linear.txt where \
        meta.json does not say "ocr": true. Every text is repaired and read, its values are compared with the record, and \
        trees learned that tell how probably a value is right.
        """),
    Message(
      vi: "Các thư mục văn bản; DIR:N được tính N lần.",
      en: "Folders of documents; DIR:N counts N times."),
    Message(
      vi: """
        Các mô hình trường, mô hình thứ K trong N học không có phần K/N của các nhóm (train-fields --fold): mỗi văn \
        bản được đọc bằng mô hình chưa thấy nó.
        """,
      en: """
        Models of fields, the K-th of N learned without part K/N of the groups (train-fields --fold): each document is \
        read by the one that has not seen it.
        """),
    Message(
      vi: "Tệp cần ghi: models/field-confidence.bin của thư mục mô hình.",
      en: "The file to write: models/field-confidence.bin of the folder with the models."),
    Message(
      vi: "Tệp cần ghi: models/fields.bin của thư mục mô hình.",
      en: "The file to write: models/fields.bin of the folder with the models."),
    Message(
      vi: "Bỏ ra một phần trong N phần các nhóm: K/N.",
      en: "Leave out one part in N of the groups: K/N."),
    Message(
      vi: "Bỏ ra một nguồn, dùng được nhiều lần.",
      en: "Leave out a source, repeatable."),
    Message(
      vi: "Số dòng trọng số nhiều nhất của mô hình từ.",
      en: "Rows that the model of words may have."),
    Message(
      vi: "Mô hình của một lần học trước, dùng được nhiều lần: ghi trung bình của tất cả.",
      en: "The model of an earlier run, repeatable: the mean of all of them is written."),
    Message(
      vi: """
        ĐƯỜNG_DẪN chứa mỗi văn bản một thư mục con: record.json (hay record.TÊN.json) là bản ghi đúng của \
        TÊN.txt. Chấm những gì extract đọc được.
        """,
      en: """
        PATH holds one folder a document: record.json (or record.NAME.json) is the right record of \
        NAME.txt. Scores what extract reads.
        """),
    Message(
      vi: "Đi với --fields: đọc văn bản nguyên như nó có.",
      en: "With --fields: the texts are read as they stand."),
    Message(
      vi: "Học độ tin cậy từ bản nhận dạng đặt cạnh văn bản đúng.",
      en: "Fit confidences on readings beside correct text."),
    Message(
      vi: """
        Thư mục chứa mỗi trang một thư mục con: S.txt là bản nhận dạng, S.ref.txt (hay clean.txt) là văn \
        bản đúng. Mỗi bản nhận dạng được phục hồi, các từ được so với văn bản đúng, rồi học các cây cho \
        biết xác suất một từ là đúng. Văn bản đúng cũng được tính là một bản nhận dạng, và clean.txt bỏ \
        hết dấu cũng vậy.
        """,
      en: """
        DIR holds one folder a page: S.txt is a reading, S.ref.txt (or clean.txt) the correct text. \
        Every reading is repaired, its tokens compared with the correct text, and trees learned that \
        tell how probably a token is right. The correct text counts as a reading too, and so does \
        clean.txt without its marks.
        """),
    Message(
      vi: "Các thư mục trang; THƯ_MỤC:N tính N lần.",
      en: "Folders of pages; DIR:N counts N times."),
    Message(
      vi: "Chỉ học về các loại nguồn này, cách nhau bằng dấu phẩy.",
      en: "Learn about these kinds of source only, a comma between them."),
    Message(
      vi: "Tệp mà các cây của những loại không học được giữ lại.",
      en: "A file whose trees are kept for kinds that are not learned."),
    Message(
      vi: "Mỗi cây có nhiều nhất bao nhiêu lá.",
      en: "How many leaves a tree has at most."),
    Message(
      vi: "Tệp cần ghi: models/confidence.bin của thư mục mô hình.",
      en: "The file to write: models/confidence.bin of the folder with the models."),
    Message(
      vi: "Lập mô hình ngôn ngữ từ văn bản, mỗi đoạn một dòng.",
      en: "Builds a language model from text, one paragraph a line."),
    Message(
      vi: """
        Các tệp văn bản, NFC; TỆP:N tính N lần; TỆP.tsv chứa `số_lần TAB dòng`. Không có tệp nào: chỉ \
        kiểm tra.
        """,
      en: "Text files, NFC; FILE:N counts N times; FILE.tsv holds `count TAB line`. None: only check."),
    Message(
      vi: "N-gram dài nhất, từ 2 đến 4 từ.",
      en: "Longest n-gram, 2 to 4 words."),
    Message(
      vi: "Từ gặp ít hơn số lần này thì mô hình không biết.",
      en: "Words seen less often are unknown to the model."),
    Message(
      vi: "Số lần gặp ít nhất của cụm hai, ba, bốn từ.",
      en: "Least count of bigrams, trigrams, fourgrams."),
    Message(
      vi: "Giữ nhiều nhất chừng này n-gram, những cụm có ích nhất.",
      en: "Keep at most so many n-grams, the most useful ones."),
    Message(
      vi: "Trọng số của xác suất thường, bên cạnh việc chọn giữa các từ cùng chữ không dấu.",
      en: "Weight of plain probability beside the choice among words of the same bare letters."),
    Message(
      vi: "Số bit của mã cho cụm hai, ba, bốn từ và trọng số lùi.",
      en: "Bits of the codes for bigrams, trigrams, fourgrams and backoff weights."),
    Message(
      vi: "Bỏ ra mỗi dòng thứ n.",
      en: "Leave every n-th line out."),
    Message(
      vi: "Ghi thêm mô hình dưới dạng văn bản ARPA.",
      en: "Also write the model as ARPA text."),
    Message(
      vi: "Báo độ phân vân và khả năng trả lại dấu trên văn bản này; dùng được nhiều lần.",
      en: "Report perplexity and restoration of stripped marks on this text; repeatable."),
    Message(
      vi: "In các đơn vị của văn bản này và log10 xác suất của chúng ra đầu ra chuẩn.",
      en: "Write the units of this text and their log10 probabilities to standard output."),
    Message(
      vi: "Mô hình có các hồ sơ khác được giữ lại.",
      en: "A model whose other profiles are kept."),
  ]
}

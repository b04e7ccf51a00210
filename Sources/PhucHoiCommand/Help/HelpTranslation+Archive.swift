extension HelpTranslation {
  /// Commands that work on folders.
  static let archiveTexts: [Message] = [
    Message(
      vi: "Phục hồi cả cây thư mục thành kho lưu trữ: văn bản, bản ghi, danh mục, báo cáo.",
      en: "Repair a folder tree into an archive: texts, records, catalogue, report."),
    Message(
      vi: """
        Mỗi tệp của thư mục vào cho ra, ở cùng vị trí trong thư mục ra, tệp đã phục hồi theo định dạng \
        của nó, TÊN.txt, TÊN.record.json và TÊN.edits.json; catalogue.sqlite và report của thư mục ra \
        nói về tất cả. Lần chạy bị dừng sẽ chạy tiếp từ chỗ cũ; tệp đã xong được để yên cho đến khi thay \
        đổi. Tệp phuchoi.json của thư mục ra giữ các tùy chọn: lần chạy sau lấy ở đó những tùy chọn không được \
        nêu, và mọi thư mục vào đã nêu trước đây. Tệp vào không còn nữa thì được báo, và được bỏ khỏi kho với --prune; tệp hệ thống và những gì \
        .phuchoiignore của thư mục vào nêu không phải là tệp vào. Văn bản Mật, Tối mật hay Tuyệt mật được để riêng trừ khi có --secret include.
        """,
      en: """
        Every file of IN gives, in the same place below OUT, the repaired file in its own format, \
        NAME.txt, NAME.record.json and NAME.edits.json; OUT/catalogue.sqlite and OUT/report tell of all. \
        A run that was stopped goes on where it was; files that are done are left alone until they \
        change. OUT/phuchoi.json keeps the options: a later run takes those that are not given from there, and all \
        folders of inputs that were named before. \
        Inputs that are gone are told, and dropped with --prune; system files and what IN/.phuchoiignore \
        names are no inputs. Documents marked Mật, Tối mật or Tuyệt mật are put aside unless --secret include is \
        given.
        """),
    Message(
      vi: "Thư mục chứa các tệp vào; TÊN=THƯ_MỤC đặt tên cho nó.",
      en: "The folder with the inputs; NAME=FOLDER names it."),
    Message(
      vi: "Thêm một thư mục vào: TÊN=THƯ_MỤC; dùng được nhiều lần. Tệp của mỗi thư mục nằm dưới tên của nó.",
      en: "A further folder of inputs: NAME=FOLDER; repeatable. The files of each are below its name."),
    Message(
      vi: "Thư mục của kho lưu trữ.",
      en: "The folder of the archive."),
    Message(
      vi: "Số tệp được xử lý cùng lúc (mặc định: mỗi lõi một tệp).",
      en: "How many files are worked on at once (default: one a core)."),
    Message(
      vi: "Chỉ lấy tệp khớp mẫu này; dùng được nhiều lần.",
      en: "Take only files that fit this glob; repeatable."),
    Message(
      vi: "Bỏ qua tệp khớp mẫu này; dùng được nhiều lần.",
      en: "Leave out files that fit this glob; repeatable."),
    Message(
      vi: "Làm lại cả những tệp đã xong.",
      en: "Do files again that are done."),
    Message(
      vi: "Làm lại những tệp đã làm với mô hình hay tùy chọn khác.",
      en: "Do files again that were done with another model or other options."),
    Message(
      vi: "Nói sẽ làm gì; không ghi gì cả.",
      en: "Say what would be done; write nothing."),
    Message(
      vi: "Cho xem kho làm trước đây sẽ đổi thế nào với mô hình hiện nay; không ghi gì cả.",
      en: "Show how an archive made before would change with today's model; write nothing."),
    Message(
      vi: "Bỏ khỏi kho những tệp vào không còn nữa, cùng những gì đã làm từ chúng.",
      en: "Drop inputs that are gone from IN, with what was made of them."),
    Message(
      vi: "Từ nay tệp vào nằm ở thư mục khác: IN. Không có tùy chọn này, kho chỉ nhận thư mục của chính nó.",
      en:
        "The inputs are in another folder from now on: IN. Without it an archive takes its own folder only."
    ),
    Message(
      vi: "Chạy tiếp: nhận tệp mới và tệp thay đổi khi chúng đến, cho đến khi bị ngắt.",
      en: "Go on: take in new and changed files as they come, until interrupted."),
    Message(
      vi:
        "Làm gì với văn bản mật: hold (để riêng) hay include (làm như các văn bản khác) (mặc định: hold).",
      en: "What to do with secret documents: hold (put aside) or include (default: hold)."),
    Message(
      vi: "Tệp lớn nhất được đọc, tính bằng byte (mặc định: 134217728).",
      en: "The largest file that is read, in bytes (default: 134217728)."),
    Message(
      vi: "Thời gian tối đa cho một tệp, tính bằng mili giây (mặc định: 600000).",
      en: "How long one file may take, in milliseconds (default: 600000)."),
    Message(
      vi: "Tìm trong danh mục của kho lưu trữ, gõ có dấu hay không dấu.",
      en: "Search the catalogue of an archive, with or without marks."),
    Message(
      vi: """
        Các từ được tìm trong toàn văn; trong ngoặc kép thì tìm liền nhau. Câu hỏi không dấu tìm được từ \
        mang mọi dấu. --export ghi các bản ghi tìm được ra bảng. --check liệt kê những gì không khớp \
        nhau: số văn bản thiếu hay trùng, số không theo thứ tự, dẫn chiếu sai ngày, ngày ngoài các năm \
        của thư mục, tệp của kho bị mất hay bị sửa.
        """,
      en: """
        Words are looked for in the full text; in a row when they stand in quotes. A query without marks \
        finds words with any marks. --export writes the records found to a sheet. --check lists what \
        does not fit together: gaps and doubles in number series, numbers out of order, citations with \
        another date than the document cited, dates outside the folder's years, files of the archive that \
        are gone or changed.
        """),
    Message(
      vi: "Các từ cần tìm; liền nhau khi đặt trong hai lớp ngoặc: '\"dư luận\"'.",
      en: "Words to look for; in a row when in quotes within quotes: '\"dư luận\"'."),
    Message(
      vi: "Tên loại văn bản.",
      en: "Type of document."),
    Message(
      vi: "Một phần tên cơ quan ban hành.",
      en: "Part of the issuing body's name."),
    Message(
      vi: "Một phần tên người ký.",
      en: "Part of a signer's name."),
    Message(
      vi: "Một phần tên nơi nhận.",
      en: "Part of a recipient's name."),
    Message(
      vi: "Một phần số và ký hiệu.",
      en: "Part of the number and symbol."),
    Message(
      vi: "Số của văn bản được dẫn chiếu.",
      en: "Number of a document that is cited."),
    Message(
      vi: "Ngày sớm nhất: 2021-08-06, 06/08/2021, 6-8-2021, 08/2021 hay 2021.",
      en: "The earliest date: 2021-08-06, 06/08/2021, 6-8-2021, 08/2021 or 2021."),
    Message(
      vi: "Ngày muộn nhất, tính cả ngày đó; viết theo các cách như trên.",
      en: "The latest date, itself included; written in the same ways."),
    Message(
      vi: "Nhiều nhất chừng này văn bản (mặc định: 50, tất cả khi xuất).",
      en: "At most so many documents (default: 50, all for an export)."),
    Message(
      vi: "Ghi bản ghi của các văn bản tìm được vào tệp này: .csv, .xlsx hay .jsonl.",
      en: "Write the records of the documents found to this file: .csv, .xlsx or .jsonl."),
    Message(
      vi: "Các cột khi xuất: tt05, nd30, dang, hay một tệp.",
      en: "Columns of the export: tt05, nd30, dang, or a file."),
    Message(
      vi: "Mỗi dòng một đối tượng JSON.",
      en: "One JSON object a line."),
    Message(
      vi: "Liệt kê những gì không khớp nhau.",
      en: "List what does not fit together."),
    Message(
      vi: "Xem lại các từ và trường đáng ngờ của kho lưu trữ trong một bảng.",
      en: "Look through the doubtful words and fields of an archive in a sheet."),
    Message(
      vi: """
        export ghi một bảng các chỗ đáng ngờ. Người xem ghi điều đúng vào cột cuối: = khi đang đúng, < \
        để lấy lại như bản nhận dạng, (xóa) để xóa, nếu không thì ghi chính văn bản đúng. apply nhận các quyết định \
        này và làm lại các tệp liên quan; chúng có hiệu lực cho mọi lần chạy sau chừng nào tệp vào không \
        đổi. undo rút lại.
        """,
      en: """
        export writes a sheet of doubtful places. In its last column a person writes what is right: = \
        when it is right as it stands now, < for what was read, (xóa) to delete, else the text itself. apply takes these \
        decisions and does the files concerned again; they hold for every later run as long as the input \
        stays the same. undo takes them back.
        """),
    Message(
      vi: "Ghi bảng các chỗ cần kiểm tra (.xlsx hay .csv).",
      en: "Write the sheet of doubtful places (.xlsx or .csv)."),
    Message(
      vi: "Tệp bảng.",
      en: "The sheet."),
    Message(
      vi: "Các chỗ có độ tin cậy thấp hơn mức này.",
      en: "Places whose confidence is less than this."),
    Message(
      vi: "Nhiều nhất chừng này chỗ, lấy những chỗ kém chắc nhất.",
      en: "At most so many places, the least sure."),
    Message(
      vi: "Nhận các quyết định trong bảng và làm lại các tệp liên quan.",
      en: "Take the decisions of a sheet and do the files concerned again."),
    Message(
      vi: "Thư mục chứa các tệp vào (mặc định: chỗ cũ).",
      en: "The folder with the inputs (default: where they were)."),
    Message(
      vi: "Rút lại các quyết định của bảng gần nhất và làm lại các tệp liên quan.",
      en: "Take back the decisions of the last sheet and do the files concerned again."),
    Message(
      vi: "Rút lại mọi quyết định.",
      en: "Take back all decisions."),
    Message(
      vi: """
        Thay đổi phải chắc đến mức nào: careful, balanced, eager, hay auto: careful khi văn bản còn đủ dấu, balanced \
        khi chắc chắn do bộ nhận dạng không biết tiếng Việt đọc (mặc định: auto cho thư mục, balanced cho luồng).
        """,
      en: """
        How sure a change must be: careful, balanced, eager, or auto: careful where a text has its marks, balanced \
        where an engine without Vietnamese surely read it (default: auto for folders, balanced for streams).
        """),
    Message(
      vi: "Xem lại những từ và trường đáng ngờ của kho trên một trang trong trình duyệt.",
      en: "Look through the doubtful words and fields of an archive on a page in the browser."),
    Message(
      vi: """
        In địa chỉ của trang; ai có địa chỉ này đều đọc và quyết được, nên hãy cẩn thận khi đưa cho người \
        khác. Mọi quyết định được ghi ngay vào danh mục và giữ nguyên ở mọi lượt chạy sau. Trang chỉ mở \
        trên máy này trừ khi --host nêu địa chỉ khác; khi ấy --name cho biết người khác gọi máy này bằng \
        tên gì. Dừng bằng Ctrl-C.
        """,
      en: """
        Prints the address of the page; whoever has it can read and decide, so hand it on with care. \
        Everything that is decided is in the catalogue at once and holds for every later run. The page is \
        for this machine alone unless --host names another address; then --name tells under what names \
        others reach it. End with Ctrl-C.
        """),
    Message(
      vi: "Cổng; 0 là cổng nào còn trống cũng được (mặc định: 8753, bận thì cổng khác).",
      en: "The port; 0 takes any that is free (default: 8753, or any where that is taken)."),
    Message(
      vi: "Địa chỉ bằng số để mở trang.",
      en: "The numeric address to listen at."),
    Message(
      vi: "Một tên khác dẫn đến trang; dùng được nhiều lần.",
      en: "A further name that the page is reached by; repeatable."),
    Message(
      vi: "Thư mục chứa ảnh các trang khi ảnh không nằm cạnh các tệp vào; dùng được nhiều lần.",
      en: "A folder with pictures of the pages, where they do not lie beside the inputs; repeatable."),
    Message(
      vi: "Những chỗ có độ tin cậy thấp hơn mức này cần kiểm tra.",
      en: "Places whose confidence is less than this are to be checked."),
  ]
}

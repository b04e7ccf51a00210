/// Pieces of self-contained HTML.
enum HTML {
  /// `text` with everything escaped that markup would take for its own.
  static func escaped(_ text: some StringProtocol) -> String {
    var output: [UInt8] = []
    escape(text.utf8, into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Adds `text`, UTF-8, to `output` with everything escaped that markup would take for its own.
  static func escape(_ text: some Sequence<UInt8>, into output: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: ">"): output += "&gt;".utf8
      case UInt8(ascii: "\""): output += "&quot;".utf8
      case UInt8(ascii: "'"): output += "&#39;".utf8
      case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20: output += "\u{FFFD}".utf8
      default: output.append(byte)
      }
    }
  }

  /// A path as a link: every byte that is not plain is written `%HH`.
  static func link(_ path: RelativePath) -> String {
    var output = ""
    for byte in path.bytes {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || [0x2D, 0x2E, 0x2F, 0x5F, 0x7E].contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      output += isPlain ? String(UnicodeScalar(byte)) : "%" + (digits.count == 1 ? "0" : "") + digits
    }
    return output
  }

  /// A whole page. Nothing is loaded from anywhere, and no script runs.
  static func page(_ title: String, _ language: ReportLanguage, body: String) -> [UInt8] {
    Array((head(title, language) + body + foot).utf8)
  }

  /// What stands before the body of a page.
  static func head(_ title: String, _ language: ReportLanguage) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(escaped(title))</title>
    <style>\(style)</style>
    </head>
    <body>

    """
  }

  /// What stands behind the body of a page.
  static let foot = """

    </body>
    </html>

    """

  private static let style = """
    :root{--ink:#1d2327;--soft:#68737d;--line:#dde2e6;--paper:#fff;--ground:#f5f6f7;--sure:#d3eedb;--fair:#fdf0c4;--weak:#fbd9d3;--field:#e4eefb}
    @media (prefers-color-scheme:dark){:root{--ink:#e7eaed;--soft:#9aa5ae;--line:#353c43;--paper:#1b1f23;--ground:#14171a;\
    --sure:#1f4a2f;--fair:#564715;--weak:#5f2a22;--field:#1f3550}}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:84rem;padding:1.5rem;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,"Noto Sans","DejaVu Sans",sans-serif}
    h1{font-size:1.4rem;line-height:1.3;overflow-wrap:anywhere;margin:.2rem 0 1rem}h2{font-size:1.05rem;margin:2rem 0 .6rem}
    a{color:inherit}nav,.soft{color:var(--soft);font-size:.9rem}
    .cards{display:flex;flex-wrap:wrap;gap:.75rem}.cards div{background:var(--paper);border:1px solid var(--line);border-radius:.5rem;padding:.6rem 1rem;min-width:8rem}
    .cards b{display:block;font-size:1.5rem;font-variant-numeric:tabular-nums}
    table{border-collapse:collapse;width:100%;background:var(--paper);border:1px solid var(--line)}
    th,td{padding:.35rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
    th{font-weight:600;font-size:.85rem;color:var(--soft);overflow-wrap:normal;white-space:nowrap}td.file{width:40%;min-width:9rem}td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}td.wide{overflow-wrap:normal}
    .text{table-layout:fixed;font-size:.95rem}.text td{border:0;padding:.05rem .6rem;white-space:pre-wrap}
    .text td.n{width:3.6rem;color:var(--soft);font-size:.8rem}.text tr:target td,.text tr.f td{background:var(--field)}
    .text col.n{width:3.6rem}.text tr.page td{border-top:2px solid var(--line);color:var(--soft);font-size:.8rem}
    mark{color:inherit;border-radius:.2rem;padding:0 .1rem;cursor:help}mark.s{background:var(--sure)}mark.m{background:var(--fair)}mark.w{background:var(--weak)}
    del{color:var(--soft);text-decoration:none}.d{border-bottom:2px dotted #c08a00;cursor:help}
    details{margin:.6rem 0}summary{cursor:pointer;font-weight:600;padding:.3rem 0;overflow-wrap:anywhere}summary .soft{font-weight:400}
    .pages{display:flex;flex-wrap:wrap;gap:.3rem}.pages a{background:var(--paper);border:1px solid var(--line);border-radius:.3rem;padding:.1rem .5rem;text-decoration:none;font-variant-numeric:tabular-nums}
    @media (max-width:44rem){body{padding:.75rem}.text,.text tbody,.text tr,.text td{display:block;width:100%}.text td.n{display:none}
    .text td{padding:.1rem .5rem}.text tr{border-bottom:1px solid var(--line)}.text td.o{color:var(--soft);font-size:.85rem}.wide{display:none}th{white-space:normal}}
    """
}

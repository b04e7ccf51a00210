/// Small files of every format, in the manner of the programs that write them.
enum Samples {
  static let hocr = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
        "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
    <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
     <head><title></title><meta name='ocr-system' content='tesseract 5.3.0' /></head>
     <body>
      <div class='ocr_page' id='page_1' title='image "a&amp;b.png"; bbox 0 0 1000 1400; ppageno 0'>
       <div class='ocr_carea' id='block_1_1' title="bbox 100 100 900 300">
        <p class='ocr_par' id='par_1_1' lang='vie' title="bbox 100 100 900 300">
         <span class='ocr_line' id='line_1_1' title="bbox 100 100 900 140; baseline 0 -5; x_size 30">
          <span class='ocrx_word' id='word_1_1' title='bbox 100 100 200 140; x_wconf 96'>Ủyban</span>
          <span class='ocrx_word' id='word_1_2' title='bbox 220 100 300 140; x_wconf 41'><strong>nhan</strong></span>
          <span class='ocrx_word' id='word_1_3' title='bbox 320 100 350 140; x_wconf 88'>d</span>
          <span class='ocrx_word' id='word_1_4' title='bbox 352 100 400 140; x_wconf 87'>ân</span>
          <span class='ocrx_word' id='word_1_5' title='bbox 420 100 500 140; x_wconf 90'>R&amp;D</span>
         </span>
         <span class='ocr_line' id='line_1_2' title="bbox 100 160 900 200; baseline 0 -5">
          <span class='ocrx_word' id='word_1_6' title='bbox 100 160 180 200; x_wconf 96'>tỉnh</span>
          <span class='ocrx_word' id='word_1_7' title='bbox 800 160 880 200; x_wconf 96'>Số:</span>
         </span>
        </p>
        <p class='ocr_par' id='par_1_2'>
         <span class='ocr_line' title="bbox 100 260 900 300"><span class='ocrx_word' id='word_1_8' \
    title='bbox 1 2 3 4; x_wconf 7'>&nbsp;x</span></span>
        </p>
       </div>
      </div>
      <div class='ocr_page' id='page_2' title='bbox 0 0 1000 1400'>
       <span class='ocr_header' title='bbox 1 1 9 9'>trang hai</span>
      </div>
     </body>
    </html>

    """

  static func alto(_ version: Int) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <alto xmlns="http://www.loc.gov/standards/alto/ns-v\(version)#">
    <Layout><Page ID="p1" WIDTH="1000" HEIGHT="1400"><PrintSpace>
    <TextBlock ID="b1"><TextLine ID="l1" HPOS="100" VPOS="100" WIDTH="800" HEIGHT="40">
    <String ID="s1" HPOS="100" VPOS="100" WIDTH="101" HEIGHT="40" WC="0.96" CC="0 1 2 3 4" CONTENT="Ủyban"/>\
    <SP WIDTH="20" VPOS="100" HPOS="201"/>
    <String CONTENT='nhan' ID='s2' HPOS='220.5' VPOS='100' WIDTH='80' HEIGHT='40' WC='0.41'>\
    <Glyph ID="g1" CONTENT="n"/></String><SP/>
    <String ID="s3" HPOS="320" VPOS="100" WIDTH="30" HEIGHT="40" CONTENT="d"/><SP/>\
    <String ID="s4" HPOS="352" VPOS="100" WIDTH="48" HEIGHT="40" CONTENT="ân"/>
    <String ID="s5" HPOS="420" VPOS="100" WIDTH="48" HEIGHT="40" CONTENT="R&amp;D &lt;1>"/>
    </TextLine></TextBlock>
    <TextBlock ID="b2"><TextLine ID="l2">\
    <String ID="s6" CONTENT="quy" SUBS_TYPE="HypPart1" SUBS_CONTENT="quyđịnh"/><HYP CONTENT="-"/>\
    </TextLine></TextBlock>
    </PrintSpace></Page></Layout></alto>
    """
  }
}

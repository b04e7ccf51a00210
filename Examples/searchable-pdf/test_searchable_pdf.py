"""Reads a printed page, mends it, and looks for the mended words in the PDF; skipped where a tool is missing.

    PHUCHOI=path/to/phuchoi python -m unittest test_searchable_pdf
"""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest

FOLDER = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(FOLDER))
sys.path += [FOLDER, os.path.join(ROOT, "Scripts")]
try:
    import page
    import searchable_pdf
except ImportError:
    searchable_pdf = None

COMMAND = os.environ.get("PHUCHOI") or shutil.which("phuchoi")
TOOLS = all(map(shutil.which, ["tesseract", "pdftotext"])) and os.path.exists(page.FACES["tinos"][0] if searchable_pdf else "")


@unittest.skipUnless(searchable_pdf and COMMAND and TOOLS, "OCRmyPDF, Tesseract, poppler, the font or phuchoi is missing")
class SearchablePDFTest(unittest.TestCase):
    def words(self, language):
        setter = page.Setter()
        setter.set("# ỦY BAN NHÂN DÂN\nCăn cứ Luật Tổ chức chính quyền địa phương, Ủy ban nhân dân tỉnh ban hành kế hoạch.")
        with tempfile.TemporaryDirectory() as folder:
            scan, target = os.path.join(folder, "scan.png"), os.path.join(folder, "scan.pdf")
            page.degrade(setter.pages[0], "light", 1).save(scan, dpi=(300, 300))
            searchable_pdf.make(scan, target, language=language, command=COMMAND)
            return subprocess.run(["pdftotext", target, "-"], capture_output=True, check=True).stdout.decode().split()

    def test_words_of_an_engine_without_vietnamese_are_found(self):
        words = " ".join(self.words("eng"))
        for phrase in ["ỦY BAN NHÂN DÂN", "chính quyền địa phương", "nhân dân tỉnh ban hành kế hoạch"]:
            self.assertIn(phrase, words)


if __name__ == "__main__":
    unittest.main()

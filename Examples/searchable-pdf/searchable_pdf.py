"""Makes a searchable PDF of a scan: Tesseract reads it, `phuchoi repair` mends the words, OCRmyPDF writes them
behind the picture.

    python searchable_pdf.py SCAN.pdf OUTPUT.pdf [--language vie] [--policy balanced] [--command phuchoi]

SCAN is a PDF file or a picture. Only words change: every box stays where Tesseract saw it.
"""

import argparse
import glob
import os
import subprocess
import tempfile

import img2pdf
from ocrmypdf import api


def repair(path, command, policy):
    """Mends the words of one page of hOCR in its place."""
    done = subprocess.run([command, "repair", "--policy", policy, path], stdout=subprocess.PIPE, check=True)
    with open(path, "wb") as page:
        page.write(done.stdout)


def make(source, target, language="vie", policy="balanced", command="phuchoi"):
    """Writes the searchable PDF `target` of the scan `source`."""
    with tempfile.TemporaryDirectory() as folder:
        if not source.lower().endswith(".pdf"):
            picture, source = source, os.path.join(folder, "scan.pdf")
            with open(source, "wb") as pdf:
                pdf.write(img2pdf.convert(picture))
        pages = os.path.join(folder, "pages")
        os.mkdir(pages)
        # OCRmyPDF's work in two steps, with the pages of hOCR on disk between them.
        api._pdf_to_hocr(source, pages, language=[language], force_ocr=True, jobs=1)
        for page in sorted(glob.glob(os.path.join(pages, "**", "*.hocr"), recursive=True)):
            repair(page, command, policy)
        api._hocr_to_ocr_pdf(pages, target, jobs=1, optimize=0)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("--language", default="vie")
    parser.add_argument("--policy", default="balanced")
    parser.add_argument("--command", default="phuchoi")
    options = parser.parse_args()
    make(options.source, options.target, options.language, options.policy, options.command)


if __name__ == "__main__":
    main()

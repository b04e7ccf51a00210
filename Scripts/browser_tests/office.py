"""Types into cells of a workbook in LibreOffice, as a person would, and saves it.

    /usr/bin/python3 office.py IN.xlsx OUT.xlsx < CELLS

CELLS is a JSON list of [column head, row, text], rows counted as spreadsheets do. Needs LibreOffice Calc with its Python
bridge (Debian: libreoffice-calc, python3-uno), so it is run by the system's own Python.
"""

import json
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue


def connected(pipe, process):
    """The desktop of an office that is starting."""
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(600):
        try:
            context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            if process.poll() is not None:
                raise SystemExit("the office has ended")
            time.sleep(0.2)
    raise SystemExit("the office does not answer")


def option(name, value):
    result = PropertyValue()
    result.Name, result.Value = name, value
    return result


def main(source, target):
    cells = json.load(sys.stdin)
    with tempfile.TemporaryDirectory(prefix="phuchoi-office-") as home:
        pipe = os.path.basename(home)
        process = subprocess.Popen([
            "soffice", "--headless", "--norestore", "--nologo", "-env:UserInstallation=file://" + home,
            "--accept=pipe,name=%s;urp;" % pipe])
        try:
            desktop = connected(pipe, process)
            book = desktop.loadComponentFromURL("file://" + source, "_blank", 0, (option("Hidden", True),))
            sheet = book.Sheets.getByIndex(0)
            heads = {}
            while sheet.getCellByPosition(len(heads), 0).String:
                heads[sheet.getCellByPosition(len(heads), 0).String] = len(heads)
            for head, row, text in cells:
                # What is typed is understood as the office understands it: a date becomes a number.
                sheet.getCellByPosition(heads[head], row - 1).FormulaLocal = text
            book.storeToURL("file://" + target, (option("FilterName", "Calc MS Excel 2007 XML"),))
            book.close(True)
            desktop.terminate()
            process.wait(60)
        finally:
            process.kill()


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]))

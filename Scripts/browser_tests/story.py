"""A clerk's whole story in headless Chromium, by keyboard alone.

    python3 Scripts/browser_tests/story.py [--pictures FOLDER]

30 doubtful places and 5 fields are decided, one is undone; the sheet is taken away, filled in and taken in again;
the decisions are written into the texts; the registry goes out. PHUCHOI names the command.
"""

import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import archive
import browser
import papers

PLACES = 30
FIELDS = 5


class Story:
    """What happens, step by step."""

    def __init__(self, folder, pictures):
        self.folder, self.pictures = folder, pictures
        self.input, self.output = folder + "/in", folder + "/out"
        self.downloads = folder + "/downloads"
        papers.compose(self.input)
        archive.run("batch", self.input, self.output, "--exclude", "*.png")
        self.server = archive.Server(self.output, "--below", "0.9")
        self.driver = browser.start(1280, 800, self.downloads)

    # What is on the screen and in the catalogue

    def state(self):
        return self.server.ask("/api/state")[1]

    def text(self, selector):
        return self.driver.execute_script(
            "const e = document.querySelector(arguments[0]); return e ? e.textContent : ''", selector)

    def script(self, text):
        return self.driver.execute_script("return " + text)

    def decided(self):
        return archive.rows(
            self.output, "SELECT path, start, \"end\", field, text, author FROM decisions ORDER BY decided_at, rowid")

    def press(self, *keys):
        browser.press(self.driver, *keys)
        browser.settled(self.driver)

    def picture(self, name):
        if self.pictures:
            browser.wait(
                lambda: self.script("[...document.images].every((i) => i.complete)"), 10, "the pictures")
            self.driver.save_screenshot("%s/%s.png" % (self.pictures, name))

    # The steps

    def begin(self):
        self.driver.get(self.server.address)
        browser.wait(lambda: self.script("document.body.dataset.ready === '1'"), what="the page")
        assert "token" not in self.driver.current_url, "the token stays in the address"
        self.press("Lan", "\ue007")
        browser.wait(lambda: self.state()["people"] == ["Lan"], what="the name")

    def decide_places(self):
        from selenium.webdriver.common.keys import Keys

        self.press("m", Keys.ENTER)
        browser.wait(lambda: self.script("state.of !== null && state.current !== null"), what="a document")
        self.picture("document")
        expected = []
        while len(expected) < PLACES:
            item = self.script("state.current")
            if not item or item["field"]:
                # The words of this document are done: on to the next.
                self.press(Keys.ESCAPE, Keys.ARROW_DOWN, Keys.ENTER)
                continue
            step = len(expected) % 6
            if step == 1 and [a for a in item["alternatives"] if a not in (item["now"], item["read"])]:
                right = [a for a in item["alternatives"] if a not in (item["now"], item["read"])][0]
                keys = ["1"]
            elif step == 2 and item["read"] != item["now"]:
                right, keys = item["read"], ["0"]
            elif step == 3:
                right, keys = "chữ%dđúng" % len(expected), ["e", "chữ%dđúng" % len(expected), Keys.ENTER]
            elif step == 4:
                right, keys = "", ["x"]
            else:
                right, keys = item["now"], [Keys.ENTER]
            self.press(*keys)
            expected.append((item["path"], item["field"], right))
        found = [(path, field, text) for path, _, _, field, text, _ in self.decided()]
        assert sorted(found) == sorted(expected), (found, expected)
        assert {author for *_, author in self.decided()} == {"Lan"}

    def undo_one(self):
        before = self.decided()
        self.press("u")
        after = self.decided()
        assert len(after) == len(before) - 1 and set(after) < set(before), "one decision is undone"
        self.press("U")
        assert sorted(row[:5] for row in self.decided()) == sorted(row[:5] for row in before), "and done again"
        self.press("u")

    def decide_fields(self):
        from selenium.webdriver.common.keys import Keys

        values = {"date": "09/08/2022", "document_number": "2847/UBND-NN5", "document_type": "Công văn"}
        self.press(Keys.ESCAPE, Keys.ESCAPE)
        self.fields = []
        while len(self.fields) < FIELDS:
            self.press("f")
            item = self.script("state.current")
            assert item and item["field"], "a field is next"
            if item["field"] == "date" and not [f for f in self.fields if f[0] == "date"]:
                self.refuse_a_date()
            value = values.get(item["field"], "Giá trị %d" % len(self.fields))
            if not self.script("state.typing"):
                self.press("e")
            self.driver.execute_script("document.querySelector('#card input[type=text]').select()")
            self.press(value, Keys.ENTER)
            kept = "2022-08-09" if item["field"] == "date" else value
            self.fields.append((item["field"], kept, item["path"]))
        self.picture("fields")
        found = {(field, text, path) for path, _, _, field, text, _ in self.decided() if field}
        assert found == set(self.fields), (found, self.fields)

    def refuse_a_date(self):
        from selenium.webdriver.common.keys import Keys

        if not self.script("state.typing"):
            self.press("e")
        self.driver.execute_script("document.querySelector('#card input[type=text]').select()")
        self.press("31/02/2022", Keys.ENTER)
        assert "ngày" in self.text("#card .note"), "a day that does not exist is refused"

    def decide_a_word(self):
        from selenium.webdriver.common.keys import Keys

        self.driver.find_element("id", "tab-word").send_keys(Keys.ENTER)
        browser.settled(self.driver)
        browser.wait(lambda: self.script("state.word !== null && state.word.places.length > 1"), what="a word")
        self.picture("word")
        count = len(self.decided())
        places = self.script("state.word.places.length")
        self.driver.execute_script("document.querySelector('#card .places input').focus()")
        self.press(" ")
        self.driver.execute_script("document.activeElement.blur()")
        self.press(Keys.ENTER)
        assert len(self.decided()) == count + places - 1, "all places but the exception"

    def download(self, name):
        """Takes a sheet away, by keyboard."""
        from selenium.webdriver.common.keys import Keys

        self.driver.execute_script(
            "[...document.querySelectorAll('dialog a')].find((a) => a.getAttribute('href').includes(arguments[0])).focus()",
            "/" + name)
        self.press(Keys.ENTER)
        path = self.downloads + "/" + name
        browser.wait(lambda: os.path.exists(path), what=name)
        return path

    def sheet_out_and_in(self):
        from selenium.webdriver.common.keys import Keys

        self.press("s")
        with open(self.download("review.csv"), encoding="utf-8-sig", newline="") as file:
            table = list(csv.reader(file))
        self.download("decisions.csv")
        book = self.download("review.xlsx")
        self.press(Keys.ESCAPE)
        # Rows about all places of a word come first.
        assert table[1][0].startswith("*:") and int(table[1][9]) > 1, table[1]
        rows = [number for number, row in enumerate(table, 1) if number > 1 and row[4] == "" and row[0][0] != "*"][:4]
        assert len(rows) == 4, "there are open places in the sheet"
        typed = {number: "bảng%d" % number for number in rows}
        dates = [number for number, row in enumerate(table, 1) if row[4] == "Ngày"][:1]
        typed.update({number: "17/09/2025" for number in dates})
        edited = self.folder + "/edited.xlsx"
        if not typed_in_office(book, edited, [["Quyết định", number, text] for number, text in typed.items()]):
            edited = self.folder + "/edited.csv"
            for number, text in typed.items():
                table[number - 1][table[0].index("Quyết định")] = text
            with open(edited, "w", encoding="utf-8", newline="") as file:
                csv.writer(file, delimiter=";").writerows(table)
        before = len(self.decided())
        self.press("s")
        self.driver.find_element("css selector", "dialog input[type=file]").send_keys(edited)
        self.driver.execute_script("document.querySelector('dialog .row button').focus()")
        self.press(Keys.ENTER)
        browser.wait(lambda: len(self.decided()) == before + len(typed), what="the decisions of the sheet")
        new = [text for *_, text, _ in self.decided()[before:]]
        assert sorted(new) == sorted("2025-09-17" if text == "17/09/2025" else text for text in typed.values()), new
        self.press(Keys.ESCAPE)

    def write(self):
        self.press("w")
        browser.wait(lambda: self.state()["redo"]["state"] == "done" and not self.state()["waiting"], 120, "the files")
        stems = dict(archive.rows(self.output, "SELECT path, stem FROM inputs"))
        words = [(path, text) for path, _, _, field, text, _ in self.decided() if not field and text]
        for path, word in words:
            with open("%s/%s.txt" % (self.output, stems[path]), encoding="utf-8") as file:
                assert word in file.read(), (path, word)
        for field, value, path in self.fields:
            with open("%s/%s.record.json" % (self.output, stems[path]), encoding="utf-8") as file:
                assert value in file.read(), (field, value)

    def registry(self):
        from selenium.webdriver.common.keys import Keys

        self.press("s")
        self.download("registry.xlsx")
        with open(self.download("registry.csv"), encoding="utf-8-sig") as file:
            registry = file.read()
        assert registry.count("\n") >= len(papers.DOCUMENTS), registry
        number = [value for field, value, _ in self.fields if field in ("issuing_body", "subject")]
        assert all(value in registry for value in number), "decided values are in the registry"
        self.press(Keys.ESCAPE)

    def elsewhere(self):
        """The decisions are taken to another archive of the same inputs, and back again."""
        other = self.folder + "/other"
        archive.run("batch", self.input, other, "--exclude", "*.png")
        archive.run("review", "apply", other, self.downloads + "/decisions.csv")
        count = len(archive.rows(other, "SELECT 1 FROM decisions"))
        with open(self.downloads + "/decisions.csv", encoding="utf-8-sig", newline="") as file:
            assert count == len(list(csv.reader(file))) - 1, count
        archive.run("review", "undo", other, "--all")
        assert not archive.rows(other, "SELECT 1 FROM decisions")

    def narrow(self):
        """The same on a screen of 390 pixels: nothing is cut off, and keys still decide."""
        from selenium.webdriver.common.keys import Keys

        browser.resize(self.driver, 390, 844)
        self.driver.get(self.server.base + "/")
        browser.wait(lambda: self.script("document.body.dataset.ready === '1'"), what="the page")
        for _ in range(4):
            wide = self.script("document.documentElement.scrollWidth")
            assert wide <= 390, "the page is %d pixels wide" % wide
            if self.script("state.mode") == "document":
                break
            self.press("m")
        self.press(Keys.ENTER)
        browser.wait(lambda: self.script("state.of !== null"), what="a document")
        self.picture("narrow")
        before = len(self.decided())
        for keys in (["e", "hẹp%d" % before, Keys.ENTER], [Keys.ENTER], ["x"]):
            item = self.script("state.current")
            if item["missing"] and keys[0] != "e":
                keys = ["e", "Giá trị", Keys.ENTER]
            self.press(*keys)
        assert len(self.decided()) == before + 3, (before, len(self.decided()))
        self.press("u")
        assert len(self.decided()) == before + 2
        for dialog in "hls?":
            self.press(dialog)
            wide = self.script("document.documentElement.scrollWidth")
            assert wide <= 390 and self.script("document.querySelector('dialog').open"), (dialog, wide)
            self.press(Keys.ESCAPE)

    def tell(self):
        try:
            for step in (self.begin, self.decide_places, self.undo_one, self.decide_fields, self.decide_a_word,
                         self.sheet_out_and_in, self.write, self.registry, self.elsewhere, self.narrow):
                step()
                print("ok   " + step.__name__, flush=True)
            assert not browser.problems(self.driver), browser.problems(self.driver)
        except BaseException:
            self.driver.save_screenshot(self.folder + "-failed.png")
            print("see " + self.folder + "-failed.png")
            raise
        finally:
            self.driver.quit()
            self.server.kill()


def typed_in_office(book, target, cells):
    """Types into a workbook in LibreOffice and saves it as `target`; false where that is not installed."""
    office = os.path.join(os.path.dirname(os.path.abspath(__file__)), "office.py")
    python = "/usr/bin/python3"
    if not shutil.which("soffice") or subprocess.run([python, "-c", "import uno"], capture_output=True).returncode:
        print("     LibreOffice with python3-uno is not installed: the sheet is filled in without it")
        return False
    subprocess.run([python, office, book, target], check=True, input=json.dumps(cells), text=True, capture_output=True)
    return True


if __name__ == "__main__":
    browser.skip_unless_ready()
    pictures = sys.argv[sys.argv.index("--pictures") + 1] if "--pictures" in sys.argv else None
    with tempfile.TemporaryDirectory(prefix="phuchoi-story-") as folder:
        Story(folder, pictures).tell()

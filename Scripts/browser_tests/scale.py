"""How quick the review page is over a large archive: 1,000 documents with 20,000 doubtful places.

    python3 Scripts/browser_tests/scale.py [DOCUMENTS]

The archive is made of the composed documents and multiplied in its catalogue. Told are the time until the first place is
on the screen, and that from a key to the next place, decision on the disk. PHUCHOI names the command.
"""

import os
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import archive
import browser

DECISIONS = 60


def make(home):
    """A small archive of readings by an engine without Vietnamese."""
    source, folder = home + "/in", home + "/out"
    os.makedirs(source)
    documents = os.path.join(archive.ROOT, "Fixtures", "documents")
    for name in sorted(os.listdir(documents)):
        for setting in ("light-eng",):
            shutil.copy("%s/%s/%s.txt" % (documents, name, setting), "%s/%s-%s.txt" % (source, name, setting))
    archive.run("batch", source, folder)
    return folder


def multiply(folder, count):
    """Gives the archive `count` documents: copies of its own, rows and texts."""
    database = sqlite3.connect(folder + "/catalogue.sqlite")
    own = database.execute("SELECT id, stem FROM inputs WHERE status = 'done' ORDER BY id").fetchall()
    columns = {
        table: [row[1] for row in database.execute("PRAGMA table_info(%s)" % table)]
        for table in ("inputs", "edits", "doubts", "documents", "fields")}
    number = max(identity for identity, _ in own)
    for copy in range(1, 1 + (count - 1) // len(own)):
        os.makedirs("%s/%d" % (folder, copy), exist_ok=True)
        for identity, stem in own:
            if number >= count:
                break
            number += 1
            shutil.copy("%s/%s.txt" % (folder, stem), "%s/%d/%s.txt" % (folder, copy, stem))
            changed = {
                "inputs": {"id": number, "path": "'%d/' || path" % copy, "stem": "'%d/' || stem" % copy},
                "edits": {"input_id": number}, "doubts": {"input_id": number},
                "documents": {"id": "id - input_id * 10000 + %d" % (number * 10000), "input_id": number},
                "fields": {"document_id": "document_id - %d" % ((identity - number) * 10000)}}
            for table, names in columns.items():
                which = {"inputs": "id = %d", "fields": "document_id / 10000 = %d"}.get(table, "input_id = %d") % identity
                database.execute("INSERT INTO %s SELECT %s FROM %s WHERE %s" % (
                    table, ", ".join(str(changed[table].get(name, '"%s"' % name)) for name in names), table, which))
    database.commit()
    database.close()


def measure(folder):
    begin = time.time()
    server = archive.Server(folder)
    printed = time.time() - begin
    driver = browser.start(1280, 800)
    try:
        state = server.ask("/api/state")[1]
        print("%d documents, %d places to check, %d missing fields" % (
            state["documents"], state["open"], state["missing"]))
        # A server of its own: nobody has asked it for anything before the page.
        server.kill()
        server = archive.Server(folder)
        driver.get("about:blank")
        begin = time.time()
        driver.get(server.address)
        browser.wait(lambda: driver.execute_script(
            "return document.querySelector('#card .pair') !== null"), what="the first place")
        print("address printed after %.0f ms, first place on the screen after %.0f ms" % (
            printed * 1000, (time.time() - begin) * 1000))
        browser.wait(lambda: driver.execute_script("return document.body.dataset.ready === '1'"), what="the page")
        browser.press(driver, "Lan", "\ue007")
        browser.wait(lambda: server.ask("/api/state")[1]["people"] == ["Lan"], what="the name")
        times = [driver.execute_async_script(
            """const done = arguments[0]; const start = performance.now();
               act(() => decide(state.current.now)).then(() => requestAnimationFrame(() => done(performance.now() - start)));""")
            for _ in range(DECISIONS)]
        kept = len(archive.rows(folder, "SELECT 1 FROM decisions"))
        assert kept == DECISIONS, kept
        print("a decision and the next place: median %.0f ms, worst %.0f ms" % (statistics.median(times), max(times)))
    finally:
        driver.quit()
        server.kill()


if __name__ == "__main__":
    browser.skip_unless_ready()
    with tempfile.TemporaryDirectory(prefix="phuchoi-scale-") as home:
        folder = make(home)
        multiply(folder, int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
        measure(folder)

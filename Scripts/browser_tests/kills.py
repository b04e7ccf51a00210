"""Two clerks at work while the page and a run over the archive are killed again and again.

    python3 Scripts/browser_tests/kills.py [KILLS]

Every decision that was confirmed has to be in the catalogue in the end, with the text that was confirmed last for its
place. PHUCHOI names the command.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import archive


class Clerk(threading.Thread):
    """Decides places one after another; asks again whoever serves when nobody answers."""

    def __init__(self, name, desk):
        super().__init__(daemon=True)
        self.person, self.desk = name, desk
        self.confirmed, self.asked, self.count = {}, {}, 0
        self.chance = random.Random(name)

    def run(self):
        while not self.desk.is_over:
            server = self.desk.server
            try:
                self.step(server)
            except OSError:
                time.sleep(0.02)

    def step(self, server):
        status, items = server.ask("/api/items?mode=worst", timeout=10)
        if status != 200 or not items["rows"]:
            time.sleep(0.05)
            return
        item = self.chance.choice(items["rows"][:40])
        seen = server.ask("/api/state", timeout=10)[1]["action"]
        text = item["now"] if item["field"] else "%s%d" % (self.person, self.count)
        self.count += 1
        change = {"key": item["key"], "text": text, "read": item["read"], "sure": True}
        place = self.place(item)
        with self.desk.lock:
            self.desk.asked.setdefault(place, set()).add(text)
        status, _ = server.ask("/api/decide", {"person": self.person, "seen": seen, "changes": [change]}, timeout=15)
        if status == 200:
            with self.desk.lock:
                self.desk.confirmed[place] = self.desk.confirmed.get(place, 0) + 1
                self.desk.total += 1

    @staticmethod
    def place(item):
        # ID:CONTENT:START-END:FIELD:DOCUMENT:ORDINAL
        _, _, ends, field, document, ordinal = item["key"].split(":")
        start, end = (int(x) for x in ends.split("-"))
        return (item["path"], start, end, field, int(document), int(ordinal))


class Desk:
    """What the clerks share."""

    def __init__(self, folder):
        self.folder = folder
        self.server = archive.Server(folder)
        self.is_over, self.total = False, 0
        self.asked, self.confirmed, self.lock = {}, {}, threading.Lock()


def start_batch(source, folder):
    return subprocess.Popen(
        [archive.PHUCHOI, "batch", source, folder, "--jobs", "1", "--force"], stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)


def main(kills):
    chance = random.Random(7)
    with tempfile.TemporaryDirectory(prefix="phuchoi-kills-") as home:
        source, folder = home + "/in", home + "/out"
        os.makedirs(source)
        documents = os.path.join(archive.ROOT, "Fixtures", "documents")
        for name in sorted(os.listdir(documents)):
            for setting in ("heavy-eng", "light-eng"):
                shutil.copy("%s/%s/%s.txt" % (documents, name, setting), "%s/%s-%s.txt" % (source, name, setting))
        archive.run("batch", source, folder)
        desk = Desk(folder)
        clerks = [Clerk("Lan", desk), Clerk("Minh", desk)]
        for clerk in clerks:
            clerk.start()
        batch, page_kills, run_kills = start_batch(source, folder), 0, 0
        while page_kills + run_kills < kills:
            time.sleep(chance.uniform(0.02, 0.5))
            if chance.random() < 0.6:
                desk.server.kill()
                page_kills += 1
                desk.server = archive.Server(folder)
            else:
                batch.send_signal(signal.SIGKILL)
                batch.wait()
                run_kills += 1
                batch = start_batch(source, folder)
        desk.is_over = True
        for clerk in clerks:
            clerk.join(30)
        desk.server.kill()
        batch.wait(120)
        lost = check(desk)
        print("%d kills of the page, %d of the run; %d decisions confirmed, %d lost" % (
            page_kills, run_kills, desk.total, len(lost)))
        for place in lost[:10]:
            print("lost:", place)
        assert not lost and desk.total > kills / 2
        print(archive.rows(folder, "PRAGMA integrity_check")[0][0])


def check(desk):
    """Confirmed places that have no decision, or one that nobody asked for."""
    kept = {}
    for path, start, end, field, document, ordinal, text in archive.rows(
            desk.folder, 'SELECT path, start, "end", field, document, ordinal, text FROM decisions'):
        kept[(path, start, end, field, document, ordinal)] = text
    logged = archive.rows(desk.folder, "SELECT count(*) FROM review_actions WHERE kind = 'decide'")[0][0]
    assert logged >= desk.total, "%d in the history, %d confirmed" % (logged, desk.total)
    return [place for place in desk.confirmed if not covered(place, kept, desk.asked)]


def covered(place, kept, asked):
    if place in kept:
        return kept[place] in asked[place]
    # A run with other words may have made the place wider or narrower: then a later decision about it stands there.
    path, start, end, field, *_ = place
    return any(
        p[0] == path and p[3] == field and (field != "" or p[1] < end and p[2] > start) for p in kept)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)

"""An archive that is made and served for a test."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import urllib.error
import urllib.request

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
PHUCHOI = os.environ.get("PHUCHOI", os.path.join(ROOT, ".build", "release", "phuchoi"))


def run(*arguments, check=True):
    """Runs the command; gives what it printed."""
    result = subprocess.run([PHUCHOI, *arguments], capture_output=True, text=True)
    if check and result.returncode != 0:
        raise AssertionError("%s: %d %s" % (" ".join(arguments), result.returncode, result.stderr))
    return result.stdout


class Server:
    """`phuchoi serve` at work."""

    def __init__(self, folder, *arguments):
        self.process = subprocess.Popen(
            [PHUCHOI, "serve", folder, "--port", "0", *arguments], stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()
        if not self.address.startswith("http://"):
            raise AssertionError("not served: " + self.process.stderr.read())
        self.base, self.token = re.match(r"(http://[^/]+)/\?token=(.+)", self.address).groups()

    def ask(self, path, body=None, headers=None, timeout=20):
        """What the server answers: status and JSON."""
        request = urllib.request.Request(self.base + path)
        request.add_header("Authorization", "Bearer " + self.token)
        for name, value in (headers or {}).items():
            request.add_header(name, value)
        if body is not None:
            request.add_header("X-PhucHoi", "1")
            request.data = json.dumps(body).encode() if not isinstance(body, bytes) else body
        try:
            with urllib.request.urlopen(request, timeout=timeout) as response:
                return response.status, self.parsed(response.read())
        except urllib.error.HTTPError as error:
            return error.code, self.parsed(error.read())

    @staticmethod
    def parsed(data):
        try:
            return json.loads(data)
        except ValueError:
            return data

    def kill(self):
        """Ends it without a warning."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()
        self.process.stderr.close()


def rows(folder, query, *values):
    """Rows of the catalogue."""
    database = sqlite3.connect("file:%s/catalogue.sqlite?mode=ro" % folder, uri=True, timeout=20)
    try:
        return database.execute(query, values).fetchall()
    finally:
        database.close()

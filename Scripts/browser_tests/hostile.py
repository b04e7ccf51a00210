"""Requests that no page sends: each is answered with an error, and the page stays alive.

    python3 Scripts/browser_tests/hostile.py
"""

import http.client
import os
import shutil
import socket
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import archive


def raw(port, data, patience=5):
    """What the server says to these bytes."""
    with socket.create_connection(("127.0.0.1", port), patience) as connection:
        try:
            connection.sendall(data)
            answer = b""
            while b"\r\n\r\n" not in answer:
                piece = connection.recv(4096)
                if not piece:
                    break
                answer += piece
            return answer.split(b"\r\n")[0].decode("latin-1")
        except (ConnectionError, socket.timeout) as problem:
            return type(problem).__name__


def main():
    with tempfile.TemporaryDirectory(prefix="phuchoi-hostile-") as home:
        os.makedirs(home + "/in")
        document = os.path.join(archive.ROOT, "Fixtures", "documents", "01-cong-van", "heavy-eng.txt")
        shutil.copy(document, home + "/in/a.txt")
        with open(document, encoding="utf-8") as file, open(home + "/in/secret.txt", "w", encoding="utf-8") as copy:
            copy.write("MẬT\n" + file.read())
        open(home + "/in/b.png", "wb").write(b"\x89PNG")
        with open(home + "/in/b.hocr", "w") as file:
            file.write("<html xmlns='http://www.w3.org/1999/xhtml'><body><div class='ocr_page' "
                       "title='image \"../../../../etc/passwd\"; bbox 0 0 9 9'><span class='ocr_line'>"
                       "<span class='ocrx_word' title='bbox 1 1 2 2'>Kinh</span></span></div></body></html>")
        archive.run("batch", home + "/in", home + "/out", check=False)
        server = archive.Server(home + "/out")
        try:
            attack(server)
        finally:
            server.kill()


def attack(server):
    port = int(server.base.rsplit(":", 1)[1])
    host, token = "Host: 127.0.0.1:%d\r\n" % port, "Authorization: Bearer %s\r\n" % server.token
    line = "GET /api/state HTTP/1.1\r\n"
    cases = {
        "another host": (line + "Host: evil.example\r\n" + token + "\r\n", "421"),
        "no host": (line + token + "\r\n", "400"),
        "two hosts": (line + host + "Host: evil.example\r\n" + token + "\r\n", "421"),
        "another origin": (line + host + token + "Origin: http://evil.example\r\n\r\n", "403"),
        "no origin at all": (line + host + token + "Origin: null\r\n\r\n", "403"),
        "no token": (line + host + "\r\n", "401"),
        "a wrong token": (line + host + "Authorization: Bearer x\r\n\r\n", "401"),
        "from another site": (line + host + token + "Sec-Fetch-Site: cross-site\r\n\r\n", "403"),
        "a form of another site": ("POST /api/undo HTTP/1.1\r\n" + host + token + "Content-Length: 2\r\n\r\n{}", "403"),
        "a path upwards": ("GET /../../../etc/passwd HTTP/1.1\r\n" + host + token + "\r\n", "404"),
        "an escaped path": ("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n" + host + token + "\r\n", "404"),
        "an absolute address": ("GET http://evil.example/ HTTP/1.1\r\n" + host + token + "\r\n", "404"),
        "another method": ("DELETE /api/state HTTP/1.1\r\n" + host + token + "\r\n", "405"),
        "no HTTP": ("\x16\x03\x01\x02\x00\r\n\r\n", "4"),
        "a negative length": ("POST /api/undo HTTP/1.1\r\n" + host + token + "Content-Length: -1\r\n\r\n", "400"),
        "an endless head": (line + host + "X: " + "a" * 200_000 + "\r\n\r\n", "4"),
        "many headers": (line + host + "".join("X-%d: 1\r\n" % n for n in range(20_000)) + "\r\n", "4"),
        "bad JSON": ("POST /api/decide HTTP/1.1\r\n" + host + token + "X-PhucHoi: 1\r\nContent-Length: 1\r\n\r\n{", "400"),
        "deep JSON": ("POST /api/decide HTTP/1.1\r\n" + host + token + "X-PhucHoi: 1\r\nContent-Length: 100000\r\n\r\n"
                      + "[" * 100_000, "400"),
    }
    failed = []
    for name, (request, status) in cases.items():
        answer = raw(port, request.encode("latin-1"))
        # A connection that is cut while too much is sent is an answer too.
        is_refused = answer.split(" ")[1:2] and answer.split(" ")[1].startswith(status) or (
            status == "4" and answer in ("", "ConnectionResetError", "BrokenPipeError"))
        print("%-26s %s" % (name, answer or "closed"))
        if not is_refused:
            failed.append(name)
        assert server.ask("/api/state")[0] == 200, name
    assert not failed, failed

    status, _ = server.ask("/api/sheet", b"\0" * 100_000_000, timeout=60)
    assert status == 413, status
    print("%-26s %d" % ("a body of 100 MB", status))
    cut_short(server, port, host, token)
    private(server)
    half_open(server, port)


def cut_short(server, port, host, token):
    """A body that never comes."""
    connections = []
    for _ in range(50):
        connection = socket.create_connection(("127.0.0.1", port))
        connection.sendall(("POST /api/undo HTTP/1.1\r\n" + host + token + "Content-Length: 999\r\n\r\n{").encode())
        connections.append(connection)
    assert server.ask("/api/state")[0] == 200
    for connection in connections:
        connection.close()
    assert server.ask("/api/state")[0] == 200
    print("50 bodies cut short         alive")


def private(server):
    """Nothing of secret documents or outside the inputs is told."""
    documents = server.ask("/api/queue?mode=document")[1]["rows"]
    assert sorted(row["path"] for row in documents) in (["a.txt", "b.hocr"], ["a.txt"]), documents
    for input in range(0, 6):
        status, body = server.ask("/api/image?input=%d" % input)
        assert status == 404 or b"root:" not in (body if isinstance(body, bytes) else b""), input
    for path in ("/api/page?input=99", "/api/page?input=-1", "/api/page?input=1;drop", "/api/image?input=../x"):
        assert server.ask(path)[0] == 404, path
    assert server.ask("/api/page?input=1&page=999999999999&line=-5")[0] == 200
    key = {"key": "1:00000000:0-5::0:0", "text": "x"}
    assert server.ask("/api/decide", {"person": "x", "changes": [key]})[0] == 409
    assert server.ask("/api/decide", {"person": "x", "changes": []})[0] == 422
    print("private things              kept")


def half_open(server, port):
    """Connections that say nothing, many at once."""
    connections = [socket.create_connection(("127.0.0.1", port)) for _ in range(900)]
    started = time.time()
    assert server.ask("/api/state")[0] == 200
    print("900 half-open connections   answered in %.0f ms" % ((time.time() - started) * 1000))
    for connection in connections[:450]:
        connection.close()
    connections[-1].settimeout(40)
    assert connections[-1].recv(100) == b"" or True
    assert server.ask("/api/state")[0] == 200
    for connection in connections[450:]:
        connection.close()


if __name__ == "__main__":
    main()

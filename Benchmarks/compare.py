#!/usr/bin/env python3
"""Compare the speed of two builds of the command on the same texts, in turn; one JSON object.

  compare.py COMMAND BASE RIGHT [--bad FILE] [--runs N] [--largest BYTES] [--cores]

RIGHT is correct Vietnamese text; its letters without their marks are measured too, --bad adds what an engine made of
bad copies. Times are CPU seconds of the whole command less those of one line, so that a busy machine does little harm;
the medians of N runs count. `growth` is the exponent of the time with the size, from 1 KB on, by least squares in
logarithms; --cores adds wall-clock time on all cores over that on one.
"""
import argparse
import json
import math
import os
import resource
import statistics
import subprocess
import tempfile
import time
import unicodedata


def stripped(text):
    """The text without the marks of its letters."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not 0x300 <= ord(c) <= 0x36F)
    return unicodedata.normalize("NFC", bare).replace("đ", "d").replace("Đ", "D")


def run(command, path, cores=None):
    """CPU seconds and wall-clock seconds of one repair."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run([command, "repair", path], stdout=subprocess.DEVNULL, check=True,
                   preexec_fn=(lambda: os.sched_setaffinity(0, cores)) if cores else None)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.monotonic() - start


def compared(commands, path, line, runs):
    """What repairing `path` costs each command beyond one line, runs in turn."""
    cost = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            cost[name].append(run(command, path)[0] - run(command, line)[0])
    return {name: statistics.median(values) for name, values in cost.items()}


def exponent(command, text, folder, line, largest, runs):
    """The slope of log time over log size, where the time is more than noise."""
    points, size = [], 1 << 10
    data = text.encode()
    start = statistics.median(run(command, line)[0] for _ in range(5))
    while size <= largest:
        path = os.path.join(folder, f"{size}.txt")
        with open(path, "wb") as file:
            file.write((data * (size // len(data) + 1))[:size].decode(errors="ignore").encode())
        cost = statistics.median(run(command, path)[0] for _ in range(runs)) - start
        if cost > 0.02:
            points.append((math.log(size), math.log(cost)))
        size *= 4
    if len(points) < 3:
        return None
    x, y = (statistics.mean(axis) for axis in zip(*points))
    return sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("command")
    parser.add_argument("base")
    parser.add_argument("right")
    parser.add_argument("--bad")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--largest", type=int, default=4 << 20)
    parser.add_argument("--cores", action="store_true")
    options = parser.parse_args()
    commands = {"command": options.command, "base": options.base}
    with open(options.right, encoding="utf-8") as file:
        right = file.read()
    report = {"runs": options.runs, "texts": {}}
    with tempfile.TemporaryDirectory() as folder:
        def written(name, text):
            path = os.path.join(folder, name + ".txt")
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            return path

        line = written("line", "Ủy ban nhân dân tỉnh\n")
        texts = {"right": written("right", right), "stripped": written("stripped", stripped(right))}
        if options.bad:
            texts["bad"] = options.bad
        for name, path in texts.items():
            cost = compared(commands, path, line, options.runs)
            size = os.path.getsize(path)
            report["texts"][name] = {
                "bytes": size, "ratio": round(cost["base"] / cost["command"], 2),
                **{f"{key} MB/s": round(size / value / 1e6, 2) for key, value in cost.items()}}
        report["start ms"] = {
            name: round(1000 * statistics.median(run(command, line)[1] for _ in range(options.runs)), 1)
            for name, command in commands.items()}
        report["growth"] = exponent(options.command, right, folder, line, options.largest, options.runs)
        if options.cores:
            one = statistics.median(run(options.command, texts["right"], {0})[1] for _ in range(options.runs))
            both = statistics.median(run(options.command, texts["right"])[1] for _ in range(options.runs))
            report["all cores over one"] = round(one / both, 2)
    print(json.dumps(report, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()

"""Repairs a Spark data set with `phuchoi stream`: each task starts the command once and feeds it JSON lines.

    python repair_job.py INPUT.jsonl OUTPUT [--pipe] [--command phuchoi] [--emit text,record]

INPUT holds one {"id": ..., "text": ...} a line. By default OUTPUT is Parquet, written through `mapInPandas`; with
--pipe it is text, one JSON object a line, written through `rdd.pipe`.
"""

import argparse
import json
import os
import shlex
import subprocess
import threading

from pyspark.sql import SparkSession

SCHEMA = "id string, text string, error string"


def repaired(batches, command):
    """Repaired copies of pandas frames with the columns id and text; one process serves all batches of a task."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
    try:
        for batch in batches:
            yield answers(process, batch)
        process.stdin.close()
        if process.wait() != 0:
            raise RuntimeError(f"{command[0]} ended with status {process.returncode}")
    finally:
        process.kill()
        process.wait()


def answers(process, batch):
    """The frame of answers for a frame of questions: as many rows, in the same order."""
    lines = [json.dumps({"id": row.id, "text": row.text}) + "\n" for row in batch.itertuples()]

    def feed():
        process.stdin.writelines(lines)
        process.stdin.flush()

    # Written from a thread of its own: both pipes are bounded, so that writing all first could wait forever.
    feeder = threading.Thread(target=feed)
    feeder.start()
    found = [json.loads(process.stdout.readline() or "null") for _ in lines]
    feeder.join()
    if any(answer is None for answer in found):
        raise RuntimeError("the command ended before its input")
    result = batch[["id"]].copy()
    result["text"] = [answer.get("text") for answer in found]
    result["error"] = [answer["error"]["code"] if "error" in answer else None for answer in found]
    return result


def run(spark, source, target, command, pipe=False):
    """Repairs the JSON lines at `source` into `target`."""
    if pipe:
        lines = spark.sparkContext.textFile(source)
        # Without an environment of its own the command would get an empty one, PATH and PHUCHOI_MODELS gone.
        piped = lines.pipe(" ".join(map(shlex.quote, command)), env=dict(os.environ), checkCode=True)
        piped.saveAsTextFile(target)
        return
    frame = spark.read.schema("id string, text string").json(source)
    # Spark cuts a small file unevenly; a row costs the same wherever it stands.
    frame = frame.repartition(spark.sparkContext.defaultParallelism)
    frame.mapInPandas(lambda batches: repaired(batches, command), SCHEMA).write.parquet(target)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("--pipe", action="store_true")
    parser.add_argument("--command", default="phuchoi")
    parser.add_argument("--emit", default="text")
    options = parser.parse_args()
    spark = SparkSession.builder.appName("phuchoi").getOrCreate()
    try:
        run(spark, options.source, options.target, [options.command, "stream", "--emit", options.emit], options.pipe)
    finally:
        spark.stop()


if __name__ == "__main__":
    main()

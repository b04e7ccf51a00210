"""Runs the job in Spark's local mode; skipped where PySpark or the command is missing.

    PHUCHOI=path/to/phuchoi python -m unittest test_repair_job
"""

import json
import os
import shutil
import sys
import tempfile
import unittest

try:
    from pyspark.sql import SparkSession

    import repair_job
except ImportError:
    SparkSession = None

# Workers must run on this interpreter, which has what the job imports.
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
COMMAND = os.environ.get("PHUCHOI") or shutil.which("phuchoi")


@unittest.skipUnless(SparkSession and COMMAND, "PySpark or phuchoi is missing")
class RepairJobTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.spark = SparkSession.builder.master("local[2]").appName("test").getOrCreate()
        cls.folder = tempfile.mkdtemp()
        cls.source = os.path.join(cls.folder, "in.jsonl")
        with open(cls.source, "w", encoding="utf-8") as file:
            for number in range(200):
                text = f"Uỷ ban nhan dân tỉnh\nvăn bản số {number}\u2028"
                file.write(json.dumps({"id": str(number), "text": text}) + "\n")

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()
        shutil.rmtree(cls.folder)

    def test_pipe_gives_one_line_for_one(self):
        target = os.path.join(self.folder, "pipe")
        repair_job.run(self.spark, self.source, target, [COMMAND, "stream"], pipe=True)
        answers = [json.loads(line) for line in self.spark.sparkContext.textFile(target).collect()]
        self.assertEqual(sorted(int(answer["id"]) for answer in answers), list(range(200)))
        self.assertTrue(all("nhân dân" in answer["text"] for answer in answers))

    def test_map_in_pandas_writes_parquet(self):
        target = os.path.join(self.folder, "parquet")
        repair_job.run(self.spark, self.source, target, [COMMAND, "stream"])
        rows = self.spark.read.parquet(target).collect()
        self.assertEqual(len(rows), 200)
        self.assertTrue(all("nhân dân" in row.text and row.error is None for row in rows))

    def test_pipe_fails_with_the_command(self):
        with self.assertRaises(Exception):
            repair_job.run(self.spark, self.source, os.path.join(self.folder, "bad"), [COMMAND, "stream", "--jobs", "0"], pipe=True)


if __name__ == "__main__":
    unittest.main()

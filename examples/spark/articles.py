#!/usr/bin/env python3
"""Extracts articles on a Spark cluster and merges what was found.

usage: spark-submit articles.py --gisa DIR --input PATH [--output DIR] [--merged FILE] [OPTION…]

  --gisa DIR       an installed gisa (`cmake --install build --prefix DIR`); it is sent to the executors, which need
                   the libraries that `ldd DIR/bin/gisa` names and nothing else
  --input PATH     .ndjson (`id`, `text`, other keys as front matter), .parquet (the same as columns), or .txt: a list of
                   paths that every executor can read
  --output DIR     a table of `id`, `result`, `error`: one row an article, in order; NDJSON where
                   DIR ends with .ndjson, else Parquet
  --merged FILE    one YAML document of all, as `gisa merge` makes it
  --extractors E   names, separated by commas
  --partitions N   at least so many of a text file; the default is what Spark makes of the input

One `gisa stream` runs for each task, so what an article may cost is bounded and a crash costs one record of one extractor. Results are
merged within each partition, and the partitions as a tree. Merging is associative, commutative and idempotent: a task that Spark runs again
after an executor died changes nothing.
"""
import argparse
import json
import os
import re
import subprocess
import tarfile
import tempfile
import threading

from pyspark import SparkFiles
from pyspark.sql import SparkSession

ARCHIVE = "gisa"
ID = re.compile(r'"article":\{"id":("(?:[^"\\]|\\.)*")')


def program():
    """The command on an executor, with its run permission, which archives may lose."""
    path = os.path.join(SparkFiles.get(ARCHIVE), "bin", "gisa")
    os.chmod(path, 0o755)
    return path


def through(command, lines):
    """The lines that a command writes for those that it reads. Reading and writing go on at once, so neither waits for the other's pipe."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        problem = []

        def feed():
            try:
                with process.stdin as pipe:
                    for line in lines:
                        pipe.write(line.encode() + b"\n")
            except Exception as raised:
                problem.append(raised)
                process.kill()

        feeder = threading.Thread(target=feed)
        feeder.start()
        for line in process.stdout:
            yield line.rstrip(b"\n").decode()
        feeder.join()
    if problem or process.returncode not in (0, 1):
        raise RuntimeError(f"{command[1]} ended with {process.returncode}: {problem}")


def extract(extractors):
    options = ["-e", extractors] if extractors else []
    return lambda lines: through([program(), "stream", "-j", "1", *options], lines)


def row(line):
    """(id, result, error) of an answer."""
    if line.startswith('{"gisa":1,"line":'):
        answer = json.loads(line)
        return answer.get("id"), None, answer["error"]
    found = ID.search(line)
    return (json.loads(found[1]) if found else None), line, None


def merge(lines):
    """One merged result of any number, as an iterator of one."""
    return through([program(), "merge", "-", "--format", "ndjson"], lines)


def merge_two(first, second):
    (whole,) = merge([first, second])
    return whole


def read(spark, path, partitions):
    """The input as lines of NDJSON, in its order."""
    if path.rstrip("/").endswith(".parquet"):
        return spark.read.parquet(path).toJSON()
    lines = spark.sparkContext.textFile(path, partitions)
    if path.endswith(".txt"):
        return lines.map(lambda name: json.dumps({"path": name}, ensure_ascii=False))
    return lines


def ship(spark, folder):
    with tempfile.NamedTemporaryFile(suffix=".tar.gz", delete=False) as file:
        with tarfile.open(fileobj=file, mode="w:gz", compresslevel=1) as archive:
            for part in "bin", "share":
                archive.add(os.path.join(folder, part), part)
    spark.sparkContext.addArchive(f"{file.name}#{ARCHIVE}")


def main():
    parser = argparse.ArgumentParser()
    for name in "gisa", "input":
        parser.add_argument(f"--{name}", required=True)
    for name in "output", "merged", "extractors":
        parser.add_argument(f"--{name}")
    parser.add_argument("--partitions", type=int)
    options = parser.parse_args()

    spark = SparkSession.builder.appName("gisa").getOrCreate()
    ship(spark, options.gisa)
    articles = read(spark, options.input, options.partitions)
    rows = articles.mapPartitions(extract(options.extractors)).map(row)
    if options.output and options.merged:
        rows.cache()
    if options.output:
        writer = rows.toDF("id string, result string, error string").write.mode("overwrite")
        writer.json(options.output) if options.output.endswith(".ndjson") else writer.parquet(options.output)
    if options.merged:
        whole = rows.map(lambda r: r[1]).filter(bool).mapPartitions(merge).treeReduce(merge_two)
        with open(options.merged, "wb") as file:
            subprocess.run([os.path.join(options.gisa, "bin", "gisa"), "merge", "-"], input=whole.encode(), stdout=file, check=True)
    spark.stop()


if __name__ == "__main__":
    main()

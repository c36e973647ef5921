#!/usr/bin/env python3
"""Extracts articles on a Spark cluster and merges what was found.

usage: spark-submit articles.py --gisa DIR --input PATH [--output DIR] [--merged FILE] [OPTION…]

  --gisa DIR         an installed gisa (`cmake --install build --prefix DIR`); it is sent to the executors with the libraries that it needs
  --input PATH       articles: .ndjson (`id`, `text`, other keys as front matter; a file or a folder of them), .parquet (the same as
                     columns), or else a folder of files: of a file system that every executor has at the same place, or
                     of one that Spark reads (file://…, hdfs://…, s3a://…)
  --output DIR       a table of `id`, `result`, `error`: one row an article; NDJSON where DIR ends with .ndjson, else Parquet
  --merged FILE      one YAML document of all, as `gisa merge` makes it
  --extractors E     names, separated by commas
  --text-column C    the column or key of the article's text, where it is not `text`
  --id-column C      that of its id, where it is not `id`
  --partitions N     at least so many tasks; the default is what Spark makes of the input

One `gisa stream` runs for each task, so what an article may cost is bounded and a crash costs one record of one extractor. Results are
merged within each partition, and the partitions as a tree. Merging is associative, commutative and idempotent: a task that Spark runs again
after an executor died changes nothing.
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import threading

from pyspark import SparkFiles
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

ARCHIVE = "gisa"
FAN_IN = 8  # merged results that are merged at once: each is read once a level, and a task holds the merge of so many
ID = re.compile(rb'"article":\{"id":("(?:[^"\\]|\\.)*")')
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(//[^/]*)?")
SCHEMA = "id string, result string, error string"


def command(*arguments):
    """A command line on an executor, and its environment. Archives may lose the right to run."""
    root = SparkFiles.get(ARCHIVE)
    program = os.path.join(root, "bin", "gisa")
    os.chmod(program, 0o755)
    environment = {key: value for key, value in os.environ.items() if key != "GISA_PLUGINS"}
    return [program, *arguments], dict(environment, LD_LIBRARY_PATH=os.path.join(root, "lib"))


def through(arguments, lines, folder=None):
    """The lines that gisa writes for those that it reads. Reading and writing go on at once, so neither waits for the other's pipe; what is not
    read here gisa does not read either, so memory holds as many lines as two pipes and the workers do, however long a partition is."""
    line, environment = command(*arguments)
    problem = []
    with subprocess.Popen(line, env=environment, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:

        def feed():
            try:
                with process.stdin as pipe:
                    for line in lines:
                        pipe.write(line + b"\n")
            except Exception as raised:
                problem.append(raised)
                process.kill()

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        try:
            for answer in process.stdout:
                yield answer.rstrip(b"\n")
            feeder.join()
        except GeneratorExit:  # Spark wants no more of this partition
            process.kill()
            raise
    if problem or process.returncode not in (0, 1):
        raise RuntimeError(f"gisa {arguments[0]} ended with {process.returncode}: {problem}")


def stream(extractors):
    return ["stream", "-j", "1", *(["-e", extractors] if extractors else [])]


def from_lines(extractors):
    return lambda lines: through(stream(extractors), lines)


def path_of(url):
    """Where a file of any file system is laid for gisa: its own path, without the root."""
    return SCHEME.sub("", url).lstrip("/")


def from_files(extractors):
    """Extracts files that Spark read, bytes as they are: each lies in a folder of the task until it is answered."""

    def extract(files):
        with tempfile.TemporaryDirectory(prefix="gisa-") as folder:
            laid = collections.deque()

            def lines():
                for url, content in files:
                    name = path_of(url)
                    os.makedirs(os.path.join(folder, os.path.dirname(name)), exist_ok=True)
                    with open(os.path.join(folder, name), "wb") as file:
                        file.write(content)
                    laid.append(name)
                    yield json.dumps({"path": name}, ensure_ascii=False).encode()

            for answer in through(stream(extractors), lines(), folder):
                os.remove(os.path.join(folder, laid.popleft()))
                yield answer

    return extract


def row(answer):
    """(id, result, error) of an answer."""
    if answer.startswith(b'{"gisa":1,"line":'):
        told = json.loads(answer)
        return told.get("id"), None, told["error"]
    found = ID.search(answer)
    return (json.loads(found[1]) if found else None), answer.decode(), None


def merge(results):
    """One merged result of any number, as an iterator of one."""
    return through(["merge", "-", "--format", "ndjson"], results)


def merge_tree(results):
    """At most FAN_IN merged results of all: each level of the tree merges so many of the level below at once."""
    parts = results.mapPartitions(merge)
    while parts.getNumPartitions() > FAN_IN:
        above = -(-parts.getNumPartitions() // FAN_IN)
        placed = parts.mapPartitionsWithIndex(lambda index, merged: ((index // FAN_IN, one) for one in merged))
        parts = placed.partitionBy(above, int).values().mapPartitions(merge)
    return parts


def list_files(folder):
    """The files below a folder in the order of `gisa run`."""
    for entry in sorted(os.scandir(folder), key=lambda e: os.fsencode(e.name)):
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from list_files(entry.path)
        elif entry.is_file():
            yield entry.path


def rename(line, names):
    """A line of NDJSON with its keys called as gisa wants them; one that is no object is for gisa to refuse."""
    try:
        record = json.loads(line)
        renamed = {names.get(key, key): value for key, value in record.items()}
    except (ValueError, AttributeError):
        return line
    return json.dumps(renamed, ensure_ascii=False).encode()


def set_partitions(spark, count):
    """Spark splits files by bytes, and takes opening one for four megabytes."""
    if count:
        spark.conf.set("spark.sql.files.minPartitionNum", count)
        spark.conf.set("spark.sql.files.openCostInBytes", 1)


def answers(spark, options):
    """The answers of gisa to the input, in its order where it is one file or a folder that executors share."""
    path, extractors = options.input, options.extractors
    names = {options.text_column: "text", options.id_column: "id"}
    renamed = {old: new for old, new in names.items() if old != new}
    set_partitions(spark, options.partitions)
    if path.rstrip("/").endswith(".parquet"):
        table = spark.read.parquet(path)
        for old, new in renamed.items():
            table = table.withColumnRenamed(old, new)
        table = table.withColumn("text", F.col("text").cast("string"))
        return table.toJSON(use_unicode=False).mapPartitions(from_lines(extractors))
    if path.rstrip("/").endswith((".ndjson", ".jsonl")):
        # As bytes: a line that is no UTF-8 is for gisa to refuse, and only "\n" ends one.
        lines = spark.read.option("lineSep", "\n").text(path).select(F.col("value").cast("binary")).rdd.map(lambda r: bytes(r[0]))
        if renamed:
            lines = lines.map(lambda line: rename(line, renamed))
        return lines.mapPartitions(from_lines(extractors))
    if SCHEME.match(path):
        # Not as a table of files: that leaves out empty ones.
        spark.sparkContext._jsc.hadoopConfiguration().set("mapreduce.input.fileinputformat.input.dir.recursive", "true")
        return spark.sparkContext.binaryFiles(path, options.partitions).mapPartitions(from_files(extractors))
    # A name that is no UTF-8 makes a line that gisa refuses: a row with an error.
    paths = [json.dumps({"path": name}, ensure_ascii=False).encode(errors="surrogateescape") for name in list_files(path)]
    count = options.partitions or max(spark.sparkContext.defaultParallelism, len(paths) // 10_000)
    return spark.sparkContext.parallelize(paths, count).mapPartitions(from_lines(extractors))


def libraries(program):
    """The libraries of a program but those of the C library, which belong to the machine."""
    listed = subprocess.run(["ldd", program], capture_output=True, check=True, text=True).stdout
    for name, path in re.findall(r"(\S+) => (/\S+)", listed):
        if not re.match(r"(libc|libm|libdl|libpthread|librt|ld-linux\S*)\.so", name):
            yield name, path


def ship(spark, folder):
    with tempfile.NamedTemporaryFile(suffix=".tar.gz", delete=False) as file:
        with tarfile.open(fileobj=file, mode="w:gz", compresslevel=1) as archive:
            for part in "bin/gisa", "share/gisa":
                archive.add(os.path.join(folder, part), part)
            for name, path in libraries(os.path.join(folder, "bin/gisa")):
                archive.add(os.path.realpath(path), f"lib/{name}")
    spark.sparkContext.addArchive(f"{file.name}#{ARCHIVE}")
    return file.name


def write_table(rows, folder):
    writer = rows.toDF(SCHEMA).write.mode("overwrite")
    writer.json(folder) if folder.endswith(".ndjson") else writer.parquet(folder)


def results(spark, rows, folder):
    """The results among the rows, taken from the table where there is one: then nothing is extracted twice or kept in memory."""
    if folder:
        table = spark.read.schema(SCHEMA).json(folder) if folder.endswith(".ndjson") else spark.read.parquet(folder)
        rows = table.select("id", "result", "error").rdd
    return rows.map(lambda r: r[1]).filter(bool).map(str.encode)


def read_options(arguments=None):
    if "--help" in (sys.argv if arguments is None else arguments):
        print(__doc__.strip())
        sys.exit()
    parser = argparse.ArgumentParser(add_help=False)
    for name in "gisa", "input":
        parser.add_argument(f"--{name}", required=True)
    for name in "output", "merged", "extractors":
        parser.add_argument(f"--{name}")
    parser.add_argument("--text-column", default="text")
    parser.add_argument("--id-column", default="id")
    parser.add_argument("--partitions", type=int)
    return parser.parse_args(arguments)


def run(spark, options):
    """Extracts and merges in a session to which ship() sent gisa."""
    rows = answers(spark, options).map(row)
    if options.output:
        write_table(rows, options.output)
    if options.merged:
        parts = merge_tree(results(spark, rows, options.output))
        with open(options.merged, "wb") as file:
            last = subprocess.Popen([os.path.join(options.gisa, "bin", "gisa"), "merge", "-"], stdin=subprocess.PIPE, stdout=file)
            with last.stdin as pipe:
                for part in parts.toLocalIterator():
                    pipe.write(part + b"\n")
        if last.wait() != 0:
            raise RuntimeError(f"gisa merge ended with {last.returncode}")


def main():
    options = read_options()
    spark = SparkSession.builder.appName("gisa").getOrCreate()
    shipped = ship(spark, options.gisa)
    run(spark, options)
    spark.stop()
    os.remove(shipped)


if __name__ == "__main__":
    main()

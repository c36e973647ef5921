#!/usr/bin/env python3
"""Runs articles.py on Spark and compares what comes out with gisa alone, byte for byte: NDJSON on two executors of this machine, one of which is
killed in the midst; Parquet with columns of other names; a folder that executors share; and one that Spark reads.

usage: check.py GISA-ROOT [NDJSON]

GISA-ROOT is an installed gisa. NDJSON is what the executors extract; the default is made of the example articles, with lines that fail. Exit status 77
where there is no PySpark or no Java.
"""
import glob
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

try:
    import pyspark
    from pyspark.sql import SparkSession
except ImportError:
    print("skipped: there is no pyspark (scripts/setup --all)")
    sys.exit(77)
if not shutil.which("java"):
    print("skipped: there is no Java")
    sys.exit(77)

HERE = pathlib.Path(__file__).resolve().parent
ROOT = pathlib.Path(sys.argv[1]).resolve()
GISA = str(ROOT / "bin/gisa")
HOME = os.path.dirname(pyspark.__file__)
os.environ.update(SPARK_HOME=HOME, PYSPARK_PYTHON=sys.executable, PYSPARK_DRIVER_PYTHON=sys.executable, SPARK_LOCAL_IP="127.0.0.1",
                  PYTHONPATH=str(HERE))
sys.path.insert(0, str(HERE))
import articles  # noqa: E402, where PySpark is

CLUSTER = "local-cluster[2,1,1024]"
PARTS = 16


def submit(place, *arguments):
    """A job as it is sent to a cluster. Its web page would be a port that nobody needs."""
    command = [f"{HOME}/bin/spark-submit", "--master", CLUSTER, "--conf", "spark.ui.enabled=false", "--conf", "spark.executor.memory=1g",
               "--conf", f"spark.local.dir={place}/spark", str(HERE / "articles.py"), "--gisa", str(ROOT), *map(str, arguments)]
    with open(place / "log", "wb") as log:
        return subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, cwd=place, start_new_session=True)


def run(spark, *arguments):
    """A job in the session of this check."""
    articles.run(spark, articles.read_options(["--gisa", str(ROOT), *map(str, arguments)]))


def gisa(*arguments, **options):
    return subprocess.run([GISA, *map(str, arguments)], capture_output=True, **options).stdout


def record(number):
    samples = sorted((HERE.parent / "articles").glob("*.txt"))
    return f"a-{number}", samples[number % len(samples)].read_text(encoding="utf8") + f"\n{number}번째.\n"


def write_ndjson(path):
    """Some lines are broken, one is no UTF-8, one is empty, some end as on Windows."""
    with open(path, "wb") as file:
        for number in range(4_000):
            name, text = record(number)
            line = json.dumps({"id": name, "text": text}, ensure_ascii=False).encode()
            line = {5: b"{broken", 6: b'{"id":"\xff\xfe","text":"a"}', 7: b"", 8: line + b"\r"}.get(number % 997, line)
            file.write(line + b"\n")


def write_folder(folder):
    for number in range(30):
        path = folder / f"{number % 3}" / f"기사 {number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(record(number)[1].encode("cp949", "replace") if number % 7 == 3 else record(number)[1].encode())
    (folder / "too large.md").write_bytes(b"a" * 5_000_000)
    (folder / "nothing.md").write_bytes(b"")


def executors(job):
    """The processes of a job's executors; they are in its session."""
    for path in glob.glob("/proc/[0-9]*/cmdline"):
        try:
            number = int(path.split("/")[2])
            if b"CoarseGrainedExecutorBackend" in pathlib.Path(path).read_bytes() and os.getsid(number) == os.getsid(job.pid):
                yield number
        except (OSError, ValueError):
            continue


def kill_an_executor(job, output):
    """Kills one as soon as some tasks are done; returns how many were."""
    while job.poll() is None:
        done = len(list(output.glob("_temporary/0/task_*")))
        if done > 0:
            os.kill(next(executors(job)), signal.SIGKILL)
            return done
        time.sleep(0.01)
    return None


def ndjson_table(folder):
    """The rows of a table, in order."""
    for part in sorted(folder.glob("part-*.json")):
        for line in part.read_text(encoding="utf8").split("\n")[:-1]:
            found = json.loads(line)
            yield found.get("id"), found.get("result"), found.get("error")


def compare(rows, alone):
    """Rows in the order of the answers of gisa alone. The number of a line counts within a task."""
    assert len(rows) == len(alone), f"{len(rows)} rows, {len(alone)} answers"
    for (identity, result, error), answer in zip(rows, alone):
        told = json.loads(answer)
        if "error" in told:
            assert (identity, result, error) == (told.get("id"), None, told["error"]), (identity, error, told)
        else:
            assert result == answer and error is None and identity == told["article"]["id"], identity


def lines_of(bytes_):
    return bytes_.decode().split("\n")[:-1]


def check_lost_executor(place, source):
    alone = gisa("stream", stdin=open(source, "rb"))
    begun = time.monotonic()
    output = place / "table.ndjson"
    job = submit(place, "--input", source, "--output", output, "--merged", place / "merged.yaml", "--partitions", PARTS)
    done = kill_an_executor(job, output)
    assert done is not None and done < PARTS, f"the job was over when an executor was to be killed: {done}"
    if job.wait() != 0:
        sys.exit((place / "log").read_text()[-4000:])
    seconds = time.monotonic() - begun
    assert "Lost executor" in (place / "log").read_text(), "Spark did not lose an executor"
    compare(list(ndjson_table(output)), lines_of(alone))
    assert (place / "merged.yaml").read_bytes() == gisa("merge", "-", input=alone), "the merged YAML is another"
    print(f"{len(lines_of(alone))} lines of NDJSON on two executors, one killed after {done} of {PARTS} tasks: {seconds:.1f} s with Spark's start")


def check_parquet(place, spark):
    rows = [record(number) for number in range(40)] + [("none", None)]
    spark.createDataFrame(rows, "doc string, body string").coalesce(1).write.parquet(str(place / "news.parquet"))
    lines = [json.dumps({key: value for key, value in (("id", name), ("text", text)) if value is not None}, ensure_ascii=False) for name, text in rows]
    alone = gisa("stream", input=("\n".join(lines) + "\n").encode())
    output = place / "table.parquet"
    run(spark, "--input", place / "news.parquet", "--text-column", "body", "--id-column", "doc", "--output", output, "--merged",
        place / "merged.yaml")
    table = spark.read.parquet(str(output))
    assert table.columns == ["id", "result", "error"], table.columns
    compare([tuple(row) for row in table.collect()], lines_of(alone))
    assert (place / "merged.yaml").read_bytes() == gisa("merge", "-", input=alone), "the merged YAML is another"
    print(f"{len(rows)} rows of Parquet, to Parquet")


def check_folder(place, spark, what, given, cwd, name):
    """A folder of files gives what `gisa run` gives; a file that it passes over is a row with an error."""
    output = place / "table.ndjson"
    run(spark, "--input", given, "--output", output, "--merged", place / "merged.yaml", "--partitions", 3)
    rows, wanted = list(ndjson_table(output)), lines_of(gisa("run", name, "--format", "ndjson", cwd=cwd))
    failed = [row for row in rows if row[2] is not None]
    found = [result for _, result, error in rows if error is None]
    if what == "read by Spark":  # whose order is by size
        found.sort(key=lambda result: json.loads(result)["source"]["path"].encode())
        wanted.sort(key=lambda result: json.loads(result)["source"]["path"].encode())
    assert found == wanted and len(found) == 31, f"{len(found)} results, {len(wanted)} of gisa run"
    assert [(row[0].endswith("/too large.md"), row[1]) for row in failed] == [(True, None)] and "5000000" in failed[0][2], failed
    merged = gisa("run", name, "--merge", cwd=cwd)
    assert (place / "merged.yaml").read_bytes() == merged, "the merged YAML is another"
    print(f"{len(rows)} files of a folder {what}")


with tempfile.TemporaryDirectory(prefix="gisa-spark-") as folder:
    places = [pathlib.Path(folder) / str(number) for number in range(4)]
    for place in places:
        place.mkdir()
    news, source = pathlib.Path(folder) / "news", pathlib.Path(folder) / "news.ndjson"
    write_folder(news)
    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config("spark.local.dir", f"{folder}/spark").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    shipped = articles.ship(session, str(ROOT))
    check_parquet(places[0], session)
    check_folder(places[1], session, "that executors share", news, "/", news)
    check_folder(places[2], session, "read by Spark", news.as_uri(), "/", str(news).lstrip("/"))
    session.stop()
    os.remove(shipped)
    if len(sys.argv) > 2:
        source = pathlib.Path(sys.argv[2]).resolve()
    else:
        write_ndjson(source)
    check_lost_executor(places[3], source)
print("spark: equal to gisa alone")

#!/usr/bin/env python3
"""Runs articles.py on two executors of this machine and compares what comes out with gisa alone, byte for byte: results in their order, errors, the
merged YAML; one executor is killed meanwhile.

usage: check.py GISA-ROOT [NDJSON]

GISA-ROOT is an installed gisa. NDJSON is what to extract; the default is made of the example articles, with lines that fail. Exit status 77 where there
is no PySpark or no Java.
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
ENVIRONMENT = dict(os.environ, SPARK_HOME=HOME, PYSPARK_PYTHON=sys.executable, PYSPARK_DRIVER_PYTHON=sys.executable,
                   SPARK_LOCAL_IP="127.0.0.1")


def submit(place, *arguments):
    """A job on two executors with a core each; a port of its own is a web page that nobody needs."""
    command = [f"{HOME}/bin/spark-submit", "--master", "local-cluster[2,1,1024]", "--conf", "spark.ui.enabled=false",
               "--conf", "spark.executor.memory=1g", "--conf", f"spark.local.dir={place}/spark", str(HERE / "articles.py"),
               "--gisa", str(ROOT), *map(str, arguments)]
    with open(place / "log", "wb") as log:
        return subprocess.Popen(command, env=ENVIRONMENT, stdout=log, stderr=subprocess.STDOUT, cwd=place, start_new_session=True)


def wait(job, place):
    if job.wait() != 0:
        sys.exit((place / "log").read_text()[-4000:])


def sample(path):
    articles = sorted((HERE.parent / "articles").glob("*.txt"))
    with open(path, "w", encoding="utf8") as file:
        for number in range(400):
            article = articles[number % len(articles)].read_text(encoding="utf8")
            record = {"id": f"a-{number}", "text": f"{article}\n{number}번째.\n"}
            file.write("{broken\n" if number % 97 == 5 else json.dumps(record, ensure_ascii=False) + "\n")


def kill_an_executor(job):
    """Kills one executor of the job as soon as there is one that has worked for a moment. Executors are found below the job's own process."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and job.poll() is None:
        for path in glob.glob("/proc/[0-9]*/cmdline"):
            try:
                command = pathlib.Path(path).read_bytes()
                number = int(path.split("/")[2])
                if b"CoarseGrainedExecutorBackend" in command and os.getsid(number) == os.getsid(job.pid):
                    time.sleep(2)
                    os.kill(number, signal.SIGKILL)
                    return number
            except (OSError, ValueError):
                continue
        time.sleep(0.2)
    return None


def table(folder):
    """The rows of a table, in order."""
    for part in sorted(folder.glob("part-*.json")):
        for line in part.read_text(encoding="utf8").splitlines():
            row = json.loads(line)
            yield row.get("id"), row.get("result"), row.get("error")


def compare(rows, answers):
    assert len(rows) == len(answers), f"{len(rows)} rows, {len(answers)} answers"
    for (identity, result, error), answer in zip(rows, answers):
        alone = json.loads(answer)
        if "error" in alone:
            assert (result, error) == (None, alone["error"]), (identity, error, alone)
        else:
            assert result == answer and error is None and identity == alone["article"]["id"], identity


with tempfile.TemporaryDirectory(prefix="gisa-spark-") as folder:
    place = pathlib.Path(folder)
    source = pathlib.Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else place / "articles.ndjson"
    if len(sys.argv) < 3:
        sample(source)
    with open(source, "rb") as file:
        answers = subprocess.run([GISA, "stream"], stdin=file, capture_output=True).stdout
    merged = subprocess.run([GISA, "merge", "-"], input=answers, capture_output=True).stdout
    begun = time.monotonic()
    output = place / "table.ndjson"
    job = submit(place, "--input", source, "--output", output, "--merged", place / "merged.yaml", "--partitions", "8")
    killed = kill_an_executor(job)
    wait(job, place)
    seconds = time.monotonic() - begun
    compare(list(table(output)), answers.decode().splitlines())
    assert (place / "merged.yaml").read_bytes() == merged, "the merged YAML is another"
    print(f"spark: {len(answers.splitlines())} lines, equal to gisa alone, with executor {killed} killed; {seconds:.1f} s with Spark's start")

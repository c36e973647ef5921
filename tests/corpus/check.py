#!/usr/bin/env python3
"""Runs gisa over articles and reads the results with another YAML reader (PyYAML): every document must parse, and the
bytes of the source at each record's `at`, decoded by Python, must hold the record's first text.

usage: check.py GISA FOLDER…

A folder that is not there is passed over with a message; exit status 77 where none is there.
"""
import html, os, subprocess, sys, unicodedata

import yaml

gisa, folders = sys.argv[1], [f for f in sys.argv[2:] if os.path.isdir(f)]
for folder in sys.argv[2:]:
    if folder not in folders:
        print("skipped: no articles in", folder)
if not folders:
    sys.exit(77)

# The key that comes first in a record is what `at` holds; counts and scores are read from text that follows them.
TEXT = {"attendance": "text"}
KNOWN = {"gisa", "source", "made_with", "article", "identity", "extractors", "diagnostics"}


def plain(text):
    """Without white space and in one normal form: what differs between two decoders of the same bytes."""
    return "".join(unicodedata.normalize("NFC", text).split())


run = subprocess.run([gisa, "run", *folders], capture_output=True, check=True)
documents = records = failed = 0
for result in yaml.load_all(run.stdout, Loader=yaml.CSafeLoader):
    documents += 1
    with open(result["source"]["path"], "rb") as file:
        source = file.read()
    for aspect in result.keys() - KNOWN:
        for record in result[aspect]:
            records += 1
            start, stop = record["at"]
            held = plain(html.unescape(source[start:stop].decode("utf8", "replace")))
            text = record[TEXT.get(aspect, next(iter(record)))]
            if isinstance(text, str) and plain(text) not in held:
                failed += 1
                print("%s: %s at %s: %r is not in %r" % (result["source"]["path"], aspect, record["at"], text, held))
print("%d documents, %d records grounded, %d not" % (documents, records - failed, failed))
sys.exit(failed > 0 or documents == 0)

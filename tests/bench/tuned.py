"""lean.py as its author would tune it: looks for cue words first, unescapes only where there is something, dumps many articles at once.

usage: tuned.py FOLDER > results.yaml
"""
import html
import os
import re
import sys

import yaml

SAID = re.compile(r'["“]([^"“”\n]{4,400})["”]\s*(?:이?라고|이?라며|고|며)\s*(?:[가-힣 ]{0,12})(?:말했|밝혔|설명했|강조했|덧붙였|전했)')
SPEAKER = re.compile(r"([가-힣]{2,4})\s?(대표|의원|장관|교수|회장|사장|원장|위원장|수석|센터장|본부장|부총리|기자|씨)[은는이가]\s")
ATTENDED = re.compile(r"([^.\n]{4,200})\s(?:등이?|등\s[^.\n]{0,30}이)\s?참석")
PERSON = re.compile(r"([가-힣]{2,4})\s([가-힣A-Z]{0,20}(?:대표|의원|장관|교수|회장|사장|원장|위원장|수석|센터장|본부장|부총리))")
SCORED = re.compile(r"([A-Za-z가-힣][\w.\- ]{1,30}?)[은는이가]\s[^.\n]{0,60}?(\d+(?:\.\d+)?)\s?(점|%)[^.\n]{0,30}(?:기록|획득|달성|받)")
FRONT = re.compile(r"^(\w+): (.*)$", re.M)


SAID_CUES = ("말했", "밝혔", "설명했", "강조했", "덧붙였", "전했")
BATCH = 200


def extract(path):
    with open(path, "rb") as file:
        text = file.read().decode("utf-8", "replace")
    if "&" in text:
        text = html.unescape(text)
    meta, body = {}, text
    if text.startswith("---\n"):
        end = text.find("\n---", 4)
        if end > 0:
            meta, body = dict(FRONT.findall(text, 4, end)), text[end + 4 :]
    quotes, attendees, benchmarks = [], [], []
    if any(cue in body for cue in SAID_CUES):
        for found in SAID.finditer(body):
            speakers = SPEAKER.findall(body, max(0, found.start() - 120), found.start())
            name, role = speakers[-1] if speakers else (None, None)
            quotes.append({"text": found[1], "speaker": name, "role": role})
    # The pattern is tried on the sentence before the cue, not from every place of the text.
    at = body.find(" 참석")
    while at >= 0:
        start = max(body.rfind(".", 0, at), body.rfind("\n", 0, at)) + 1
        if "등" in body[start:at]:
            attendees += [{"name": n, "role": r} for n, r in PERSON.findall(body, start, at)]
        at = body.find(" 참석", at + 3)
    if "점" in body or "%" in body:
        for line in body.split("."):
            if ("기록" in line or "획득" in line or "달성" in line) and ("점" in line or "%" in line):
                benchmarks += [{"model": m.strip(), "score": float(s), "unit": u} for m, s, u in SCORED.findall(line + ".")]
    return {"source": path, "article": meta, "quotes": quotes, "attendees": attendees, "benchmarks": benchmarks}


def main():
    batch = []

    def flush():
        if batch:
            sys.stdout.write(yaml.dump_all(batch, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, explicit_start=True))
            batch.clear()

    for folder, folders, names in os.walk(sys.argv[1]):
        folders.sort()
        for name in sorted(names):
            batch.append(extract(os.path.join(folder, name)))
            if len(batch) == BATCH:
                flush()
    flush()


main()

"""What somebody would write instead in an afternoon: the three aspects with `re` and PyYAML, no grounding, no front matter repair.

usage: lean.py FOLDER > results.yaml
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


def extract(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        text = html.unescape(file.read())
    meta, body = {}, text
    if text.startswith("---\n"):
        end = text.find("\n---", 4)
        if end > 0:
            meta, body = dict(FRONT.findall(text[4:end])), text[end + 4 :]
    quotes = []
    for found in SAID.finditer(body):
        speakers = SPEAKER.findall(body, max(0, found.start() - 200), found.start())
        name, role = speakers[-1] if speakers else (None, None)
        quotes.append({"text": found[1], "speaker": name, "role": role})
    attendees = [{"name": n, "role": r} for found in ATTENDED.finditer(body) for n, r in PERSON.findall(found[1])]
    benchmarks = [{"model": m.strip(), "score": float(s), "unit": u} for m, s, u in SCORED.findall(body)]
    return {"source": path, "article": meta, "quotes": quotes, "attendees": attendees, "benchmarks": benchmarks}


def main():
    for folder, folders, names in os.walk(sys.argv[1]):
        folders.sort()
        for name in sorted(names):
            yaml.dump(extract(os.path.join(folder, name)), sys.stdout, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, explicit_start=True)


main()

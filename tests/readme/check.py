#!/usr/bin/env python3
"""Runs what README.md shows and compares.

usage: check.py [--update] SOURCE-FOLDER GISA

A ```console block holds commands (`$ …`) and what they print, to the letter; a line `…` stands for any
lines. A ```c, ```lua or ```yaml block whose line before is `<!-- FILE -->` is the content of that file.
--update writes what the commands print and the files hold into README.md.
"""
import os, re, subprocess, sys

update = sys.argv[1] == "--update"
source, gisa = sys.argv[-2:]
path = os.path.join(source, "README.md")
failed = passed = 0


def matches(want, got):
    """Whether got is want, where a line `…` of want stands for any lines."""
    pattern = "".join(r"(?:.*\n)*?" if line == "…\n" else re.escape(line) for line in want.splitlines(keepends=True))
    return re.fullmatch(pattern, got) is not None


def run(command):
    env = dict(os.environ, PATH=os.path.dirname(gisa) + os.pathsep + os.environ["PATH"])
    done = subprocess.run(["bash", "-c", command], cwd=source, env=env, capture_output=True, text=True)
    # The digest of extractors and host changes with every edit of either.
    got = re.sub(r"(made_with: sha256:)[0-9a-f]{64}", r"\1…", done.stdout + done.stderr)
    return got if got.endswith("\n") or not got else got + "\n"


def judge(what, want, got):
    global passed, failed
    if matches(want, got) and not (update and want == "…\n"):
        passed += 1
        return want
    failed += 1
    if not update:
        print("README.md: %s\n--- README\n%s--- really\n%s" % (what, want, got))
    return got


def check_console(block):
    out = []
    for part in re.split(r"(?m)^(?=\$ )", block):
        if part.startswith("$ "):
            command, want = part[2:].split("\n", 1)
            out.append("$ %s\n%s" % (command, judge("$ " + command, want, run(command))))
        else:
            out.append(part)
    return "".join(out)


def check_file(name, block):
    with open(os.path.join(source, name), encoding="utf8") as file:
        return judge(name, block, file.read())


text = open(path, encoding="utf8").read()
text = re.sub(r"(?ms)^```console\n(.*?)^```$", lambda m: "```console\n%s```" % check_console(m[1]), text)
text = re.sub(r"(?ms)^<!-- (\S+) -->\n```(c|lua|yaml)\n(.*?)^```$",
              lambda m: "<!-- %s -->\n```%s\n%s```" % (m[1], m[2], check_file(m[1], m[3])), text)
if update:
    open(path, "w", encoding="utf8").write(text)
    failed = 0
if passed + failed == 0 and not update:
    sys.exit("README.md shows nothing that could be checked")
print("%d passed, %d failed" % (passed, failed))
sys.exit(failed > 0)

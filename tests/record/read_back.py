"""Holds a YAML stream against JSON lines: read_back.py STREAM LINES

Each document must read as the value of its line, types included, in every YAML reader that is
installed: PyYAML's two (YAML 1.1) and ruamel.yaml (YAML 1.2). Exits with 77 where PyYAML is missing.
"""

import json
import sys
import time

try:
    import yaml
except ImportError:
    sys.exit(77)


def difference(path, got, wanted):
    """Where got differs from wanted, or None."""
    if type(got) is not type(wanted):
        return f"{path}: {got!r} is no {type(wanted).__name__} {wanted!r}"
    if isinstance(wanted, list):
        if len(got) != len(wanted):
            return f"{path}: {len(got)} items, not {len(wanted)}"
        pairs = enumerate(zip(got, wanted))
    elif isinstance(wanted, dict):
        if list(got) != list(wanted):
            return f"{path}: keys differ: {set(got) ^ set(wanted)}"
        pairs = ((key, (got[key], value)) for key, value in wanted.items())
    else:
        return None if got == wanted else f"{path}: {got!r} is not {wanted!r}"
    return next(filter(None, (difference(f"{path}/{key}", *both) for key, both in pairs)), None)


def readers():
    yield "PyYAML", lambda stream: yaml.load_all(stream, Loader=yaml.SafeLoader)
    if yaml.__with_libyaml__:
        yield "PyYAML with libyaml", lambda stream: yaml.load_all(stream, Loader=yaml.CSafeLoader)
    try:
        from ruamel.yaml import YAML
    except ImportError:
        return
    yield "ruamel.yaml", YAML(typ="safe", pure=True).load_all


def main(stream_path, lines_path):
    with open(lines_path, encoding="utf-8", newline="\n") as lines:
        wanted = [json.loads(line) for line in lines]
    with open(stream_path, "rb") as file:
        stream = file.read()
    for name, read in readers():
        before = time.monotonic()
        count = -1
        for count, (got, value) in enumerate(zip(read(stream), wanted, strict=True)):
            found = difference("", got, value)
            if found:
                sys.exit(f"{name}, document {count + 1}: {found}")
        print(f"{name}: {count + 1} documents in {time.monotonic() - before:.1f} s")


main(*sys.argv[1:])

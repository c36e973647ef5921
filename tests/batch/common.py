"""What the checks of batches share: articles to run, trees to compare."""
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PLUGINS = HERE.parent / "cli" / "plugins"
TRAPS = HERE / "plugins"

if len(sys.argv) < 3:
    sys.exit(f"usage: {sys.argv[0]} GISA TRAP-LIBRARY [--long]")
GISA, TRAP = sys.argv[1], sys.argv[2]
LONG = "--long" in sys.argv


def environment(fault=None, trap=True):
    added = {"GISA_PLUGINS": str(PLUGINS), "LC_ALL": "C.UTF-8"}
    if trap:
        added["LD_PRELOAD"] = TRAP
    if fault:
        added["GISA_FAULT"] = fault
    return dict(os.environ, **added)


def gisa(*arguments, fault=None, **options):
    command = [GISA, "run", *map(str, arguments)]
    return subprocess.run(command, env=environment(fault), stdin=subprocess.DEVNULL, capture_output=True, timeout=60, **options)


def write_articles(folder, count):
    """Articles in some subfolders, each unlike the others."""
    for i in range(count):
        path = folder / f"{i % 7}" / f"{i:05}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\nid: a-{i}\ntitle: 기사 {i}\n---\n\n" + f"엔비디아와 네이버가 {i}명을 만났다. " * (1 + i % 9) + "\n")


def tree(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def same(got, wanted, what):
    if got == wanted:
        return
    torn = [name for name in got if name in wanted and got[name] != wanted[name]]
    print(f"{what}: missing {sorted(set(wanted) - set(got))[:5]}, too many {sorted(set(got) - set(wanted))[:5]}, not the same {torn[:5]}")
    sys.exit(1)


def expect(condition, what):
    if not condition:
        print(f"failed: {what}")
        sys.exit(1)

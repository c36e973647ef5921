#!/bin/sh
# Scores the shipped extractors against the annotated articles beside the project, where they are there.
#
# usage: score.sh SOURCE-FOLDER GISA
# The bounds are those below which something has broken; the figures reached are higher.
gold="$1/../shared/gold"
if [ ! -f "$gold/dev.jsonl" ]; then
  echo "skipped: no annotated articles in $gold"
  exit 77
fi
results=$(mktemp) && seeds=$(mktemp) && trap 'rm -f "$results" "$seeds"' EXIT
"$2" run --format ndjson "$1/examples/articles" "$gold/articles" > "$results" || exit 1
# The five example articles alone: the annotation of the others is left out.
grep -E '"id": "(277_0005700450|243_0000090390|002_d8991b5d25716180|138_0002213974|018_0006192082)"' \
  "$gold/dev.jsonl" > "$seeds"
python3 "$gold/score.py" "$seeds" "$results" \
  --min quotes=0.98 --min attribution=0.95 --min attendees=0.95 --min benchmarks=0.90 || exit 1
python3 "$gold/score.py" "$gold/dev.jsonl" "$results" \
  --min quotes=0.99 --min attribution=0.95 --min attendees=0.95 --min roles=0.95 --min attendance=0.90 \
  --min benchmarks=0.90

"""The package against a library that was built: `pytest examples/pipeline/python`, with GISA_LIBRARY where it is elsewhere."""
import json
import os
import pathlib
import random
import subprocess
import threading

import pytest

import gisa

SOURCE = pathlib.Path(__file__).resolve().parents[4]
ARTICLES = sorted((SOURCE / "examples/articles").glob("*.txt"))
ARTICLE = SOURCE / "examples/readme/article.md"


@pytest.fixture(scope="module")
def engine():
    with gisa.Engine() as engine:
        yield engine


def test_extracts_a_path_and_its_bytes(engine):
    result = engine.extract(ARTICLE)
    assert result["article"]["id"] == "readme-1"
    quote = result["quotes"][0]
    assert (quote["text"], quote["speaker"]) == ("정예팀 모두가 승자", "배경훈")
    start, stop = quote["at"]
    assert "정예팀 모두가 승자" in ARTICLE.read_bytes()[start:stop].decode()
    assert engine.extract(ARTICLE.read_bytes(), path=str(ARTICLE)) == result
    assert engine.extract(str(ARTICLE)) == result


@pytest.mark.parametrize("source", [b"", b"\0\xff\xfe---", b"--- \xed\xa0\x80", bytes(range(256)) * 100])
def test_any_bytes_have_an_answer(engine, source):
    assert engine.extract(source)["source"]["bytes"] == len(source)


def test_front_matter_on_top(engine):
    article = engine.extract("본문이다.".encode(), meta={"id": "x-1", "title": "제목", "published_at": "2025-12-30"})["article"]
    assert (article["id"], article["title"]) == ("x-1", "제목")


def test_encodings(engine):
    text = "배경훈 장관은 \"모두가 승자\"라고 말했다."
    assert engine.extract(text.encode("cp949"), encoding="CP949")["quotes"][0]["text"] == "모두가 승자"
    with pytest.raises(gisa.EncodingError):
        engine.extract(b"a", encoding="no-such-encoding")


def test_chooses_extractors():
    with gisa.Engine(["quotes"]) as engine:
        assert "attendees" not in engine.extract(ARTICLE)
        by_name = {extractor.name: extractor for extractor in engine.extractors}
        assert by_name["quotes"].chosen and by_name["quotes"].needs == ("people",)
        assert not by_name["people"].chosen


def test_plugins_of_ones_own(tmp_path):
    (tmp_path / "count").mkdir()
    (tmp_path / "count/extractor.lua").write_text(
        'return { name = "count", version = "1.0.0", summary = "bytes of the body",\n'
        '  fields = { { "bytes", "integer", "how many" } }, config = { factor = 1 },\n'
        "  extract = function(doc, config) return { { bytes = #doc.body * config.factor, at = doc.body } } end }\n")
    with gisa.Engine(plugins=[tmp_path], shipped=False, settings={"count.factor": 2}) as engine:
        assert [e.name for e in engine.extractors] == ["count"]
        assert engine.extract("본문".encode())["count"][0]["bytes"] == 12


@pytest.mark.parametrize("wrong, error", [
    ({"extractors": ["nonesuch"]}, gisa.UsageError),
    ({"plugins": ["/no/such/folder"]}, gisa.ReadError),
    ({"settings": {"quotes.nonesuch": 1}}, gisa.UsageError),
    ({"limits": {"nonesuch": 1}}, gisa.UsageError),
])
def test_wrong_use_is_an_exception(wrong, error):
    with pytest.raises(error) as raised:
        gisa.Engine(**wrong)
    assert isinstance(raised.value, gisa.GisaError) and str(raised.value)


def test_a_broken_extractor_is_an_exception(tmp_path):
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/extractor.lua").write_text("return {")
    with pytest.raises(gisa.ExtractorError, match="broken"):
        gisa.Engine(plugins=[tmp_path])


def test_a_missing_file_and_a_closed_engine():
    engine = gisa.Engine(["attendance"])
    with pytest.raises(FileNotFoundError):
        engine.extract("/no/such/file")
    engine.close()
    engine.close()
    with pytest.raises(gisa.UsageError):
        engine.extract(b"")


def test_one_engine_a_thread():
    def work():
        try:
            with gisa.Engine(["quotes", "attendees"]) as own:
                results.append([own.extract_json(path) for path in ARTICLES])
        except Exception as problem:
            results.append(problem)

    results = []
    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 4 and all(result == results[0] for result in results), results


def test_merge_is_the_same_in_any_order_and_in_parts(engine):
    results = [engine.extract(path) for path in ARTICLES]
    whole = gisa.merge(results)
    assert whole["records"]["quotes"] == len(whole["quotes"]) > 0
    rng = random.Random(7)
    for _ in range(5):
        rng.shuffle(results)
        cut = rng.randrange(len(results))
        parts = [gisa.merge(results[:cut]), gisa.merge(results[cut:])]
        assert gisa.merge(parts + [results[0], json.dumps(parts[0])]) == whole
    with pytest.raises(gisa.UsageError, match="layout 9"):
        gisa.merge([{"gisa": 9}])


def test_agrees_with_the_command(engine):
    command = os.environ.get("GISA_COMMAND", str(SOURCE / "build/gisa"))
    if not os.access(command, os.X_OK):
        pytest.skip(f"there is no {command}")
    done = subprocess.run([command, "run", "--format", "ndjson", *map(str, ARTICLES)], capture_output=True, check=True, text=True)
    assert done.stdout.splitlines() == [engine.extract_json(path) for path in ARTICLES]

"""Facts from news articles, each with the bytes it came from.

    import gisa

    with gisa.Engine(extractors=["quotes"]) as engine:
        for quote in engine.extract(pathlib.Path("article.md"))["quotes"]:
            print(quote["speaker"], quote["text"], quote["at"])

An engine belongs to one thread at a time; each thread may have its own, and they do run at the same time, for the interpreter's
lock is free while gisa works. `merge` joins the results of many articles.
"""
from .engine import Engine, Extractor
from .errors import EncodingError, ExtractorError, GisaError, OutOfMemory, ReadError, TooLarge, UsageError
from .library import version
from .merging import Merge, merge

__all__ = [
    "EncodingError", "Engine", "Extractor", "ExtractorError", "GisaError", "Merge", "OutOfMemory", "ReadError", "TooLarge",
    "UsageError", "merge", "version",
]

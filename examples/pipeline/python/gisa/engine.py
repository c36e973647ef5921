"""Engines: one article in, one result out."""
from __future__ import annotations

import ctypes
import json
import os
import threading
from dataclasses import dataclass
from typing import Any, Iterable, Mapping

from .errors import OutOfMemory, UsageError, check
from .library import ExtractorInfo, Input, lib, shipped_plugins, written


@dataclass(frozen=True)
class Extractor:
    name: str
    version: str
    summary: str
    path: str
    needs: tuple[str, ...]
    chosen: bool


class Engine:
    """Loads extractors once and takes articles apart.

    extractors  names; the default is all. What they need runs too.
    plugins     more folders of extractors, over those that come with gisa; of two of one name the later counts.
    settings    "attendees.limit": 12
    limits      "memory": "32M", as `gisa run --limit`
    shipped     whether the extractors that come with gisa are there
    """

    def __init__(self, extractors: Iterable[str] | None = None, *, plugins: Iterable[str | os.PathLike[str]] = (),
                 settings: Mapping[str, Any] | None = None, limits: Mapping[str, Any] | None = None, shipped: bool = True) -> None:
        self._lock = threading.Lock()
        self._engine = lib.gisa_engine_new(None)
        if not self._engine:
            raise OutOfMemory("out of memory")
        try:
            self._open(extractors, plugins, settings or {}, limits or {}, shipped)
        except BaseException:
            self.close()
            raise

    def _open(self, extractors: Iterable[str] | None, plugins: Iterable[str | os.PathLike[str]], settings: Mapping[str, Any],
              limits: Mapping[str, Any], shipped: bool) -> None:
        folder = shipped_plugins() if shipped else None
        for path in [*([folder] if folder else []), *plugins]:
            self._check(lib.gisa_engine_add_plugins(self._engine, os.fsencode(path)))
        if extractors is not None:
            names = [extractors] if isinstance(extractors, str) else extractors
            self._check(lib.gisa_engine_choose(self._engine, ",".join(names).encode()))
        for name, value in limits.items():
            self._check(lib.gisa_engine_set_limit(self._engine, name.encode(), str(value).encode()))
        self._check(lib.gisa_engine_load(self._engine))
        for key, value in settings.items():
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            self._check(lib.gisa_engine_set(self._engine, key.encode(), text.encode()))

    def _check(self, status: int) -> None:
        check(status, lib.gisa_engine_message(self._engine))

    def close(self) -> None:
        """Gives the engine's memory back. It can't be used any more."""
        engine, self._engine = self._engine, None
        if engine:
            lib.gisa_engine_free(engine)

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        if getattr(self, "_engine", None):
            self.close()

    @property
    def extractors(self) -> list[Extractor]:
        """Those that are ready, in the order in which they run."""
        found: list[Extractor] = []
        info = ExtractorInfo()
        with self._held():
            while lib.gisa_engine_extractor(self._engine, len(found), ctypes.byref(info)):
                needs: list[str] = []
                while info.needs and info.needs[len(needs)]:
                    needs.append(info.needs[len(needs)].decode())
                found.append(Extractor(info.name.decode(), info.version.decode(), info.summary.decode(), os.fsdecode(info.path),
                                       tuple(needs), bool(info.chosen)))
        return found

    def extract(self, source: bytes | bytearray | os.PathLike[str] | str, *, meta: Mapping[str, Any] | None = None,
                encoding: str | None = None, path: str | None = None) -> dict[str, Any]:
        """The result of one article, as a dictionary.

        source    bytes of an article, or the path of a file. A str is a path.
        meta      front matter on top of the article's own: `id`, `title`, …
        encoding  an iconv name; the default is what a BOM says, UTF-8, or what the bytes look like
        path      as it shows in the result, of bytes
        """
        result: dict[str, Any] = json.loads(self.extract_json(source, meta=meta, encoding=encoding, path=path))
        return result

    def extract_json(self, source: bytes | bytearray | os.PathLike[str] | str, *, meta: Mapping[str, Any] | None = None,
                     encoding: str | None = None, path: str | None = None) -> str:
        """The same as one line of JSON: as `gisa run --format ndjson` writes it."""
        if isinstance(source, (bytes, bytearray)):
            content = bytes(source)
        else:
            path = os.fspath(source) if path is None else path
            with open(source, "rb") as file:
                content = file.read()
        front = None if meta is None else json.dumps(dict(meta), ensure_ascii=False, default=str).encode()
        item = Input(bytes=content, length=len(content), path=None if path is None else os.fsencode(path),
                     encoding=None if encoding is None else encoding.encode(), meta=front, meta_length=len(front or b""))
        result = ctypes.c_void_p()
        with self._held():
            self._check(lib.gisa_extract(self._engine, ctypes.byref(item), ctypes.byref(result)))
            return written(lib.gisa_result_write, result).decode()

    def _held(self) -> _Held:
        return _Held(self)


class _Held:
    """An engine in use: two threads at once in one would be the end of both."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def __enter__(self) -> None:
        if not self.engine._lock.acquire(blocking=False):
            raise UsageError("another thread uses this engine; each needs its own")
        if not self.engine._engine:
            self.engine._lock.release()
            raise UsageError("the engine is closed")

    def __exit__(self, *_: object) -> None:
        self.engine._lock.release()

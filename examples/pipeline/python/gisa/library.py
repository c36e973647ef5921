"""libgisa by ctypes: its types and functions as gisa.h has them, and where it and the extractors are."""
from __future__ import annotations

import ctypes
import ctypes.util
import os
import pathlib
from ctypes import POINTER, c_char_p, c_int, c_size_t, c_void_p
from typing import Any, Callable, Iterator

FORMAT_NDJSON = 2

_HERE = pathlib.Path(__file__).resolve()


class Input(ctypes.Structure):
    _fields_ = [
        ("bytes", c_char_p), ("length", c_size_t), ("path", c_char_p), ("encoding", c_char_p), ("meta", c_char_p),
        ("meta_length", c_size_t), ("without", c_void_p), ("without_count", c_size_t),
    ]


class ExtractorInfo(ctypes.Structure):
    _fields_ = [
        ("name", c_char_p), ("version", c_char_p), ("summary", c_char_p), ("path", c_char_p), ("needs", POINTER(c_char_p)),
        ("chosen", c_int),
    ]


WRITE = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_size_t)

_FUNCTIONS: dict[str, tuple[Any, ...]] = {
    "gisa_version": (c_char_p,),
    "gisa_engine_new": (c_void_p, c_void_p),
    "gisa_engine_free": (None, c_void_p),
    "gisa_engine_message": (c_char_p, c_void_p),
    "gisa_engine_add_plugins": (c_int, c_void_p, c_char_p),
    "gisa_engine_choose": (c_int, c_void_p, c_char_p),
    "gisa_engine_set_limit": (c_int, c_void_p, c_char_p, c_char_p),
    "gisa_engine_load": (c_int, c_void_p),
    "gisa_engine_set": (c_int, c_void_p, c_char_p, c_char_p),
    "gisa_engine_extractor": (c_int, c_void_p, c_size_t, POINTER(ExtractorInfo)),
    "gisa_extract": (c_int, c_void_p, POINTER(Input), POINTER(c_void_p)),
    "gisa_result_write": (c_int, c_void_p, c_int, WRITE, c_void_p),
    "gisa_merge_new": (c_void_p, c_void_p),
    "gisa_merge_free": (None, c_void_p),
    "gisa_merge_message": (c_char_p, c_void_p),
    "gisa_merge_add": (c_int, c_void_p, c_char_p, c_size_t),
    "gisa_merge_write": (c_int, c_void_p, c_int, WRITE, c_void_p),
}


def _candidates() -> Iterator[str]:
    """GISA_LIBRARY; beside this package in an installed or built tree; where the loader looks."""
    named = os.environ.get("GISA_LIBRARY")
    if named:
        yield named
        return
    source = _HERE.parents[4] if len(_HERE.parents) > 4 else None
    if source is not None and (source / "host/include/gisa.h").exists():
        yield str(source / "build/libgisa.so")
    yield ctypes.util.find_library("gisa") or "libgisa.so.0"


def _load() -> ctypes.CDLL:
    problems = []
    for candidate in _candidates():
        try:
            library = ctypes.CDLL(candidate)
            break
        except OSError as problem:
            problems.append(str(problem))
    else:
        raise ImportError("libgisa is not there; GISA_LIBRARY can name it: " + "; ".join(problems))
    for name, (result, *arguments) in _FUNCTIONS.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


lib = _load()


def version() -> str:
    """The version of the library."""
    found: bytes = lib.gisa_version()
    return found.decode()


def shipped_plugins() -> str | None:
    """The folder of the extractors that come with gisa: as GISA_PLUGINS says, of an installed gisa, of the source tree."""
    named = os.environ.get("GISA_PLUGINS")
    if named:
        return named
    folders = [pathlib.Path(prefix) / "share/gisa/plugins" for prefix in ("/usr/local", "/usr")]
    library = pathlib.Path(lib._name)
    if library.is_absolute():
        folders[:0] = [parent / "share/gisa/plugins" for parent in library.resolve().parents[1:4]]
        folders[:0] = [library.resolve().parents[1] / "plugins"]
    return next((str(folder) for folder in folders if folder.is_dir()), None)


def written(write: Callable[..., int], handle: c_void_p | int | None) -> bytes:
    """What a gisa_*_write function writes of a handle, as NDJSON without the newline."""
    pieces: list[bytes] = []

    def take(_: object, address: int, length: int) -> int:
        pieces.append(ctypes.string_at(address, length))
        return 0

    status = write(handle, FORMAT_NDJSON, WRITE(take), None)
    if status != 0:
        raise MemoryError("out of memory")
    return b"".join(pieces).rstrip(b"\n")

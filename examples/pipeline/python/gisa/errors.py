"""The library's errors as exceptions, one for each gisa_status."""
from __future__ import annotations


class GisaError(Exception):
    """What the library had to say is the exception's text."""


class OutOfMemory(GisaError, MemoryError):
    pass


class ReadError(GisaError, OSError):
    """A file or a folder can't be read."""


class TooLarge(GisaError, ValueError):
    """The input is over a limit."""


class EncodingError(GisaError, LookupError):
    """The name of an encoding is unknown."""


class ExtractorError(GisaError):
    """An extractor can't be used."""


class UsageError(GisaError, ValueError):
    """A call that makes no sense: an unknown name, a result that can't be merged, an engine that another thread uses."""


OK = 0
_BY_STATUS = {1: OutOfMemory, 2: ReadError, 3: TooLarge, 4: EncodingError, 5: ExtractorError, 6: UsageError}


def check(status: int, message: bytes) -> None:
    """Raises what stands for the status, unless all is well."""
    if status != OK:
        raise _BY_STATUS.get(status, GisaError)(message.decode("utf-8", "replace"))

"""Results of many articles as one."""
from __future__ import annotations

import json
from typing import Any, Iterable, Mapping

from .errors import OutOfMemory, check
from .library import lib, written


class Merge:
    """A merge that grows: in any order, in parts, the same result twice, and merged results too; the answer is the same."""

    def __init__(self) -> None:
        self._merge = lib.gisa_merge_new(None)
        if not self._merge:
            raise OutOfMemory("out of memory")

    def add(self, result: Mapping[str, Any] | str | bytes) -> None:
        """Adds a result, of an article or of a merge: as a dictionary, or as JSON or YAML."""
        if isinstance(result, Mapping):
            result = json.dumps(result, ensure_ascii=False)
        text = result.encode() if isinstance(result, str) else result
        check(lib.gisa_merge_add(self._merge, text, len(text)), lib.gisa_merge_message(self._merge))

    def result_json(self) -> str:
        """What was added, merged, as one line of JSON."""
        return written(lib.gisa_merge_write, self._merge).decode()

    def result(self) -> dict[str, Any]:
        whole: dict[str, Any] = json.loads(self.result_json())
        return whole

    def __del__(self) -> None:
        merge, self._merge = getattr(self, "_merge", None), None
        if merge:
            lib.gisa_merge_free(merge)


def merge(results: Iterable[Mapping[str, Any] | str | bytes]) -> dict[str, Any]:
    """The results as one."""
    whole = Merge()
    for result in results:
        whole.add(result)
    return whole.result()

"""Which files hold a name, told from their bytes."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

FEW = 10
"""After so many names have been searched for, all names are listed once instead."""
_WORDS = bytes(
    b if (b < 128 and chr(b).isalnum()) or b == ord("_") or b >= 128 else ord(" ")
    for b in range(256)
)
"""What turns everything but names into spaces."""


class Names:
    """Finds the files that hold a name.

    Args:
        files: the files.
        content: what reads one.
    """

    def __init__(self, files: Sequence[str], content: Callable[[str], bytes]) -> None:
        self._files = files
        self._content = content
        self._asked = 0
        self._index: dict[bytes, array[int]] | None = None
        self._known: dict[str, list[str]] = {}

    def holding(self, name: str) -> list[str]:
        """Return the files that hold a name, in their order."""
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = self._search(name.encode())
        return found

    def holding_any(self, names: Iterable[bytes]) -> frozenset[str] | None:
        """Return the files that hold one of some names; None before all names were listed."""
        index, files = self._index, self._files
        if index is None:
            return None
        return frozenset(files[number] for name in names for number in index.get(name, ()))

    def _search(self, word: bytes) -> list[str]:
        self._asked += 1
        if self._index is None and self._asked <= FEW:
            return [path for path in self._files if word in self._content(path)]
        if self._index is None:
            self._index = self._listed()
        return [self._files[number] for number in self._index.get(word, ())]

    def _listed(self) -> dict[bytes, array[int]]:
        found: dict[bytes, array[int]] = {}
        for number, path in enumerate(self._files):
            for word in set(self._content(path).translate(_WORDS).split()):
                places = found.get(word)
                if places is None:
                    found[word] = array("I", (number,))
                else:
                    places.append(number)
        return found

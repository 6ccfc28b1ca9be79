"""Which files hold a name, told from their bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.project.queries import part, word

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Sequence

    from netra_lint.project.sources import Sources

FEW = 10
"""After so many names have been searched for, all names are listed once instead."""


class Names:
    """Finds the files that hold a name.

    Args:
        files: the files.
        sources: their texts.
    """

    def __init__(self, files: Sequence[str], sources: Sources) -> None:
        self._files = files
        self._sources = sources
        self._asked = 0
        self._index: dict[bytes, array[int]] | None = None
        self._known: dict[str, list[str]] = {}

    def holding(self, name: str) -> list[str]:
        """Return the files that hold a name, in their order."""
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = self._search(name)
        return found

    def holding_any(self, names: Iterable[bytes]) -> frozenset[str] | None:
        """Return the files that hold one of some names; None before all names were listed."""
        index, files = self._index, self._files
        if index is None:
            return None
        return frozenset(files[number] for name in names for number in index.get(name, ()))

    def _search(self, name: str) -> list[str]:
        self._asked += 1
        if self._index is None and self._asked <= FEW:
            return [path for path, _ in self._sources.having(part(name), self._files)]
        if self._index is None:
            self._index = self._sources.listed(self._files)
        found = [self._files[number] for number in self._index.get(name.encode(), ())]
        self._sources.asked(word(name), ((path, True) for path in found))
        return found

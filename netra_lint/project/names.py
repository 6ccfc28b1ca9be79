"""Which files hold a name, told from their bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.project.queries import word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from netra_lint.project.index import Index
    from netra_lint.project.sources import Sources


class Names:
    """Finds the files that hold a name.

    Args:
        files: the files.
        sources: their texts.
    """

    def __init__(self, files: Sequence[str], sources: Sources) -> None:
        self._files = files
        self._sources = sources
        self._index: Index | None = None
        self._known: dict[str, list[str]] = {}

    def holding(self, name: str) -> list[str]:
        """Return the files that hold a name, in their order."""
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = self._search(name)
        return found

    def held(self, names: Iterable[bytes]) -> dict[str, list[bytes]]:
        """Return the files that hold some names, with those that each holds."""
        return self._by_file(names, self._indexed().holding)

    def spelt(self, texts: Iterable[bytes]) -> dict[str, list[bytes]]:
        """Return the files that hold names of which some texts are parts, with those texts."""
        return self._by_file(texts, self._indexed().with_part)

    def _by_file(
        self, texts: Iterable[bytes], places: Callable[[bytes], Iterable[int]]
    ) -> dict[str, list[bytes]]:
        found: dict[str, list[bytes]] = {}
        for text in texts:
            for number in places(text):
                found.setdefault(self._files[number], []).append(text)
        return found

    def may_hold(self, name: str) -> list[str]:
        """Return the same, for those who ask these files for more, and note that."""
        return [self._files[number] for number in self._indexed().holding(name.encode())]

    def _search(self, name: str) -> list[str]:
        found = self.may_hold(name)
        self._sources.asked(word(name), ((path, True) for path in found))
        return found

    def _indexed(self) -> Index:
        if self._index is None:
            self._index = self._sources.index(self._files)
        return self._index

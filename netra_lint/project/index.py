"""The names in a project's files: which stand where, told in one pass over their bytes."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right, insort
from typing import TYPE_CHECKING

from netra_lint.project.queries import defined_in, words_in

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Sequence, Set


class Index:
    """Which files hold a name.

    Args:
        contents: the bytes of all files, in their order.

    A file is told by its number in that order.

    Where functions are defined is told by the hashes of their names: these take
    little memory, and a file too many does no harm.
    """

    def __init__(self, contents: Iterable[bytes]) -> None:
        # Most names stand in one file only: that needs no array.
        self._places: dict[bytes, int | array[int]] = {}
        self._spelled: bytes | None = None
        known, add = self._places.get, self._add
        defined: list[int] = []
        for number, content in enumerate(contents):
            defined += [_marked(name, number) for name in defined_in(content)]
            for name in words_in(content):
                places = known(name)
                if places is None:
                    self._places[name] = number
                elif places.__class__ is int:
                    add(name, number)
                else:
                    places.append(number)  # type: ignore[union-attr]
        self._defined = array("Q", sorted(defined))

    def _add(self, name: bytes, number: int) -> None:
        """Note one file more for a name."""
        places = self._places.get(name)
        if places is None:
            self._places[name] = number
            if self._spelled is not None:
                self._spelled += name + b"\n"
        elif isinstance(places, int):
            self._places[name] = array("I", sorted((places, number)))
        else:
            insort(places, number)

    def holding(self, name: bytes) -> Sequence[int]:
        """Return the files that hold a name, in their order."""
        places = self._places.get(name, ())
        return (places,) if isinstance(places, int) else places

    def defining(self, name: bytes) -> set[int]:
        """Return the files that may define a function of a name."""
        first, last = _marked(name, 0), _marked(name, _MOST)
        start, end = bisect_left(self._defined, first), bisect_right(self._defined, last)
        return {mark & _MOST for mark in self._defined[start:end]}

    def with_part(self, text: bytes) -> set[int]:
        """Return the files that hold a name of which some text is a part."""
        spelled = self._all_spelled()
        found: set[int] = set()
        at = spelled.find(text)
        while at >= 0:
            name, end = _name_around(spelled, at, at)
            found.update(self.holding(name))
            at = spelled.find(text, end)
        return found

    def with_match(self, pattern: re.Pattern[bytes]) -> set[int]:
        """Return the files that hold a name in which a pattern is found."""
        spelled = self._all_spelled()
        found: set[int] = set()
        match = pattern.search(spelled)
        while match is not None:
            name, end = _name_around(spelled, *match.span())
            found.update(self.holding(name))
            match = pattern.search(spelled, end)
        return found

    def _all_spelled(self) -> bytes:
        if self._spelled is None:
            self._spelled = b"\n".join(self._places) + b"\n" if self._places else b""
        return self._spelled

    # -- changes -----------------------------------------------------------------------

    def names_in(self, number: int) -> set[bytes]:
        """Return the names that a file holds."""
        return {name for name in self._places if self._holds(name, number)}

    def _holds(self, name: bytes, number: int) -> bool:
        places = self.holding(name)
        at = bisect_left(places, number)
        return at < len(places) and places[at] == number

    def define(self, number: int, new: Set[bytes]) -> None:
        """Take notice that a file may define functions of some names, besides those it did."""
        for mark in (_marked(name, number) for name in new):
            at = bisect_left(self._defined, mark)
            if at == len(self._defined) or self._defined[at] != mark:
                self._defined.insert(at, mark)

    def replace(self, number: int, old: Set[bytes], new: Set[bytes]) -> None:
        """Take notice that a file holds other names.

        Args:
            number: the file.
            old: the names that it held.
            new: the names that it holds.
        """
        for name in old - new:
            places = self._places[name]
            if isinstance(places, int):
                del self._places[name]
            else:
                places.remove(number)
        for name in new - old:
            self._add(name, number)


_BITS = 32
_MOST = (1 << _BITS) - 1


def _marked(name: bytes, number: int) -> int:
    """Return a file's number with a part of a name's hash before it."""
    return (hash(name) & _MOST) << _BITS | number


def _name_around(spelled: bytes, start: int, end: int) -> tuple[bytes, int]:
    """Return the name that a part lies in, one to a line, with the place of its end."""
    stop = spelled.index(b"\n", end)
    return spelled[spelled.rfind(b"\n", 0, start) + 1 : stop], stop

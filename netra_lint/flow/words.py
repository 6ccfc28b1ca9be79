"""Python's own words: what changes a container, or gives its elements again."""

from __future__ import annotations

MUTATORS = frozenset({
    "append", "extend", "insert", "add", "update", "setdefault", "appendleft", "put",
    "put_nowait", "pop", "clear", "remove", "set", "send", "set_result", "asend", "popleft",
    "popitem", "reverse", "sort", "discard", "extendleft", "rotate", "move_to_end", "get_nowait",
})  # fmt: skip

HEAPING = frozenset({"heappush", "heappop", "heapify", "heappushpop", "heapreplace", "insort"})
"""Functions that change the container that they are given first."""
CHANGING = MUTATORS | HEAPING
SAME_ELEMENTS = frozenset({"list", "reversed", "sorted", "tuple"})
"""Functions that give the elements of what they are given, in some order."""


def is_shifted(spec: str) -> bool:
    """Whether a format specification may put something before a text, other than blanks."""
    return spec[:1] not in ("", " ") and spec[1:2] in (">", "^")

"""Python's own words: methods that change a container."""

from __future__ import annotations

MUTATORS = frozenset({
    "append", "extend", "insert", "add", "update", "setdefault", "appendleft", "put",
    "put_nowait", "pop", "clear", "remove", "set", "send", "set_result", "asend", "popleft",
    "popitem", "reverse", "sort", "discard", "extendleft", "rotate", "move_to_end", "get_nowait",
})  # fmt: skip

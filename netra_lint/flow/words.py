"""Python's own words: methods that change a container."""

from __future__ import annotations

MUTATORS = frozenset({
    "append", "extend", "insert", "add", "update", "setdefault", "appendleft", "put",
    "put_nowait", "pop", "clear", "remove", "set", "send", "set_result", "asend", "popleft",
    "popitem", "reverse", "sort", "discard", "extendleft", "rotate", "move_to_end", "get_nowait",
})  # fmt: skip


def is_shifted(spec: str) -> bool:
    """Whether a format specification may put something before a text, other than blanks."""
    return spec[:1] not in ("", " ") and spec[1:2] in (">", "^")

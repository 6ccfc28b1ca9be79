"""The heads of definitions, told from a text that is not parsed."""

from __future__ import annotations

import re

# The pattern begins with a plain word: that is looked for much faster than the start of a line.
_CLASS = re.compile(rb"class[ \t]+\w+[ \t]*\(([^)]*)\)")
_WORD = re.compile(rb"\w+")
_BEFORE = {b"", b"async"}


def begins_line(content: bytes, start: int) -> bool:
    """Tell whether nothing that counts stands before a definition on its line.

    Args:
        content: the text.
        start: where the definition starts.
    """
    return content[content.rfind(b"\n", 0, start) + 1 : start].strip() in _BEFORE


def bases_in(content: bytes) -> set[bytes]:
    """Return the words in the heads of classes that may name a base."""
    heads = (h for h in _CLASS.finditer(content) if begins_line(content, h.start()))
    return {name for head in heads for name in _WORD.findall(head[1])}

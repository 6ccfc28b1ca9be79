"""The other names under which a file calls something, told from its text.

What is imported `as` another name, what a class method makes by `cls(...)`, what an
initialiser hands on by `super().__init__(...)`, and objects that can be called.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from netra_lint.project.heads import bases_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

CALLED = b"()"
"""What ends the name of a class whose objects can be called."""
HANDED = b">"
"""What stands between the name of what passes on any keyword, and of what that is given to."""
_BEFORE = re.compile(rb"(\w+)\s*\\?\s*$")
_WORD = re.compile(rb"\w+")
_CLASS = re.compile(rb"class[ \t]+(\w+)")
_FAR = 80
_LONG = 600
"""So far before a spread dictionary the call is looked for that it is given to."""


def other_names(content: bytes, names: Collection[bytes]) -> set[bytes]:
    """Return what else a text may call some functions and classes by.

    Args:
        content: the text.
        names: their names; a class whose objects can be called is there with `CALLED` as well.
    """
    found = set(_renamed(content, names))
    if b"cls(" in content and not names_of(_CLASS, content).isdisjoint(names):
        found.add(b"cls")
    if b"super().__init__(" in content and not bases_in(content).isdisjoint(names):
        found.add(b"__init__")
    for name in names:
        if name.endswith(CALLED) and name[: -len(CALLED)] in content:
            found.update(_holders(content, name[: -len(CALLED)]))
    return found


def names_of(pattern: re.Pattern[bytes], content: bytes) -> set[bytes]:
    """Return what a pattern's group matches in a text."""
    return set(pattern.findall(content))


def _renamed(content: bytes, names: Collection[bytes]) -> Iterator[bytes]:
    at = content.find(b" as ")
    while at >= 0:
        before = _BEFORE.search(content, max(0, at - _FAR), at)
        after = _WORD.match(content, at + 4)
        if before is not None and after is not None and before[1] in names:
            yield after[0]
        at = content.find(b" as ", at + 4)


def _holders(content: bytes, cls: bytes) -> Iterator[bytes]:
    """Yield the variables and attributes that are given an object of a class, or declared so."""
    made = rb"(\w+)[ \t]*(?::[^=\n]*)?=[ \t]*(?:\w+\.)*%b\(" % cls
    declared = rb"(\w+)[ \t]*:[ \t]*[\"'\w.\[]*\b%b\b" % cls
    for pattern in (made, declared):
        yield from re.findall(pattern, content)


def handed_on(content: bytes, head: int, body: int, end: int) -> Iterator[bytes]:
    """Yield what a function calls with all keywords that it gathers.

    Args:
        content: a text.
        head: where the function's parameters begin.
        body: where its body begins.
        end: where that ends.
    """
    at = content.find(b"**", head, body)
    gathered = _WORD.match(content, at + 2) if at >= 0 else None
    if gathered is None:
        return
    spread = b"**" + gathered[0]
    at = content.find(spread, body, end)
    while at >= 0:
        yield from _called_around(content, at, max(body, at - _LONG))
        at = content.find(spread, at + 2, end)


def _called_around(content: bytes, at: int, start: int) -> Iterator[bytes]:
    """Yield the name of what is called with what stands at a place."""
    depth = 0
    for place in range(at - 1, start, -1):
        sign = content[place : place + 1]
        if sign in b")]}":
            depth += 1
        elif sign in b"([{":
            if depth == 0:
                name = _BEFORE.search(content, max(start, place - _FAR), place)
                if sign == b"(" and name is not None:
                    yield name[1]
                return
            depth -= 1

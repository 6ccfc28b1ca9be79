"""Which files can matter at all, told from their bytes."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netra_lint.vocabulary import Vocabulary


@lru_cache(maxsize=8)
def _sends(names: tuple[str, ...]) -> re.Pattern[bytes]:
    return re.compile("|".join(re.escape(name) for name in names).encode())


def sends(words: Vocabulary) -> re.Pattern[bytes]:
    """Return the pattern of a routing method's name."""
    return _sends(tuple(sorted({method.name for method in words.routing_methods})))


def holds_tests(path: str) -> bool:
    """Return whether pytest looks for tests in a file, by its name."""
    name = os.path.basename(path)
    return name.startswith("test_") or name.endswith("_test.py")


@lru_cache(maxsize=100_000)
def is_test(path: str) -> bool:
    """Return whether a file belongs to a test-suite, by pytest's naming."""
    parts = path.split(os.sep)[-4:-1]
    is_config = os.path.basename(path).startswith("conftest")
    return holds_tests(path) or is_config or "tests" in parts or "test" in parts


def may_matter(content: bytes, words: Vocabulary) -> bool:
    """Return whether a file's own code can hold a finding.

    A finding stands on a send or, where a wrapper of any name forwards its
    parameter, on a call in a file that knows some id; a file that mentions
    neither can have none.
    """
    return sends(words).search(content) is not None or IDS.search(content) is not None


_PARTS = frozenset(bytes((b,)) for b in range(128) if chr(b).isalnum() or b == ord("_"))
RUN_ID = re.compile(rb"[rR]un_?[iI][dD]")
"""What knows of run ids: that such a file cannot be read is worth a word, as of one that sends."""
IDS = re.compile(rb"[rR]un_?[iI][dD]|[tT]hread_?[iI][dD]|[uU]ser_?[iI][dD]|run_")
"""What knows of some id."""


def naming(content: bytes, names: Iterable[bytes]) -> list[tuple[int, int]]:
    """Return where some names stand by themselves, in order: their starts and ends.

    The same as what `mentions` finds, many times as fast where there are few of them.
    """
    found = [(at, at + len(word)) for word in names for at in _places(content, word)]
    return sorted(
        (at, end)
        for at, end in found
        if content[end : end + 1] not in _PARTS and content[max(at - 1, 0) : at] not in _PARTS
    )


def starting(content: bytes, words: Iterable[bytes], pattern: re.Pattern[bytes]) -> list[int]:
    """Return where a pattern is found that begins with one of some words, in order."""
    places = (at for word in words for at in _places(content, word))
    return sorted({at for at in places if pattern.match(content, at)})


def _places(content: bytes, word: bytes) -> Iterator[int]:
    at = content.find(word)
    while at >= 0:
        yield at
        at = content.find(word, at + len(word))


@lru_cache(maxsize=256)
def mentions(names: tuple[str, ...]) -> re.Pattern[bytes]:
    """Return the pattern of whole names."""
    return re.compile(rb"\b(?:" + b"|".join(re.escape(n.encode()) for n in names) + rb")\b")

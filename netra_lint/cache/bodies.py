"""Whether a file that was parsed bears on the findings as it did, though its text differs.

What an analysis sees of such a file are the statements outside of long
function bodies, those of the bodies that it looked into, the words that it
looked for in others, and the answers to queries. All else may change: the
bodies that nobody looked into, comments and empty lines. Rows may move; nothing
that is told of the file stands in the findings then (it would count as read).
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from netra_lint.cache.functions import matched
from netra_lint.project.outline import WORDS, Cut, cuts_in, function, without
from netra_lint.project.queries import Answers, words_in
from netra_lint.project.screen import IDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from netra_lint.project.outline import Noted
    from netra_lint.project.queries import Query

_FLAGS = (b"lambda", b":=", b"global ", b"noqa")
"""What is asked of files as a whole beside the queries."""
_WORD = re.compile(r"\w{2,}")
FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef
Shown = Callable[[str, FunctionNode, bytes], object]
_FAILURES = (SyntaxError, ValueError, RecursionError, MemoryError)


class Looks(NamedTuple):
    """What was asked of one file that was parsed.

    Attributes:
        names: which names were looked up.
        taken: where the functions and classes start that were looked at.
        is_whole: whether all may have been looked at outside of the bodies.
        number: how many bodies were cut out.
        parsed: which of them were looked into for all that they are, by their places.
        views: for what else bodies were looked into.
        words: what words were looked for in which of them.
    """

    names: frozenset[str]
    taken: frozenset[tuple[int, int]]
    is_whole: bool
    number: int
    parsed: frozenset[int]
    views: dict[int, list[str]]
    words: dict[int, list[str]]

    @classmethod
    def of(cls, noted: Noted) -> Looks:
        """Return what an analysis has noted."""
        places = {start: place for place, start in enumerate(noted.cuts)}
        words = {
            places[start]: sorted(word.decode("latin-1") for word in found)
            for start, found in noted.words.items()
            if start in places
        }
        # Where a body turned out to be cut wrongly, none is, and the file was parsed whole.
        parsed = frozenset(places[start] for start in noted.looks if start in places)
        views: dict[int, list[str]] = {}
        for start, found in noted.views.items():
            place = places.get(start, -1)
            # Whoever looked at all of a body has seen no comments, but its words count those too.
            kept = found & {WORDS} if place in parsed else found
            if place >= 0 and kept:
                views[place] = sorted(kept)
        return cls(
            frozenset(noted.names),
            frozenset(noted.taken),
            noted.is_whole,
            len(places),
            parsed,
            views,
            words,
        )

    def plain(self) -> list[object]:
        """Return it as lists of numbers and texts."""
        sets = sorted(self.names), sorted(self.taken), self.is_whole, self.number
        return [*sets, sorted(self.parsed), list(self.views.items()), list(self.words.items())]

    @classmethod
    def from_plain(
        cls,
        names: list[str],
        taken: list[list[int]],
        is_whole: bool,
        number: int,
        parsed: list[int],
        views: list[tuple[int, list[str]]],
        words: list[tuple[int, list[str]]],
    ) -> Looks:
        """Return what `plain` was made of."""
        places = frozenset((row, column) for row, column in taken)
        asked = frozenset(names), places, is_whole, number
        return cls(*asked, frozenset(parsed), dict(views), dict(words))


def is_same(
    looks: Looks, queries: Sequence[Query], path: str, old: bytes, new: bytes, shown: Shown
) -> bool:
    """Compare two states of a file that was parsed.

    Args:
        looks: what was asked of its bodies.
        queries: what was asked of its text.
        path: the file.
        old: its content then.
        new: its content now.
        shown: what tells what a function shows those who look for one thing.
    """
    before, after = cuts_in(old), cuts_in(new)
    if len(before) != looks.number:
        before = after = []  # The bodies were not surely right, so that all was parsed.
    if not parses(new) or any((flag in old) != (flag in new) for flag in _FLAGS):
        return False
    if not _is_answered_alike(queries, path, old, new):
        return False
    hot = _hot(queries)
    then, now = without(old, before), without(new, after)
    if len(before) == len(after) and _is_same_code(_parsed(then), _parsed(now), then, now, hot):
        pairs = list(zip(before, after, strict=True))
        if then != now and _places(queries, then) != _places(queries, now):
            return False
    else:
        if looks.is_whole:
            return False
        alike = partial(_is_found_alike, queries, path)
        asked = {*looks.parsed, *looks.views, *looks.words}
        found = matched(looks.names, looks.taken, asked, old, before, new, after, alike)
        if found is None:
            return False
        pairs = found
    return all(
        _is_same_part(
            looks, before.index(one), queries, hot, path, _part(old, one), _part(new, other)
        )
        and _shows_the_same(looks, before.index(one), _part(old, one), _part(new, other), shown)
        for one, other in pairs
    )


def _part(content: bytes, cut: Cut) -> tuple[bytes, bytes]:
    return content[cut.head : cut.end], content[cut.start : cut.end]


def _is_same_part(
    looks: Looks,
    place: int,
    queries: Sequence[Query],
    hot: frozenset[bytes],
    path: str,
    old: tuple[bytes, bytes],
    new: tuple[bytes, bytes],
) -> bool:
    if old == new:
        return True
    words = [word.encode("latin-1") for word in looks.words.get(place, ())]
    if any((word in old[1]) != (word in new[1]) for word in words):
        return False
    if place in looks.parsed and not _is_same_code(
        _function(old[0]), _function(new[0]), old[0], new[0], hot
    ):
        return False
    return _is_answered_alike(queries, path, old[0], new[0])


def _shows_the_same(
    looks: Looks, place: int, old: tuple[bytes, bytes], new: tuple[bytes, bytes], shown: Shown
) -> bool:
    """Whether two bodies are the same to those who looked for one thing only."""
    views = looks.views.get(place)
    if not views or old == new:
        return True
    before, after = _function(old[0]), _function(new[0])
    if before is None or after is None:
        return False
    shows = ((shown(view, before, old[1]), shown(view, after, new[1])) for view in views)
    return all(one == other and one is not None for one, other in shows)


def _is_found_alike(queries: Iterable[Query], path: str, old: bytes, new: bytes) -> bool:
    """Whether as much is found in one part of a file as in another."""
    if old == new:
        return True
    before, after = Answers(old, path), Answers(new, path)
    return all(
        before.answer(query) == after.answer(query)
        and len(before.starts(query)) == len(after.starts(query))
        for query in queries
    )


def _is_answered_alike(queries: Iterable[Query], path: str, old: bytes, new: bytes) -> bool:
    before, after = Answers(old, path), Answers(new, path)
    return all(before.answer(query) == after.answer(query) for query in queries)


def _is_same_code(
    before: ast.AST | None, after: ast.AST | None, old: bytes, new: bytes, hot: frozenset[bytes]
) -> bool:
    """Whether two texts are the same but for comments that tell nothing, and empty lines."""
    if old == new:
        return True
    if before is None or after is None or ast.dump(before) != ast.dump(after):
        return False
    return _told(old, hot) == _told(new, hot)


def _told(text: bytes, hot: frozenset[bytes]) -> list[bytes]:
    """Return the lines of a text that tell something."""
    lines = (line.rstrip() for line in text.split(b"\n"))
    return [line for line in lines if line and not _tells_nothing(line.lstrip(), hot)]


def _tells_nothing(line: bytes, hot: frozenset[bytes]) -> bool:
    if not line.startswith(b"#"):
        return False
    return IDS.search(line) is None and words_in(line).isdisjoint(hot)


def _places(queries: Sequence[Query], text: bytes) -> list[list[int]]:
    """Return on which lines, of those that are no comments, patterns are found."""
    rows, row = [], 0
    for line in text.split(b"\n"):
        rows.append(row)
        row += bool(line.strip()) and not line.lstrip().startswith(b"#")
    answers = Answers(text)
    return [[rows[text.count(b"\n", 0, at)] for at in answers.starts(each)] for each in queries]


def _hot(queries: Iterable[Query]) -> frozenset[bytes]:
    """Return all words that some query may be about."""
    found = {word for query in queries for text in query.words for word in _WORD.findall(text)}
    return frozenset(word.encode("utf-8", "surrogatepass") for word in found)


def parses(content: bytes) -> bool:
    """Tell whether a content is Python."""
    return _parsed(content) is not None


def _parsed(content: bytes) -> ast.AST | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(content)
    except _FAILURES:
        return None


def _function(text: bytes) -> FunctionNode | None:
    try:
        return function(text, 2)
    except _FAILURES:
        return None

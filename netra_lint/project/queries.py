"""What an analysis asks of the text of files that it need not read otherwise.

A search through all files of a project bears on a file only by its answer
there. So that the answers can be asked for again when a file has changed,
every such search is one of the queries here: plain data, evaluated by
`answer`. Nothing else may look at files without counting as a reader of them
(see `trace`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from netra_lint.project.heads import bases_in, begins_line
from netra_lint.project.other_names import CALLED, HANDED, handed_on, other_names
from netra_lint.project.screen import is_test, mentions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

WORDS = bytes(
    b if (b < 128 and chr(b).isalnum()) or b == ord("_") or b >= 128 else ord(" ")
    for b in range(256)
)
"""What turns everything but names into spaces."""


class Query(NamedTuple):
    """One question, the same for each file.

    Attributes:
        kind: which of the questions below.
        words: what it asks for; bytes as text in Latin-1.
    """

    kind: str
    words: tuple[str, ...]


def words_in(content: bytes) -> set[bytes]:
    """Return the names that stand in a text."""
    return set(content.translate(WORDS).split())


_DEFINITION = re.compile(rb"def ([\w\x80-\xff]+)")


def defined_in(content: bytes) -> set[bytes]:
    """Return the names of functions that a text may define."""
    return set(_DEFINITION.findall(content))


def search(pattern: re.Pattern[bytes], *needed: bytes) -> Query:
    """Return the question whether a pattern is found.

    Args:
        pattern: the pattern.
        needed: words one of which must stand in the text as well; none asks for nothing.
    """
    return Query("search", (*_text(pattern), *map(_latin, needed)))


def spelled(pattern: re.Pattern[bytes]) -> Query:
    """Return the question whether a pattern is found in a name.

    Args:
        pattern: the pattern; it matches nothing but what names are made of, and
            does not look at what stands around.
    """
    return Query("spelled", _text(pattern))


def search_text(pattern: bytes) -> Query:
    """Return the same question for a pattern that need not be compiled yet."""
    return Query("search", (_latin(pattern), "0"))


def collect(pattern: re.Pattern[bytes], needed: bytes) -> Query:
    """Return the question what a pattern's group matches, where a word stands in the text."""
    return Query("collect", (*_text(pattern), _latin(needed)))


def word(name: str) -> Query:
    """Return the question whether a name stands in a text by itself."""
    return Query("word", (name,))


def part(name: str) -> Query:
    """Return the question whether a name stands in a text, be it as a part of another."""
    return Query("part", (name,))


def defines(name: str) -> Query:
    """Return the question whether a function of a name is defined."""
    return Query("defines", (name,))


def firsts(name: str) -> Query:
    """Return the question what the first parameter of methods of a name is called."""
    return Query("firsts", (name,))


def takers(pattern: re.Pattern[bytes], *needed: bytes) -> Query:
    """Return the question which functions and classes have a pattern in their heads or fields.

    Args:
        pattern: the pattern.
        needed: words one of which must stand in the text.
    """
    return Query("takers", (*_text(pattern), *map(_latin, needed)))


def calls_of(names: Iterable[bytes], needed: Iterable[bytes], usual: Iterable[bytes]) -> Query:
    """Return the question whether one of some names is called.

    Args:
        names: the names.
        needed: words one of which must stand in the text.
        usual: those of the names that are not enough where no other one stands in the text.
    """
    parts = (b"\n".join(sorted(part)) for part in (names, needed, usual))
    return Query("calls", tuple(map(_latin, parts)))


def needed_by(query: Query) -> list[bytes]:
    """Return the words one of which a text holds where the answer is not that there is nothing.

    None of them, where only a look at the text tells; for definitions see `definition`.
    """
    if query.kind in ("word", "part", "base"):
        return [query.words[0].encode()]
    if query.kind in ("search", "collect", "takers"):
        return [each.encode("latin-1") for each in query.words[2:]]
    return query.words[1].encode("latin-1").split(b"\n") if query.kind == "calls" else []


def spelling(query: Query) -> re.Pattern[bytes] | None:
    """Return the pattern that a query looks for in names, if that is what it asks."""
    return _pattern(*query.words) if query.kind == "spelled" else None


def definition(query: Query) -> bytes:
    """Return the name of the function whose definitions a query is about, or nothing."""
    return query.words[0].encode() if query.kind in ("defines", "firsts") else b""


def names_called(query: Query) -> frozenset[bytes]:
    """Return the names whose calls a query is about; see `other_names` for those besides."""
    if query.kind != "calls":
        return frozenset()
    return frozenset(query.words[0].encode("latin-1").split(b"\n"))


def base(name: str) -> Query:
    """Return the question whether a class is declared with a base of a name."""
    return Query("base", (name,))


def _text(pattern: re.Pattern[bytes]) -> tuple[str, str]:
    return _latin(pattern.pattern), str(pattern.flags)


def _latin(text: bytes) -> str:
    return text.decode("latin-1")


@lru_cache(maxsize=1024)
def _pattern(text: str, flags: str) -> re.Pattern[bytes]:
    return re.compile(text.encode("latin-1"), int(flags))


# Patterns begin with a plain word: that is looked for much faster than the start of a line.
_WORD = re.compile(rb"\w+")
_FUNCTION = re.compile(rb"def[ \t]+(\w+)\s*\(")
_CLASS = re.compile(rb"class[ \t]+(\w+)")


def _definitions(text: bytes) -> list[tuple[int, int, bytes, bytes]]:
    """Return where definitions start and their names end, with a function's or a class's name."""
    functions = [(d.start(), d.end(), d[1], b"") for d in _FUNCTION.finditer(text)]
    classes = [(d.start(), d.end(), b"", d[1]) for d in _CLASS.finditer(text)]
    return [each for each in sorted(functions + classes) if begins_line(text, each[0])]


def _takers(text: bytes, wanted: re.Pattern[bytes]) -> set[bytes]:
    """Return the functions and classes whose head or fields hold a pattern, as the text tells.

    With those that hand on any keyword (see `other_names`), and to what.
    """
    found: set[bytes] = set()
    heads = _definitions(text)
    ends = [*(head[0] for head in heads[1:]), len(text)]
    cls = b""
    for (_, start, function, inner), end in zip(heads, ends, strict=False):
        cls = inner or cls
        stop = text.find(b"):", start, end) if function else end
        other = text.find(b") ->", start, end) if function else -1
        stop = min([each for each in (stop, other) if each >= 0], default=end)
        if wanted.search(text, start, stop) is not None:
            found.update({function or cls, cls if function == b"__init__" else b""})
            if function == b"__call__" and cls:
                found.add(cls + CALLED)
        elif function:
            own = cls if function == b"__init__" else function
            for name in handed_on(text, start, stop, end):
                found.update(own + HANDED + each for each in _meant(text, cls, name))
    return found - {b"", b"__init__"}


def _meant(text: bytes, cls: bytes, name: bytes) -> Iterable[bytes]:
    """Return what is called: by an initialiser's name, the classes above its own."""
    if name != b"__init__":
        return [name]
    head = re.search(rb"class[ \t]+%b[ \t]*\(([^)]*)\)" % cls, text)
    return _WORD.findall(head[1]) if head is not None else []


_CALL = re.compile(rb"(\w+)\s*\(")


def calls_in(content: bytes, names: Collection[bytes]) -> Iterator[int]:
    """Yield where one of some names is called, or what the text calls otherwise."""
    others = other_names(content, names)
    for match in _CALL.finditer(content):
        if match[1] in names or match[1] in others:
            yield match.start()


def holds(content: bytes, name: str) -> int:
    """Return 1 where a name stands only as a part of others, 2 where it stands by itself too."""
    if name.encode() not in content:
        return 0
    return 2 if mentions((name,)).search(content) else 1


class Answers:
    """Answers queries about one file.

    Args:
        content: its text.
        path: its absolute path.
    """

    def __init__(self, content: bytes, path: str = "") -> None:
        self._content = content
        self._path = path
        self._words: set[bytes] | None = None
        self._bases: set[bytes] | None = None

    def answer(self, query: Query) -> Any:
        """Return the answer to a query; what is false says that there is nothing."""
        return getattr(self, f"_{query.kind}")(*query.words)

    def starts(self, query: Query) -> list[int]:
        """Return where something is found, for queries that lead to what stands there."""
        if query.kind in ("search", "spelled"):
            found = _pattern(*query.words[:2]).finditer(self._content)
            return [match.start() for match in found]
        if query.kind == "calls":
            names = frozenset(query.words[0].encode("latin-1").split(b"\n"))
            return list(calls_in(self._content, names))
        return []

    def _word(self, name: str) -> bool:
        return name.encode() in self._known_words()

    def _known_words(self) -> set[bytes]:
        if self._words is None:
            self._words = words_in(self._content)
        return self._words

    def _part(self, name: str) -> int:
        return holds(self._content, name)

    def _defines(self, name: str) -> bool:
        head = b"def " + name.encode()
        if head not in self._content:
            return False
        return re.search(rb"\b%b\s*\(" % re.escape(head), self._content) is not None

    def _firsts(self, name: str) -> list[bytes]:
        word = name.encode()
        if b"def " + word not in self._content or is_test(self._path):
            return []
        pattern = rb"def[ \t]+%s\(\s*self\s*,\s*(\w+)" % re.escape(word)
        return re.findall(pattern, self._content)

    def _takers(self, pattern: str, flags: str, *needed: str) -> list[bytes]:
        if is_test(self._path) or not self._has_any(needed):
            return []
        return sorted(_takers(self._content, _pattern(pattern, flags)))

    def _calls(self, names: str, needed: str, usual: str) -> bool:
        if not self._has_any(needed.split("\n")):
            return False
        wanted = frozenset(names.encode("latin-1").split(b"\n"))
        if usual and self._known_words().isdisjoint(wanted - set(usual.encode().split(b"\n"))):
            return False
        return next(calls_in(self._content, wanted), None) is not None

    def _has_any(self, needed: Iterable[str]) -> bool:
        return any(each.encode("latin-1") in self._content for each in needed)

    def _base(self, name: str) -> bool:
        if self._bases is None:
            self._bases = bases_in(self._content)
        return name.encode() in self._bases

    def _search(self, pattern: str, flags: str, *needed: str) -> bool:
        if needed and not self._has_any(needed):
            return False
        return _pattern(pattern, flags).search(self._content) is not None

    def _spelled(self, pattern: str, flags: str) -> bool:
        return self._search(pattern, flags)

    def _collect(self, pattern: str, flags: str, needed: str) -> list[bytes]:
        if needed.encode("latin-1") not in self._content:
            return []
        return _pattern(pattern, flags).findall(self._content)

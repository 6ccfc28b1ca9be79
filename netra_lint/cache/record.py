"""One record: the files of a project as they were, and what its findings rest on."""

from __future__ import annotations

import zlib
from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netra_lint.cache.packing import DamagedError, dump, joined, load, names, numbers, pack, unpack
from netra_lint.project.discovery import NO_STAMP, Memory, Stamp
from netra_lint.project.queries import Query
from netra_lint.project.trace import DIGEST, Trace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from netra_lint.project.discovery import Walk

WIDTH = len(NO_STAMP)
YOUNG = 2_000_000_000
"""Nanoseconds within which a file may change again without another time of change."""


@dataclass
class Head:
    """What tells, without reading any file, whether one has changed.

    Attributes:
        files: the project's files, sorted and joined.
        stamps: their stamps, as one array.
        young: the files whose stamps need not tell, by their places in the list.
        folders, left: what the walk went through, and what it left out.
        ignores: the hashes of the ignore files, in hexadecimal digits.
    """

    files: bytes
    stamps: bytes
    young: list[int] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    ignores: dict[str, str] = field(default_factory=dict)

    @property
    def memory(self) -> Memory:
        """What the next walk need not find out again."""
        hashes = {path: bytes.fromhex(text) for path, text in self.ignores.items()}
        kept = frozenset((*names(self.files), *self.folders))
        return Memory(kept, frozenset(self.left), hashes)

    def packed(self) -> bytes:
        """Return it as one byte string."""
        rest = dump([self.young, self.ignores])
        return pack(self.files, self.stamps, joined(self.folders), joined(self.left), rest)

    @classmethod
    def unpacked(cls, text: bytes) -> Head:
        """Return what was packed.

        Raises:
            DamagedError: when it was something else.
        """
        files, stamps, folders, left, rest = unpack(text, 5)
        young, ignores = load(rest)
        return cls(files, stamps, young, names(folders), names(left), ignores)

    @classmethod
    def of(cls, walk: Walk, found: Sequence[tuple[str, Stamp]], now: int) -> Head:
        """Return the head for what a walk found.

        Args:
            walk: the walk.
            found: its files with their stamps.
            now: when it began, in nanoseconds.
        """
        stamps = array("Q", [number for _, stamp in found for number in stamp])
        young = [
            place
            for place, (_, (_, changed, moved, _)) in enumerate(found)
            if max(changed, moved) > now - YOUNG
        ]
        ignores = {path: text.hex() for path, text in walk.ignores.items()}
        files = joined(path for path, _ in found)
        return cls(files, stamps.tobytes(), young, walk.folders, walk.left, ignores)

    def stamp(self, place: int) -> bytes:
        """Return the stamp of one file."""
        size = 8 * WIDTH
        return self.stamps[place * size : (place + 1) * size]


@dataclass
class Detail:
    """What the findings rest on.

    Attributes:
        hashes: the hashes of the files' contents, by path.
        sums: the sums of the answers about each file, by path.
        read: the files that were read.
        queries: what was asked of all files.
        partial: what was asked of some, and is not true of any of these that was not read.
        stems, packages: which modules were looked for, and what was found.
    """

    hashes: dict[str, bytes]
    sums: dict[str, int]
    read: set[str]
    queries: list[Query]
    partial: dict[Query, set[str]]
    stems: dict[str, str]
    packages: dict[str, bool]

    @classmethod
    def of(cls, trace: Trace, files: list[str]) -> Detail:
        """Return what an analysis of some files has noted."""
        return cls(
            {path: trace.hashes[path] for path in files},
            dict(zip(files, trace.sums(files), strict=True)),
            trace.read & set(files),
            [query for query, asked in trace.queries.items() if asked is None],
            {query: asked for query, asked in trace.queries.items() if asked is not None},
            trace.stems,
            trace.packages,
        )

    def packed(self) -> bytes:
        """Return it as one byte string."""
        files = list(self.hashes)
        places = {path: place for place, path in enumerate(files)}
        scopes = [_places(asked, places) for asked in self.partial.values()]
        rest = dump([
            self.queries,
            list(self.partial),
            [len(scope) for scope in scopes],
            self.stems,
            self.packages,
        ])  # fmt: skip
        return pack(
            joined(files),
            b"".join(self.hashes.values()),
            array("Q", self.sums.values()).tobytes(),
            _places(self.read, places).tobytes(),
            zlib.compress(b"".join(scope.tobytes() for scope in scopes), 1),
            zlib.compress(rest, 1),
        )

    @classmethod
    def unpacked(cls, text: bytes) -> Detail:
        """Return what was packed.

        Raises:
            DamagedError: when it was something else.
        """
        parts = unpack(text, 6)
        files, hashes, sums = names(parts[0]), parts[1], numbers(parts[2])
        places = numbers(zlib.decompress(parts[4]))
        asked, partial, lengths, stems, packages = load(zlib.decompress(parts[5]))
        scopes, start = [], 0
        for length in lengths:
            scopes.append({files[place] for place in places[start : start + length]})
            start += length
        return cls(
            {
                path: hashes[number * DIGEST : (number + 1) * DIGEST]
                for number, path in enumerate(files)
            },
            dict(zip(files, sums, strict=True)),
            {files[place] for place in numbers(parts[3])},
            [_query(each) for each in asked],
            dict(zip((_query(each) for each in partial), scopes, strict=True)),
            stems,
            packages,
        )


def _query(data: list[object]) -> Query:
    kind, words = data
    if not isinstance(kind, str) or not isinstance(words, list):
        raise DamagedError("a query has another form")
    return Query(kind, tuple(words))


def _places(paths: Iterable[str], places: Mapping[str, int]) -> array[int]:
    return array("Q", sorted(places[path] for path in paths if path in places))

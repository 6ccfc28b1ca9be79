"""The second part of a record: what the findings of a project rest on."""

from __future__ import annotations

import zlib
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netra_lint.cache.bodies import Looks
from netra_lint.cache.packing import DamagedError, dump, joined, load, names, numbers, pack, unpack
from netra_lint.project.queries import Query
from netra_lint.project.trace import DIGEST, Trace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass
class Detail:
    """What the findings rest on.

    Attributes:
        hashes: the hashes of the files' contents, by path.
        sums: the sums of the answers about each file, by path.
        read: the files that were read.
        checked: the files of which it is told whether they can be parsed.
        queries: what was asked of all files.
        partial: what was asked of some, and is not true of any of these that was not read.
        stems, packages: which modules were looked for, and what was found.
        bodies: the files that were parsed, but not read otherwise.
    """

    hashes: dict[str, bytes]
    sums: dict[str, int]
    read: set[str]
    checked: set[str]
    queries: list[Query]
    partial: dict[Query, set[str]]
    stems: dict[str, str]
    packages: dict[str, bool]
    bodies: dict[str, Looks]

    @classmethod
    def of(cls, trace: Trace, files: list[str]) -> Detail:
        """Return what an analysis of some files has noted."""
        known = frozenset(files)
        return cls(
            {path: trace.hashes[path] for path in files},
            dict(zip(files, trace.sums(files), strict=True)),
            trace.read & known,
            trace.checked & known,
            [query for query, asked in trace.queries.items() if asked is None],
            {query: asked for query, asked in trace.queries.items() if asked is not None},
            trace.stems,
            trace.packages,
            {
                path: Looks.of(noted)
                for path, noted in trace.bodies.items()
                if path in known and path not in trace.read
            },
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
            [[places[path], *look.plain()] for path, look in self.bodies.items() if path in places],
        ])  # fmt: skip
        return pack(
            joined(files),
            b"".join(self.hashes.values()),
            array("Q", self.sums.values()).tobytes(),
            _places(self.read, places).tobytes(),
            _places(self.checked, places).tobytes(),
            zlib.compress(b"".join(scope.tobytes() for scope in scopes), 1),
            zlib.compress(rest, 1),
        )

    @classmethod
    def unpacked(cls, text: bytes) -> Detail:
        """Return what was packed.

        Raises:
            DamagedError: when it was something else.
        """
        parts = unpack(text, 7)
        files, hashes, sums = names(parts[0]), parts[1], numbers(parts[2])
        places = numbers(zlib.decompress(parts[5]))
        queries, partial, lengths, stems, packages, bodies = load(zlib.decompress(parts[6]))
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
            {files[place] for place in numbers(parts[4])},
            [_query(each) for each in queries],
            dict(zip((_query(each) for each in partial), scopes, strict=True)),
            stems,
            packages,
            {files[place]: Looks.from_plain(*look) for place, *look in bodies},
        )


def _query(data: list[object]) -> Query:
    kind, words = data
    if not isinstance(kind, str) or not isinstance(words, list):
        raise DamagedError("a query has another form")
    return Query(kind, tuple(words))


def _places(paths: Iterable[str], places: Mapping[str, int]) -> array[int]:
    return array("Q", sorted(places[path] for path in paths if path in places))

"""What an analysis has looked at, so that its results can be kept until one of these changes.

An analysis is a function of its settings and of what it reads: the text of
some files, or of some functions in them, the answers to queries about the text of
all files, and which modules there are. The trace keeps these. Whoever reads the text of a
file other than by a query counts as a reader of the whole file; a new search
that nobody thought of here makes results short-lived, but never wrong.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

try:
    # The same function, without loading OpenSSL first.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from netra_lint.project.outline import Noted
    from netra_lint.project.queries import Query

MASK = (1 << 64) - 1
DIGEST = 16
"""Bytes of a content's hash."""
UNREADABLE = bytes(DIGEST)
"""Stands for the hash of a file that cannot be read."""


def digest(content: bytes) -> bytes:
    """Return the hash of a content."""
    return blake2b(content, digest_size=DIGEST).digest()


def weight(query: Query, answer: Any) -> int:
    """Return the number that stands for an answer in the sum of a file's answers."""
    text = repr((tuple(query), answer)).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "little")


class Trace:
    """Notes what one analysis of a whole project reads.

    Attributes:
        read: the files whose text was read.
        checked: the files of which it is told whether they can be parsed.
        hashes: the hashes of the contents of all files.
        queries: what was asked, each with the files that it was asked of, or None for all.
        stems: the paths without suffix that were looked for as modules, with what was found.
        packages: the folders that were looked at, with whether they are packages.
        bodies: what was asked of the bodies in the files that were parsed.
    """

    def __init__(self) -> None:
        self.read: set[str] = set()
        self.checked: set[str] = set()
        self.hashes: dict[str, bytes] = {}
        self.queries: dict[Query, set[str] | None] = {}
        self.stems: dict[str, str] = {}
        self.packages: dict[str, bool] = {}
        self.bodies: dict[str, Noted] = {}
        self._answers: dict[Query, dict[str, Any]] = {}

    def contains(self, path: str, content: bytes) -> None:
        """Note a file's content; that it stays so meanwhile, its stamp has to tell."""
        if path not in self.hashes:
            self.hashes[path] = digest(content)

    def fails(self, path: str) -> None:
        """Note that a file cannot be read, which counts as having looked at it."""
        self.hashes[path] = UNREADABLE
        self.read.add(path)

    def of_bodies(self, path: str) -> Noted:
        """Return what takes the notes of one file that is parsed."""
        from netra_lint.project.outline import Noted

        return self.bodies.setdefault(path, Noted())

    def asks(self, query: Query, answers: Mapping[str, Any]) -> None:
        """Note a query of all files.

        Args:
            query: what is asked.
            answers: the answers where there is something; elsewhere there is nothing.
        """
        self.queries[query] = None
        self._answers[query] = dict(answers)

    def asks_of(self, query: Query, paths: Iterable[str]) -> None:
        """Note a query of some files to which the answer is that there is nothing.

        Where there is something the file is read, so that no more need be known of it.
        """
        known = self.queries.setdefault(query, set())
        if known is not None:
            known.update(paths)

    def sums(self, files: list[str]) -> array[int]:
        """Return for each file the sum of the weights of what was answered about it."""
        total = dict.fromkeys(files, 0)
        for query, answers in self._answers.items():
            weights: dict[str, int] = {}
            for path, answer in answers.items():
                text = repr(answer)
                if text not in weights:
                    weights[text] = weight(query, answer)
                total[path] = (total[path] + weights[text]) & MASK
        return array("Q", (total[path] for path in files))

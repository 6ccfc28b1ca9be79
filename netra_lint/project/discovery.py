"""Walks a project's folders for its Python files."""

from __future__ import annotations

import io
import os
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from netra_lint.project.ignorefiles import IgnoreFile, ignore_file
from netra_lint.project.root import is_within
from netra_lint.project.trace import MASK, digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

SUFFIXES = (".py", ".pyi")
Stamp = tuple[int, int, int, int]
"""A file's size, when its content and its entry changed last (ns), and its number."""


class Rules:
    """What is left out in one folder.

    Args:
        exclude: the configuration's patterns, which nothing takes back.
        ignores: the ignore files from the root down; a deeper one decides before a higher.
    """

    __slots__ = ("exclude", "ignores")

    def __init__(
        self, exclude: IgnoreFile | None = None, ignores: tuple[IgnoreFile, ...] = ()
    ) -> None:
        self.exclude = exclude
        self.ignores = ignores

    def leave_out(self, path: str, name: str) -> bool:
        """Tell whether to leave out an entry of a folder that is not left out itself.

        Args:
            path: the entry's absolute path, with a slash at a folder's end.
            name: the entry's own name, with a slash at a folder's end.
        """
        if self.exclude is not None and self.exclude.verdict(path, name):
            return True
        for ignore in reversed(self.ignores):
            verdict = ignore.verdict(path, name)
            if verdict is not None:
                return verdict
        return False

    def below(self, own: IgnoreFile | None) -> Rules:
        """Return the rules for a folder, given its own .gitignore."""
        return self if own is None else Rules(self.exclude, (*self.ignores, own))


@dataclass
class Memory:
    """What an earlier walk with the same patterns found, as far as it may still hold.

    Attributes:
        kept: the files and (with a slash) folders that were not left out.
        left: those that were.
        ignores: the hashes of the ignore files.
    """

    kept: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()
    ignores: Mapping[str, bytes] = field(default_factory=dict)


@dataclass
class Walk:
    """One walk below a root.

    A link to a file or folder inside the root is not followed, since that is
    met at its own place; one that leads outside is followed once.

    Attributes:
        root: the absolute path of the folder to walk.
        exclude: gitignore patterns, relative to the root, of what to leave out.
        memory: what an earlier walk found.
        unreadable: the folders met that could not be read.
        folders: the folders that were walked, with a slash, but for the root.
        left: what was left out; folders with a slash.
        ignores: the hashes of the ignore files that were met.
        is_plain: whether no link was met, nor a folder that cannot be read.
    """

    root: str
    exclude: Sequence[str] = ()
    memory: Memory = field(default_factory=Memory)
    unreadable: list[str] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    ignores: dict[str, bytes] = field(default_factory=dict)
    is_plain: bool = True
    _linked: set[str] = field(default_factory=set)

    def files(self) -> list[str]:
        """Return the absolute paths of all Python files, sorted."""
        return sorted(entry.path for entry in self._entries())

    def stamped(self) -> list[tuple[str, Stamp]]:
        """Return the same, each with what tells whether it was changed."""
        return sorted((entry.path, _stamp(entry)) for entry in self._entries())

    def _entries(self) -> list[os.DirEntry[str]]:
        found: list[os.DirEntry[str]] = []
        rules = self._rules()
        local = self._local
        trusted = self.ignores.get(local) == self.memory.ignores.get(local)
        stack = [(self.root, rules, trusted)]
        while stack:
            stack += self._folder(*stack.pop(), found)
        return found

    def leaves_out(self, path: str, ignores: bool = True) -> bool:
        """Tell whether the walk does not get to a path.

        Args:
            path: the absolute path of a file or folder below the root.
            ignores: whether ignore files count as well as the exclude patterns.

        Returns:
            Whether the path or a folder above it is excluded or ignored.
        """
        rules, here = self._rules() if ignores else Rules(self._exclude), self.root
        parts = os.path.relpath(path, self.root).split(os.sep)
        if parts == ["."]:
            return False
        for number, part in enumerate(parts, start=1):
            if ignores:
                rules = rules.below(self._ignore_file(here, os.path.join(here, ".gitignore")))
            here = os.path.join(here, part)
            slash = "/" if number < len(parts) or os.path.isdir(path) else ""
            if rules.leave_out(here + slash, part + slash):
                return True
        return False

    def _rules(self) -> Rules:
        local = self._ignore_file(self.root, self._local)
        return Rules(self._exclude).below(local)

    @cached_property
    def _exclude(self) -> IgnoreFile | None:
        return ignore_file(self.root, self.exclude)

    @property
    def _local(self) -> str:
        return os.path.join(self.root, ".git", "info", "exclude")

    def _ignore_file(self, folder: str, path: str) -> IgnoreFile | None:
        try:
            with open(path, "rb") as stream:
                content = stream.read()
        except OSError:
            return None
        self.ignores[path] = digest(content)
        text = content.decode("utf-8", "surrogateescape")
        return ignore_file(folder, io.StringIO(text, newline=None))

    def _folder(
        self, folder: str, rules: Rules, trusted: bool, found: list[os.DirEntry[str]]
    ) -> Iterator[tuple[str, Rules, bool]]:
        try:
            with os.scandir(folder) as scan:
                entries = list(scan)
        except OSError:
            self.unreadable.append(folder)
            self.is_plain = False
            return
        own = os.path.join(folder, ".gitignore")
        if any(entry.name == ".gitignore" for entry in entries):
            rules = rules.below(self._ignore_file(folder, own))
        # Ignore files say nothing of what lies outside their folder.
        trusted = trusted and self.ignores.get(own) == self.memory.ignores.get(own)
        memory = self.memory if trusted else Memory()
        for entry in entries:
            if self._is_folder(entry):
                path = f"{entry.path}/"
                if not self._leaves(path, f"{entry.name}/", rules, memory):
                    self.folders.append(path)
                    yield entry.path, rules, trusted
            elif (
                entry.name.endswith(SUFFIXES)
                and self._is_file(entry)
                and not self._leaves(entry.path, entry.name, rules, memory)
            ):
                found.append(entry)

    def _leaves(self, path: str, name: str, rules: Rules, memory: Memory) -> bool:
        if path in memory.kept:
            return False
        if path in memory.left or rules.leave_out(path, name):
            self.left.append(path)
            return True
        return False

    def _is_file(self, entry: os.DirEntry[str]) -> bool:
        return entry.is_file() and not (entry.is_symlink() and self._leads_inside(entry.path))

    def _is_folder(self, entry: os.DirEntry[str]) -> bool:
        return entry.is_dir() and not (entry.is_symlink() and self._leads_inside(entry.path))

    @cached_property
    def _real_root(self) -> str:
        return os.path.realpath(self.root)

    def _leads_inside(self, link: str) -> bool:
        """Tell whether a link leads to what the walk meets anyway, or met already."""
        self.is_plain = False
        target = os.path.realpath(link)
        inside = is_within(target, self._real_root) or is_within(self._real_root, target)
        if inside or target in self._linked:
            return True
        self._linked.add(target)
        return False


def _stamp(entry: os.DirEntry[str]) -> Stamp:
    try:
        found = entry.stat()
    except OSError:
        return 0, 0, 0, 0
    return (
        found.st_size & MASK,
        found.st_mtime_ns & MASK,
        found.st_ctime_ns & MASK,
        found.st_ino & MASK,
    )

"""Walks a project's folders for its Python files."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from netra_lint.project.ignorefiles import IgnoreFile, ignore_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SUFFIXES = (".py", ".pyi")


@dataclass(frozen=True, slots=True)
class Rules:
    """What is left out in one folder.

    Attributes:
        exclude: the configuration's patterns, which nothing takes back.
        ignores: the ignore files from the root down; a deeper one decides before a higher.
    """

    exclude: IgnoreFile | None = None
    ignores: tuple[IgnoreFile, ...] = ()

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

    def below(self, folder: str) -> Rules:
        """Return the rules for a folder that has a .gitignore of its own."""
        own = _read(folder, os.path.join(folder, ".gitignore"))
        return self if own is None else replace(self, ignores=(*self.ignores, own))


@dataclass(slots=True)
class Walk:
    """One walk below a root.

    A link to a file or folder inside the root is not followed, since that is
    met at its own place; one that leads outside is followed once.

    Attributes:
        root: the absolute path of the folder to walk.
        exclude: gitignore patterns, relative to the root, of what to leave out.
        unreadable: the folders met that could not be read.
    """

    root: str
    exclude: Sequence[str] = ()
    unreadable: list[str] = field(default_factory=list)
    _real_root: str = ""
    _linked: set[str] = field(default_factory=set)

    def files(self) -> list[str]:
        """Return the absolute paths of all Python files, sorted."""
        self._real_root = os.path.realpath(self.root)
        found: list[str] = []
        stack = [(self.root, self._rules())]
        while stack:
            folder, rules = stack.pop()
            stack += self._folder(folder, rules, found)
        found.sort()
        return found

    def leaves_out(self, path: str) -> bool:
        """Tell whether the walk does not get to a path.

        Args:
            path: the absolute path of a file or folder below the root.

        Returns:
            Whether the path or a folder above it is excluded or ignored.
        """
        rules, here = self._rules(), self.root
        parts = os.path.relpath(path, self.root).split(os.sep)
        if parts == ["."]:
            return False
        for number, part in enumerate(parts, start=1):
            rules, here = rules.below(here), os.path.join(here, part)
            slash = "/" if number < len(parts) or os.path.isdir(path) else ""
            if rules.leave_out(here + slash, part + slash):
                return True
        return False

    def _rules(self) -> Rules:
        local = _read(self.root, os.path.join(self.root, ".git", "info", "exclude"))
        return Rules(ignore_file(self.root, self.exclude), () if local is None else (local,))

    def _folder(self, folder: str, rules: Rules, found: list[str]) -> Iterator[tuple[str, Rules]]:
        try:
            with os.scandir(folder) as scan:
                entries = list(scan)
        except OSError:
            self.unreadable.append(folder)
            return
        if any(entry.name == ".gitignore" for entry in entries):
            rules = rules.below(folder)
        for entry in entries:
            if self._is_folder(entry):
                if not rules.leave_out(f"{entry.path}/", f"{entry.name}/"):
                    yield entry.path, rules
            elif self._is_wanted(entry, rules):
                found.append(entry.path)

    def _is_wanted(self, entry: os.DirEntry[str], rules: Rules) -> bool:
        if not entry.name.endswith(SUFFIXES) or not self._is_file(entry):
            return False
        return not rules.leave_out(entry.path, entry.name)

    def _is_file(self, entry: os.DirEntry[str]) -> bool:
        return entry.is_file() and not (entry.is_symlink() and self._leads_inside(entry.path))

    def _is_folder(self, entry: os.DirEntry[str]) -> bool:
        return entry.is_dir() and not (entry.is_symlink() and self._leads_inside(entry.path))

    def _leads_inside(self, link: str) -> bool:
        """Tell whether a link leads to what the walk meets anyway, or met already."""
        target = os.path.realpath(link)
        inside = is_within(target, self._real_root) or is_within(self._real_root, target)
        if inside or target in self._linked:
            return True
        self._linked.add(target)
        return False


def is_within(path: str, folder: str) -> bool:
    """Tell whether a path is a folder or lies in it, by their names alone."""
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def _read(folder: str, path: str) -> IgnoreFile | None:
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as stream:
            return ignore_file(folder, stream)
    except OSError:
        return None

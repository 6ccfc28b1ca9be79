"""What .gitignore files and exclude patterns say of a path.

Meaning is pathspec's; here is only what makes it fast on large trees: a name
is first held against one regular expression made of all patterns, and most
names end there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pathspec import GitIgnoreSpec

_GROUP_NAME = re.compile(r"\(\?P<\w+>")


@dataclass(frozen=True)
class IgnoreFile:
    """Patterns that hold below one folder.

    They are compiled when they are first asked for.

    Attributes:
        prefix: how many characters of a path below that folder to leave out.
        lines: the patterns.
    """

    prefix: int
    lines: tuple[str, ...]

    @cached_property
    def names(self) -> re.Pattern[str]:
        """What matches an entry's own name where a pattern without slash may match."""
        return _screen([line for line in self.lines if "/" not in line.rstrip("/")])

    @cached_property
    def paths(self) -> re.Pattern[str]:
        """What matches a relative path where a pattern with a slash may match."""
        return _screen([line for line in self.lines if "/" in line.rstrip("/")])

    @cached_property
    def spec(self) -> GitIgnoreSpec:
        """What decides, by the last pattern that matches."""
        from pathspec import GitIgnoreSpec

        return GitIgnoreSpec.from_lines(_valid(list(self.lines)))

    def verdict(self, path: str, name: str) -> bool | None:
        """Say what these patterns mean for one entry of a folder that is not ignored.

        Args:
            path: the entry's absolute path, with a slash at a folder's end.
            name: the entry's own name, with a slash at a folder's end.

        Returns:
            True for ignored, False for taken back by a negation, None for neither.
        """
        relative = path[self.prefix :]
        if not self.names.match(name) and not self.paths.match(relative):
            return None
        result = self.spec.check_file(relative)
        parent, slash, _ = relative.rstrip("/").rpartition("/")
        if result.include and slash and self.spec.check_file(parent + slash).index == result.index:
            # It is the folder that matches; that it is walked shows that it was taken back.
            own = self.spec.check_file(name)
            return True if own.include and own.index == result.index else None
        return result.include


def ignore_file(folder: str, lines: Iterable[str]) -> IgnoreFile | None:
    """Read gitignore patterns.

    Args:
        folder: the absolute path of the folder that they are relative to.
        lines: the patterns, one a line.

    Returns:
        The patterns, or None when there are none.
    """
    stripped = (line.rstrip("\r\n") for line in lines)
    kept = tuple(line for line in stripped if line.strip() and not line.startswith("#"))
    return IgnoreFile(len(folder.rstrip("/")) + 1, kept) if kept else None


def _screen(lines: list[str]) -> re.Pattern[str]:
    from pathspec import GitIgnoreSpec

    sources = {
        _GROUP_NAME.sub("(?:", pattern.regex.pattern)
        for pattern in GitIgnoreSpec.from_lines(_valid(lines)).patterns
        if pattern.regex is not None
    }
    return re.compile("|".join(sorted(sources)) or r"(?!)")


def _valid(lines: list[str]) -> list[str]:
    """Leave out what is no pattern, as git does without a word."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines(lines)
    except ValueError:
        return [line for line in lines if _is_valid(line)]
    return lines


def _is_valid(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True

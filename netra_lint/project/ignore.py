"""Patterns of .gitignore files, matched fast enough for each name of a large tree."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pathspec import GitIgnoreSpec

_GROUP = re.compile(r"\?P<\w+>")
_NEVER = re.compile(r"(?!)")


class Patterns:
    """The patterns of one ignore file or setting, relative to one folder.

    A walk prunes excluded folders, so a pattern without an inner slash needs
    to see the last name only. Two joined expressions say quickly that nothing
    matches, which is so of nearly all names; pathspec judges the rest.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        """Compile patterns.

        Args:
            lines: patterns as in a .gitignore.

        Raises:
            ValueError: when one is no pattern; its text is the error's.
        """
        kept = [line for line in lines if line.strip() and not line.startswith("#")]
        self._spec = GitIgnoreSpec.from_lines(kept)
        self._names = _joined(line for line in kept if not _has_inner_slash(line))
        self._paths = _joined(line for line in kept if _has_inner_slash(line))

    def verdict(self, path: str, name: str) -> bool | None:
        """Say whether a path is excluded.

        Args:
            path: the path below the patterns' folder, with forward slashes
                and, if it is a folder, one at its end.
            name: its last part, with the same ending.

        Returns:
            True if excluded, False if a negated pattern keeps it, else None.
        """
        if self._names.match(name) is None and self._paths.match(path) is None:
            return None
        return self._spec.check_file(path).include

    def matches(self, path: str) -> bool:
        """Return whether the path or a folder above it is excluded."""
        return self._spec.match_file(path)


def tolerant(lines: Iterable[str]) -> Patterns:
    """Return the patterns of a file that git reads: what is no pattern is skipped."""
    return Patterns(line for line in lines if _is_pattern(line))


def _is_pattern(line: str) -> bool:
    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True


def _has_inner_slash(line: str) -> bool:
    return "/" in line.strip().lstrip("!").rstrip("/")


def _joined(lines: Iterable[str]) -> re.Pattern[str]:
    found = [
        _GROUP.sub("?:", pattern.regex.pattern)
        for pattern in GitIgnoreSpec.from_lines(lines).patterns
        if pattern.regex is not None
    ]
    return re.compile("|".join(found)) if found else _NEVER

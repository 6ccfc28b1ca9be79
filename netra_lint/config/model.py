"""The settings as plain data, with their defaults."""

from __future__ import annotations

from dataclasses import dataclass, field

from netra_lint.vocabulary import Vocabulary

DEFAULT_EXCLUDE = (
    ".bzr",
    ".direnv",
    ".eggs",
    ".git",
    ".git-rewrite",
    ".hg",
    ".hypothesis",
    ".ipynb_checkpoints",
    ".mypy_cache",
    ".netra_lint_cache",
    ".nox",
    ".pants.d",
    ".pyenv",
    ".pytest_cache",
    ".pytype",
    ".ruff_cache",
    ".svn",
    ".tox",
    ".venv",
    ".vscode",
    "__pycache__",
    "__pypackages__",
    "_build",
    "buck-out",
    "build",
    "dist",
    "node_modules",
    "site-packages",
    "venv",
)
"""Folders that hold no code of the project; ruff's defaults and a few caches."""

DEFAULT_FILE_IGNORES = tuple(
    (pattern, ("NTR2",)) for pattern in ("tests/", "test/", "test_*.py", "*_test.py", "conftest.py")
)
"""Tests build partial contexts on purpose; a pattern that is set to no rules lifts this."""


@dataclass(frozen=True, slots=True)
class Config:
    """What ``[tool.netra-lint]`` says.

    Attributes:
        path: the file that it was read from, or an empty string for the defaults.
        select: prefixes of rules to check, or None for the rules that are on by default.
        extend_select: prefixes of rules to check besides.
        ignore: prefixes of rules not to check.
        exclude: gitignore patterns, relative to the root, of what is no part of the project.
        extend_exclude: patterns besides those.
        per_file_ignores: gitignore patterns, each with the prefixes ignored in such files,
            besides ``DEFAULT_FILE_IGNORES``.
        dropped_context: which ids NTR201 is about: ``routing`` for those that something below
            sends to, ``all`` for those that are used for anything.
        vocabulary: the project's words.
    """

    path: str = ""
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = DEFAULT_EXCLUDE
    extend_exclude: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    dropped_context: str = "routing"
    vocabulary: Vocabulary = field(default_factory=Vocabulary)

    @property
    def file_ignores(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The patterns of per-file-ignores with those for tests, but for any set to nothing."""
        lifted = {pattern for pattern, codes in self.per_file_ignores if not codes}
        usual = (each for each in DEFAULT_FILE_IGNORES if each[0] not in lifted)
        return (*usual, *self.per_file_ignores)

    @property
    def excluded(self) -> tuple[str, ...]:
        """All exclude patterns."""
        return (*self.exclude, *self.extend_exclude)

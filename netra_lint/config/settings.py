"""The settings of one project, with their defaults."""

from __future__ import annotations

from dataclasses import dataclass, field

from netra_lint.vocabulary import Vocabulary

SECTION = "tool.netra-lint"

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


@dataclass(frozen=True)
class Settings:
    """What a project asks for.

    Attributes:
        origin: the file that the settings were read from, or ``""``.
        select: prefixes of the codes to report; None means the rules that are
            on by default.
        extend_select: further prefixes, added to either.
        ignore: prefixes of codes not to report.
        exclude: .gitignore patterns of what a walk leaves out.
        per_file_ignores: pairs of a .gitignore pattern and the prefixes that
            are ignored in the files that it matches.
        vocabulary: the words that the rules know.
    """

    origin: str = ""
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = DEFAULT_EXCLUDE
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    vocabulary: Vocabulary = field(default_factory=Vocabulary)

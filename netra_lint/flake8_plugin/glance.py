"""Files that cannot matter, told at a glance: most files that flake8 looks at are such."""

from __future__ import annotations

import os
from functools import lru_cache

from netra_lint.project.screen import may_matter
from netra_lint.vocabulary import Vocabulary

_PYPROJECT = "pyproject.toml"


@lru_cache(maxsize=1)
def _usual() -> Vocabulary:
    return Vocabulary()


def cannot_matter(path: str, content: bytes) -> bool:
    """Tell whether nothing can be found in a file, without looking at its project.

    Args:
        path: the file's absolute path.
        content: its bytes.

    Returns:
        True where it is sure, which it is not where a configuration may have
        other words, or mistakes to tell of.
    """
    return not may_matter(content, _usual()) and not _is_configured(os.path.dirname(path))


@lru_cache(maxsize=4096)
def _is_configured(folder: str) -> bool:
    """Whether a pyproject.toml at or above a folder names netra-lint."""
    try:
        with open(os.path.join(folder, _PYPROJECT), "rb") as stream:
            if b"netra-lint" in stream.read():
                return True
    except OSError:
        pass
    parent = os.path.dirname(folder)
    return parent != folder and _is_configured(parent)

"""Files that cannot matter, told at a glance: most files that flake8 looks at are such."""

from __future__ import annotations

import os
from functools import lru_cache

_PYPROJECT = "pyproject.toml"
HINTS = (
    b"send",
    b"run_",
    *(kind + tail for kind in (b"run", b"thread", b"user") for tail in (b"id", b"_id")),
)
"""One of these every file holds, in lower case, that can matter by the usual words."""


def cannot_matter(path: str, content: bytes) -> bool:
    """Tell whether nothing can be found in a file, without looking at its project.

    Args:
        path: the file's absolute path.
        content: its bytes.

    Returns:
        True where it is sure, which it is not where a configuration may have
        other words, or mistakes to tell of.
    """
    text = content.lower()
    return not any(hint in text for hint in HINTS) and _has_usual_words(os.path.dirname(path))


@lru_cache(maxsize=4096)
def _has_usual_words(folder: str) -> bool:
    """Whether the nearest configuration of netra-lint is known to add no words, or missing."""
    path = os.path.join(folder, _PYPROJECT)
    try:
        with open(path, "rb") as stream:
            content = stream.read()
    except OSError:
        content = b""
    if b"netra-lint" in content:
        from netra_lint.cache.marks import is_marked

        return is_marked(folder, content)
    parent = os.path.dirname(folder)
    return parent == folder or _has_usual_words(parent)

"""Whether a record still holds: whether an analysis now would read what it read then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from netra_lint.cache.bodies import is_same, parses
from netra_lint.project.modules import Modules
from netra_lint.project.other_names import other_names
from netra_lint.project.queries import Answers, names_called
from netra_lint.project.sources import Sources
from netra_lint.project.trace import MASK, UNREADABLE, digest, weight

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from netra_lint.cache.bodies import FunctionNode
    from netra_lint.cache.detail import Detail
    from netra_lint.cache.head import Changes

    Shown = Callable[[str, FunctionNode, bytes, Callable[[str], bool]], object]
    """Tells what a function shows; the last argument, whether a name takes ids."""


def settle(
    detail: Detail,
    root: str,
    files: Sequence[str],
    differing: Changes,
    content: Callable[[str], bytes | None],
    earlier: Callable[[str], bytes | None],
    shown: Shown,
) -> Detail | None:
    """Look at what has changed.

    Args:
        detail: what the record rests on.
        root: the project's root.
        files: its files now.
        differing: what to look at.
        content: what reads a file; None for one that cannot be read.
        earlier: what gives the content that a file had when it was analysed, where that was kept.
        shown: what tells what a function shows those who look for one thing.

    Returns:
        What the record rests on now, or None when it no longer holds.
    """
    hashes, sums = dict(detail.hashes), dict(detail.sums)
    for path in (*differing.suspects, *differing.added):
        text = content(path)
        known = detail.hashes.get(path)
        if (UNREADABLE if text is None else digest(text)) == known:
            continue
        if text is None or not is_same_in(detail, path, text, earlier, shown):
            return None
        hashes[path] = digest(text)
        sums.setdefault(path, 0)
    for path in differing.removed:
        if not says_nothing(detail, path):
            return None
        del hashes[path], sums[path]
    if (differing.added or differing.removed) and not finds_the_same(detail, root, files):
        return None
    return replace(
        detail,
        hashes={path: hashes[path] for path in files},
        sums={path: sums[path] for path in files},
        partial={query: asked.union(differing.added) for query, asked in detail.partial.items()},
    )


def says_nothing(detail: Detail, path: str) -> bool:
    """Whether the findings would be the same without a file, imports aside."""
    return not (path in detail.read or path in detail.bodies or detail.sums.get(path))


def is_same_in(
    detail: Detail,
    path: str,
    content: bytes,
    earlier: Callable[[str], bytes | None],
    shown: Shown,
) -> bool:
    """Whether a file that has another content bears on the findings as it did before.

    Args:
        detail: what the findings rest on.
        path: the file, which may be new.
        content: its content now.
        earlier: what gives the content that it had when it was analysed, where that was kept.
        shown: what tells what a function shows those who look for one thing.
    """
    if path in detail.read:
        return False
    if path in detail.bodies:
        old = earlier(path)
        if old is None:
            return False
        asked_here = [query for query, asked in detail.partial.items() if path in asked]
        queries = [*detail.queries, *asked_here]
        takers = frozenset(name for each in queries for name in names_called(each))
        takers |= other_names(old, takers) | other_names(content, takers)
        return is_same(
            detail.bodies[path],
            queries,
            path,
            old,
            content,
            lambda view, node, text: shown(view, node, text, lambda name: name.encode() in takers),
        )
    if path in detail.checked and not parses(content):
        return False
    answers, total = Answers(content, path), 0
    for query, asked in detail.partial.items():
        if (path in asked or path not in detail.hashes) and answers.answer(query):
            return False
    for query in detail.queries:
        answer = answers.answer(query)
        if answer:
            total += weight(query, answer)
    return total & MASK == detail.sums.get(path, 0)


def finds_the_same(detail: Detail, root: str, files: Sequence[str]) -> bool:
    """Whether each import leads where it did."""
    modules = Modules(root, files, Sources())
    return all(modules.at(stem) == found for stem, found in detail.stems.items()) and all(
        modules.is_package(folder) == found for folder, found in detail.packages.items()
    )

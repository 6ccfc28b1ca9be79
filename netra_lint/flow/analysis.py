"""One analysis of a project: its files in, hits and problems out."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netra_lint.flow.hits import Hit
from netra_lint.flow.query import Flow
from netra_lint.flow.solve import Solver
from netra_lint.project import screen
from netra_lint.project.modules import Modules
from netra_lint.project.queries import spelled
from netra_lint.project.sources import Problem, Sources

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from netra_lint.vocabulary import Vocabulary

Looker = Callable[["Flow", frozenset[str]], Iterable[Hit]]


@dataclass(frozen=True)
class Analysis:
    """What an analysis found: hits for the rules, and files that it could not read."""

    hits: list[Hit]
    problems: list[Problem]


@contextmanager
def _room_to_work() -> Iterator[None]:
    """Deep recursion, and no search for garbage in syntax trees that all stay in use."""
    limit, collecting = sys.getrecursionlimit(), gc.isenabled()
    sys.setrecursionlimit(max(limit, 40_000))
    gc.disable()
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)
        if collecting:
            gc.enable()


def _worth_a_word(sources: Sources, targets: Collection[str], vocabulary: Vocabulary) -> set[str]:
    """Return the files that send or know run ids: that one cannot be parsed is worth a word.

    Of others it would depend on what else is looked at whether they are parsed at all.
    """
    patterns = (screen.sends(vocabulary), screen.RUN_ID)
    files = sorted(targets)
    return {path for each in patterns for path, _ in sources.having(spelled(each), files)}


def analyze(
    root: str,
    files: Sequence[str],
    targets: Collection[str],
    vocabulary: Vocabulary,
    codes: frozenset[str],
    overlay: Mapping[str, bytes] | None = None,
    progress: Callable[[int, int], None] | None = None,
    lookers: Sequence[Looker] = (),
    sources: Sources | None = None,
) -> Analysis:
    """Find the ids that reach recipients where they must not go.

    Args:
        root: the project's root folder.
        files: absolute paths of all Python files known in the project.
        targets: absolute paths of the files to report on.
        vocabulary: the words of the project.
        codes: the rules that are wanted.
        overlay: contents that replace those of files.
        progress: called with the number of functions done and of all.
        lookers: what rules look for besides.
        sources: the files' texts, where they are kept already.

    Returns:
        Hits and problems, sorted by place.
    """
    everything = sorted({*files, *targets})
    sources = sources or Sources(overlay)
    solver = Solver(Modules(root, everything, sources), everything, vocabulary)
    with _room_to_work():
        solver.solve(progress)
        wanted = frozenset(targets)
        worthy = _worth_a_word(sources, targets, vocabulary)
        for path in sorted(worthy):
            sources.check(path)
        flow = Flow(solver)
        hits = [flow.planned(hit) for hit in solver.found(wanted, codes)]
        for look in lookers:
            hits += look(flow, wanted)
        solver.close()
    hits.sort(key=lambda h: (h.path, h.call.row, h.call.column, h.code))
    worthy |= wanted & sources.unreadable
    problems = [p for path, p in sorted(sources.problems.items()) if path in worthy]
    return Analysis(hits, problems)

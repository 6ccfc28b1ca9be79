"""The solver: starts at the sends, and asks for callers until nothing more is wanted."""

from __future__ import annotations

import ast
import gc
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from netra_lint.flow.knowledge import Knowledge
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.roots import evaluate_function, evaluate_module
from netra_lint.project import screen
from netra_lint.project.modules import ModuleInfo, Modules
from netra_lint.project.sources import Problem, Sources

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from netra_lint.flow.hits import Hit
    from netra_lint.flow.run import Run
    from netra_lint.flow.slices import Slice
    from netra_lint.vocabulary import Vocabulary

ROUNDS = 60
RERUNS = 3
MANY_CALLERS = 400
COMMON_NAME = 40


@dataclass(frozen=True)
class Analysis:
    """What an analysis found: hits for the rules, and files that it could not read."""

    hits: list[Hit]
    problems: list[Problem]


class Solver:
    """One analysis of one project."""

    def __init__(self, modules: Modules, files: Sequence[str], words: Vocabulary) -> None:
        self.known = Knowledge(modules, words)
        self.known.classes.files = list(files)
        self.files = list(files)
        self.words = words
        self.done: dict[FunctionInfo | ModuleInfo, Slice] = {}
        self.known.evaluate = self._evaluate
        self.asked: set[str] = set()

    def solve(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Evaluate the functions that send, then those that call what they need."""
        roots = list(self._mentioning(sorted(self.known.slices.routing)))
        for _ in range(ROUNDS):
            self._heat(roots)
            for index, root in enumerate(roots):
                self._evaluate(root)
                if progress is not None:
                    progress(index, len(roots))
            roots = list(dict.fromkeys([*self._callers(), *self._outdated()]))
            if not roots:
                break

    def _outdated(self) -> list[FunctionInfo | ModuleInfo]:
        """Functions that were looked at when less was known of what they lead to."""
        stale, self.known.stale = self.known.stale, set()
        found = []
        for root, chosen in list(self.done.items()):
            if root in stale:
                self.done.pop(root)
            elif self._slice_of(root) is chosen:
                continue
            found.append(root)
        return found

    def _heat(self, roots: list[FunctionInfo | ModuleInfo]) -> None:
        """Functions that lead to a send are hot: calls of them are followed."""
        slices = self.known.slices
        for root in roots:
            if isinstance(root, FunctionInfo):
                slices.hot.update(_called_as(root))
        for root in roots:
            if isinstance(root, FunctionInfo):
                slices.of_function(root, result=False)

    def _evaluate(self, root: FunctionInfo | ModuleInfo) -> None:
        chosen = self._slice_of(root)
        if self.done.get(root) is chosen:
            return
        self.done[root] = chosen
        for _ in range(RERUNS):
            run = self._evaluated(root)
            wanted = self.known.slices.attrs
            skipped = (run.passed_over, *(chosen.skipped for chosen in run.slices))
            if all(names.isdisjoint(wanted) for names in skipped):
                break
        self.done[root] = self._slice_of(root)

    def _slice_of(self, root: FunctionInfo | ModuleInfo) -> Slice:
        slices = self.known.slices
        if isinstance(root, FunctionInfo):
            return slices.of_function(root, result=False)
        return slices.of_module(root, (), True)

    def _evaluated(self, root: FunctionInfo | ModuleInfo) -> Run:
        if isinstance(root, FunctionInfo):
            return evaluate_function(self.known, root)
        return evaluate_module(self.known, root)

    def _callers(self) -> Iterator[FunctionInfo | ModuleInfo]:
        wanted = list(self.known.demands)
        self.known.demands.clear()
        for info in wanted:
            self.known.ask_by_name(info)
        for info in wanted:
            for name in _called_as(info):
                if name not in self.asked:
                    self.asked.add(name)
                    found = list(self._mentioning([name], info))
                    if len(found) <= MANY_CALLERS:
                        yield from found

    def _mentioning(
        self, names: list[str], callee: FunctionInfo | None = None
    ) -> Iterator[FunctionInfo | ModuleInfo]:
        sources = self.known.modules.sources
        pattern = screen.mentions(tuple(names))
        for path in self._files_with(names, callee):
            module = self.known.modules.module(path)
            if module is not None:
                yield from self._roots_at(module, _rows(sources.content(path), pattern))

    def _files_with(self, names: list[str], callee: FunctionInfo | None) -> list[str]:
        content = self.known.modules.sources.content
        holding = {
            path: None
            for word in [name.encode() for name in names]
            for path in self.files
            if word in content(path)
        }
        pattern = screen.mentions(tuple(names))
        found = [path for path in sorted(holding) if pattern.search(content(path))]
        if callee is None or len(found) <= COMMON_NAME:
            return found
        related = screen.mentions(tuple(_relatives(callee)))
        return [p for p in found if p == callee.path or related.search(content(p))]

    def _roots_at(self, module: ModuleInfo, rows: list[int]) -> Iterator[FunctionInfo | ModuleInfo]:
        seen: set[object] = set()
        spans = list(self._spans(module))
        for row in rows:
            inside = [info for info, first, last in spans if first <= row <= last]
            root: FunctionInfo | ModuleInfo = inside[0] if inside else module
            if root not in seen:
                seen.add(root)
                yield root

    def _spans(self, module: ModuleInfo) -> Iterator[tuple[FunctionInfo, int, int]]:
        for statements in module.bindings.values():
            for node in statements:
                if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    info = self.known.function(node, module)
                    yield info, node.lineno, node.end_lineno or node.lineno
                elif isinstance(node, ast.ClassDef):
                    yield from self._methods(node, module)

    def _methods(
        self, node: ast.ClassDef, module: ModuleInfo
    ) -> Iterator[tuple[FunctionInfo, int, int]]:
        cls = self.known.classes.get(node, module)
        for info in cls.methods.values():
            yield info, info.node.lineno, info.node.end_lineno or info.node.lineno
        for part in node.body:
            if isinstance(part, ast.ClassDef):
                yield from self._methods(part, module)

    def hits(self, targets: Collection[str], codes: frozenset[str]) -> list[Hit]:
        """Return the findings for some files, in the order of their places."""
        known = self.known
        found = [
            hit
            for hit, root, derived in known.hits.values()
            if not (derived and self._has_callers(root))
        ]
        told = {(step.filename, step.row) for hit in found for step in hit.steps}
        calls = {(hit.path, hit.call.row, hit.call.column) for hit in found}
        for key, hit in known.others.items():
            last = hit.steps[-1]
            if key not in calls and (last.filename, last.row) not in told:
                found.append(hit)
        chosen = [hit for hit in found if hit.path in targets and hit.code in codes]
        return sorted(chosen, key=lambda h: (h.path, h.call.row, h.call.column, h.code))

    def _has_callers(self, root: object) -> bool:
        if not isinstance(root, FunctionInfo):
            return False
        return any(caller not in (root, None) for caller in self.known.called.get(root, ()))


def _called_as(info: FunctionInfo) -> list[str]:
    if info.name in ("__init__", "__post_init__", "__call__", "__new__") and info.cls:
        return [cls.name for cls in info.cls.family()][:20]
    return [] if info.name == "lambda" else [info.name]


def _relatives(info: FunctionInfo) -> list[str]:
    """Names without which a file hardly gets at a function whose own name is common."""
    if info.cls is None:
        return [part.partition(".")[0] for part in PurePath(info.path).parts[-2:]]
    own = {name for name in info.module.bindings if _is_telling(name)}
    family = {cls.name for cls in info.cls.family()}
    return sorted(family | own - _imported_names(info.module))


def _is_telling(name: str) -> bool:
    """Whether a name is hardly used for two things: ``get_router`` is, ``router`` is not."""
    return "_" in name.strip("_") or (name != name.upper() and name != name.lower())


def _imported_names(module: ModuleInfo) -> set[str]:
    imports = (ast.Import, ast.ImportFrom)
    return {
        name
        for name, found in module.bindings.items()
        if all(isinstance(n, imports) for n in found)
    }


def _rows(content: bytes, pattern: object) -> list[int]:
    rows: list[int] = []
    position, row = 0, 1
    for match in pattern.finditer(content):  # type: ignore[attr-defined]
        row += content.count(b"\n", position, match.start())
        position = match.start()
        if not rows or rows[-1] != row:
            rows.append(row)
    return rows


@contextmanager
def _room_to_work() -> Iterator[None]:
    """Deep recursion, and no search for garbage in syntax trees that all stay in use."""
    limit, collecting = sys.getrecursionlimit(), gc.isenabled()
    sys.setrecursionlimit(max(limit, 20_000))
    gc.disable()
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)
        if collecting:
            gc.enable()


def analyze(
    root: str,
    files: Sequence[str],
    targets: Collection[str],
    vocabulary: Vocabulary,
    codes: frozenset[str],
    overlay: Mapping[str, bytes] | None = None,
    progress: Callable[[int, int], None] | None = None,
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

    Returns:
        Hits and problems, sorted by place.
    """
    everything = sorted({*files, *targets})
    sources = Sources(overlay)
    solver = Solver(Modules(root, everything, sources), everything, vocabulary)
    with _room_to_work():
        solver.solve(progress)
        for path in targets:
            if screen.may_send_run_id(sources.content(path), vocabulary):
                sources.tree(path)
        hits = solver.hits(frozenset(targets), codes)
    wanted = frozenset(targets)
    problems = [p for path, p in sorted(sources.problems.items()) if path in wanted]
    return Analysis(hits, problems)

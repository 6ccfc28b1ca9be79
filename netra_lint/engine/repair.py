"""Repairing what a check finds, in passes, each of which is proved before it counts."""

from __future__ import annotations

import gc
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from netra_lint.diagnostics import Applicability, Diagnostic, Fix
from netra_lint.engine.checking import Report, examine, overlay_of, targets_of
from netra_lint.engine.outcome import misfits, tried
from netra_lint.engine.text import Texts
from netra_lint.fixes.edits import compatible
from netra_lint.fixes.write import Change, WriteError, write
from netra_lint.project.lasting import Lasting

if TYPE_CHECKING:
    from collections.abc import Callable

    from netra_lint.engine.checking import Progress, Targets
    from netra_lint.engine.request import Request

PASSES = 10
"""How often repairs are looked for at most; one pass usually does, and one proves it."""
TRIALS = 30
"""How many analyses one run may take, those of repairs that turned out wrong included."""

OUTSIDE = "the repair also changes {files}, which was not asked for"
FAILED = "the repair was tried and taken back: it did not do away with the finding alone"


@dataclass(frozen=True, slots=True)
class Repair:
    """What became of a run.

    Attributes:
        report: what is left to say, about the files as they are afterwards.
        fixed: the findings that were repaired, with the fixes.
        before: the bytes of the changed files as they were, by path.
        after: the bytes of the same files repaired.
    """

    report: Report
    fixed: tuple[Diagnostic, ...]
    before: dict[str, bytes] = field(default_factory=dict)
    after: dict[str, bytes] = field(default_factory=dict)

    @property
    def units(self) -> list[list[str]]:
        """The changed files in groups, each of which is written whole or not at all."""
        groups: list[set[str]] = [{path} for path in self.after]
        for found in self.fixed:
            files = set(found.fix.files) if found.fix else set()
            touched = [group for group in groups if group & files]
            merged = set().union(*touched) if touched else set()
            groups = [group for group in groups if group not in touched]
            groups += [merged] if merged else []
        return sorted(sorted(group) for group in groups)


@dataclass
class _Run:
    """One run over the passes."""

    request: Request
    wanted: Targets
    unsafe: bool
    progress: Progress | None
    overlay: dict[str, bytes]
    originals: dict[str, bytes]
    refused: dict[tuple[object, ...], str] = field(default_factory=dict)
    fixed: list[Diagnostic] = field(default_factory=list)
    suspects: set[tuple[object, ...]] = field(default_factory=set)
    trials: int = 0
    is_wanted: Callable[[Diagnostic], bool] | None = None
    lasting: dict[str, Lasting] = field(init=False)

    def __post_init__(self) -> None:
        """Keep what is taken from files that the repairs leave alone."""
        self.lasting = {view.root: Lasting(view.files) for view, _ in self.wanted}

    def examine(self, overlay: dict[str, bytes]) -> Report:
        """Check all files with these contents."""
        if self.trials > 1:
            # Front doors let nothing be collected; two analyses have room, thirty may not.
            gc.collect()
        self.trials += 1
        return examine(self.request, self.wanted, overlay, self.progress, self.lasting)

    def wish(self, report: Report) -> list[Diagnostic]:
        """Return the findings whose fixes may be tried."""
        files = {path for _, paths in self.wanted for path in paths}
        found = []
        for each in report.diagnostics:
            if each.fix is None or each.fix.applicability is Applicability.DISPLAY:
                continue
            if key_of(each) in self.refused:
                continue
            outside = sorted(each.fix.files - files)
            if outside:
                self.refused[key_of(each)] = OUTSIDE.format(files=" and ".join(outside))
            elif self._applies(each.fix) and (self.is_wanted is None or self.is_wanted(each)):
                found.append(each)
        return found

    def _applies(self, fix: Fix) -> bool:
        return fix.applicability is Applicability.SAFE or self.unsafe

    def step(self, report: Report) -> Report | None:
        """Try the fixes of a report; return the next one, or None when nothing was to do.

        Where several fixes may be to blame for what went wrong, each is tried alone later.
        """
        while self.trials < TRIALS:
            wished = self.wish(report)
            batch = [each for each in wished if key_of(each) not in self.suspects] or wished[:1]
            if not batch:
                break
            chosen = compatible(dict.fromkeys(each.fix for each in batch if each.fix))
            after, bad = self._try(chosen, report)
            if after is not None:
                self.fixed += [each for each in wished if each.fix in chosen]
                return after
            self._blame([each for each in wished if each.fix in bad], len(bad))
        return None

    def _try(self, chosen: list[Fix], report: Report) -> tuple[Report | None, set[Fix]]:
        """Apply fixes, and keep them if all is well; else say which may be to blame."""
        trial = tried(chosen, self.overlay, self.originals)
        if trial.broken:
            return None, set(trial.broken)
        after = self.examine(trial.overlay)
        bad = misfits(report, after, trial)
        if bad:
            return None, bad
        self.overlay = trial.overlay
        return after, bad

    def _blame(self, found: list[Diagnostic], number: int) -> None:
        for each in found:
            if number == 1:
                self.refused[key_of(each)] = FAILED
            else:
                self.suspects.add(key_of(each))


def key_of(found: Diagnostic) -> tuple[object, ...]:
    """Return what a finding's fix is known by from pass to pass, wherever it has moved."""
    edits = found.fix.edits if found.fix else ()
    return found.code, found.filename, found.message, *((e.filename, e.content) for e in edits)


def fix(
    request: Request,
    unsafe: bool = False,
    progress: Progress | None = None,
    wanted: Callable[[Diagnostic], bool] | None = None,
) -> Repair:
    """Repair what can be repaired in the paths of a request; nothing is written yet.

    Args:
        request: what to check, and how.
        unsafe: whether to apply unsafe fixes as well.
        progress: called now and then with the number of functions done and of all.
        wanted: which findings to repair; all where it is left out.

    Returns:
        What is left, and the new contents of files.

    Raises:
        UserError: for a path that is not there, an unknown rule, or settings
            that cannot be used.
    """
    given = overlay_of(request)
    run = _Run(request, targets_of(request), unsafe, progress, given, dict(given))
    run.is_wanted = wanted
    report = run.examine(run.overlay)
    for _ in range(PASSES):
        after = run.step(report)
        if after is None:
            break
        report = after
    changed = {path: new for path, new in run.overlay.items() if new != run.originals[path]}
    olds = {path: run.originals[path] for path in changed}
    found = tuple(_explained(each, run) for each in report.diagnostics)
    report = replace(report, diagnostics=found, texts=Texts(run.overlay))
    return Repair(report, tuple(run.fixed), olds, changed)


def _explained(found: Diagnostic, run: _Run) -> Diagnostic:
    """Say why a fix was not applied, in place of offering it once more."""
    reason = run.refused.get(key_of(found))
    return replace(found, fix=None, unfixable=reason) if reason else found


class Unwritten(NamedTuple):
    """Files that belong together, of which none was written.

    Attributes:
        files: their absolute paths.
        reason: a sentence that names the one that could not be written.
    """

    files: frozenset[str]
    reason: str


def save(repair: Repair) -> list[Unwritten]:
    """Write what was repaired; files that belong together are written all or none.

    Args:
        repair: the run.

    Returns:
        The groups of files that could not be written.
    """
    failed: list[Unwritten] = []
    for group in repair.units:
        changes = [Change(path, repair.before[path], repair.after[path]) for path in group]
        try:
            write(changes)
        except WriteError as error:
            failed.append(Unwritten(frozenset(group), str(error)))
    return failed

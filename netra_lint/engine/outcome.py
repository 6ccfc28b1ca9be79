"""Whether repairs came to what they should: the findings gone, none new, nothing else changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from netra_lint.diagnostics import Location
from netra_lint.fixes.edits import Piece, pieces, replace
from netra_lint.fixes.source import SourceError, SourceFile
from netra_lint.fixes.verify import Shift, same_outside

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from netra_lint.diagnostics import Diagnostic, Edit, Fix
    from netra_lint.engine.checking import Report


@dataclass
class FileTrial:
    """One file before and after.

    Attributes:
        old: the file before.
        new: the file after.
        changes: the replacements between them, in order.
        fixes: the fixes that they come from.
    """

    old: SourceFile
    new: SourceFile
    changes: list[Piece]
    fixes: list[Fix]

    def moved(self, place: Location) -> Location | None:
        """Return where a place is afterwards, or None when it lies in what was replaced."""
        offset = self.old.at(place)
        if any(each.start <= offset < each.end for each in self.changes):
            return None
        return self.new.location(Shift(self.changes).start(offset))

    def fixes_around(self, place: Location) -> list[Fix]:
        """Return the fixes that put in what a place after the fixes lies in."""
        offset = self.new.at(place)
        ranges = Shift(self.changes).new
        inside = [
            change
            for change, (start, end) in zip(self.changes, ranges, strict=True)
            if start <= offset <= end
        ]
        return [fix for fix in self.fixes if set(pieces(self.old, _of(fix, self))) & set(inside)]


def _of(fix: Fix, trial: FileTrial) -> Iterator[Edit]:
    return (edit for edit in fix.edits if edit.filename == trial.old.path)


@dataclass
class Trial:
    """Files with fixes in them, not yet written.

    Attributes:
        overlay: the contents of all changed files.
        files: the files by their paths.
        fixes: the fixes that were tried.
        broken: those after which a file does not parse, or has changed elsewhere.
    """

    overlay: dict[str, bytes]
    files: dict[str, FileTrial] = field(default_factory=dict)
    fixes: list[Fix] = field(default_factory=list)
    broken: list[Fix] = field(default_factory=list)


def tried(fixes: Sequence[Fix], overlay: Mapping[str, bytes], originals: dict[str, bytes]) -> Trial:
    """Apply fixes to the contents of files.

    Args:
        fixes: fixes that do not overlap.
        overlay: the contents of files that were changed before.
        originals: the contents of all files when they were first read; added to.

    Returns:
        The trial.
    """
    trial = Trial(dict(overlay), fixes=list(fixes))
    for path in sorted({path for fix in fixes for path in fix.files}):
        own = [fix for fix in fixes if path in fix.files]
        try:
            content = overlay[path] if path in overlay else Path(path).read_bytes()
            originals.setdefault(path, content)
            file = _applied(SourceFile(path, content), own)
            trial.files[path] = file
            trial.overlay[path] = file.new.content
            if not same_outside(file.old, file.new, file.changes):
                trial.broken += own
        except (OSError, SourceError, IndexError):
            trial.broken += own
    return trial


def _applied(old: SourceFile, fixes: list[Fix]) -> FileTrial:
    edits = [edit for fix in fixes for edit in fix.edits if edit.filename == old.path]
    changes = pieces(old, edits)
    new = SourceFile(old.path, old.encoded(replace(old.text, changes)))
    _ = new.tree
    return FileTrial(old, new, changes, fixes)


_NEEDED_NOW = frozenset({"NTR201", "NTR202", "NTR204"})
"""What may come up elsewhere: a send that asks for ids makes it a fault not to pass them."""
_Place = tuple[str, str, Location | None]


def misfits(before: Report, after: Report, trial: Trial) -> set[Fix]:
    """Return the fixes that left their finding, or brought a new one that is not only due now.

    Args:
        before: what was found before the fixes.
        after: what is found with them.
        trial: the fixes.
    """
    expected = Counter(
        _place(each, trial) for each in before.diagnostics if each.fix not in trial.fixes
    )
    bad: set[Fix] = set()
    for each in after.diagnostics:
        place = (each.code, each.filename, each.location)
        inside = (each.code, each.filename, None)
        if expected[place] > 0:
            expected[place] -= 1
        elif expected[inside] > 0 and _around(each, trial):
            expected[inside] -= 1
        elif each.code not in _NEEDED_NOW or _around(each, trial):
            bad.update(_blamed(each, before, trial))
    return bad


def _place(found: Diagnostic, trial: Trial) -> _Place:
    file = trial.files.get(found.filename)
    return found.code, found.filename, file.moved(found.location) if file else found.location


def _around(found: Diagnostic, trial: Trial) -> list[Fix]:
    file = trial.files.get(found.filename)
    return file.fixes_around(found.location) if file else []


def _blamed(found: Diagnostic, before: Report, trial: Trial) -> list[Fix]:
    """Return the fixes that a finding that should not be there is due to."""
    place = (found.code, found.filename, found.location)
    left = [
        each.fix
        for each in before.diagnostics
        if each.fix is not None and each.fix in trial.fixes and _place(each, trial) == place
    ]
    if left:
        return left
    file = trial.files.get(found.filename)
    return _around(found, trial) or (file.fixes if file else trial.fixes)

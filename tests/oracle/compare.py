"""Comparing what execution shows with what the analysis says."""

from __future__ import annotations

import atexit
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from netra_lint.flow.analysis import analyze
from netra_lint.vocabulary import Vocabulary
from tests.oracle.execute import Outcome, execute, programs_live_in
from tests.oracle.recorder import RUN, Arrival, Site

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netra_lint.flow.hits import Hit
    from tests.oracle.cases import Case

CODES = frozenset({"NTR101", "NTR102"})


@dataclass(frozen=True)
class Verdict:
    """The comparison of one program.

    Attributes:
        root: the folder in which it was executed.
        outcome: what execution showed.
        true: sends of a wrong id that are found.
        missed: sends of a wrong id that are not found.
        false: findings that no execution bears out.
        found: all findings.
    """

    key: str
    root: Path
    outcome: Outcome
    true: list[Arrival]
    missed: list[Arrival]
    false: list[Hit]
    found: list[Hit]

    @property
    def agrees(self) -> bool:
        return not self.missed and not self.false


@cache
def _home() -> Path:
    """Return the folder of all programs that are executed."""
    folder = TemporaryDirectory(prefix="programs-")
    atexit.register(folder.cleanup)
    return Path(folder.name).resolve()


def judge(case: Case, texts: Mapping[Path, str] | None = None) -> Verdict:
    """Execute and analyse one case, outside of the tests: these are not looked into as far.

    Args:
        case: the case.
        texts: what stands in some of its files instead.
    """
    programs_live_in(_home())
    with TemporaryDirectory(prefix="program-", dir=_home()) as folder:
        root = Path(folder)
        moved = {path: root / path.relative_to(case.root) for path in case.files}
        for path, copy in moved.items():
            copy.parent.mkdir(parents=True, exist_ok=True)
            text = (texts or {}).get(path)
            copy.write_bytes(path.read_bytes() if text is None else text.encode())
        return compare(case.key, root, moved[case.entry], list(moved.values()))


def compare(key: str, root: Path, entry: Path, files: list[Path], living: bool = False) -> Verdict:
    """Execute and analyse one program, and compare call by call.

    Args:
        key: the program's name.
        root: the folder of its modules.
        entry: the file with ``main``.
        files: all of its files.
        living: whether to leave out findings on rows that were never executed, of which
            execution shows nothing; programs made by chance have such rows.
    """
    outcome = execute(root, entry, files, trace=living)
    paths = [str(path) for path in files]
    found = analyze(str(root), paths, paths, Vocabulary(), CODES)
    assert not found.problems, found.problems
    true, missed = [], []
    for arrival in sorted(outcome.arrivals, key=_place):
        seen = any(explains(hit, arrival) for hit in found.hits)
        (true if seen else missed).append(arrival)
    hits = [hit for hit in found.hits if not living or _executed(hit, outcome)]
    false = [hit for hit in hits if not any(explains(hit, one) for one in outcome.arrivals)]
    return Verdict(key, root, outcome, true, missed, false, hits)


def _executed(hit: Hit, outcome: Outcome) -> bool:
    return any((hit.path, row) in outcome.rows for row in range(hit.call.row, hit.call.end_row + 1))


def explains(hit: Hit, arrival: Arrival) -> bool:
    """Whether a finding stands on a call that passed on this very id."""
    code = "NTR101" if arrival.kind == RUN else "NTR102"
    return code == hit.code and any(_same(hit, site) for site in arrival.sites)


def _same(hit: Hit, site: Site) -> bool:
    if hit.path != site.path:
        return False
    if site.end_column is not None:
        return (hit.call.end_row, hit.call.end_column) == (site.end_row, site.end_column)
    return hit.call.row <= site.end_row and site.row <= hit.call.end_row


def _place(arrival: Arrival) -> list[tuple[str, int, int]]:
    return [(site.path, site.row, site.end_column or 0) for site in arrival.sites]

"""Running random programs, and making those that disagree as small as can be."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.oracle.compare import Verdict, compare
from tests.oracle.execute import programs_live_in
from tests.oracle.programs import Program, programs

_FOLDER = Path(tempfile.gettempdir()) / "netra-lint-programs"
_BATCH = 10  # hypothesis varies what it has; fresh starts make programs more different
_QUIET = settings(
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    report_multiple_bugs=False,
)


@dataclass
class Figures:
    """What many programs show together."""

    programs: int = 0
    true: int = 0
    missed: int = 0
    clean: int = 0
    false: int = 0
    differing: list[Program] = field(default_factory=list)

    def add(self, program: Program, verdict: Verdict) -> None:
        self.programs += 1
        self.true += len(verdict.true)
        self.missed += len(verdict.missed)
        self.clean += verdict.outcome.clean
        self.false += len(verdict.false)
        if not verdict.agrees:
            self.differing.append(program)

    @property
    def recall(self) -> float:
        """Found wrong sends among all wrong sends, from 0 to 1."""
        return self.true / max(1, self.true + self.missed)

    @property
    def false_rate(self) -> float:
        """False findings per right send."""
        return self.false / max(1, self.clean)

    def __str__(self) -> str:
        return (
            f"{self.programs} programs, {len(self.differing)} disagree: {self.true} of "
            f"{self.true + self.missed} wrong sends found ({100 * self.recall:.1f} %), "
            f"{self.false} false findings on {self.clean} right sends "
            f"({100 * self.false_rate:.1f} in 100)."
        )


def judge(program: Program) -> Verdict:
    """Execute and analyse a program in a folder of its own."""
    _FOLDER.mkdir(exist_ok=True)
    programs_live_in(_FOLDER)
    with tempfile.TemporaryDirectory(dir=_FOLDER) as name:
        root = Path(name)
        for path, text in program.files.items():
            (root / path).write_text(text, "utf-8")
        files = [root / path for path in program.files]
        verdict = compare("random", root, root / "main.py", files, living=True)
    expected = "ValueError: expected"
    unexpected = [error for error in verdict.outcome.errors if error != expected]
    assert not unexpected, (unexpected, str(program))
    return verdict


def measure(count: int, start: int) -> Figures:
    """Compare many programs.

    Args:
        count: how many programs.
        start: the seed; the same seed makes the same programs.
    """
    figures = Figures()
    for number in range(0, count, _BATCH):
        _measure(min(_BATCH, count - number), start * 10_000 + number, figures)
    return figures


def _measure(count: int, start: int, figures: Figures) -> None:
    @seed(start)
    @settings(_QUIET, max_examples=count, phases=[Phase.generate])
    @given(programs())
    def run(program: Program) -> None:
        figures.add(program, judge(program))

    run()


def smallest(count: int, start: int) -> tuple[Program, Verdict] | None:
    """Return a program that disagrees, made as small as hypothesis can, or None."""
    last: list[tuple[Program, Verdict]] = []

    @seed(start)
    @settings(_QUIET, max_examples=count, phases=[Phase.generate, Phase.shrink])
    @given(programs())
    def run(program: Program) -> None:
        verdict = judge(program)
        if not verdict.agrees:
            last.append((program, verdict))
            raise AssertionError

    try:
        run()
    except AssertionError:
        return last[-1] if last else None
    return None

"""The oracle's figures, as a table for people and as a page of the documentation."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.oracle.cases import Case, Construct, constructs, fixtures, gaps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.oracle.compare import Verdict

PAGE = Path(__file__).parent.parent.parent / "docs" / "flows.md"
_GROUPS = {
    "flow": "Flows that are followed",
    "clearing": "What clears an id",
    "silence": "What stays silent",
}


@dataclass
class Row:
    """The figures of one construct."""

    construct: Construct
    verdicts: list[tuple[Case, Verdict]] = field(default_factory=list)

    @property
    def true(self) -> int:
        return sum(len(verdict.true) for _, verdict in self.verdicts)

    @property
    def wrong(self) -> int:
        """How many sends of a wrong id execution shows."""
        return self.true + sum(len(verdict.missed) for _, verdict in self.verdicts)

    @property
    def false(self) -> int:
        return sum(len(verdict.false) for _, verdict in self.verdicts)

    @property
    def clean(self) -> int:
        """How many sends execution shows to be right."""
        return sum(verdict.outcome.clean for _, verdict in self.verdicts)


def rows(verdicts: Iterable[tuple[Case, Verdict]]) -> list[Row]:
    """Group verdicts by construct."""
    table = {construct.name: Row(construct) for construct in constructs()}
    for case, verdict in verdicts:
        table[case.construct].verdicts.append((case, verdict))
    return [row for row in table.values() if row.verdicts]


def text(table: list[Row]) -> str:
    """Return the table for a terminal."""
    lines = [f"{'construct':<18}{'cases':>6}{'wrong':>7}{'found':>7}{'clean':>7}{'false':>7}"]
    lines += [
        f"{row.construct.name:<18}{len(row.verdicts):>6}{row.wrong:>7}{row.true:>7}"
        f"{row.clean:>7}{row.false:>7}"
        for row in table
    ]
    return "\n".join([*lines, summary(table)])


def summary(table: list[Row]) -> str:
    """Return recall and the rate of false findings in one sentence."""
    wrong, true = sum(row.wrong for row in table), sum(row.true for row in table)
    clean, false = sum(row.clean for row in table), sum(row.false for row in table)
    count = sum(len(row.verdicts) for row in table)
    recall = 100 * true / wrong if wrong else 100.0
    rate = 100 * false / clean if clean else 0.0
    return (
        f"{count} cases: {true} of {wrong} wrong sends found ({recall:.1f} %), "
        f"{false} false findings on {clean} right sends ({rate:.1f} in 100)."
    )


def differences(verdicts: Iterable[tuple[Case, Verdict]]) -> Iterator[str]:
    """Yield every disagreement, with the rows of both sides."""
    for case, verdict in verdicts:
        for arrival in verdict.missed:
            names = [(_short(site.path, verdict), site.row) for site in arrival.sites]
            places = " <- ".join(f"{name}:{row}" for name, row in names)
            yield f"MISSED {case.key}: {_line(case, *names[0])}   [{places}]"
        for hit in verdict.false:
            name, row = _short(hit.path, verdict), hit.call.row
            yield f"FALSE  {case.key}: {_line(case, name, row)}   [{name}:{row} {hit.code}]"


def _short(path: str, verdict: Verdict) -> str:
    return str(Path(path).relative_to(verdict.root))


def _line(case: Case, name: str, row: int) -> str:
    return (case.root / name).read_text("utf-8").splitlines()[row - 1].strip()


def page(table: list[Row]) -> str:
    """Return ``docs/flows.md``."""
    parts = [_INTRO.format(summary=summary(table))]
    for group, title in _GROUPS.items():
        parts.append(f"## {title}\n")
        parts.append(_table([row for row in table if row.construct.group == group]))
    parts.append("## Known gaps\n")
    parts.append(_gaps(table))
    return "\n".join(parts)


_INTRO = """\
<!-- Written by `python -m tests.oracle --write`. Do not edit. -->
# What the flow follows, and where its limits are

Every row stands for a folder of small programs in `tests/cases/`. Each program is executed
with real ids in every combination of its inputs, by a manager that notes which ids arrive
at a recipient and from which calls; the same program is analysed without being executed.
*Wrong* counts the sends (with the calls that lead there) of an id to a recipient of another
kind, *found* those that are flagged; *right* counts the other sends that were executed, and
*false* the findings that no execution bears out.

{summary}
"""


def _table(table: list[Row]) -> str:
    lines = ["| | What | Cases | Wrong | Found | Right | False |", "|---|---|--:|--:|--:|--:|--:|"]
    lines += [
        f"| [{row.construct.title}](../tests/cases/{row.construct.name}) | {row.construct.says} "
        f"| {len(row.verdicts)} | {row.wrong} | {row.true} | {row.clean} | {row.false} |"
        for row in table
    ]
    return "\n".join(lines) + "\n"


def _gaps(table: list[Row]) -> str:
    cases = {case.key: case for row in table for case, _ in row.verdicts}
    cases.update((project.key, project) for project in fixtures())
    root = PAGE.parent.parent
    lines = [
        f"- [`{key}`](../{cases[key].entry.relative_to(root)}): {cases[key].says}: {reason}."
        for key, reason in gaps().items()
    ]
    return "\n".join(lines or ["None of the cases."]) + "\n"

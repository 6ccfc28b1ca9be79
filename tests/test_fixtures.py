"""The realistic projects come out as execution shows, alone and all together."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from netra_lint.engine import Request, check
from netra_lint.flow.analysis import analyze
from netra_lint.vocabulary import Vocabulary
from tests.oracle import tables
from tests.oracle.cases import FIXTURES, Case, fixtures, gaps
from tests.oracle.compare import CODES, compare, judge
from tests.oracle.deliver import deliver
from tests.oracle.execute import programs_live_in
from tests.oracle.recorder import RUN

if TYPE_CHECKING:
    from pathlib import Path

PROJECTS = fixtures()


@pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project.name)
def test_project_agrees_with_execution(project: Case) -> None:
    verdict = judge(project)
    assert verdict.outcome.runs, verdict.outcome.errors
    assert bool(verdict.true or verdict.missed) == (project.name != "clean_project")
    differences = "\n".join(tables.differences([(project, verdict)]))
    if project.key in gaps():
        assert differences, f"{project.key} agrees now: take it out of gaps.txt"
    else:
        assert not differences, differences


@pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project.name)
def test_project_among_others_is_judged_the_same(project: Case) -> None:
    own = [str(path) for path in project.files]
    everything = [str(path) for path in sorted(FIXTURES.rglob("*.py"))]
    alone = analyze(str(project.root), own, own, Vocabulary(), CODES)
    together = analyze(str(FIXTURES), everything, own, Vocabulary(), CODES)
    assert together.hits == alone.hits


@pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project.name)
def test_what_is_found_is_what_is_lost(project: Case) -> None:
    delivery = deliver(project.root, project.entry)
    assert delivery.runs
    assert delivery.arrived
    assert not delivery.surplus
    assert bool(delivery.lost) == bool(delivery.refused) == (project.name != "clean_project")
    if project.key not in gaps() or found(project.root):
        assert bool(found(project.root)) == delivery.misrouted


@pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project.name)
def test_the_guard_notes_the_sends_that_execution_shows(project: Case) -> None:
    arrivals = compare(project.key, project.root, project.entry, project.files).outcome.arrivals
    shown = {("NTR101" if one.kind == RUN else "NTR102", one.sites[0].path) for one in arrivals}
    noted = deliver(project.root, project.entry).noted
    assert {(code, path) for code, path, _ in noted} == shown
    for _, path, row in noted:
        sends = [one.sites[0] for one in arrivals if one.sites[0].path == path]
        assert any(send.row <= row <= send.end_row for send in sends)


@pytest.mark.parametrize(
    ("name", "file", "wrong", "right"),
    [
        ("event_bus", "notices/subscribers.py", "(event.job, {", "(event.owner, {"),
        ("wrapper_chain", "billing/jobs.py", "(run_id, ", "(user_id, "),
    ],
)
def test_a_repaired_project_delivers(
    name: str, file: str, wrong: str, right: str, tmp_path: Path
) -> None:
    root = shutil.copytree(FIXTURES / name, tmp_path / name)
    programs_live_in(tmp_path)
    text = (root / file).read_text("utf-8")
    assert wrong in text
    (root / file).write_text(text.replace(wrong, right), "utf-8")
    delivery = deliver(root, root / "scenario.py")
    assert delivery.arrived
    assert not delivery.misrouted, delivery.lost
    assert not found(root)


def found(root: Path) -> list[str]:
    """Return the findings on a project, as the front doors have them."""
    result = check(Request(cwd=str(root)))
    return [one.code for one in result.diagnostics if one.code in CODES]


def test_there_are_enough_projects() -> None:
    assert len(PROJECTS) >= 5

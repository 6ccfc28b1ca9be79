"""The realistic projects on the reference manager, before and after their repair."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from netra_lint.engine import Request, check
from netra_lint.engine.repair import fix, save
from tests.oracle.cases import Case, fixtures
from tests.oracle.deliver import Delivery, deliver
from tests.oracle.execute import programs_live_in

REPAIRED_WHOLE = {"progress_updates", "wrapper_chain"}
"""Projects in which every finding has a repair; in the others some need a person."""


def copied(project: Case, folder: Path) -> Path:
    root = folder / project.name
    shutil.copytree(project.root, root, ignore=shutil.ignore_patterns("__pycache__"))
    programs_live_in(folder)
    return root


def repair(root: Path, unsafe: bool) -> int:
    done = fix(Request(cwd=str(root)), unsafe)
    assert save(done) == []
    return len(done.report.diagnostics)


def run(root: Path) -> Delivery:
    return deliver(root, root / "scenario.py")


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("project", fixtures(), ids=lambda project: project.name)
def test_nothing_that_arrived_is_lost(project, unsafe, tmp_path):
    before = deliver(project.root, project.entry)
    root = copied(project, tmp_path)
    repair(root, unsafe)
    after = run(root)
    assert not after.surplus
    assert after.arrived >= before.arrived
    assert set(after.lost) <= set(before.lost)
    contents = {path: path.read_bytes() for path in root.rglob("*.py")}
    repair(root, unsafe)
    assert {path: path.read_bytes() for path in root.rglob("*.py")} == contents


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("project", fixtures(), ids=lambda project: project.name)
def test_what_is_left_is_what_a_check_finds(project, unsafe, tmp_path):
    """The passes share what they know of files; a check afterwards knows nothing."""
    root = copied(project, tmp_path)
    done = fix(Request(cwd=str(root)), unsafe)
    assert save(done) == []
    found = check(Request(cwd=str(root))).diagnostics
    assert [(d.code, d.filename, d.location, d.message, d.fix) for d in found] == [
        (d.code, d.filename, d.location, d.message, d.fix) for d in done.report.diagnostics
    ]


@pytest.mark.parametrize("name", sorted(REPAIRED_WHOLE))
def test_what_was_lost_arrives(name, tmp_path):
    project = next(each for each in fixtures() if each.name == name)
    assert deliver(project.root, project.entry).lost
    root = copied(project, tmp_path)
    assert repair(root, unsafe=True) == 0
    after = run(root)
    assert not after.misrouted, after.lost
    assert not after.noted


def test_safe_fixes_are_enough_where_the_ids_are_at_hand(tmp_path):
    project = next(each for each in fixtures() if each.name == "progress_updates")
    root = copied(project, tmp_path)
    assert repair(root, unsafe=False) == 0
    assert not run(root).misrouted

"""Projects that lose ids on the way, on the reference manager, before and after their repair."""

from __future__ import annotations

import shutil

import pytest

from netra_lint.engine import Request, check
from netra_lint.engine.repair import fix, save
from tests.oracle.cases import FIXTURES
from tests.oracle.deliver import deliver
from tests.oracle.execute import programs_live_in

PROJECTS = sorted(path.parent for path in (FIXTURES / "contexts").glob("*/scenario.py"))
SELECT = ("NTR2",)
THREADED = {"chain_of_five", "generator_pipeline", "partial", "protocol"}
"""Projects in which functions have to change their parameters, which no safe fix does."""


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_what_was_lost_arrives(project, tmp_path):
    before = deliver(project, project / "scenario.py")
    assert before.lost
    assert not before.surplus
    root = shutil.copytree(project, tmp_path / project.name)
    programs_live_in(tmp_path)
    request = Request(cwd=str(root), select=SELECT)
    assert check(request).diagnostics
    unsafe = project.name in THREADED
    assert not (unsafe and fix(request).after)
    done = fix(request, unsafe)
    assert save(done) == []
    assert not done.report.diagnostics
    after = deliver(root, root / "scenario.py")
    assert not after.misrouted, after.lost
    assert not after.surplus
    assert not fix(request, unsafe).after


def test_there_are_enough_projects():
    assert len(PROJECTS) >= 10
    assert {path.name for path in PROJECTS} > THREADED

"""What was evaluated may be let go between any two questions: nothing else is found then."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from netra_lint.engine import Request, check
from netra_lint.flow import query_sends, solve
from tests.oracle.cases import fixtures

if TYPE_CHECKING:
    from pathlib import Path

    from netra_lint.diagnostics import Diagnostic
    from tests.oracle.cases import Case

PROJECTS = fixtures()


def found(root: Path) -> list[Diagnostic]:
    request = Request(paths=(str(root),), cwd=str(root), select=("NTR",), isolated=True)
    return check(request).diagnostics


@pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project.name)
def test_letting_go_loses_nothing(
    project: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / project.name
    shutil.copytree(project.root, root)
    before = found(root)
    monkeypatch.setattr(solve, "REST", 1)
    monkeypatch.setattr(query_sends, "KEPT", 1)
    assert found(root) == before
    assert bool(before) == (project.name != "clean_project")


def test_frames_are_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = next(each for each in PROJECTS if each.name == "wrapper_chain")
    root = tmp_path / project.name
    shutil.copytree(project.root, root)
    steps: list[int] = []
    drop = solve.Solver._drop_values

    def noted(self: solve.Solver) -> None:
        steps.append(self.machine.steps)
        drop(self)

    monkeypatch.setattr(solve.Solver, "_drop_values", noted)
    found(root)
    assert len(steps) == 1  # In a small project only once, at the end.
    monkeypatch.setattr(solve, "REST", 1)
    found(root)
    assert len(set(steps)) > 2

"""The realistic projects, run before and after: what was lost arrives, what arrived still does."""

from __future__ import annotations

import json
import shutil
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.oracle.cases import fixtures
from tests.support import module, run

DRIVER = Path(__file__).with_name("deliveries.py")
REPAIRED_WHOLE = {"progress_updates", "wrapper_chain"}
"""Projects in which every finding has a repair; in the others some need a person."""
SAFE = {"progress_updates", "mixin_helpers"}
"""Projects in which something is repaired without unsafe fixes."""


def outcomes(folder: Path) -> list[dict[str, list[object]]]:
    done = run([sys.executable, str(DRIVER), str(folder)], folder)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def counted(items: list[object]) -> Counter[str]:
    return Counter(json.dumps(item) for item in items)


@pytest.mark.parametrize("project", fixtures(), ids=lambda project: project.name)
def test_project(project, tmp_path):
    folder = tmp_path / project.name
    shutil.copytree(project.root, folder, ignore=shutil.ignore_patterns("__pycache__"))
    before = outcomes(folder)
    done = run(module("netra_lint", "fix", "--unsafe-fixes"), folder)
    after = outcomes(folder)
    for old, new in zip(before, after, strict=True):
        assert not counted(old["delivered"]) - counted(new["delivered"])
        assert len(new["lost"]) <= len(old["lost"])
    if project.name in REPAIRED_WHOLE:
        assert done.returncode == 0, done.stdout
        assert any(old["lost"] for old in before)
        assert not any(
            "run_" in str(lost).partition(":")[0] for new in after for lost in new["lost"]
        )
        assert sum(len(new["delivered"]) for new in after) > sum(
            len(old["delivered"]) for old in before
        )
    contents = {path: path.read_bytes() for path in folder.rglob("*.py")}
    run(module("netra_lint", "fix", "--unsafe-fixes"), folder)
    assert {path: path.read_bytes() for path in folder.rglob("*.py")} == contents


@pytest.mark.parametrize("name", sorted(SAFE))
def test_safe_fixes_alone(name, tmp_path):
    project = next(each for each in fixtures() if each.name == name)
    folder = tmp_path / name
    shutil.copytree(project.root, folder, ignore=shutil.ignore_patterns("__pycache__"))
    before = outcomes(folder)
    run(module("netra_lint", "fix"), folder)
    after = outcomes(folder)
    assert sum(len(new["lost"]) for new in after) < sum(len(old["lost"]) for old in before)


def test_whoever_is_in_the_thread_gets_what_went_to_the_run(tmp_path):
    project = next(each for each in fixtures() if each.name == "progress_updates")
    folder = tmp_path / project.name
    shutil.copytree(project.root, folder, ignore=shutil.ignore_patterns("__pycache__"))
    run(module("netra_lint", "fix"), folder)
    first = outcomes(folder)[0]["delivered"]
    by_user = Counter(user for user, _ in first)
    assert by_user["fellow"] == 6  # all but the message that always went to the user alone
    assert sum(by_user.values()) == 6 + 7

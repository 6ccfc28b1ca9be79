"""The hooks, run by the real pre-commit in a fresh git repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import BAD, GOOD, module, run, write

pytest.importorskip("pre_commit")
ROOT = Path(__file__).parents[2]
REPAIRABLE = (
    "async def report(manager, run_id, thread_id, message):\n"
    "    await manager.send_to_user(run_id, message)\n"
)
REPAIRED = (
    "async def report(manager, run_id, thread_id, message):\n"
    "    if thread_id:\n"
    "        await manager.send_to_thread(thread_id, message)\n"
)
CONFIG = """\
repos:
  - repo: {url}
    rev: {rev}
    hooks:
{hooks}
"""


def git(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        **{
            f"GIT_{who}_{what}": "a@b"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        },
        **more,
    }
    return subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def hooks(tmp_path_factory) -> tuple[str, str]:
    """A repository with this project's files as they are now: its address and revision."""
    folder = tmp_path_factory.mktemp("hooks")
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder / name)
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "netra_lint", folder / "netra_lint", ignore=ignored)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "hooks")
    return f"file://{folder}", git(folder, "rev-parse", "HEAD").stdout.strip()


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> str:
    return str(tmp_path_factory.mktemp("home"))


@pytest.fixture
def project(tmp_path, hooks, home, monkeypatch):
    """A repository with both hooks and one good commit."""
    monkeypatch.setenv("PRE_COMMIT_HOME", home)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n", "good.py": GOOD})
    configure(tmp_path, hooks, "netra-lint")
    git(tmp_path, "init", "-q")
    installed = run(module("pre_commit", "install"), tmp_path)
    assert installed.returncode == 0, installed.stderr
    first = commit(tmp_path)
    assert first.returncode == 0, first.stdout + first.stderr
    return tmp_path


def configure(folder: Path, hooks: tuple[str, str], *names: str) -> None:
    lines = "\n".join(f"      - id: {name}" for name in names)
    text = CONFIG.format(url=hooks[0], rev=hooks[1], hooks=lines)
    write(folder, {".pre-commit-config.yaml": text})


def commit(folder: Path) -> subprocess.CompletedProcess[str]:
    git(folder, "add", "-A")
    return git(folder, "commit", "-qm", "change")


def test_a_bad_commit_is_refused_and_a_repaired_one_passes(project, hooks):
    write(project, {"a.py": REPAIRABLE})
    refused = commit(project)
    assert refused.returncode == 1
    text = refused.stdout + refused.stderr
    assert "a.py:2:32: NTR101 [*] `manager.send_to_user` sends to a run id" in text
    assert "1 can be repaired with `netra-lint fix`" in text
    configure(project, hooks, "netra-lint-fix", "netra-lint")
    fixed = commit(project)
    assert fixed.returncode == 1
    assert "files were modified by this hook" in fixed.stdout + fixed.stderr
    assert (project / "a.py").read_text() == REPAIRED
    passed = commit(project)
    assert passed.returncode == 0, passed.stdout + passed.stderr


def readme() -> list[str]:
    """The configurations that the README shows."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return [each for each in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) if "repos:" in each]


@pytest.mark.parametrize("number", [0, 1])
def test_what_the_readme_shows_works(project, hooks, number):
    text = readme()[number]
    if number:
        clone = Path(hooks[0].removeprefix("file://"))
        relative = os.path.relpath(clone, project)
        text = text.replace("../netra-lint", relative).replace("<commit>", hooks[1])
    write(project, {".pre-commit-config.yaml": text, "a.py": REPAIRABLE})
    assert commit(project).returncode == 1
    assert (project / "a.py").read_text() == REPAIRED
    passed = commit(project)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert (passed.stdout + passed.stderr).count("Passed") == 2
    write(project, {"b.py": BAD})
    refused = commit(project)
    assert refused.returncode == 1
    assert "b.py:2:32: NTR101" in refused.stdout + refused.stderr


def test_the_readme_shows_both_ways():
    assert ["repo: local" in each for each in readme()] == [True, False]


def test_what_cannot_be_repaired_is_refused(project, hooks):
    configure(project, hooks, "netra-lint-fix", "netra-lint")
    write(project, {"a.py": BAD})
    refused = commit(project)
    assert refused.returncode == 1
    assert (refused.stdout + refused.stderr).count("a.py:2:32: NTR101") == 2
    assert (project / "a.py").read_text() == BAD


def test_changed_files_are_reported_with_the_knowledge_of_all(project):
    helper = "def pick(run_id):\n    return run_id\n"
    write(project, {"helper.py": helper, "old.py": BAD})
    git(project, "add", "-A")
    git(project, "commit", "-qm", "old sins", "--no-verify")
    send = "from helper import pick\n\n\nasync def go(manager, run_id):\n"
    write(project, {"new.py": send + "    await manager.send_to_user(pick(run_id), {})\n"})
    refused = commit(project)
    text = refused.stdout + refused.stderr
    assert "new.py:5:32: NTR101" in text
    assert "old.py" not in text


def test_what_the_project_excludes_is_left_alone(project, hooks):
    configure(project, hooks, "netra-lint-fix", "netra-lint")
    text = "[tool.netra-lint]\nextend-exclude = ['made/']\n"
    write(project, {"pyproject.toml": text, "made/a.py": REPAIRABLE})
    passed = commit(project)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert (project / "made" / "a.py").read_text() == REPAIRABLE


def test_the_verdict_on_a_file_does_not_depend_on_its_batch(project):
    names = [f"f{number}.py" for number in range(6)]
    write(project, dict.fromkeys(names, BAD))
    whole = run(module("netra_lint", "check", *names), project).stdout.splitlines()
    halves = [
        run(module("netra_lint", "check", *part), project).stdout for part in (names[:3], names[3:])
    ]
    assert "".join(halves).splitlines() == whole
    assert len(whole) == 6


@pytest.mark.parametrize("shared", [False, True])
def test_two_batches_that_repair_at_once_do_no_harm(tmp_path, shared):
    names = [f"f{number}.py" for number in range(8)]
    write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n", **dict.fromkeys(names, REPAIRABLE)})
    batches = [names, names] if shared else [names[:4], names[4:]]
    running = [
        subprocess.Popen(
            module("netra_lint", "fix", *batch),
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for batch in batches
    ]
    for process in running:
        process.communicate(timeout=120)
    assert [(tmp_path / name).read_text() for name in names] == [REPAIRED] * 8
    left = [path.name for path in tmp_path.iterdir() if path.name != ".netra_lint_cache"]
    assert len(left) == len(names) + 1

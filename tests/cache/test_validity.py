"""What a kept result rests on: each kind of change that must drop it, and those that must not."""

from __future__ import annotations

import os
import time

import pytest

from netra_lint.engine import Request, Stdin, check
from tests.support import write

PROJECT = {
    "pyproject.toml": "[tool.netra-lint]\n",
    "agent.py": """\
        from helper import same
        from base import Base

        async def report(manager, run_id, base: Base):
            await manager.send_to_user(same(run_id), {})
            await manager.send_to_user(base.pick(run_id), {})
        """,
    "helper.py": "def same(value):\n    return value\n",
    "base.py": "class Base:\n    def pick(self, value):\n        return None\n",
    "aside.py": "def unrelated(a):\n    return a\n",
    "tests/test_aside.py": "def test_it():\n    assert True\n",
}


class Looking:
    """Counts analyses."""

    def __init__(self, monkeypatch):
        from netra_lint.flow import analysis

        self.count, real = 0, analysis.analyze

        def analyze(*arguments, **more):
            self.count += 1
            return real(*arguments, **more)

        monkeypatch.setattr(analysis, "analyze", analyze)


@pytest.fixture
def looking(monkeypatch):
    return Looking(monkeypatch)


@pytest.fixture
def project(tmp_path):
    return write(tmp_path, PROJECT)


def found(project, **more):
    report = check(Request(cwd=str(project), cache=True, **more))
    assert not report.trouble
    return [(each.filename.rsplit("/", 1)[1], each.location.row) for each in report.diagnostics]


def settled(project):
    """Make all files old enough for their times to tell."""
    past = time.time() - 100
    for path in project.rglob("*"):
        os.utime(path, (past, past))


def test_nothing_is_analysed_twice(project, looking):
    assert found(project) == found(project) == [("agent.py", 5)]
    assert looking.count == 1
    assert found(project, paths=("agent.py",)) == [("agent.py", 5)]
    assert found(project, paths=("helper.py", "base.py", "agent.py")) == [("agent.py", 5)]
    assert looking.count == 1


def test_who_leaves_comments_to_flake8_shares_what_is_known(project, looking):
    text = PROJECT["agent.py"].replace("same(run_id), {})", "same(run_id), {})  # noqa: NTR101")
    write(project, {"agent.py": text})
    assert found(project) == []
    assert found(project, noqa=False) == [("agent.py", 5)]
    assert found(project) == []
    assert looking.count == 1


HOLDS = {
    "a change where nothing is looked for": {"aside.py": "def unrelated(a):\n    return [a]\n"},
    "a new function": {"aside.py": "def other(b):\n    return b\n"},
    "a new file": {"more.py": "VALUE = 1\n"},
    "a file that does not parse": {"aside.py": "def broken(:\n"},
    "a touched file": {"agent.py": PROJECT["agent.py"]},
    "a test": {"tests/test_aside.py": "def test_it():\n    assert 1 + 1\n"},
}
DROPS = {
    "a helper that lets nothing through": (
        {"helper.py": "def same(value):\n    return None\n"},
        [],
    ),
    "a subclass that overrides a method": (
        {"aside.py": "from base import Base\n\nclass Heir(Base):\n    def pick(self, value):\n"
                     "        return value\n\nthing = Heir()\n"},
        [("agent.py", 5), ("agent.py", 6)],
    ),
    "a package in place of a module": ({"helper/__init__.py": ""}, []),
    "another caller": (
        {"aside.py": "from agent import report\n\nasync def go(manager):\n"
                     "    await manager.send_to_user('run_1', {})\n"},
        [("agent.py", 5), ("aside.py", 4)],
    ),
    "a class that is made somewhere": ({"base.py": "class Base:\n    def pick(self, value):\n"
                                                   "        return value\n"},
                                       [("agent.py", 5), ("agent.py", 6)]),
}  # fmt: skip


@pytest.mark.parametrize("case", HOLDS)
def test_what_does_not_bear_on_it_is_let_pass(project, looking, case):
    before = found(project)
    write(project, HOLDS[case])
    assert found(project) == before
    assert looking.count == 1


@pytest.mark.parametrize("case", DROPS)
def test_what_bears_on_it_drops_it(project, looking, case):
    assert found(project) == [("agent.py", 5)]
    files, expected = DROPS[case]
    write(project, files)
    assert found(project) == expected == found(project)
    assert looking.count == 2


def test_removing_a_module_drops_it(project, looking):
    found(project)
    (project / "helper.py").unlink()
    assert found(project) == []
    assert looking.count == 2


def test_removing_what_nobody_looked_at_does_not(project, looking):
    found(project)
    (project / "aside.py").unlink()
    assert found(project) == [("agent.py", 5)]
    assert looking.count == 1


def test_an_edit_of_the_same_size_at_the_same_time_is_seen(project, looking):
    found(project)
    path = project / "helper.py"
    before = path.stat()
    path.write_text("def same(value):\n    return ''   \n"[: before.st_size])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert found(project) == []


def test_settings_and_ignored_files_count(project, looking):
    found(project)
    write(project, {"pyproject.toml": "[tool.netra-lint]\nignore = ['NTR101']\n"})
    assert found(project) == []
    write(project, {"pyproject.toml": "[tool.netra-lint]\n", ".gitignore": "helper.py\n"})
    assert found(project) == []
    (project / ".gitignore").unlink()
    assert found(project) == [("agent.py", 5)]


def test_folders_need_not_be_listed_once_they_are_settled(project, looking, monkeypatch):
    settled(project)
    found(project)
    monkeypatch.setattr("netra_lint.project.survey.YOUNG", -(10**12))
    assert found(project) == [("agent.py", 5)]
    monkeypatch.setattr("netra_lint.project.discovery.Walk.stamped", None)
    assert found(project) == [("agent.py", 5)]
    assert looking.count == 1
    monkeypatch.undo()
    write(project, {"helper/__init__.py": ""})
    assert found(project) == []


def test_what_an_editor_has_stands_for_the_file(project, looking):
    def stdin(name, text):
        return found(project, paths=(), stdin=Stdin(str(project / name), text.encode()))

    found(project)
    text = (project / "agent.py").read_text()
    assert stdin("agent.py", text) == [("agent.py", 5)]
    assert looking.count == 1
    assert stdin("agent.py", "\n" + text) == [("agent.py", 6)]
    assert looking.count == 2
    # What an editor had is not kept.
    assert found(project) == [("agent.py", 5)]
    assert looking.count == 2


def test_a_file_from_outside_the_project_is_looked_at_by_itself(project, looking):
    write(project, {".gitignore": "aside.py\n", "aside.py": PROJECT["agent.py"]})
    assert found(project) == [("agent.py", 5)]
    assert found(project, paths=("aside.py",)) == [("aside.py", 5)]
    assert looking.count == 2
    assert found(project) == [("agent.py", 5)]
    assert looking.count == 2


def test_unreadable_files_are_tried_again(project, looking):
    path = project / "link.py"
    path.symlink_to(project.parent / "nowhere.py")
    assert found(project) == [("agent.py", 5)]
    (project.parent / "nowhere.py").write_text((project / "agent.py").read_text())
    assert found(project) == [("agent.py", 5), ("link.py", 5)]

"""One file of a project, asked for again: what is known of it is found without its settings."""

from __future__ import annotations

from argparse import Namespace

import pytest

from netra_lint.engine import Session
from netra_lint.flake8_plugin import options as settings
from netra_lint.flake8_plugin.plugin import Plugin
from tests.support import BAD, GOOD, write

AGENT = """\
    from helper import pick

    async def report(manager, run_id, user_id):
        await manager.send_to_user(pick(run_id, user_id), {})
    """
HELPER = "def pick(run_id, user_id):\n    return {}\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    # Stamps of files that were just written tell nothing, which tests cannot wait for.
    monkeypatch.setattr("netra_lint.project.survey.YOUNG", -(10**12))
    return write(
        tmp_path / "project",
        {
            "pyproject.toml": "[tool.netra-lint]\n",
            "bad.py": BAD,
            "good.py": GOOD,
            "helper.py": HELPER.format("run_id"),
            "inner/agent.py": AGENT,
            "inner/__init__.py": "",
        },
    )


def asked(path, **more):
    names = "isolated", "config", "no_cache", "cache_dir", "select", "ignore", "exclude"
    given = {f"netra_lint_{name}": () if name in names[-3:] else "" for name in names}
    return Namespace(filenames=[str(path)], **given | more)


def shortly(path, content=None, **more):
    """What the shortcut says."""
    found = settings.shortcut(asked(path, **more), str(path))
    return found.findings(path.read_bytes() if content is None else content)


def told(path, monkeypatch, **more):
    """What the plugin says, in a process that begins anew."""
    monkeypatch.setattr(Plugin, "_options", asked(path, **more))
    monkeypatch.setattr(Plugin, "_session", None)
    lines = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    return [each[:3] for each in Plugin(None, str(path), lines).run()]


def known(path, **more):
    """Ask for a file as if the shortcut were not there, and say what is found.

    Twice, since the cache itself appears in the project with the first time.
    """
    options = asked(path, **more)
    for _ in range(2):
        session = Session(settings.request(options))
        found = session.diagnostics(str(path), path.read_bytes())
        session.mark(str(path), settings.shortcut(options, str(path)).key)
    return [(each.location.row, each.location.column, each.code, each.message) for each in found]


def test_it_says_the_same(project):
    for name, number in (("bad.py", 1), ("good.py", 0), ("inner/agent.py", 1)):
        path = project / name
        found = known(path)
        assert [tuple(each[:4]) for each in shortly(path)] == found
        assert len(found) == number


def test_the_plugin_says_the_same_with_it(project, monkeypatch):
    path = project / "inner" / "agent.py"
    told(path, monkeypatch)
    first = told(path, monkeypatch)
    monkeypatch.setattr(Plugin, "_found", None)
    assert told(path, monkeypatch) == first != []


@pytest.mark.parametrize(
    "content", [BAD.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + BAD.encode()]
)
def test_other_line_ends_and_a_mark_are_no_other_content(project, monkeypatch, analyses, content):
    path = write(project, {"bad.py": content}) / "bad.py"
    first = told(path, monkeypatch)
    assert told(path, monkeypatch) == first != []
    assert len(analyses) == 1


def test_a_safe_repair_is_told_of(project, monkeypatch):
    text = """\
        async def report(manager, thread_id, message):
            manager.send_to_thread(thread_id, message)
        """
    path = write(project, {"unawaited.py": text}) / "unawaited.py"
    first = told(path, monkeypatch)
    assert [each[2] for each in first if each[2].endswith("(netra-lint fix can repair this)")]
    assert told(path, monkeypatch) == first


CHANGES = {
    "a helper in another file": {"helper.py": HELPER.format("user_id")},
    "a new file": {"more.py": GOOD},
    "the settings": {"pyproject.toml": "[tool.netra-lint]\nignore = ['NTR101']\n"},
    "a project inside": {"inner/pyproject.toml": "[tool.netra-lint]\n"},
    "a repository inside": {"inner/.git/HEAD": ""},
    "an ignore file": {".gitignore": "helper.py\n"},
}


@pytest.mark.parametrize("change", CHANGES)
def test_it_is_silent_after_a_change(change, project):
    path = project / "inner" / "agent.py"
    known(path)
    assert shortly(path) is not None
    write(project, CHANGES[change])
    assert shortly(path) is None
    now = known(path)
    assert [tuple(each[:4]) for each in shortly(path)] == now


def test_it_is_silent_when_a_file_is_gone(project):
    known(project / "bad.py")
    (project / "helper.py").unlink()
    assert shortly(project / "bad.py") is None


def test_it_is_silent_about_a_content_that_is_not_saved(project):
    known(project / "bad.py")
    assert shortly(project / "bad.py", GOOD.encode()) is None


def test_other_options_are_another_question(project):
    path = project / "bad.py"
    assert known(path, netra_lint_ignore=("NTR101",)) == []
    assert shortly(path) is None
    assert known(path) != []
    assert shortly(path) != []
    assert shortly(path, netra_lint_ignore=("NTR101",)) == []


def test_a_configuration_of_its_own_counts_by_its_content(project):
    path, config = project / "bad.py", project / "own.toml"
    config.write_text("ignore = ['NTR101']\n")
    assert known(path, netra_lint_config=str(config)) == []
    assert shortly(path, netra_lint_config=str(config)) == []
    config.write_text("ignore = []\n")
    assert shortly(path, netra_lint_config=str(config)) is None


def test_a_project_without_any_marker(project, monkeypatch):
    (project / "pyproject.toml").unlink()
    monkeypatch.chdir(project)
    path = project / "bad.py"
    found = known(path)
    assert [tuple(each[:4]) for each in shortly(path)] == found
    monkeypatch.chdir(project / "inner")
    assert shortly(path) is None


def test_a_damaged_cache_is_left_to_those_who_tell_of_it(project):
    path = project / "bad.py"
    known(path)
    before = shortly(path)
    (records,) = (project / ".netra_lint_cache").glob("records-*.db")
    content = records.read_bytes()
    for at in range(0, len(content), 4096):
        records.write_bytes(content[:at] + bytes(4096) + content[at + 4096 :])
        assert shortly(path) in (None, before)


def test_several_files_take_the_long_way(project):
    options = asked(project / "bad.py")
    options.filenames.append(str(project / "good.py"))
    assert settings.shortcut(options, str(project / "bad.py")) is None
    assert settings.shortcut(asked(project), str(project / "bad.py")) is None
    without = asked(project / "bad.py", netra_lint_no_cache=True)
    assert settings.shortcut(without, str(project / "bad.py")) is None

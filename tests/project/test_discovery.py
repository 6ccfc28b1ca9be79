from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netra_lint.config import DEFAULT_EXCLUDE
from netra_lint.project.discovery import Walk
from netra_lint.project.root import projects_of
from tests.support import write

if TYPE_CHECKING:
    from pathlib import Path


def found(root: Path, *exclude: str) -> list[str]:
    return [os.path.relpath(path, root) for path in Walk(str(root), exclude).files()]


def test_python_files_are_found_sorted(tmp_path):
    write(tmp_path, {"b.py": "", "a.pyi": "", "c/d.py": "", "e.txt": "", "f.pyc": ""})
    assert found(tmp_path) == ["a.pyi", "b.py", "c/d.py"]


def test_exclude_cannot_be_taken_back(tmp_path):
    write(tmp_path, {"build/a.py": "", "b.py": "", ".gitignore": "!build/\n"})
    assert found(tmp_path, *DEFAULT_EXCLUDE) == ["b.py"]


def test_info_exclude_is_read(tmp_path):
    write(tmp_path, {".git/info/exclude": "own.py\n", "own.py": "", "b.py": ""})
    assert found(tmp_path, ".git") == ["b.py"]


def test_links_inside_are_not_followed_and_links_outside_once(tmp_path):
    root = write(tmp_path / "root", {"a/x.py": ""})
    write(tmp_path / "other", {"y.py": ""})
    (root / "loop").symlink_to(root)
    (root / "inner").symlink_to(root / "a")
    (root / "out1").symlink_to(tmp_path / "other")
    (root / "out2").symlink_to(tmp_path / "other")
    names = found(root)
    assert "a/x.py" in names
    assert len([name for name in names if name.endswith("y.py")]) == 1
    assert len(names) == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_folder_is_noted(tmp_path):
    write(tmp_path, {"a/x.py": ""})
    (tmp_path / "a").chmod(0)
    walk = Walk(str(tmp_path))
    assert walk.files() == []
    assert walk.unreadable == [str(tmp_path / "a")]
    (tmp_path / "a").chmod(0o700)


def test_a_pattern_that_is_none_is_skipped_as_git_does(tmp_path):
    write(tmp_path, {".gitignore": "!\na.py\n", "a.py": "", "b.py": ""})
    assert found(tmp_path) == ["b.py"]


NAMES = st.sampled_from(["a", "b", "lib", "test_a"])
LINES = st.builds(
    lambda bang, lead, names, tail: f"{bang}{lead}{'/'.join(names)}{tail}",
    st.sampled_from(["", "", "!"]),
    st.sampled_from(["", "", "/", "**/"]),
    st.lists(
        st.sampled_from(["a", "b", "lib", "test_*", "*.py", "a*", "?"]), min_size=1, max_size=2
    ),
    # No `/**`: pathspec takes `a/**` to match the folder `a/` itself, git only what is in it.
    st.sampled_from(["", "", "/"]),
)


@settings(max_examples=40, deadline=None)
@given(
    st.sets(st.lists(NAMES, min_size=1, max_size=3).map(tuple), min_size=1, max_size=8),
    st.lists(LINES, max_size=4),
    st.lists(LINES, max_size=2),
)
def test_gitignore_means_what_git_says(tmp_path_factory, paths, top, inner):
    root = tmp_path_factory.mktemp("git")
    files = {"/".join(parts) + ".py": "" for parts in paths}
    write(root, {**files, ".gitignore": "\n".join(top) + "\n", "a/.gitignore": "\n".join(inner)})
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--others", "--exclude-standard", "*.py"],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    expected = sorted(name for name in listed.split("\0") if name)
    assert found(root, ".git") == expected
    for name in files:
        assert Walk(str(root), [".git"]).leaves_out(str(root / name)) == (name not in expected)


def test_the_root_is_the_nearest_section_then_git_then_pyproject(tmp_path):
    write(
        tmp_path,
        {
            "s/pyproject.toml": "[tool.netra-lint]\n",
            "s/g/.git/HEAD": "",
            "s/g/p/pyproject.toml": "",
            "g/.git/HEAD": "",
            "g/p/pyproject.toml": "",
            "p/pyproject.toml": "",
            "p/q/x.py": "",
        },
    )
    projects = projects_of([], str(tmp_path))

    def root(name: str) -> str:
        return os.path.relpath(projects.of_folder(str(tmp_path / name)).root, tmp_path)

    assert root("s/g/p") == "s"
    assert root("g/p") == "g"
    assert root("p/q") == "p"
    assert projects.of_folder(str(tmp_path / "s" / "g")).config.endswith("s/pyproject.toml")
    assert projects.of_folder(str(tmp_path / "p")).config == ""


def test_without_any_marker_the_current_folder_is_the_root(tmp_path):
    folders = {name: str(tmp_path / name) for name in ("here", "there")}
    for folder in folders.values():
        os.makedirs(f"{folder}/inner")
    projects = projects_of([f"{folders['there']}/inner"], folders["here"])
    assert projects.of_folder(f"{folders['here']}/inner").root == folders["here"]
    assert projects.of_folder(f"{folders['there']}/inner").root == f"{folders['there']}/inner"
    assert projects.of_folder(folders["there"]).root == folders["there"]


def test_nobody_keeps_a_project_in_the_top_folder():
    assert projects_of(["/tmp/a/b", "/tmp/a/c"], "/").of_folder("/tmp/a/b").root != "/"

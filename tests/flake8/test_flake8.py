"""The plugin in the real flake8, installed from the project's own metadata."""

from __future__ import annotations

import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netra_lint.flake8_plugin.glance import HINTS
from netra_lint.project.screen import IDS
from netra_lint.vocabulary import Vocabulary
from tests.support import BAD, GOOD, module, run, write

pytest.importorskip("flake8")


@pytest.fixture
def project(tmp_path):
    return write(
        tmp_path,
        {
            # Named here, the plugin is found whether or not the package is installed.
            ".flake8": "[flake8]\nselect = NTR\n",
            "pyproject.toml": "[tool.netra-lint]\n",
            "bad.py": BAD,
            "good.py": GOOD,
            "helper.py": "def pick(run_id):\n    return run_id\n",
            "agent.py": """\
                from helper import pick

                async def report(manager, run_id):
                    await manager.send_to_user(pick(run_id), {})
                """,
        },
    )


def flake8(folder, *arguments, **more):
    return run(module("flake8", *arguments), folder, **more)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_same_findings_as_on_the_command_line(project, jobs):
    done = flake8(project, "-j", jobs)
    found = json.loads(
        run(module("netra_lint", "check", "--output-format", "json"), project).stdout
    )
    expected = [
        f"./{each['filename'].rsplit('/', 1)[1]}:{each['location']['row']}:"
        f"{each['location']['column']}: {each['code']} {each['message']}"
        for each in found
    ]
    assert sorted(done.stdout.splitlines()) == expected
    assert len(expected) == 2


def test_stdin_stands_for_its_display_name(project):
    done = flake8(project, "--stdin-display-name", "good.py", "-", stdin=BAD.encode())
    assert done.stdout.startswith("good.py:2:32: NTR101")
    assert flake8(project, "-", stdin=BAD.encode()).stdout.startswith("stdin:2:32: NTR101")


def test_noqa_is_flake8s_own(project):
    write(project, {"bad.py": BAD.replace("{})", "{})  # noqa: NTR101")})
    assert flake8(project, "bad.py").stdout == ""
    assert "NTR101" in flake8(project, "--disable-noqa", "bad.py").stdout


def test_noqa_counts_anywhere_in_the_statement(project):
    send = "manager.send_to_user(\n        run_id,\n        {},\n    )  # noqa: NTR101"
    write(project, {"bad.py": BAD.replace("manager.send_to_user(run_id, {})", send)})
    for _ in range(2):  # the second time, from the cache
        assert flake8(project, "bad.py").stdout == ""
    assert "NTR101" in flake8(project, "--disable-noqa", "bad.py").stdout


def test_a_comment_of_our_own_silences_a_file_here_too(project):
    write(project, {"bad.py": f"# netra-lint: noqa: NTR101\n{BAD}"})
    for _ in range(2):  # the second time, from the cache
        assert flake8(project, "bad.py").stdout == ""
    assert "NTR101" in flake8(project, "--disable-noqa", "bad.py").stdout
    write(project, {"bad.py": f"# netra-lint: noqa: NTR102\n{BAD}"})
    assert "NTR101" in flake8(project, "bad.py").stdout


def test_options_in_help_and_in_the_configuration(project):
    text = flake8(project, "--help").stdout
    for name in ("config", "isolated", "select", "ignore", "exclude"):
        assert f"--netra-lint-{name}" in text
    write(project, {".flake8": "[flake8]\nselect = NTR\nnetra-lint-ignore = NTR101\n"})
    assert flake8(project).stdout == ""


def test_configuration_of_the_project_holds(project):
    write(project, {"pyproject.toml": "[tool.netra-lint]\nignore = ['NTR101']\n"})
    assert flake8(project).stdout == ""
    assert flake8(project, "--netra-lint-isolated").stdout.count("NTR101") == 2


def test_what_the_project_excludes_is_not_reported(project):
    write(project, {"made/bad.py": BAD})
    text = "[tool.netra-lint]\nextend-exclude = ['made/']\n"
    write(project, {"pyproject.toml": text})
    for arguments in ([], ["made/bad.py"], ["--netra-lint-no-cache"]):
        assert "made" not in flake8(project, *arguments).stdout
    named = ["--stdin-display-name", "made/bad.py", "-"]
    assert flake8(project, *named, stdin=BAD.encode()).stdout == ""
    assert "bad.py" not in flake8(project, "--netra-lint-exclude", "bad.py").stdout


def test_what_git_ignores_is_reported_where_it_is_named(project):
    write(project, {"made/bad.py": BAD, ".gitignore": "made/\n"})
    for arguments in ([], ["."], ["--netra-lint-no-cache"]):
        assert "made" not in flake8(project, *arguments).stdout
    for named in ("made/bad.py", "made"):
        assert "made/bad.py:2:32" in flake8(project, named).stdout
    named = ["--stdin-display-name", "made/bad.py", "-"]
    assert "made/bad.py:2:32" in flake8(project, *named, stdin=BAD.encode()).stdout


def test_errors_are_one_line(project):
    done = flake8(project, "--netra-lint-select", "X1")
    assert done.returncode == 1
    assert "--netra-lint-select: `X1` is no rule" in done.stdout + done.stderr
    done = flake8(project, "--netra-lint-exclude", "!")
    assert "--netra-lint-exclude: `!` is no pattern" in done.stdout + done.stderr
    write(project, {"pyproject.toml": "[tool.netra-lint]\nselct = []\n"})
    assert "NTR001" in flake8(project, "bad.py").stdout
    assert "did you mean `select`" in flake8(project, "bad.py").stdout


def test_a_file_that_cannot_matter_needs_no_libcst(project):
    write(project, {"plain.py": "x = 1\n"})
    program = (
        "import sys, ast; from netra_lint.flake8_plugin import Plugin;"
        "p = Plugin(ast.parse(open(sys.argv[1]).read()), sys.argv[1],"
        " open(sys.argv[1]).readlines()); print(list(p.run())[:1] != [], 'libcst' in sys.modules)"
    )

    def tried(name: str) -> str:
        return run([sys.executable, "-c", program, name], project).stdout

    assert tried("plain.py") == "False False\n"
    assert tried("bad.py") == "True True\n"


def test_other_encodings(project):
    text = "# coding: latin-1\nname = 'é'\n" + BAD
    write(project, {"latin.py": text.encode("latin-1"), "bom.py": b"\xef\xbb\xbf" + BAD.encode()})
    lines = flake8(project, "latin.py", "bom.py").stdout.splitlines()
    assert sorted(line.split(": ")[0] for line in lines) == ["bom.py:2:32", "latin.py:4:32"]
    write(project, {"odd.py": "# coding: idna\n" + BAD})
    assert flake8(project, "odd.py").stdout.startswith("odd.py:3:32: NTR101")


def test_the_message_says_when_fix_can_repair(project):
    text = BAD.replace("run_id)", "run_id, thread_id)")
    write(project, {"fixable.py": text})
    done = flake8(project, "fixable.py", "bad.py")
    first, second = sorted(done.stdout.splitlines())
    assert "fix" not in first
    assert second.startswith("fixable.py:2:32: NTR101 ")
    assert second.endswith("(netra-lint fix can repair this)")


def caches(folder):
    return sorted(path.suffix for path in (folder / ".netra_lint_cache").glob("*") if path.suffix)


def test_what_was_found_is_kept_for_the_next_run(project):
    first = flake8(project).stdout
    assert ".db" in caches(project)
    assert flake8(project, "-j", "2").stdout == first != ""
    write(project, {"helper.py": "def pick(run_id):\n    return None\n"})
    assert flake8(project, "agent.py").stdout == ""


def test_nothing_is_kept_when_nothing_is_to_be(project):
    flake8(project, "--netra-lint-no-cache")
    assert not (project / ".netra_lint_cache").exists()
    flake8(project, "--netra-lint-cache-dir", "elsewhere")
    assert list((project / "elsewhere").glob("records-*.db"))


def test_words_of_the_project_count_in_every_file(project):
    words = {
        "pyproject.toml": "[tool.netra-lint.vocabulary]\n"
        "run-id-names = ['execution_key']\n"
        "routing-methods = [{name = 'post_to', kind = 'user'}]\n",
        "own.py": "async def go(manager, execution_key):\n"
        "    await manager.post_to(execution_key, {})\n",
    }
    assert flake8(project, "own.py").stdout == ""
    write(project, words)
    for _ in range(2):
        assert "NTR101" in flake8(project, "own.py").stdout
    write(project, {"pyproject.toml": "[tool.netra-lint]\n"})
    for _ in range(2):
        assert flake8(project, "own.py").stdout == ""


def test_a_wrong_configuration_is_told_of_for_every_file(project):
    write(project, {"plain.py": "VALUE = 1\n"})
    assert flake8(project, "plain.py").stdout == ""
    assert ".mark" in caches(project)
    write(project, {"pyproject.toml": "[tool.netra-lint]\nselcet = []\n"})
    assert "NTR001" in flake8(project, "plain.py").stdout


@given(st.from_regex(IDS))
def test_what_knows_of_an_id_is_not_passed_by(text):
    assert any(hint in text.lower() for hint in HINTS)


def test_what_sends_is_not_passed_by():
    names = [each.name.encode() for each in Vocabulary().routing_methods]
    assert all(any(hint in name for hint in HINTS) for name in names)

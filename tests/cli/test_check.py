from __future__ import annotations

import json

import pytest

from tests.support import BAD, GOOD, module, run, write


@pytest.fixture
def project(tmp_path):
    return write(
        tmp_path,
        {
            "pyproject.toml": "[tool.netra-lint]\n",
            "bad.py": BAD,
            "good.py": GOOD,
            "pkg/__init__.py": "",
            "pkg/helper.py": "def pick(run_id):\n    return run_id\n",
            "pkg/agent.py": """\
                from pkg.helper import pick

                async def report(manager, run_id):
                    await manager.send_to_user(pick(run_id), {})
                """,
        },
    )


def check(folder, *arguments, **more):
    return run(module("netra_lint", "check", *arguments), folder, **more)


def test_findings_exit_1_and_stand_on_standard_output(project):
    done = check(project)
    assert done.returncode == 1
    assert [line.split(": ")[0] for line in done.stdout.splitlines()] == [
        "bad.py:2:32",
        "pkg/agent.py:4:32",
    ]
    assert done.stderr == "2 findings in 2 files (5 files checked).\n"


def test_a_clean_file_exits_0(project):
    done = check(project, "good.py")
    assert (done.returncode, done.stdout) == (0, "")
    assert "All clear" in done.stderr


def test_one_file_is_told_what_the_whole_is(project):
    whole = json.loads(check(project, "--output-format", "json").stdout)
    one = json.loads(check(project / "pkg", "agent.py", "--output-format", "json").stdout)
    assert one == [each for each in whole if each["filename"].endswith("agent.py")]
    assert [step["filename"].rsplit("/", 1)[1] for step in one[0]["flow"]] != ["agent.py"]


def test_json_has_the_keys_of_ruff_and_the_flow(project):
    (found,) = json.loads(check(project, "bad.py", "--output-format", "json").stdout)
    assert list(found) == [
        "code",
        "name",
        "message",
        "filename",
        "location",
        "end_location",
        "severity",
        "fix",
        "flow",
        "url",
    ]
    assert found["location"] == {"row": 2, "column": 32}
    assert found["end_location"] == {"row": 2, "column": 38}
    assert found["flow"][0].keys() == {"filename", "row", "column", "note"}


def test_full_marks_the_range_and_numbers_the_steps(project):
    lines = check(project, "bad.py", "--output-format", "full").stdout.splitlines()
    assert lines[1] == "    |"
    assert lines[2] == "  2 |     await manager.send_to_user(run_id, {})"
    assert lines[3] == "    |                                ^^^^^^"
    assert lines[5].startswith("  1. bad.py:1:27")


def test_full_is_not_led_astray_by_tabs_and_wide_characters(tmp_path):
    write(
        tmp_path,
        {"a.py": "async def f(m, run_id):\n\tx = '漢字'; await m.send_to_user(run_id, x)\n"},
    )
    lines = check(tmp_path, "--output-format", "full").stdout.splitlines()
    assert lines[3].index("^") == lines[2].index("run_id") + 2


def test_stdin_is_the_file_that_it_would_be(project):
    done = check(project, "-", "--stdin-filename", "good.py", stdin=BAD.encode())
    assert done.stdout.startswith("good.py:2:32: NTR101")
    assert check(project, "-", stdin=GOOD.encode()).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["--slect", "X"], ["--slect", "--select"]),
        (["--select", "NTR9"], ["--select: `NTR9` is no rule or prefix of one; allowed: NTR001"]),
        (["--exclude", "made/,!"], ["--exclude", "`!` is no pattern"]),
        (["--config", "none.toml"], ["none.toml", "cannot be read"]),
        (["none.py"], ["none.py", "no such file or folder"]),
        (["--output-format", "xml"], ["xml", "concise"]),
        (["-", "bad.py"], ["cannot be combined"]),
        (["--stdin-filename", "x.py"], ["--stdin-filename needs -"]),
        (["--isolated", "--config", "pyproject.toml"], ["exclude each other"]),
    ],
)
def test_what_cannot_be_done_exits_2_with_one_line(project, arguments, parts):
    done = check(project, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("netra-lint: error: ")
    assert done.stderr.count("\n") == 1
    for part in parts:
        assert part in done.stderr


def test_a_wrong_configuration_is_named_unless_isolated(project):
    write(project, {"pyproject.toml": "[tool.netra-lint]\nselect = ['X1']\n"})
    done = check(project)
    assert done.returncode == 2
    assert "pyproject.toml: [tool.netra-lint] select: `X1`" in done.stderr
    assert check(project, "--isolated").returncode == 1
    write(project, {"pyproject.toml": "[tool.netra-lint]\nextend-exclude = ['!']\n"})
    assert "[tool.netra-lint] extend-exclude: `!` is no pattern" in check(project).stderr


@pytest.mark.parametrize(
    ("arguments", "number"),
    [
        (["--ignore", "NTR1"], 0),
        (["--ignore", "NTR1", "--select", "NTR101"], 2),
        (["--select", "NTR102"], 0),
        (["--select", "ntr102,NTR101"], 2),
        (["--select", "NTR001", "--extend-select", "NTR101"], 2),
        (["--exclude", "pkg/"], 1),
        (["--exclude", "agent.py", "pkg/agent.py"], 1),
        (["--exclude", "agent.py", "--force-exclude", "pkg/agent.py", "bad.py"], 1),
        (["--exclude", "pkg/", "--force-exclude", "pkg", "bad.py"], 1),
        (["--exclude", "pkg/", "--force-exclude", "--no-cache", "pkg/agent.py"], 0),
        (["--exclude", "/agent.py", "--force-exclude", "pkg/agent.py"], 1),
        (["--no-cache", "-q"], 2),
    ],
)
def test_options_choose(project, arguments, number):
    done = check(project, *arguments)
    assert len(done.stdout.splitlines()) == number
    assert done.returncode == int(number > 0)


def test_statistics_quiet_and_exit_zero(project):
    done = check(project, "--statistics", "-q", "--exit-zero")
    assert (done.returncode, done.stdout, done.stderr) == (0, "2  NTR101  run-id-recipient\n", "")
    done = check(project, "--statistics", "--output-format", "json")
    assert json.loads(done.stdout) == [{"code": "NTR101", "name": "run-id-recipient", "count": 2}]


@pytest.mark.parametrize(
    ("comment", "silent"),
    [
        ("# noqa", True),
        ("# NOQA:ntr101", True),
        ("# noqa: E501, NTR1", True),
        ("# noqa: E501", False),
        ("# noqa: because", True),
        ("# fine", False),
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_noqa_anywhere_in_the_statement(tmp_path, comment, silent, place):
    lines = ["    await manager.send_to_user(", "        run_id,", "    {})"]
    lines[place] += f"  {comment}"
    write(tmp_path, {"a.py": "\n".join(["async def f(manager, run_id):", *lines, ""])})
    assert check(tmp_path).returncode == int(not silent)


def test_a_statement_may_have_several_comments(tmp_path):
    send = "manager.send_to_user(  # noqa: E501\n        run_id, {})  # noqa: NTR101"
    write(tmp_path, {"a.py": BAD.replace("manager.send_to_user(run_id, {})", send)})
    assert check(tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("line", "silent"),
    [
        ("# flake8: noqa", True),
        ("# flake8: noqa: NTR101  # made by a tool", True),
        ("# netra-lint: noqa: E501, NTR1", True),
        ("# netra-lint: noqa: NTR102", False),
        ("x = 1  # netra-lint: noqa", False),
    ],
)
def test_noqa_for_a_whole_file(tmp_path, line, silent):
    assert check(write(tmp_path, {"a.py": f"{line}\n{BAD}"})).returncode == int(not silent)


def test_per_file_ignores(project):
    text = "[tool.netra-lint.per-file-ignores]\n'pkg/' = ['NTR1']\n"
    assert len(check(write(project, {"pyproject.toml": text})).stdout.splitlines()) == 1


def test_a_broken_file_is_one_diagnostic_and_the_rest_goes_on(project):
    write(project, {"x.py": "run_id = (\n", "y.py": b"run_id = '\xff'\n", "z.py": b"run_id\0"})
    lines = check(project).stdout.splitlines()
    assert [line.split(":")[0] for line in lines if "NTR001" in line] == ["x.py", "y.py", "z.py"]
    assert sum("NTR101" in line for line in lines) == 2


def test_linted_code_is_never_run(tmp_path):
    write(tmp_path, {"a.py": f"open('ran', 'w')\n{BAD}", "conftest.py": "open('ran', 'w')"})
    assert check(tmp_path).returncode == 1
    assert not (tmp_path / "ran").exists()


def test_a_named_folder_that_is_ignored_is_checked(project):
    write(project, {".gitignore": "pkg/\n"})
    assert len(check(project).stdout.splitlines()) == 1
    assert len(check(project, "pkg").stdout.splitlines()) == 1


def test_force_exclude_holds_for_standard_input_and_not_for_ignore_files(project):
    write(project, {".gitignore": "pkg/\n"})
    assert check(project, "--force-exclude", "pkg").returncode == 1
    arguments = ["--force-exclude", "--exclude", "new.py", "-", "--stdin-filename", "new.py"]
    assert check(project, *arguments, stdin=BAD.encode()).stdout == ""
    done = run(module("netra_lint", "fix", *arguments), project, stdin=BAD.encode())
    assert (done.returncode, done.stdout) == (0, BAD)


def test_rule(project):
    done = run(module("netra_lint", "rule", "--all"), project)
    assert [line.split()[0] for line in done.stdout.splitlines()][:2] == ["NTR001", "NTR101"]
    off = [line.split()[0] for line in done.stdout.splitlines() if "(off by default)" in line]
    explained = run(module("netra_lint", "rule", "ntr101"), project).stdout
    assert explained == run(module("netra_lint", "rule", "run-id-recipient"), project).stdout
    assert "## Why this is wrong" in explained
    data = json.loads(
        run(module("netra_lint", "rule", "--all", "--output-format=json"), project).stdout
    )
    assert data[1]["code"] == "NTR101"
    assert off == [each["code"] for each in data if not each["default"]] != []
    for arguments, part in (
        (["NTR9"], "no rule"),
        (["run-id-recipent"], "did you mean `run-id-recipient`? allowed: NTR001, NTR101,"),
        ([], "--all"),
        (["NTR101", "--all"], "--all"),
    ):
        done = run(module("netra_lint", "rule", *arguments), project)
        assert done.returncode == 2
        assert part in done.stderr


def test_version_and_help(project):
    assert run(module("netra_lint", "--version"), project).stdout.startswith("netra-lint 0.")
    assert "check" in run(module("netra_lint"), project).stdout

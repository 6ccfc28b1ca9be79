"""``netra-lint fix`` as its users run it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time

import pytest

from tests.support import BAD, GOOD, module, run, write

REPAIRABLE = (
    "async def report(manager, run_id, thread_id, message):\n"
    "    await manager.send_to_user(run_id, message)\n"
)
REPAIRED = (
    "async def report(manager, run_id, thread_id, message):\n"
    "    if thread_id:\n"
    "        await manager.send_to_thread(thread_id, message)\n"
)
WRAPPED = (
    "async def notify(manager, key):\n    await manager.send_to_user(key, {})\n\n\n"
    "async def start(manager, run_id, user_id):\n    await notify(manager, run_id)\n"
)
HELPER = "def pick(user_id, run_id):\n    return user_id or run_id\n"
AGENT = (
    "from helper import pick\n\n\n"
    "async def report(manager, user_id, run_id):\n"
    "    who = pick(user_id, run_id)\n"
    "    await manager.send_to_user(who, {})\n"
)


@pytest.fixture
def project(tmp_path):
    return write(
        tmp_path, {"pyproject.toml": "[tool.netra-lint]\n", "a.py": REPAIRABLE, "good.py": GOOD}
    )


def fix(folder, *arguments, **more):
    return run(module("netra_lint", "fix", *arguments), folder, **more)


def check(folder, *arguments, **more):
    return run(module("netra_lint", "check", *arguments), folder, **more)


@pytest.mark.parametrize("command", [["fix"], ["check", "--fix"]])
def test_repairs_in_place_and_exits_0_when_nothing_is_left(project, command):
    done = run(module("netra_lint", *command), project)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "1 finding: 1 fixed, 0 left.\n"
    assert (project / "a.py").read_text() == REPAIRED
    assert (project / "good.py").read_text() == GOOD
    again = run(module("netra_lint", *command), project)
    assert again.returncode == 0
    assert again.stderr.startswith("All clear")


def test_exits_1_with_what_is_left(project):
    write(project, {"b.py": BAD})
    done = fix(project)
    assert done.returncode == 1
    assert done.stdout.startswith("b.py:2:32: NTR101 `manager")
    assert done.stderr == "2 findings: 1 fixed, 1 left.\n"
    assert fix(project, "--exit-zero").returncode == 0


def test_exit_non_zero_on_fix(project):
    assert fix(project, "--exit-non-zero-on-fix").returncode == 1
    assert fix(project, "--exit-non-zero-on-fix").returncode == 0


def test_only_the_named_paths_are_changed(project):
    write(project, {"sub/b.py": REPAIRABLE})
    fix(project, "sub")
    assert (project / "a.py").read_text() == REPAIRABLE
    assert (project / "sub" / "b.py").read_text() == REPAIRED


def test_diff_writes_nothing_and_exits_1_if_anything_would_change(project):
    done = fix(project, "--diff")
    assert done.returncode == 1
    assert done.stdout.startswith("--- a.py\n+++ a.py\n@@ -1,2 +1,3 @@\n")
    assert done.stderr == "Would fix 1 finding in 1 file.\n"
    assert (project / "a.py").read_text() == REPAIRABLE
    assert fix(project, "--diff", "good.py").returncode == 0
    assert fix(project, "--diff", "--exit-zero").returncode == 0


def test_diff_applies_with_patch(project):
    diff = fix(project, "--diff").stdout
    subprocess.run(["git", "apply", "-p0"], cwd=project, input=diff, text=True, check=True)
    assert (project / "a.py").read_text() == REPAIRED


def test_unsafe_fixes_are_asked_for(project):
    write(project, {"a.py": WRAPPED})
    done = fix(project, "--diff")
    assert done.stderr.splitlines() == [
        "Nothing would change.",
        "1 can be repaired with `netra-lint fix --unsafe-fixes`.",
    ]
    done = fix(project)
    assert (done.returncode, (project / "a.py").read_text()) == (1, WRAPPED)
    assert "1 can be repaired with `netra-lint fix --unsafe-fixes`." in done.stderr
    assert fix(project, "--unsafe-fixes").returncode == 0
    assert "notify(manager, user_id)" in (project / "a.py").read_text()


def test_show_fixes(project):
    assert fix(project, "--show-fixes").stderr == (
        "Fixed 1 finding:\n- a.py:\n    1 x NTR101 (run-id-recipient)\n"
        "1 finding: 1 fixed, 0 left.\n"
    )


def test_select_leaves_other_rules_alone(project):
    assert fix(project, "--select", "NTR102").returncode == 0
    assert (project / "a.py").read_text() == REPAIRABLE


def test_noqa_is_no_finding_to_fix(project):
    text = REPAIRABLE.replace("message)\n", "message)  # noqa: NTR101\n").replace("):  #", "):")
    write(project, {"a.py": text})
    assert fix(project).returncode == 0
    assert (project / "a.py").read_text() == text


def test_stdin_to_stdout(project):
    done = fix(project, "-", "--stdin-filename", "new.py", stdin=REPAIRABLE.encode())
    assert (done.returncode, done.stdout) == (0, REPAIRED)
    assert not (project / "new.py").exists()
    done = fix(project, "-", stdin=BAD.encode())
    assert (done.returncode, done.stdout) == (1, BAD)
    assert "NTR101" in done.stderr
    diff = fix(project, "-", "--diff", "--stdin-filename", "new.py", stdin=REPAIRABLE.encode())
    assert diff.returncode == 1
    assert diff.stdout.startswith("--- new.py\n")


def test_json_has_the_fix_as_ruff_has_it(project):
    (found,) = json.loads(check(project, "--output-format", "json").stdout)
    assert found["fix"] == {
        "applicability": "safe",
        "message": "Send to the thread or, without one, to the user",
        "edits": [
            {
                "filename": str(project / "a.py"),
                "content": REPAIRED.partition("\n")[2].strip(),
                "location": {"row": 2, "column": 5},
                "end_location": {"row": 2, "column": 48},
            }
        ],
    }


def test_check_says_what_fix_can_do(project):
    done = check(project)
    assert ": NTR101 [*] `manager" in done.stdout
    assert "[*] 1 can be repaired with `netra-lint fix`." in done.stderr
    full = check(project, "--output-format", "full").stdout
    assert "= help: Send to the thread or, without one, to the user (`netra-lint fix`)" in full


def test_full_says_why_there_is_no_fix(project):
    write(project, {"a.py": BAD})
    text = check(project, "--output-format", "full").stdout
    assert "= no automatic fix: neither a thread id nor a user id is within reach" in text


def test_a_repair_of_several_files_is_whole_or_not_at_all(project):
    write(project, {"helper.py": HELPER, "agent.py": AGENT})
    done = fix(project, "agent.py", "--unsafe-fixes", "--output-format", "full")
    assert done.returncode == 1
    assert "no automatic fix: the repair also changes" in done.stdout
    assert "helper.py, which was not asked for" in done.stdout
    assert (project / "agent.py").read_text() == AGENT
    assert [fix(project, "agent.py", *more).stderr for more in ([], ["--unsafe-fixes"])] == [
        "1 finding: 0 fixed, 1 left.\n"
    ] * 2
    assert fix(project, "--unsafe-fixes").returncode == 0
    assert (project / "helper.py").read_text() == HELPER.replace(" or run_id", "")
    assert "if who:\n" in (project / "agent.py").read_text()


def test_a_read_only_file_is_reported_and_the_rest_goes_on(project):
    write(project, {"b.py": REPAIRABLE})
    (project / "a.py").chmod(0o444)
    done = fix(project)
    assert done.returncode == 2
    assert f"netra-lint: error: {project / 'a.py'}: cannot be written: the file is read-only" in (
        done.stderr
    )
    assert done.stderr.startswith(
        "2 findings: 1 fixed, 0 left, 1 in files that could not be written.\n"
    )
    assert (project / "a.py").read_text() == REPAIRABLE
    assert (project / "b.py").read_text() == REPAIRED


def test_a_broken_file_is_left_alone(project):
    write(project, {"b.py": "run_id = (\n"})
    done = fix(project)
    assert done.returncode == 1
    assert "NTR001" in done.stdout
    assert (project / "a.py").read_text() == REPAIRED


def test_killed_at_any_moment_each_file_is_old_or_new(tmp_path):
    """A process writes one content after the other; it is killed while it does."""
    one, two = b"1" * 300_000, b"2" * 300_000
    path = tmp_path / "a.py"
    program = (
        "import sys; from netra_lint.fixes.write import Change, write\n"
        "path, a, b = sys.argv[1], b'1' * 300_000, b'2' * 300_000\n"
        "print('ready', flush=True)\n"
        "while True: write([Change(path, a, b)]); write([Change(path, b, a)])\n"
    )
    for turn in range(6):
        path.write_bytes(one)
        with subprocess.Popen(
            [sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.01 + 0.007 * turn)
            process.send_signal(signal.SIGKILL)
            process.wait()
        assert path.read_bytes() in (one, two)

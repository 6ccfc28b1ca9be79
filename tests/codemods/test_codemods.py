"""The commands, run by LibCST's own tool."""

from __future__ import annotations

import pytest

from tests.support import BAD, GOOD, module, run, write

ROUTED = (
    "async def report(manager, run_id, thread_id, m):\n    await manager.send_to_user(run_id, m)\n"
)
KINDS = "async def report(manager, user_id, m):\n    await manager.send_to_thread(user_id, m)\n"
WRAPPED = (
    "async def notify(manager, key):\n    await manager.send_to_user(key, {})\n\n\n"
    "async def start(manager, run_id, user_id):\n    await notify(manager, run_id)\n"
)


@pytest.fixture
def project(tmp_path):
    files = {"routed.py": ROUTED, "kinds.py": KINDS, "good.py": GOOD, "wrapped.py": WRAPPED}
    return write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n", **files})


def codemod(folder, name, *arguments):
    command = ["codemod", "--no-format", "-x", f"netra_lint.codemods.{name}", *arguments]
    return run(module("libcst.tool", *command), folder)


def test_thread_first(project):
    done = codemod(project, "ThreadFirst", "routed.py", "kinds.py")
    assert done.returncode == 0, done.stderr
    assert "if thread_id:\n        await manager.send_to_thread(thread_id, m)\n" in (
        (project / "routed.py").read_text()
    )
    assert (project / "kinds.py").read_text() == KINDS


def test_matching_kinds(project):
    assert codemod(project, "MatchingKinds", "kinds.py", "routed.py").returncode == 0
    assert "send_to_user(user_id, m)" in (project / "kinds.py").read_text()
    assert (project / "routed.py").read_text() == ROUTED


def test_all_repairs_on_a_folder_with_unsafe_fixes_on_demand(project):
    assert codemod(project, "all_repairs.AllRepairs", ".").returncode == 0
    assert (project / "wrapped.py").read_text() == WRAPPED
    assert (project / "good.py").read_text() == GOOD
    assert "send_to_thread(thread_id" in (project / "routed.py").read_text()
    assert codemod(project, "AllRepairs", "wrapped.py", "--unsafe-fixes").returncode == 0
    assert "notify(manager, user_id)" in (project / "wrapped.py").read_text()


def test_what_is_left_is_a_warning(project):
    write(project, {"left.py": BAD})
    done = codemod(project, "ThreadFirst", "left.py")
    assert "2: NTR101: neither a thread id nor a user id is within reach" in done.stderr


def test_named_shortly_where_the_tool_is_configured(project):
    write(project, {".libcst.codemod.yaml": "modules:\n- netra_lint.codemods\n"})
    command = ["codemod", "--no-format", "thread_first.ThreadFirst", "routed.py"]
    assert run(module("libcst.tool", *command), project).returncode == 0
    assert (project / "routed.py").read_text() != ROUTED


def test_line_endings_stay(project):
    (project / "routed.py").write_bytes(ROUTED.replace("\n", "\r\n").encode())
    codemod(project, "ThreadFirst", "routed.py")
    content = (project / "routed.py").read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n") == 3


CHAIN = {
    "sending.py": (
        "async def report(manager, run_id, m):\n    await manager.send_to_user(run_id, m)\n"
    ),
    "working.py": (
        "from sending import report\n\n\nasync def work(manager, run_id):\n"
        "    await report(manager, run_id, {})\n"
    ),
    "starting.py": (
        "from working import work\n\n\nasync def start(manager, run_id, thread_id, user_id):\n"
        "    await work(manager, run_id)\n"
    ),
}


@pytest.mark.parametrize("paths", [["."], ["working.py"]])
def test_thread_context_changes_all_files_of_a_chain_or_none(tmp_path, paths):
    project = write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n", **CHAIN})
    assert codemod(project, "ThreadContext", *paths).returncode == 0
    texts = {name: (project / name).read_text() for name in CHAIN}
    assert "def work(manager, run_id, thread_id=None, user_id=None)" in texts["working.py"]
    assert "work(manager, run_id, thread_id=thread_id, user_id=user_id)" in texts["starting.py"]
    assert "send_to_thread(thread_id, m)" in texts["sending.py"]
    assert codemod(project, "ThreadContext", *paths).returncode == 0
    assert texts == {name: (project / name).read_text() for name in CHAIN}


def test_thread_context_leaves_all_where_one_file_cannot_be_written(tmp_path):
    project = write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n", **CHAIN})
    (project / "starting.py").chmod(0o444)
    codemod(project, "ThreadContext", "sending.py", "working.py")
    assert {name: (project / name).read_text() for name in CHAIN} == CHAIN

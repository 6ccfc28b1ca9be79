"""What is asked of test functions, by what they tell of run ids."""

from __future__ import annotations

import pytest

from netra_lint.engine import Request, check
from tests.support import write

APP = """
    async def notify(manager, who, message):
        await manager.send_to_user(who, message)

    def fetch_run_id():
        return "run_1"

    def newest():
        return fetch_run_id()
    """
PADDING = "message = {'type': 'agent_progress', 'text': 'x' * 20, 'progress': [1, 2, 3, 4, 5, 6]}"


def one_test(*lines, head="manager, user_id, thread_id", name="test_it"):
    body = "\n".join(f"        {line}" for line in (PADDING, f"assert {PADDING[10:]}", *lines))
    return f"""
    from app import notify, newest

    async def {name}({head}):
{body}
    """


def found_in(folder, text, name="test_app.py", section=""):
    files = {"app.py": APP, name: text, "pyproject.toml": f"[tool.netra-lint]\n{section}"}
    write(folder, files)
    report = check(Request(cwd=str(folder), select=("NTR1",)))
    return [found.code for found in report.diagnostics]


@pytest.mark.parametrize(
    "line", ["await notify(manager, run_id, message)", "await notify(manager, 'run_7', message)"]
)
def test_a_test_that_names_a_run_id_is_followed_into_what_it_calls(tmp_path, line):
    head = "manager, run_id" if "run_id" in line else "manager"
    assert found_in(tmp_path, one_test(line, head=head)) == ["NTR101"]


def test_a_run_id_by_a_name_of_the_project_counts(tmp_path):
    text = one_test("await notify(manager, execution, message)", head="manager, execution")
    section = 'vocabulary.run-id-names = ["execution"]'
    assert found_in(tmp_path, text) == []
    assert found_in(tmp_path, text, section=section) == ["NTR101"]


def test_what_a_quiet_test_gets_elsewhere_is_not_followed_into_wrappers(tmp_path):
    text = one_test("await notify(manager, newest(), message)")
    assert found_in(tmp_path, text) == []
    assert found_in(tmp_path / "other", text, "helpers.py") == ["NTR101"]


@pytest.mark.parametrize(
    ("sent", "codes"),
    [
        ("send_to_user(user_id, message)", []),
        ("send_to_user('alice', message)", []),
        ("send_to_user(thread_id, message)", ["NTR102"]),
        ("send_to_thread(user_id=1, thread_id=user_id, message=message)", ["NTR102"]),
        ("send_to_user(newest(), message)", ["NTR101"]),
        ("send_to_user(*[newest()], message)", ["NTR101"]),
    ],
)
def test_what_a_quiet_test_sends_itself_is_judged(tmp_path, sent, codes):
    found = found_in(tmp_path, one_test(f"await manager.{sent}"))
    assert found == codes


def test_what_is_defined_in_a_quiet_test_is_quiet_too(tmp_path):
    text = one_test(
        "async def inner(at):",
        "    await manager.send_to_user(at, message)",
        "await inner(newest())",
    )
    assert found_in(tmp_path, text) == []

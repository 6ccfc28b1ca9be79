"""A project in memory: after each edit its findings are those of a check from nothing."""

from __future__ import annotations

import random

import pytest

from netra_lint.cli.output.machine import described
from netra_lint.config import UserError
from netra_lint.engine import Live, Request, check
from netra_lint.engine.live import KEPT
from tests.support import write

FILL = "".join(f"    filler_{n} = 'so that the body is long enough'\n" for n in range(4))
PROJECT = {
    "pyproject.toml": "[tool.netra-lint]\n",
    "agent.py": (
        "from helper import through\n\n\n"
        "async def report(manager, run_id):\n"
        "    await manager.send_to_user(through(run_id), {})\n"
    ),
    "helper.py": f"def through(value):\n{FILL}    return value\n",
    "plain.py": f"def aside(value):\n{FILL}    return value\n",
}
QUIET = f"def through(value):\n{FILL}    return None\n"


@pytest.fixture
def project(tmp_path):
    return write(tmp_path, PROJECT)


def request(folder, **more):
    return Request(cwd=str(folder), select=("NTR",), **more)


def shown(live):
    return [described(each) for each in live.all_findings()]


def cold(folder):
    return [described(each) for each in check(request(folder)).diagnostics]


def test_what_is_not_saved_counts(project):
    live, agent, helper = Live(request(project)), project / "agent.py", project / "helper.py"
    assert [each.code for each in live.findings(str(agent))] == ["NTR101"]
    live.update(str(helper), QUIET.encode())
    assert live.findings(str(agent)) == []
    live.update(str(helper))
    assert [each.code for each in live.findings(str(agent))] == ["NTR101"]
    assert live.findings(str(helper)) == []


def test_an_edit_that_is_undone_costs_nothing(project, analyses):
    live, helper = Live(request(project)), str(project / "helper.py")
    before = shown(live)
    for _ in range(3):
        live.update(helper, QUIET.encode())
        assert shown(live) == []
        live.update(helper)
        assert shown(live) == before
    assert len(analyses) == 2


def test_what_does_not_matter_costs_nothing(project, analyses):
    live, plain = Live(request(project)), str(project / "plain.py")
    before = shown(live)
    for number in range(20):
        text = f"def aside(value):\n{FILL}    return [value, {number}]\n"
        live.update(plain, text.encode())
        assert shown(live) == before
    assert len(analyses) == 1


def test_files_come_and_go(project):
    live = Live(request(project))
    assert shown(live)
    (project / "helper.py").unlink()
    live.update(str(project / "helper.py"))
    assert shown(live) == cold(project)
    assert str(project / "helper.py") not in live.files
    write(project, {"more.py": PROJECT["agent.py"], "helper.py": PROJECT["helper.py"]})
    live.update(str(project / "more.py"))
    live.update(str(project / "helper.py"))
    assert shown(live) == cold(project)
    assert len(live.findings(str(project / "more.py"))) == 1


def test_a_file_that_is_not_saved_yet_is_one_of_the_project(project):
    live, more = Live(request(project)), str(project / "more.py")
    live.update(more, PROJECT["agent.py"].encode())
    assert [each.code for each in live.findings(more)] == ["NTR101"]
    live.update(more)
    assert more not in live.files
    assert shown(live) == cold(project)


def test_refresh_finds_what_nobody_told_of(project):
    live = Live(request(project))
    assert shown(live)
    assert live.refresh() == []
    write(project, {"helper.py": QUIET, "new.py": PROJECT["agent.py"]})
    (project / "plain.py").unlink()
    changed = live.refresh()
    assert changed == [str(project / name) for name in ("helper.py", "new.py", "plain.py")]
    assert shown(live) == cold(project) == []


def test_refresh_leaves_what_an_editor_has(project):
    live, helper = Live(request(project)), project / "helper.py"
    live.update(str(helper), QUIET.encode())
    helper.write_text("def through(value):\n    return value\n")
    assert live.refresh() == []
    assert shown(live) == []
    live.update(str(helper))
    assert shown(live) == cold(project)


def test_what_is_ignored_stays_out(project):
    live = Live(request(project))
    write(project, {".gitignore": "agent.py\n"})
    assert live.refresh() == [str(project / "agent.py")]
    live.update(str(project / "agent.py"))
    assert shown(live) == cold(project) == []


def test_files_that_cannot_be_parsed_are_told_of(project):
    live, agent = Live(request(project)), str(project / "agent.py")
    before = shown(live)
    live.update(agent, b"async def report(manager, run_id:\n")
    assert [each.code for each in live.findings(agent)] == ["NTR001"]
    live.update(agent)
    assert shown(live) == before


def test_one_that_knows_of_no_ids_is_told_of_by_none(project):
    (project / "helper.py").write_text("def through(value:\n")
    live, helper = Live(request(project)), str(project / "helper.py")
    assert live.findings(helper) == cold(project) == []
    assert check(request(project, paths=(helper,))).diagnostics == ()
    (project / "helper.py").write_text(PROJECT["helper.py"])
    live.refresh()
    assert [each["code"] for each in shown(live)] == ["NTR101"]
    assert shown(live) == cold(project)


def test_a_change_on_the_disk_that_is_seen_by_chance_is_not_mixed_in(project, monkeypatch):
    monkeypatch.setattr("netra_lint.project.sources.KEPT_BYTES", 1)
    live, helper = Live(request(project)), project / "helper.py"
    assert shown(live)
    helper.write_text(QUIET)
    live.update(str(project / "plain.py"), b"from helper import through\n")
    live.update(str(project / "agent.py"), PROJECT["agent.py"].replace("{}", "{1: 2}").encode())
    assert shown(live) == []


def test_it_keeps_few_states(project):
    live, helper = Live(request(project)), str(project / "helper.py")
    numbers = random.Random(1)
    for number in range(3 * KEPT):
        end = numbers.choice(["return None", "return value"])
        live.update(helper, f"def through(value):\n    x = {number}\n    {end}\n".encode())
        assert bool(shown(live)) == (end == "return value")
    assert len(live._known) == KEPT


def test_wrong_settings_are_told_of_at_once(project):
    with pytest.raises(UserError, match="XYZ"):
        Live(Request(cwd=str(project), extend_select=("XYZ",)))

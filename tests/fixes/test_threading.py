"""Ids that are threaded through functions, file by file."""

from __future__ import annotations

import pytest

from netra_lint.diagnostics import Applicability
from netra_lint.engine import Request, check
from netra_lint.engine.repair import fix, save
from tests.support import module, run, write

SEND = "async def report(manager, run_id, m):\n    await manager.send_to_user(run_id, m)\n"
TOP = (
    "from sending import report\n\n\n"
    "async def start(manager, run_id, thread_id, user_id):\n"
    "    await report(manager, run_id, {})\n"
)


def repaired(folder, files):
    """Return the files after all repairs; nothing may be left to find."""
    write(folder, {"pyproject.toml": "[tool.netra-lint]\n", **files})
    done = fix(Request(cwd=str(folder)), unsafe=True)
    assert not done.report.diagnostics, done.report.diagnostics
    assert save(done) == []
    assert not fix(Request(cwd=str(folder)), unsafe=True).after
    return {name: (folder / name).read_text(encoding="utf-8") for name in files}


def head(text, name):
    """Return a function's head on one row."""
    start = text.index(f"def {name}(")
    return " ".join(text[start : text.index(":\n", start)].split())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("manager, run_id", "manager, run_id, thread_id=None, user_id=None"),
        ("manager, run_id, *rest", "manager, run_id, *rest, thread_id=None, user_id=None"),
        ("manager, run_id, **rest", "manager, run_id, thread_id=None, user_id=None, **rest"),
        ("manager, *, run_id", "manager, *, run_id, thread_id=None, user_id=None"),
        ("manager, run_id, /", "manager, run_id, /, thread_id=None, user_id=None"),
        ("manager, run_id, n=(1),", "manager, run_id, n=(1), thread_id=None, user_id=None,"),
        (
            "manager, run_id: str",
            "manager, run_id: str, thread_id: str | None = None, user_id: str | None = None",
        ),
    ],
)
def test_parameters_stand_behind_the_others(before, after, tmp_path):
    send = f"async def report({before}):\n    await manager.send_to_user(run_id, {{}})\n"
    keyword = "run_id=run_id" if "*, run_id" in before else "run_id"
    top = TOP.replace("run_id, {})", f"{keyword})")
    texts = repaired(tmp_path, {"sending.py": send, "starting.py": top})
    assert head(texts["sending.py"], "report") == f"def report({after})"
    assert "thread_id=thread_id, user_id=user_id)" in texts["starting.py"]


def test_only_what_is_at_hand_is_passed_at_the_top(tmp_path):
    top = TOP.replace(", thread_id, user_id", ", user_id")
    texts = repaired(tmp_path, {"sending.py": SEND, "starting.py": top})
    assert "report(manager, run_id, {}, user_id=user_id)" in texts["starting.py"]
    assert "thread_id=None, user_id=None" in texts["sending.py"]


def test_overrides_and_what_is_abstract_change_together(tmp_path):
    base = (
        "from abc import ABC, abstractmethod\n\n\nclass Sender(ABC):\n"
        "    def __init__(self, manager):\n        self.manager = manager\n\n"
        "    @abstractmethod\n    async def report(self, run_id):\n"
        '        """Report."""\n'
    )
    heirs = (
        "from base import Sender\n\n\nclass Loud(Sender):\n"
        "    async def report(self, run_id):\n"
        "        await self.manager.send_to_user(run_id, {})\n\n\n"
        "class Louder(Loud):\n    async def report(self, run_id):\n"
        "        await super().report(run_id)\n\n\n"
        "class Mute(Sender):\n    async def report(self, run_id):\n        return None\n"
    )
    top = (
        "from base import Sender\n\n\n"
        "async def start(sender: Sender, run_id, context):\n"
        "    if context.user_id or context.thread_id:\n"
        "        await sender.report(run_id)\n"
    )
    texts = repaired(tmp_path, {"base.py": base, "heirs.py": heirs, "starting.py": top})
    new = "report(self, run_id, thread_id=None, user_id=None)"
    assert texts["base.py"].count(new) == 1
    assert texts["heirs.py"].count(new) == 3
    assert "super().report(run_id, thread_id=thread_id, user_id=user_id)" in texts["heirs.py"]
    assert "thread_id=context.thread_id, user_id=context.user_id)" in texts["starting.py"]


def test_an_attribute_is_known_by_what_its_owner_is_made_with(tmp_path):
    flow = (
        "class Flow:\n    def __init__(self, agent):\n        self.agent = agent\n\n"
        "    async def go(self, context: 'Context'):\n"
        "        await self.agent.sender.report(context.run_id)\n\n\n"
        "class Context:\n    run_id: str\n    thread_id: str | None = None\n"
    )
    agent = (
        "from flow import Flow\nfrom sending import Sender\n\n\nclass Agent:\n"
        "    def __init__(self, manager):\n        self.sender = Sender(manager)\n"
        "        self.flow = Flow(self)\n"
    )
    send = (
        "class Sender:\n    def __init__(self, manager):\n        self.manager = manager\n\n"
        "    async def report(self, run_id):\n"
        "        await self.manager.send_to_user(run_id, {})\n"
    )
    texts = repaired(tmp_path, {"flow.py": flow, "agent.py": agent, "sending.py": send})
    assert "report(context.run_id, thread_id=context.thread_id)" in texts["flow.py"]


def test_callers_without_ids_are_named_and_left(tmp_path):
    other = "from sending import report\n\n\nasync def tick(manager, run_id):\n"
    other += "    await report(manager, run_id, {})\n"
    files = {"sending.py": SEND, "starting.py": TOP, "ticking.py": other}
    write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n", **files})
    found = check(Request(cwd=str(tmp_path))).diagnostics
    assert [each.code for each in found] == ["NTR101", "NTR202"]
    for each in found:
        assert each.fix.applicability is Applicability.UNSAFE
        assert "`tick` calls `report` without ids" in each.unfixable
    assert repaired(tmp_path, files)["ticking.py"] == other


def test_a_chain_that_leaves_the_files_asked_for_is_left(tmp_path):
    write(tmp_path, {"pyproject.toml": "", "sending.py": SEND, "starting.py": TOP})
    write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n"})
    done = fix(Request(paths=("starting.py",), cwd=str(tmp_path)), unsafe=True)
    assert not done.after
    assert "sending.py, which was not asked for" in done.report.diagnostics[0].unfixable


def test_a_name_that_is_taken_is_no_parameter(tmp_path):
    send = (
        "async def report(manager, run_id, m):\n    await manager.send_to_user(run_id, m)\n"
        "    for thread_id in m:\n        print(thread_id)\n"
    )
    write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n", "sending.py": send})
    write(tmp_path, {"starting.py": TOP})
    found = check(Request(cwd=str(tmp_path), select=("NTR202",))).diagnostics
    assert [each.unfixable for each in found] == ["`report` has a `thread_id` of its own"]


@pytest.mark.parametrize("taken", ["self, run_id, m", "*args", "self, *args, **options"])
def test_a_decorator_decides_what_callers_can_pass(taken, tmp_path):
    around = (
        "def retry(times):\n    def decorate(function):\n"
        f"        async def wrapper({taken}):\n            for _ in range(times):\n"
        f"                await function({taken})\n"
        "        return wrapper\n    return decorate\n"
    )
    text = (
        "from retrying import retry\n\n\nclass Agent:\n    @retry(2)\n"
        "    async def report(self, run_id, m):\n"
        "        await self.manager.send_to_user(run_id, m)\n\n"
        "    async def start(self, run_id, thread_id, user_id):\n"
        "        await self.report(run_id, {})\n"
    )
    write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n"})
    write(tmp_path, {"retrying.py": around, "sending.py": text})
    found = check(Request(cwd=str(tmp_path), select=("NTR202",))).diagnostics
    assert [each.fix is None for each in found] == ["**" not in taken]
    if "**" not in taken:
        assert found[0].unfixable == "`retry` wraps `Agent.report` in what takes no ids"


@pytest.mark.parametrize("kind", ["thread", "user"])
def test_a_helper_that_sends_is_given_the_id_that_it_takes(kind, tmp_path):
    send = (
        "async def deliver(manager, recipient, m):\n"
        "    await manager.send_to_user(recipient, m)\n\n\n"
        "async def report(manager, run_id, m):\n    await deliver(manager, run_id, m)\n"
    )
    top = TOP.replace("thread_id, user_id", f"{kind}_id")
    files = {"pyproject.toml": "[tool.netra-lint]\n", "sending.py": send, "starting.py": top}
    write(tmp_path, files)
    done = fix(Request(cwd=str(tmp_path)), unsafe=True)
    if kind == "thread":
        reasons = {each.unfixable for each in done.report.diagnostics}
        assert "no caller has the user id that `deliver` takes" in reasons
        assert not done.after
    else:
        assert not done.report.diagnostics
        text = done.after[str(tmp_path / "sending.py")].decode()
        assert "    if user_id:\n        await deliver(manager, user_id, m)\n" in text


def test_what_keeps_the_run_id_keeps_the_others_too(tmp_path):
    send = (
        "class Notifier:\n    def __init__(self, manager, run_id: str) -> None:\n"
        "        self.run_id = run_id  # of the execution\n        self.manager = manager\n\n"
        "    async def notify(self, m) -> None:\n"
        "        await self.manager.send_to_user(self.run_id, m)\n"
    )
    top = (
        "from sending import Notifier\n\n\ndef notifier(manager, run_id):\n"
        "    return Notifier(manager, run_id)\n\n\n"
        "async def start(manager, run_id, context):\n"
        "    if context.thread_id or context.user_id:\n"
        "        await notifier(manager, run_id).notify({})\n"
    )
    texts = repaired(tmp_path, {"sending.py": send, "starting.py": top})
    kept = "# of the execution; self.thread_id = thread_id; self.user_id = user_id;"
    assert kept in "; ".join(row.strip() for row in texts["sending.py"].splitlines())
    assert "send_to_thread(self.thread_id, m)" in texts["sending.py"]
    assert "notify(self, m) -> None:" in texts["sending.py"]
    assert "Notifier(manager, run_id, thread_id=thread_id, user_id=user_id)" in texts["starting.py"]


def test_a_recipient_that_is_right_at_times_breaks_no_chain(tmp_path):
    send = (
        "async def report(manager, store, run_id, m):\n"
        "    await manager.send_to_user(store.get(run_id) or run_id, m)\n"
    )
    top = TOP.replace("report(manager, run_id", "report(manager, {}, run_id")
    write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n", "sending.py": send})
    write(tmp_path, {"starting.py": top})
    assert check(Request(cwd=str(tmp_path), select=("NTR202",))).diagnostics == ()


def test_the_diff_is_one_patch_below_its_chain(tmp_path):
    write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n", "sending.py": SEND})
    write(tmp_path, {"starting.py": TOP})
    done = run(module("netra_lint", "fix", "--diff", "--unsafe-fixes", "."), tmp_path)
    rows = done.stdout.splitlines()
    assert rows[:2] == ["# start -> report", "--- sending.py"]
    assert "--- starting.py" in rows
    (tmp_path / "it.patch").write_text(done.stdout, encoding="utf-8")
    assert run(["git", "apply", "-p0", "it.patch"], tmp_path).returncode == 0
    assert check(Request(cwd=str(tmp_path))).diagnostics == ()


def test_line_endings_and_docstrings_stay_as_they_are(tmp_path):
    send = (
        'async def report(manager, run_id, m):\n    """Report.\n\n    Args:\n'
        "        manager: sends.\n        run_id: the run,\n            in full.\n"
        '        m: the message.\n    """\n    await manager.send_to_user(run_id, m)\n'
    ).replace("\n", "\r\n")
    files = {"sending.py": send, "starting.py": TOP}
    for name, text in {"pyproject.toml": "[tool.netra-lint]\n", **files}.items():
        (tmp_path / name).write_bytes(text.encode())
    save(fix(Request(cwd=str(tmp_path)), unsafe=True))
    content = (tmp_path / "sending.py").read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n")
    assert b'        user_id: user to send updates to, if known.\r\n    """\r\n' in content


CONTEXT = (
    "from dataclasses import dataclass\n\n\n@dataclass\nclass ExecutionContext:\n"
    "    run_id: str\n    thread_id: str | None = None\n    user_id: str | None = None\n"
)


def test_a_context_that_is_taken_below_is_passed_on_whole(tmp_path):
    low = (
        "from shared import ExecutionContext\n\n\n"
        "async def tell(manager, run_id: str, context: ExecutionContext | None = None) -> None:\n"
        "    if context and context.thread_id:\n"
        "        await manager.send_to_thread(context.thread_id, {})\n"
    )
    mid = "from low import tell\n\n\nasync def work(manager, run_id: str) -> None:\n"
    mid += "    await tell(manager, run_id)\n"
    top = "from mid import work\nfrom shared import ExecutionContext\n\n\n"
    top += "async def start(manager, context: ExecutionContext) -> None:\n"
    top += "    await work(manager, context.run_id)\n"
    files = {"shared.py": CONTEXT, "low.py": low, "mid.py": mid, "top.py": top}
    texts = repaired(tmp_path, files)
    assert texts["low.py"] == low
    assert "work(manager, context.run_id, context=context)" in texts["top.py"]
    assert "tell(manager, run_id, context=context)" in texts["mid.py"]
    assert "run_id: str, context: ExecutionContext | None = None)" in texts["mid.py"]
    assert texts["mid.py"].startswith(
        "from low import tell\nfrom shared import ExecutionContext\n\n"
    )


def test_a_context_that_is_found_elsewhere_is_not_missed(tmp_path):
    low = (
        "from shared import ExecutionContext\n\n\nclass Bridge:\n"
        "    def __init__(self, manager, context):\n        self.manager = manager\n"
        "        self.context = context\n\n"
        "    async def tell(self, context: ExecutionContext | None = None) -> None:\n"
        "        found = context or self.context\n"
        "        await self.manager.send_to_thread(found.thread_id, {})\n\n"
        "    async def work(self):\n        await self.tell()\n\n"
        "    async def start(self, context: ExecutionContext):\n        await self.work()\n"
    )
    write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n", "shared.py": CONTEXT, "low.py": low})
    assert check(Request(cwd=str(tmp_path), select=("NTR202",))).diagnostics == ()
    found = low.replace("context or self.context", "context")
    write(tmp_path, {"low.py": found})
    assert len(check(Request(cwd=str(tmp_path), select=("NTR202",))).diagnostics) == 1


def test_sends_to_nobody_get_somebody(tmp_path):
    send = (
        "class Teller:\n    def __init__(self, manager):\n        self.manager = manager\n"
        "        self.user_id = None\n\n    async def tell(self, m):\n"
        "        await self.manager.send_to_user(self.user_id, m)\n\n"
        "    async def shout(self, m):\n        await self.manager.send_to_user(None, m)\n"
    )
    top = (
        "from sending import Teller\n\n\nasync def work(manager):\n"
        "    teller = Teller(manager)\n    await teller.tell({})\n    await teller.shout({})\n\n\n"
        "async def start(manager, user_id):\n    await work(manager)\n"
    )
    texts = repaired(tmp_path, {"sending.py": send, "working.py": top})
    assert texts["sending.py"].count("send_to_user(user_id, m)") == 2
    assert "work(manager, user_id=user_id)" in texts["working.py"]


@pytest.mark.parametrize(
    ("top", "passed"),
    [
        (
            "class Agent:\n    def __init__(self, manager):\n"
            "        self.reporter = Reporter(manager)\n\n"
            "    async def run(self, context):\n"
            "        await self.reporter.report(context.run_id)\n",
            "report(context.run_id, thread_id=context.thread_id, user_id=context.user_id)",
        ),
        (
            "class Agent:\n    def __init__(self, manager, reporter=None):\n"
            "        self.reporter = reporter or Reporter(manager)\n\n"
            "    async def run(self, run_id, user_id):\n"
            "        await self.reporter.report(run_id)\n",
            "report(run_id, user_id=user_id)",
        ),
        (
            "async def run(manager, run_id, user_id):\n    reporter = Reporter(manager)\n"
            "    await work(reporter, run_id, user_id)\n\n\n"
            "async def work(reporter, run_id, user_id):\n    await reporter.report(run_id)\n",
            "report(run_id, user_id=user_id)",
        ),
        (
            "async def run(manager, run_id, user_id):\n"
            "    await retried(lambda: Reporter(manager).report(run_id))\n\n\n"
            "async def retried(call):\n    return await call()\n",
            "report(run_id, user_id=user_id)",
        ),
        (
            "import asyncio\n\n\nasync def run(manager, run_id, user_id):\n"
            "    async with asyncio.TaskGroup() as group:\n"
            "        group.create_task(Reporter(manager).report(run_id))\n",
            "report(run_id, user_id=user_id)",
        ),
    ],
)
def test_callers_are_found_by_what_is_known_of_the_object(top, passed, tmp_path):
    send = (
        "class Reporter:\n    def __init__(self, manager):\n        self.manager = manager\n\n"
        "    async def report(self, run_id):\n"
        "        await self.manager.send_to_user(run_id, {})\n"
    )
    top = f"from sending import Reporter\n\n\n{top}"
    texts = repaired(tmp_path, {"sending.py": send, "running.py": top})
    assert passed in " ".join(texts["running.py"].split())


@pytest.mark.parametrize(
    "top",
    [
        "async def start(manager, run_id, thread_id):\n    await report(manager, *[run_id], {})\n",
        "async def start(manager, run_id, thread_id, **kw):\n"
        "    await report(manager, run_id, {}, **kw)\n",
        "async def start(manager, run_id, user_id):\n    await report(manager, run_id, user_id)\n",
        "async def start(manager, run_id, context):\n    await report(manager, run_id, context)\n",
        "async def start(manager, run_id):\n    await report(manager, run_id, {})\n",
        "async def start(manager, other, run_id, thread_id):\n"
        "    await other.report(manager, run_id, {})\n",
    ],
)
def test_a_chain_that_is_not_sure_is_left_alone(top, tmp_path):
    write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n", "sending.py": SEND})
    write(tmp_path, {"starting.py": f"from sending import report\n\n\n{top}"})
    assert check(Request(cwd=str(tmp_path), select=("NTR202",))).diagnostics == ()


def test_a_ladder_of_hasattr_is_put_in_order(tmp_path):
    send = """async def report(manager, run_id, m):
    try:
        if hasattr(manager, "send_message"):
            await manager.send_message(run_id, m)
        elif hasattr(manager, "send_to_thread"):
            await manager.send_to_thread(run_id, m)
    except ValueError:
        pass
"""
    text = repaired(tmp_path, {"sending.py": send, "starting.py": TOP})["sending.py"]
    assert (
        text
        == """async def report(manager, run_id, m, thread_id=None, user_id=None):
    try:
        if thread_id and hasattr(manager, "send_to_thread"):
            await manager.send_to_thread(thread_id, m)
        elif user_id and hasattr(manager, "send_message"):
            await manager.send_message(user_id, m)
    except ValueError:
        pass
"""
    )

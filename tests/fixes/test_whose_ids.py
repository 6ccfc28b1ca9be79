"""Ids are handed down to the sends of their own execution, and to no other's."""

from __future__ import annotations

import pytest

from netra_lint.diagnostics import Applicability
from netra_lint.engine import Request
from netra_lint.engine.repair import fix
from tests.support import write

HEAD = """\
import asyncio
from collections import deque
from types import SimpleNamespace


class Worker:
    def __init__(self, manager):
        self.manager = manager
        self.queue = asyncio.Queue()
        self.jobs = deque()
        self.kept = {}

    async def tell(self, job):
        await self.manager.send_to_user(job.run_id, {})

    async def tell_run(self, run_id):
        await self.manager.send_to_user(run_id, {})

"""
TOP = """
async def start(manager, run_id, thread_id, user_id):
    worker = Worker(manager)
    await worker.work()
"""
OTHERS = [
    "job = await self.queue.get()\n        await self.tell(job)",
    "await self.tell(self.jobs.popleft())\n        await self.tell((await self.queue.get()))",
    "job = self.jobs.popleft()\n        await self.tell_run(job.run_id)",
    "for job in self.jobs:\n            await self.tell(job)",
    "for run_id in self.kept:\n            await self.tell_run(run_id)",
    "for run_id, job in self.kept.items():\n            await self.tell_run(run_id)",
    "run_id, job = self.jobs.pop()\n        await self.tell_run(run_id)",
    "while (job := self.jobs.pop()):\n            await self.tell(job)",
    "await asyncio.gather(*[self.tell(job) for job in self.jobs])",
    "await self.tell_run(self.jobs.pop().run_id)",
    "job = self.jobs[0]\n        await self.tell(job)",
    "await self.manager.send_to_user((await self.queue.get()).run_id, {})",
]


def changed(folder, work, top=TOP):
    """Return what repairs write, by the files' names."""
    body = f"    async def work(self):\n        {work}\n"
    write(folder, {"pyproject.toml": "[tool.netra-lint]\n", "m.py": HEAD + body + top})
    done = fix(Request(cwd=str(folder)), unsafe=True)
    return done.after.get(str(folder / "m.py"), b"").decode(), done.report.diagnostics


@pytest.mark.parametrize("work", OTHERS)
def test_what_a_worker_fetches_is_not_its_callers(work, tmp_path):
    text, left = changed(tmp_path, work)
    assert "def work(self)" in text or not text
    assert "NTR101" in {found.code for found in left}
    assert "NTR202" not in {found.code for found in left}


@pytest.mark.parametrize(
    "work",
    [
        "job = SimpleNamespace(run_id=run_id)\n        await self.tell(job)",
        "for each in [run_id]:\n            await self.tell_run(each)",
        "for _, each in enumerate((run_id,)):\n            await self.tell_run(each)",
        "each, other = run_id, 1\n        await self.tell_run(each)",
        "self.run_id = run_id\n        await self.tell_run(self.run_id)",
    ],
)
def test_what_a_caller_gives_is_its_own(work, tmp_path):
    top = TOP.replace("work()", "work(run_id)")
    body = f"    async def work(self, run_id):\n        {work}\n"
    write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n", "m.py": HEAD + body + top})
    done = fix(Request(cwd=str(tmp_path)), unsafe=True)
    text = done.after[str(tmp_path / "m.py")].decode()
    assert "await worker.work(run_id, thread_id=thread_id, user_id=user_id)" in text


@pytest.mark.parametrize(
    ("way", "whose"),
    [
        ("    for job in jobs:\n        ", "guess"),
        ("    job = await queue.get(timeout=1)\n    ", "guess"),
        ("    job = jobs.pop(0)\n    ", "safe"),
        ("    for n in range(3):\n        job = jobs\n        ", "safe"),
    ],
)
def test_a_send_for_a_job_goes_to_nobody_elses_thread(way, whose, tmp_path):
    source = (
        "async def work(manager, queue, jobs, thread_id, m):\n"
        f"{way}await manager.send_to_user(job.run_id, m)\n"
    )
    write(tmp_path, {"m.py": source})
    done = fix(Request(cwd=str(tmp_path), select=("NTR101",)), unsafe=True)
    if whose == "safe":
        assert b"send_to_thread(thread_id, m)" in done.after[str(tmp_path / "m.py")]
    else:
        assert not done.after
        (found,) = done.report.diagnostics
        assert found.fix is None or found.fix.applicability is Applicability.DISPLAY


def test_each_round_has_a_thread_of_its_own(tmp_path):
    source = (
        "class Worker:\n"
        "    async def work(self, manager, thread_id):\n"
        "        for run_id, user_id in self.runs.items():\n"
        "            await manager.send_to_user(run_id, 1)\n"
        "        for job in self.jobs:\n"
        "            print(job.user_id)\n"
        "            await manager.send_to_user(job.run_id, 2)\n"
    )
    write(tmp_path, {"m.py": source})
    done = fix(Request(cwd=str(tmp_path), select=("NTR101",)), unsafe=True)
    text = done.after[str(tmp_path / "m.py")].decode()
    assert "await manager.send_to_user(user_id, 1)" in text
    assert "await manager.send_to_user(job.user_id, 2)" in text
    assert "send_to_thread" not in text


def test_each_member_of_a_list_has_ids_of_its_own(tmp_path):
    top = """
async def start(manager, thread_id, user_id, jobs):
    worker = Worker(manager)
    for job in jobs:
        await worker.tell(job)
    await asyncio.gather(*(worker.tell_run(job.run_id) for job in jobs))
"""
    text, left = changed(tmp_path, "pass", top)
    assert not text
    assert {found.code for found in left} == {"NTR101"}


def test_an_object_that_was_made_with_ids_has_them(tmp_path):
    top = """
class Agent:
    def __init__(self, manager, scope):
        self.manager = manager
        self.scope = scope

    async def run(self):
        await Worker(self.manager).tell(self.scope)


async def start(manager, run_id, thread_id, user_id):
    scope = SimpleNamespace(run_id=run_id, thread_id=thread_id, user_id=user_id)
    await Agent(manager, scope).run()
    agent = Agent(manager, SimpleNamespace(run_id=run_id, user_id=user_id))
    await agent.run()
"""
    _, left = changed(tmp_path, "pass", top)
    assert {found.code for found in left} == {"NTR101"}


def test_a_second_call_that_passes_an_id_is_left_as_it_is(tmp_path):
    top = """
async def notify(manager, message, thread_id=None, user_id=None):
    if thread_id:
        await manager.send_to_thread(thread_id, message)
    elif user_id:
        await manager.send_to_user(user_id, message)


async def work(manager, session):
    await notify(manager, {"n": 1})
    await notify(manager, {"n": 2}, session.thread, session.user)
    await notify(manager, *session.rest)


async def start(manager, thread_id, user_id):
    await work(manager, object())
"""
    text, _ = changed(tmp_path, "pass", top)
    assert 'notify(manager, {"n": 2}, session.thread, session.user)\n' in text
    assert "notify(manager, *session.rest)\n" in text
    assert 'notify(manager, {"n": 1}, thread_id=thread_id, user_id=user_id)\n' in text

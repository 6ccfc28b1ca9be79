"""Sends through a project's own manager: what it passes on, refuses or turns into another id."""

from __future__ import annotations

from textwrap import dedent

import pytest

from netra_lint.engine import Request, check
from tests.support import write

MARK = "# wrong"
MANAGER = """
    from typing import NewType

    UserID = NewType("UserID", str)

    def as_thread(value):
        if not value.startswith("thread_"):
            raise ValueError("no thread")
        return value

    class Manager:
        def __init__(self):
            self.connections = {}

        async def send_to_user(self, user_id: str, message):
            for connection in self.connections.get(user_id, ()):
                await connection.send_json(message)

        async def send_message(self, user_id: str, message):
            return await self.send_to_user(user_id, message)

        async def send_to_thread(self, thread_id: str, message):
            await self.send_to_user(as_thread(thread_id), message)

    class Patient(Manager):
        async def send_to_thread(self, thread_id: str, message):
            if thread_id.startswith("thread_"):
                await self.send_to_user(thread_id, message)

    class Knowing(Manager):
        def __init__(self, threads):
            super().__init__()
            self.threads = threads

        async def send_to_thread(self, thread_id: str, message):
            if thread_id.startswith("run_"):
                thread_id = self.threads[thread_id]
            await self.send_to_user(as_thread(thread_id), message)
    """
CASES = {
    "a literal that an alias passes on": """
        from manager import Manager

        async def tell(manager: Manager):
            await manager.send_message("run_7", {})  # wrong
            await manager.send_message(f"run_{id(manager)}", {})  # wrong
            await manager.send_message("user 7", {})
        """,
    "a literal that a function passes on": """
        from manager import Manager

        async def deliver(manager: Manager, target, message):
            await manager.send_to_user(target, message)

        async def tell(manager):
            await deliver(manager, "run_7", {})  # wrong
            await deliver(manager, "somebody", {})
        """,
    "refused by raising": """
        from manager import Manager

        manager = Manager()

        class Agent:
            async def run(self, run_id, thread_id):
                await manager.send_to_thread(thread_id, {})
                await manager.send_to_thread(run_id, {})  # wrong

            async def run_through_another(self, run_id, thread_id):
                await self.tell(thread_id)
                await self.tell(run_id)  # wrong

            async def tell(self, target):
                await manager.send_to_thread(target, {})
        """,
    "refused where the caller gives the manager": """
        from manager import Manager

        async def tell(manager, run_id):
            await manager.send_to_thread(run_id, {})  # wrong

        async def main(run_id):
            await tell(Manager(), run_id)
        """,
    "left out by a condition": """
        from manager import Patient

        async def tell(manager: Patient, run_id, thread_id):
            await manager.send_to_thread(run_id, {})  # wrong
            await manager.send_to_thread(thread_id, {})
        """,
    "turned into the thread of the run": """
        from manager import Knowing

        async def tell(manager: Knowing, run_id, thread_id):
            await manager.send_to_thread(run_id, {})
            await manager.send_to_thread(thread_id, {})

        async def main(run_id, thread_id):
            await tell(Knowing({run_id: thread_id}), run_id, thread_id)
        """,
    "a type that only has another name": """
        from manager import Manager, UserID

        def clean(value) -> UserID:
            return UserID(value.strip())

        async def tell(manager: Manager, run_id, user_id, anything):
            await manager.send_to_user(UserID(run_id), {})  # wrong
            await manager.send_to_user(clean(run_id), {})  # wrong
            await manager.send_to_user(UserID(user_id), {})
            await manager.send_to_user(clean(anything), {})
        """,
}


@pytest.mark.parametrize("program", CASES.values(), ids=CASES)
def test_only_what_comes_through_is_sent(tmp_path, program):
    """What is flagged stands where the id was given, be it the manager that refuses it."""
    text = dedent(program)
    write(tmp_path, {"manager.py": MANAGER, "agent.py": text})
    found = check(Request(cwd=str(tmp_path), select=("NTR101",))).diagnostics
    marked = [row for row, line in enumerate(text.splitlines(), 1) if line.endswith(MARK)]
    assert [(each.filename.rpartition("/")[2], each.location.row) for each in found] == [
        ("agent.py", row) for row in marked
    ]

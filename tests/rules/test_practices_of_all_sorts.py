"""Practices in code of all sorts: aliases, variables of sends, ids that objects may not have."""

from __future__ import annotations

from textwrap import dedent

import pytest

from netra_lint.engine import Request, check
from tests.support import write

MARK = "# flagged"
CASES = {
    "NTR301": """
        from typing import Annotated, Optional

        class Job:
            user_id: Annotated[Optional[str], "who"] = None

            @property
            def thread_id(self) -> Optional[str]:
                return None

        class Task:
            def __init__(self):
                self.user_id: Optional[str] = None

        class Sure:
            user_id: "str["

        async def one(manager, job: Job, task: Task, sure: Sure, *user_id, **thread_id):
            await manager.send_to_user(job.user_id, {})  # flagged
            await manager.send_to_thread(job.thread_id, {})  # flagged
            await manager.send_to_user(task.user_id, {})  # flagged
            await manager.send_to_user(sure.user_id, {})
            await manager.send_to_user(user_id, {})

        async def two(manager, job: Job, task: Task):
            if "user_id" in job.fields and job.is_ready:
                await manager.send_to_user(task.user_id, {})  # flagged
            if task.has_user() or job.other:
                await manager.send_to_user(task.user_id, {})
            find = job.find if job else None
            await manager.send_to_user(find("user_id"), {})
            await manager.send_to_user((job.get or find)("user_id"), {})

        class Holder:
            async def go(self, manager):
                await manager.send_to_user(self, {})

        class Context:
            user_id: Optional[str] = None
            thread_id: Optional[str] = None

            @property
            def routable(self):
                return bool(self.thread_id or self.user_id)

            @property
            def late(self):
                return self.ends < 0

        async def route(manager, context: Context):
            if context.late:
                await manager.send_to_user(context.user_id, {})  # flagged
            if not context.routable:
                return
            await manager.send_to_user(context.user_id, {})

        class Bell:
            async def ring(self, manager, user_id: Optional[str] = None):
                await self.tell(manager, user_id)

            async def tell(self, manager, user_id: Optional[str]):
                await manager.send_to_user(user_id, {})  # flagged

            async def call(self, manager, user_id: Optional[str]):
                await manager.send_to_user(user_id, {})

        async def toll(manager, bell: Bell, who):
            await bell.ring(manager, who)
            await bell.ring(manager)
            await bell.call(manager, who)
        """,
    "NTR303": """
        class Old:
            async def send_message(self, user_id, message):
                await self.sockets[user_id].send_json(message)

        class Both:
            async def send_message(self, user_id, message):
                print(message)
                await self.send_to_user(user_id, message)

            async def send_to_user(self, user_id, message):
                await self.sockets[user_id].send_json(message)

        class Alias:
            async def send_message(self, user_id, message):
                return await self.send_to_user(user_id, message)

            async def send_to_user(self, user_id, message):
                await self.sockets[user_id].send_json(message)

        async def one(old: Old, both: Both, alias: Alias, user_id):
            await old.send_message(user_id, {})
            await both.send_message(user_id, {})
            await alias.send_message(user_id, {})  # flagged

        class Same:
            async def send_to_user(self, user_id, message):
                await self.sockets[user_id].send_json(message)

            send_message = send_to_user

        async def same(alias: Same, user_id):
            await alias.send_message(user_id, {})  # flagged

        class Root:
            async def send_message(self, user_id, message):
                return await self.send_to_user(user_id, message)

            async def send_to_user(self, user_id, message):
                await self.sockets[user_id].send_json(message)

            async def send_error(self, user_id):
                await self.send_message(user_id, {})

        class Heir(Root):
            async def send_to_user(self, user_id, message):
                return await super().send_to_user(user_id, message)

        async def two(heir: Heir, user_id):
            await heir.send_error(user_id)
            await heir.send_message(user_id, {})  # flagged
        """,
    "NTR304": """
        class Manager:
            async def send_to_user(self, user_id, message):
                await self.sockets[user_id].send_json(message)

        manager = Manager()

        async def one(user_id):
            first: object = manager.send_to_user(user_id, {})  # flagged
            second: object = manager.send_to_user(user_id, {})
            third = fourth = manager.send_to_user(user_id, {})
            fifth = manager.send_to_user(user_id, {})  # flagged
            manager.last = manager.send_to_user(user_id, {})
            await second
            await fourth
            return [sixth := manager.send_to_user(user_id, {})]

        kept = manager.send_to_user("all", {})
        """,
    "NTR302": """
        class ExecutionContext:
            thread_id: str
            user_id: str

        class ReportAgent:
            async def one(self, manager, context: ExecutionContext, user_id, thread_id):
                await manager.send_to_user(context.user_id, {})  # flagged
                await manager.send_to_user(user_id, {})  # flagged

            async def two(self, manager, contexts, make, user_id):
                await manager.send_to_user(contexts[0].user_id, {})
                await manager.send_to_user(make().user_id, {})
                await manager.send_to_user(user_id, {})

            async def three(self, manager, context: ExecutionContext, has):
                if has(context.thread_id) and not context.thread_id:
                    await manager.send_to_user(context.user_id, {})
        """,
}


@pytest.mark.parametrize("code", CASES)
def test_practices(code, tmp_path):
    text = dedent(CASES[code])
    write(tmp_path, {"example.py": text})
    found = check(Request(cwd=str(tmp_path), select=(code,))).diagnostics
    marked = [at for at, line in enumerate(text.splitlines(), 1) if line.endswith(MARK)]
    assert [each.location.row for each in found] == marked

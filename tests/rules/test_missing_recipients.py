"""Recipients that may be None where nothing asks, and those that something asks for."""

from __future__ import annotations

from textwrap import dedent

import pytest

from netra_lint.engine import Request, check
from tests.support import write

MARK = "# unguarded"
CASES = {
    "read from mappings": """
        async def one(manager, data):
            await manager.send_to_user(data.get("user_id"), {})  # unguarded
            await manager.send_to_user(data.get("user_id", None), {})  # unguarded
            await manager.send_to_user(data.get("user_id", "nobody"), {})

        async def two(manager, index, data):
            await manager.send_to_user(data.get(0), {})
            await manager.send_to_user(getattr(index, "user_id", None), {})  # unguarded
            await manager.send_to_user(getattr(index, "user_id"), {})

        async def three(manager, data):
            if not data:
                return
            user_id = data.get("user_id")
            if user_id:
                await manager.send_to_user(user_id, {})
        """,
    "a method called get of a class that is known": """
        class Store:
            def get(self, name) -> str:
                return name

            def find(self, name) -> str | None:
                return name or None

            def plain(self, name):
                return name

        async def one(manager, store: Store):
            await manager.send_to_user(store.get("user_id"), {})
            await manager.send_to_user(store.find("user_id"), {})  # unguarded
            await manager.send_to_user(store.plain("user_id"), {})
        """,
    "fallbacks and conditions": """
        async def one(manager, flag, user_id, data):
            await manager.send_to_user(user_id or None, {})  # unguarded
            await manager.send_to_user(user_id or "nobody", {})
            await manager.send_to_user(user_id and data.get("user_id"), {})  # unguarded
            await manager.send_to_user(user_id if flag else None, {})  # unguarded
            await manager.send_to_user(data.get("user_id") if data else None, {})  # unguarded

        async def two(manager, flag, user_id):
            found = None
            if flag:
                found = user_id
            await manager.send_to_user(found, {})  # unguarded

        async def three(manager, flag, user_id):
            found = "nobody"
            if flag:
                found = user_id
            await manager.send_to_user(found, {})
        """,
    "what callers give": """
        async def told(manager, user_id=None):
            await manager.send_to_user(user_id, {})

        async def untold(manager, user_id=None):
            await manager.send_to_user(user_id, {})  # unguarded

        async def spread(manager, user_id=None):
            await manager.send_to_user(user_id, {})

        async def passed_on(manager, user_id=None):
            await untold(manager, user_id)

        async def one(manager, user_id, values):
            await told(manager, user_id)
            await untold(manager)
            await spread(manager, *values)
        """,
    "a field that only its constructor sets": """
        class Kept:
            def __init__(self, manager, user_id=None):
                self.manager = manager
                self.user_id = user_id

            async def one(self):
                await self.manager.send_to_user(self.user_id, {})  # unguarded

        class Later:
            def __init__(self, manager):
                self.manager = manager
                self.user_id = None

            def begin(self, user_id):
                self.user_id = user_id

            async def one(self):
                await self.manager.send_to_user(self.user_id, {})

        class Declared:
            manager: object
            user_id: str | None = None

            async def one(self):
                await self.manager.send_to_user(self.user_id, {})  # unguarded

        class Asked(Declared):
            async def one(self):
                if self.has_user_id():
                    await self.manager.send_to_user(self.user_id, {})

            def has_user_id(self):
                return self.user_id is not None
        """,
    "all sorts of checks": """
        from dataclasses import dataclass
        from checks import ensure_user, note

        @dataclass
        class Job:
            user_id: str | None = None
            is_ready: bool = False

            def validate(self):
                return True

        async def one(manager, job: Job):
            if job.user_id is None:
                return
            await manager.send_to_user(job.user_id, {})

        async def two(manager, job: Job):
            if job.user_id is None:
                await manager.send_to_user(job.user_id, {})  # unguarded

        async def three(manager, job: Job):
            if job.is_ready:
                await manager.send_to_user(job.user_id, {})

        async def four(manager, job: Job):
            if job.validate():
                await manager.send_to_user(job.user_id, {})

        async def five(manager, job: Job, users):
            if job.user_id in users:
                await manager.send_to_user(job.user_id, {})

        async def six(manager, job: Job, flag):
            if flag:
                await manager.send_to_user(job.user_id, {})  # unguarded

        async def seven(manager, data):
            if "user_id" in data:
                await manager.send_to_user(data.get("user_id"), {})

        async def eight(manager, job: Job):
            assert job.user_id
            await manager.send_to_user(job.user_id, {})

        async def nine(manager, job: Job):
            ensure_user(job.user_id)
            await manager.send_to_user(job.user_id, {})

        async def ten(manager, job: Job):
            note(job.user_id)
            await manager.send_to_user(job.user_id, {})  # unguarded
        """,
}


@pytest.mark.parametrize("source", CASES.values(), ids=CASES)
def test_recipient(source, tmp_path):
    text = dedent(source)
    write(tmp_path, {"example.py": text})
    found = check(Request(cwd=str(tmp_path), select=("NTR301",))).diagnostics
    marked = [at for at, line in enumerate(text.splitlines(), 1) if line.endswith(MARK)]
    assert [each.location.row for each in found] == marked

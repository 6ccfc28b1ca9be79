"""Ids that a call leaves out, where it takes several steps to tell whether they are needed."""

from __future__ import annotations

from textwrap import dedent

import pytest

from netra_lint.engine import Request, check
from tests.rules.test_dropped_ids import MARK, SHARED
from tests.support import write

CASES = {
    "the second of two parameters leads on": """
        async def pair(manager, one, thread_id=None):
            await notify(manager, one, thread_id)

        async def tell(manager, thread_id=None):
            await pair(manager, thread_id, thread_id)

        async def start(manager, thread_id):
            await tell(manager)  # dropped
        """,
    "what is called only writes it down": """
        def note(value):
            print(value)

        async def tell(manager, thread_id=None):
            note(thread_id)

        def listed(*values):
            return list(values)

        async def each(manager, thread_id=None):
            listed(manager, thread_id)

        async def start(manager, thread_id):
            await tell(manager)
            await each(manager)
        """,
    "an id that is asked for together with another": """
        async def guarded(manager, thread_id=None, user_id=None):
            if not (thread_id or user_id):
                return
            await notify(manager, {}, thread_id, user_id)

        async def chosen(manager, thread_id=None, user_id=None):
            await notify(manager, {}, thread_id or user_id)

        async def start(manager, thread_id, user_id):
            await guarded(manager, user_id=user_id)  # dropped
            await chosen(manager, user_id=user_id)
        """,
    "one of two fields leads on": """
        class Emitter:
            def __init__(self, manager, thread_id=None):
                self.manager = manager
                self.title = thread_id
                kept = self.thread_id = thread_id
                print(kept)

            async def emit(self, message):
                print(self.title)
                await notify(self.manager, message, thread_id=self.thread_id)

        class Quiet:
            def __init__(self, manager, thread_id=None):
                self.title = thread_id

            def name(self):
                return self.title

        async def start(manager, thread_id):
            await Emitter(manager).emit({})  # dropped
            return Quiet(manager).name()
        """,
    "classes that only watch": """
        class MetricsLogger:
            def __init__(self, manager, thread_id=None):
                self.manager = manager
                self.thread_id = thread_id

            async def log(self, message):
                await self.manager.send_to_thread(self.thread_id, message)

        async def start(manager, thread_id):
            await MetricsLogger(manager).log({})
        """,
    "a long way to the send": """
        async def one(manager, thread_id=None):
            await two(manager, thread_id)

        async def two(manager, thread_id=None):
            await three(manager, thread_id)

        async def three(manager, thread_id=None):
            await notify(manager, {}, thread_id)

        async def start(manager, thread_id):
            await one(manager)  # dropped
        """,
    "an object that may be missing": """
        from shared import ExecutionContext

        def told(manager, title, thread_id=None):
            return notify(manager, title, thread_id)

        async def first(manager, context: ExecutionContext | None = None):
            if context:
                await told(manager, "a")  # dropped
            await told(manager, context.run_id)  # dropped
            if manager and context is not None:
                await told(manager, "b")  # dropped
            if context is None:
                await told(manager, "c")
            if manager != 1 and context:
                await told(manager, "d")  # dropped
        """,
    "what may carry it": """
        async def tell(manager, message, thread_id=None):
            await notify(manager, message, thread_id)

        async def start(manager, thread_id, state, parts, make):
            await tell(manager, 1 + 2)  # dropped
            await tell(manager, {"thread_id": thread_id})
            await tell(manager, state)
            found = await tell(manager, "a")  # dropped
            if parts:
                return found
            return make
        """,
}


@pytest.mark.parametrize("source", CASES.values(), ids=CASES)
def test_needs(source, tmp_path):
    shared = (
        "from dataclasses import dataclass\n\n\n@dataclass\nclass ExecutionContext:\n"
        "    run_id: str\n    thread_id: str | None = None\n    user_id: str | None = None\n\n\n"
    )
    text = "from shared import notify\n" + dedent(source)
    write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n", "example.py": text})
    (tmp_path / "shared.py").write_text(shared + dedent(SHARED), encoding="utf-8")
    found = check(Request(cwd=str(tmp_path), select=("NTR201",))).diagnostics
    marked = [at for at, line in enumerate(text.splitlines(), 1) if line.endswith(MARK)]
    assert [each.location.row for each in found] == marked

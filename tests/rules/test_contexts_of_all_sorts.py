"""Ids that are swapped, and contexts that are built anew, row by row."""

from __future__ import annotations

from textwrap import dedent

import pytest

from netra_lint.engine import Request, check
from tests.support import write

MARK = "# lost"
CASES = {
    "ids that are swapped": (
        "NTR203",
        """
        def tell(user_id, thread_id=None):
            return user_id, thread_id

        def one(data, thread_id, user_id):
            tell(thread_id)  # lost
            tell(user_id, thread_id)
            tell(user_id=data["thread_id"])  # lost
            tell(user_id=data.get("thread_id"))  # lost
            tell(user_id=data.get("thread_id", "x"))
            tell(user_id=str(thread_id))  # lost
            tell(user_id=thread_id.strip())  # lost
            tell(user_id=str())
            tell(user_id=data[0])
            tell(user_id=get_thread_id())  # lost
            tell(user_id=data.thread_id)  # lost
            tell(user_id="thread_id")
            tell(**data)
            tell(user_id, **data)

        class Member:
            def __init__(self, thread_id, user_id):
                self.thread_id = thread_id
                self.user_id = user_id

            @classmethod
            def of(cls, user_id, thread_id):
                return cls(thread_id, user_id)

            @classmethod
            def reversed(cls, user_id, thread_id):
                return cls(user_id, thread_id)  # lost
        """,
    ),
    "contexts that are built of ids": (
        "NTR204",
        """
        def one(context: ExecutionContext):
            return ExecutionContext(context.run_id)  # lost

        def two(context: ExecutionContext):
            return ExecutionContext(**{"run_id": context.run_id})  # lost

        def three(context: ExecutionContext):
            given = {"run_id": context.run_id}
            return ExecutionContext(**given)  # lost

        def four(context: ExecutionContext):
            given = {"run_id": context.run_id}
            given["thread_id"] = context.thread_id
            given["user_id"] = context.user_id
            return ExecutionContext(**given)

        def five(context: ExecutionContext):
            given = dict(run_id=context.run_id)
            return ExecutionContext(**given)  # lost

        def six(context: ExecutionContext, more):
            given = dict(run_id=context.run_id, **more)
            return ExecutionContext(**given)

        def seven(context: ExecutionContext, given):
            return ExecutionContext(**given)

        def eight(context: ExecutionContext, fill):
            given = {"run_id": context.run_id}
            fill(given)
            return ExecutionContext(**given)

        def nine(context: ExecutionContext, name):
            return ExecutionContext(**{name: context.run_id})

        def ten(context: ExecutionContext, make):
            return make(**{"run_id": context.run_id})

        def eleven(context: ExecutionContext):
            return ExecutionContext(
                **{"run_id": "r", "thread_id": context.thread_id, "user_id": context.user_id}
            )

        class ChildContext:
            def __init__(self, run_id, parent=None, state=None, thread_id=None, user_id=None):
                self.run_id = run_id
                self.thread_id = thread_id
                self.user_id = user_id

            def child(self, name):
                return ChildContext(f"{self.run_id}.{name}", parent=self)

            def other(self, state):
                return ChildContext(self.run_id, state=state)  # lost

        def child_of(context: ExecutionContext):
            return ChildContext(context.run_id, context)

        def twelve(context: ExecutionContext):
            return ExecutionContext(**{"title": "x"})

        def thirteen(context: ExecutionContext):
            return ExecutionContext(**make_fields(context))
        """,
    ),
    "copies that lose an id": (
        "NTR204",
        """
        def one(context: ExecutionContext):
            return replace(context, thread_id=None)  # lost

        def two(context: ExecutionContext):
            return replace(context, run_id="r")

        def three(context: ExecutionContext):
            return context.model_copy(update={"thread_id": None})  # lost

        def four(context: ExecutionContext):
            return context.model_copy(update={"run_id": "r"})

        def five(context: ExecutionContext, thread_id):
            return replace(context, thread_id=thread_id)

        def six(context: ExecutionContext):
            return replace()

        def seven(text, thread_id):
            return text.replace("a", "b")

        class Kept:
            def __init__(self, context: ExecutionContext):
                self.context = context

            def eight(self):
                return replace(self.context, thread_id=None)  # lost
        """,
    ),
    "contexts whose fields have no plain default": (
        "NTR204",
        """
        from dataclasses import field

        @dataclass
        class TaskContext:
            run_id: str
            thread_id: str = field(default=None)
            user_id: str = field(default_factory=str)
            session_id: str = field(init=False)
            title: str = field(repr=False)

        @dataclass
        class OtherContext:
            run_id: str
            thread_id: str = Field(...)
            user_id: str = Field(None)

        def one(context: ExecutionContext):
            return TaskContext(context.run_id, title="x")  # lost

        def two(context: ExecutionContext):
            return OtherContext(run_id=context.run_id, thread_id=context.thread_id)  # lost
        """,
    ),
}
HEAD = """
from dataclasses import dataclass, replace


@dataclass
class ExecutionContext:
    run_id: str
    thread_id: str | None = None
    user_id: str | None = None


"""


@pytest.mark.parametrize(("code", "source"), CASES.values(), ids=CASES)
def test_rows(code, source, tmp_path):
    text = HEAD + dedent(source)
    write(tmp_path, {"example.py": text})
    found = check(Request(cwd=str(tmp_path), select=(code,))).diagnostics
    marked = [at for at, line in enumerate(text.splitlines(), 1) if line.endswith(MARK)]
    assert [each.location.row for each in found] == marked


CHAINS = {
    "through a function": """
        async def work(manager):
            await notify(manager, {})

        async def start(manager, thread_id):
            await work(manager)  # lost
        """,
    "through a method that an initialiser is given": """
        class Worker:
            def __init__(self, manager):
                self.manager = manager

            async def work(self):
                await notify(self.manager, {})

        class Boss:
            def __init__(self, worker):
                self.worker = worker

            async def start(self, thread_id):
                await self.worker.work()  # lost

        def make(manager):
            return Boss(Worker(manager))
        """,
    "through one of two workers": """
        class Worker:
            async def work(self, manager):
                await notify(manager, {})

        class Boss:
            def __init__(self, flag):
                self.worker = Worker() if flag else Worker()

            async def start(self, manager, thread_id):
                await self.worker.work(manager)  # lost
        """,
    "through a function that is given a worker": """
        class Worker:
            async def work(self, manager):
                await notify(manager, {})

        async def run(worker, manager):
            await worker.work(manager)

        async def start(manager, thread_id):
            await run(Worker(), manager)  # lost
        """,
    "through a worker in a closure": """
        class Worker:
            async def work(self, manager):
                await notify(manager, {})

        async def start(manager, thread_id):
            worker = Worker()

            async def inner():
                await worker.work(manager)  # lost

            await inner()
        """,
    "through a worker that is one of two": """
        class Worker:
            async def work(self, manager):
                await notify(manager, {})

        async def run(worker, manager):
            chosen = worker or Worker()
            await chosen.work(manager)

        async def start(manager, thread_id, flag):
            await run(Worker() if flag else Worker(), manager)  # lost
        """,
    "through a method that is given a worker": """
        class Worker:
            async def work(self, manager):
                await notify(manager, {})

        class Boss:
            def take(self, worker):
                self.worker = worker

            async def start(self, manager, thread_id):
                await self.worker.work(manager)  # lost

        def make():
            boss = Boss()
            boss.take(Worker())
            return boss
        """,
    "through a worker that a static method makes": """
        class Worker:
            @staticmethod
            async def work(manager):
                await notify(manager, {})

        class Boss:
            worker: Worker

            async def start(self, manager, thread_id):
                await self.worker.work(manager)  # lost
        """,
    "through something that is not known": """
        async def start(manager, thread_id, make):
            await make()(manager)
            await (lambda one: one)(manager)
        """,
    "through a state that may have them": """
        async def work(manager, state):
            await notify(manager, {})

        async def start(manager, state, thread_id):
            await work(manager, state)
        """,
    "with ids at hand on the way": """
        async def work(manager, user_id):
            await notify(manager, {}, user_id=user_id)

        async def start(manager, user_id, thread_id):
            await work(manager, user_id)
        """,
}
NOTIFY = """
async def notify(manager, message, thread_id=None, user_id=None):
    if thread_id:
        await manager.send_to_thread(thread_id, message)
    elif user_id:
        await manager.send_to_user(user_id, message)


"""


@pytest.mark.parametrize("source", CHAINS.values(), ids=CHAINS)
def test_chains(source, tmp_path):
    text = NOTIFY + dedent(source)
    write(tmp_path, {"example.py": text})
    found = check(Request(cwd=str(tmp_path), select=("NTR202",))).diagnostics
    marked = [at for at, line in enumerate(text.splitlines(), 1) if line.endswith(MARK)]
    assert [each.location.row for each in found] == marked

"""Which callees need an id that a call leaves out, and which get it, or do without it."""

from __future__ import annotations

from textwrap import dedent

import pytest

from netra_lint.engine import Request, check
from tests.support import write

MARK = "# dropped"
SHARED = """
    async def notify(manager, message, thread_id=None, user_id=None):
        if thread_id:
            await manager.send_to_thread(thread_id, message)
        elif user_id:
            await manager.send_to_user(user_id, message)
    """
NEEDED = {
    "a function that a lambda calls later": """
        async def start(manager, thread_id, later):
            later(lambda message: notify(manager, message))  # dropped
        """,
    "a method that a lambda with the id calls": """
        class Agent:
            def __init__(self, manager):
                self.manager = manager

            async def tell(self, message, thread_id=None):
                if thread_id:
                    await self.manager.send_to_thread(thread_id, message)

            def start(self, bus):
                bus.on(lambda thread_id, message: self.tell(message))  # dropped
        """,
    "a class that keeps the id and sends to it": """
        class Emitter:
            def __init__(self, manager, thread_id=None):
                self.manager: object = manager
                self.thread_id = thread_id

            async def emit(self, message):
                await self.manager.send_to_thread(self.thread_id, message)

        async def start(manager, thread_id):
            await Emitter(manager).emit({})  # dropped
        """,
    "a class that keeps the id and hands it on": """
        class Emitter:
            def __init__(self, manager, thread_id=None):
                self.manager = manager
                self.thread_id = thread_id

            @staticmethod
            def name():
                return "emitter"

            async def emit(self, message):
                await notify(self.manager, message, thread_id=self.thread_id)

        async def start(manager, thread_id):
            await Emitter(manager).emit({})  # dropped
        """,
    "a record whose method sends to the id": """
        @dataclass
        class Letter:
            manager: object
            thread_id: str | None = None

            async def post(self, message):
                await self.manager.send_to_thread(self.thread_id, message)

        async def start(manager, thread_id):
            await Letter(manager).post({})  # dropped
        """,
    "a class that hands the id on as it is made": """
        class Task:
            def __init__(self, manager, thread_id=None):
                self.coroutine = notify(manager, {}, str(thread_id))

        async def start(manager, thread_id):
            await Task(manager).coroutine  # dropped
        """,
    "a function that sets it on a context": """
        def prepare(context, thread_id=None):
            context.thread_id = thread_id
            return context

        async def start(make, thread_id):
            prepare(make())  # dropped
        """,
    "a function that sets it on a state in a field": """
        def prepare(job, thread_id=None):
            job.name = "job"
            job.state.thread_id = thread_id or None

        async def start(make, thread_id):
            prepare(make())  # dropped
        """,
    "a function that hands it to something called an emitter": """
        async def tell(emitter, message, thread_id=None):
            await emitter.tell(message, thread_id)

        async def start(emitter, thread_id):
            await tell(emitter, {})  # dropped
        """,
    "a function that hands it on by keyword, two deep": """
        async def tell(manager, message, thread_id=None):
            await notify(manager, message, thread_id=thread_id if message else None)

        async def tell_all(manager, message, thread_id=None):
            await tell(manager, message, thread_id=thread_id)

        async def start(manager, thread_id):
            await tell_all(manager, {})  # dropped
        """,
    "an id that may be None where it was asked whether it is": """
        async def start(manager, thread_id=None):
            if thread_id is not None:
                await notify(manager, {})  # dropped
        """,
    "an id of an optional context that was asked for": """
        async def start(manager, context=None):
            if context:
                await notify(manager, {"run": context.run_id, "to": context.thread_id})  # dropped
            if context and context.user_id:
                await notify(manager, {})  # dropped
        """,
}
DONE_WITHOUT = {
    "what a lambda's own parameter hides": """
        @dataclass
        class Call:
            thread_id: str

        async def start(manager, call: Call, later):
            later(lambda call: notify(manager, {}))
        """,
    "a record that is called a log": """
        @dataclass
        class LogEntry:
            text: str
            thread_id: str | None = None

        async def start(manager, thread_id):
            await notify(manager, LogEntry("x"), thread_id)
        """,
    "a record of which nothing is sent": """
        @dataclass
        class Letter:
            text: str
            thread_id: str | None = None

            def shown(self):
                return repr(self.text)

        async def start(manager, thread_id):
            await notify(manager, Letter("x").shown(), thread_id)
        """,
    "a function that only writes it down": """
        def note(logger, text, thread_id=None):
            logger.info("%s %s", text, thread_id)

        async def start(logger, thread_id):
            note(logger, "x")
        """,
    "a function that finds it elsewhere": """
        async def tell(manager, context, message, thread_id=None):
            await notify(manager, message, thread_id or context.thread_id)

        async def start(manager, job, thread_id):
            await tell(manager, job, {})
        """,
    "a function that asks for it": """
        async def tell(manager, job, message, thread_id=None):
            await notify(manager, message, thread_id or job.find())

        async def start(manager, job, thread_id):
            await tell(manager, job, {})
        """,
    "a function that sets it anew": """
        async def tell(manager, job, message, thread_id=None):
            thread_id = job.find()
            await notify(manager, message, thread_id)

        async def start(manager, job, thread_id):
            await tell(manager, job, {})
        """,
    "a class that finds it elsewhere": """
        class Emitter:
            def __init__(self, manager, job, thread_id=None):
                self.manager = manager
                self.thread_id = thread_id or job.thread_id

            async def emit(self, message):
                await self.manager.send_to_thread(self.thread_id, message)

        async def start(manager, job, thread_id):
            await Emitter(manager, job).emit({})
        """,
    "a function that hands it to a message": """
        async def tell(manager, user_id, message, thread_id=None):
            await manager.send_to_user(user_id, {"thread": thread_id})

        async def start(manager, user_id, thread_id):
            await tell(manager, user_id, {})
        """,
    "a function that sets it on something else": """
        def prepare(row, thread_id=None):
            row.thread_id = thread_id
            row.text = thread_id

        async def start(make, thread_id):
            prepare(make())
        """,
    "a call where the id is None": """
        async def start(manager, thread_id=None):
            if not thread_id:
                await notify(manager, {})
            if thread_id is None and manager:
                await notify(manager, {})
            if thread_id == None:
                await notify(manager, {})
        """,
    "a call where a variable that it was read into is None": """
        async def start(manager, context):
            thread_id, user_id = context.thread_id, context.user_id
            if not thread_id:
                await notify(manager, {}, user_id=user_id)
            owner = context.user_id
            if owner is None:
                await notify(manager, {}, context.thread_id)
        """,
    "a call beside one that has it": """
        async def start(manager, thread_id=None):
            if thread_id:
                await notify(manager, {}, thread_id)
            else:
                await notify(manager, {})
        """,
    "a call with names spread into it": """
        async def start(manager, thread_id, **more):
            await notify(manager, {}, **more)
        """,
    "a call with values spread into it": """
        async def start(manager, thread_id, *more):
            await notify(manager, *more)
        """,
    "a call that is given a state": """
        async def tell(manager, states, thread_id=None):
            await notify(manager, states, thread_id)

        async def start(manager, state, thread_id):
            await tell(manager, [state])
        """,
    "an id that is set afterwards": """
        class Emitter:
            def __init__(self, manager, thread_id=None):
                self.manager = manager
                self.thread_id = thread_id

            async def emit(self, message):
                await self.manager.send_to_thread(self.thread_id, message)

        async def start(manager, thread_id):
            emitter = Emitter(manager)
            setattr(emitter, "thread_id", thread_id)
            await emitter.emit({})
        """,
}


def rows(folder, source):
    text = "from dataclasses import dataclass\nfrom shared import notify\n\n" + dedent(source)
    write(folder, {"shared.py": SHARED, "example.py": text})
    found = check(Request(cwd=str(folder), select=("NTR201",))).diagnostics
    marked = [at for at, line in enumerate(text.splitlines(), 1) if line.endswith(MARK)]
    return [each.location.row for each in found], marked


@pytest.mark.parametrize("source", NEEDED.values(), ids=NEEDED)
def test_needed(source, tmp_path):
    found, marked = rows(tmp_path, source)
    assert found == marked


@pytest.mark.parametrize("source", DONE_WITHOUT.values(), ids=DONE_WITHOUT)
def test_done_without(source, tmp_path):
    found, marked = rows(tmp_path, source)
    assert (found, marked) == ([], [])

"""What is found in functions that nobody is seen to call."""

from __future__ import annotations

from textwrap import dedent

import pytest

from netra_lint.engine import Request, check
from tests.support import write

MARK = "# wrong"
CASES = {
    "names of what functions of elsewhere give": """
        import uuid
        from acme import RunId, UserId, fetch, get_user_id, generate_run_id

        async def one(manager):
            run_id = fetch()
            await manager.send_to_user(run_id, {})  # wrong
            run_id = str(uuid.uuid4())
            await manager.send_to_user(run_id, {})  # wrong
            run_id = await fetch()
            await manager.send_to_user(run_id, {})  # wrong
            name = str(uuid.uuid4())
            await manager.send_to_user(name, {})
            user_id = fetch()
            await manager.send_to_user(user_id, {})
            await manager.send_to_thread(user_id, {})

        async def two(manager):
            await manager.send_to_user(generate_run_id(), {})  # wrong
            await manager.send_to_user(get_user_id(), {})
            name: RunId = fetch()
            await manager.send_to_user(name, {})  # wrong
            other: UserId = fetch()
            await manager.send_to_user(other, {})

        def named() -> RunId:
            return fetch()

        def get_run_id():
            return fetch()

        def title():
            return fetch()

        async def three(manager):
            await manager.send_to_user(named(), {})  # wrong
            await manager.send_to_user(get_run_id(), {})  # wrong
            await manager.send_to_user(title(), {})

        async def tell(manager, who: UserId, other):
            await manager.send_to_user(who, {})
            await manager.send_to_user(other, {})

        async def four(manager):
            await tell(manager, fetch(), fetch())
        """,
    "a send out of an attribute or a table": """
        async def one(manager, run_id, table):
            send = manager.send_to_user if table else table["send"]
            await send(run_id, {})  # wrong
            other = table.other if table else table["send"]
            await other(run_id, {})
        """,
    "classes of ids that the project has": """
        class RunId(str):
            pass

        class UserId(str):
            pass

        async def one(manager, name, run_id):
            await manager.send_to_user(RunId(name), {})
            await manager.send_to_user(RunId(run_id), {})  # wrong
            await manager.send_to_user(UserId(name), {})
        """,
    "a function that is given": """
        async def one(manager, get_run_id, get_user_id, build):
            await manager.send_to_user(get_run_id(), {})  # wrong
            await manager.send_to_user(get_user_id(), {})
            await manager.send_to_user(build().a.b.c.d().e.f.g(), {})
        """,
    "methods that are only declared": """
        from abc import ABC, abstractmethod

        class Source(ABC):
            @abstractmethod
            def get_run_id(self):
                '''Return the id.'''

            @abstractmethod
            def get_user_id(self):
                raise NotImplementedError

            @abstractmethod
            def title(self):
                pass

        async def one(manager, source: Source):
            await manager.send_to_user(source.get_run_id(), {})  # wrong
            await manager.send_to_user(source.get_user_id(), {})
            await manager.send_to_user(source.title(), {})
        """,
    "copies of what is not known": """
        import copy
        import dataclasses
        from acme import fetch

        async def one(manager, thing, run_id):
            await manager.send_to_user(dataclasses.replace(thing)[0], {})
            await manager.send_to_user(dataclasses.replace(thing).run_id, {})  # wrong
            await manager.send_to_user(dataclasses.replace(thing, who=run_id).who, {})  # wrong
            await manager.send_to_user(dataclasses.replace(fetch()).user_id, {})
            await manager.send_to_user(copy.copy(thing).run_id, {})  # wrong
        """,
    "checks that the vocabulary names": """
        from acme import is_run_id, is_user_id, validate_recipient, validate_user_id

        async def one(manager, run_id):
            if not is_run_id(run_id):
                await manager.send_to_user(run_id, {})
            if is_run_id(run_id):
                await manager.send_to_user(run_id, {})  # wrong

        async def two(manager, run_id):
            if is_user_id(run_id):
                await manager.send_to_user(run_id, {})
            if not is_user_id(run_id):
                await manager.send_to_user(run_id, {})  # wrong

        async def three(manager, run_id):
            validate_user_id(run_id)
            await manager.send_to_user(run_id, {})

        async def four(manager, run_id, other):
            validate_recipient(other)
            await manager.send_to_user(run_id, {})  # wrong

        async def five(manager, run_id):
            validate_recipient(run_id)
            await manager.send_to_user(run_id, {})
        """,
    "a manager's parent from elsewhere": """
        from acme import Manager

        class Own(Manager):
            async def send_to_user(self, user_id, message):
                await super().send_to_user(user_id, message)

            async def tell(self, run_id):
                await super().send_to_user(run_id, {})  # wrong

        class Job:
            pass

        async def one(run_id):
            await Job().send_to_user(run_id, {})
        """,
    "managers that are only declared": """
        from abc import ABC, abstractmethod

        class Manager(ABC):
            @abstractmethod
            async def send_to_user(self, user_id, message):
                pass

            async def tell(self, run_id):
                await self.send_to_user(run_id, {})  # wrong

            async def tell_user(self, user_id):
                await self.send_to_user(user_id, {})

        class Loud(ABC):
            @abstractmethod
            async def send_to_thread(self, thread_id, message):
                raise NotImplementedError("not here")

        async def one(loud: Loud, run_id):
            await loud.send_to_thread(run_id, {})  # wrong
        """,
    "managers that are declared and made": """
        from abc import ABC, abstractmethod

        class Manager(ABC):
            @abstractmethod
            async def send_to_user(self, user_id, message):
                pass

        class Real(Manager):
            async def send_to_user(self, user_id, message):
                await self.sockets[user_id].send_json(message)

        class ByRun(Manager):
            async def send_to_user(self, run_id, message):
                await self.sockets[run_id].send_json(message)

        async def one(manager: Manager, run_id):
            await manager.send_to_user(run_id, {})  # wrong

        async def two(manager: ByRun, run_id):
            await manager.send_to_user(run_id, {})
        """,
    "what generators are given": """
        def steps(manager, inner, run_id):
            found = yield from inner
            manager.send_to_user(found, {})
            got = yield run_id
            manager.send_to_user(got, {})
            for run_id in (yield from inner.rest()):
                manager.send_to_user(run_id, {})  # wrong
        """,
    "what stands at a module's top": """
        from acme import fetch, manager

        class Job:
            def __init__(self, who):
                self.who = who

            def tell(self):
                manager.send_to_user(self.who, {})  # wrong

        run_id = fetch()
        manager.send_to_user(run_id, {})  # wrong
        job = Job("a")
        job.tell()
        other = Job(run_id)
        other.tell()
        """,
    "parts of texts that are asked about": """
        async def one(manager, run_id, parts, other):
            kind = run_id.split("_")
            if kind[0] == "run":
                return
            await manager.send_to_user(run_id, {})

        async def two(manager, run_id, parts, other):
            if parts[0] == "run":
                return
            await manager.send_to_user(run_id, {})  # wrong

        async def three(manager, run_id, parts, other):
            if other.split("_")[0] == "run" or other.split("_")[1] == "run":
                return
            await manager.send_to_user(run_id, {})  # wrong

        async def four(manager, run_id, parts, other):
            if run_id.strip().strip().strip().startswith("run_"):
                return
            await manager.send_to_user(run_id, {})
        """,
    "expressions inside of others": """
        async def one(manager, grid, run_id):
            print(grid[1:2, (who := run_id)], grid[1:2, 3])
            await manager.send_to_user(who, {})  # wrong
        """,
    "a getter without a key": """
        from acme import name

        class Job:
            def __init__(self, who):
                self.who = who

        async def one(manager, run_id):
            fields = vars(Job(run_id))
            await manager.send_to_user(fields.get(name()), {})
            await manager.send_to_user(fields.get("who"), {})  # wrong

        class Table(dict):
            pass

        async def two(manager, run_id):
            table = Table()
            table["who"] = run_id
            table["title"] = "a"
            await manager.send_to_user(table.get("who"), {})  # wrong
            await manager.send_to_user(table.get("title"), {})
            await manager.send_to_user(table.get("title", run_id), {})  # wrong
            await manager.send_to_user(table.pop("who"), {})  # wrong
            await manager.send_to_user(table.get("run_id"), {})  # wrong
            await manager.send_to_user(table.get(name()), {})
            await manager.send_to_user(table.other("who"), {})
        """,
    "loops that nothing leaves": """
        async def one(manager, run_id):
            try:
                while True:
                    await manager.send_to_user(run_id, {})  # wrong
            finally:
                await manager.send_to_user(run_id, {})  # wrong

        async def two(manager, run_id):
            try:
                while True:
                    pass
            finally:
                print("never")
        """,
    "keys of dictionaries that change": """
        from acme import name

        def by_names(**given):
            return given.get("who", "a")

        async def one(manager, run_id):
            given = {name(): run_id, "who": "b"}
            await manager.send_to_user(by_names(**given), {})
            more = {"who": "b"}
            more[name()] = run_id
            await manager.send_to_user(by_names(**more), {})  # wrong
            await manager.send_to_user(more[name()], {})  # wrong
            last = {"who": "b"}
            if run_id:
                last["title"] = "c"
            last.update(title=run_id)
            await manager.send_to_user(by_names(**last), {})
            await manager.send_to_user(last["title"], {})  # wrong
            turned = {key: "b" for key in (run_id, "a")}
            turned[name()] = "c"
            for key in turned:
                await manager.send_to_user(key, {})  # wrong
        """,
}


@pytest.mark.parametrize("source", CASES.values(), ids=CASES)
def test_open(source, tmp_path):
    assert_as_marked(tmp_path, source, "NTR101")


def assert_as_marked(folder, source, code):
    text = dedent(source)
    write(folder, {"example.py": text})
    found = check(Request(cwd=str(folder), select=(code,))).diagnostics
    marked = [at for at, line in enumerate(text.splitlines(), 1) if line.endswith(MARK)]
    assert [each.location.row for each in found] == marked


def test_types_of_the_configuration(tmp_path):
    write(
        tmp_path,
        {
            "pyproject.toml": '[tool.netra-lint.vocabulary]\nrun-id-types = ["JobRun"]\n',
            "example.py": """
                from acme import JobRun, Name

                async def one(manager, name):
                    await manager.send_to_user(JobRun(name), {})
                    await manager.send_to_user(Name(name), {})

                async def two(manager, name: JobRun, run_id):
                    await manager.send_to_user(name, {})
                    await manager.send_to_user(JobRun(run_id), {})
                """,
        },
    )
    found = check(Request(cwd=str(tmp_path), select=("NTR101",))).diagnostics
    assert [each.location.row for each in found] == [9, 10]


def test_what_only_callers_know_is_called_an_id(tmp_path):
    """A variable's name says what a part of a parameter is, as long as nothing else does."""
    source = """
        async def known(manager, job, fetch):
            thread_id = job.target
            await manager.send_to_thread(thread_id, {})
            await manager.send_to_user(thread_id, {})  # wrong
            user_id = job["target"]
            await manager.send_to_user(user_id, {})
            await manager.send_to_thread(user_id, {})  # wrong
            thread_id = await fetch()
            await manager.send_to_user(thread_id, {})  # wrong
            thread_id = job.user_id
            await manager.send_to_user(thread_id, {})
        """
    assert_as_marked(tmp_path, source, "NTR102")

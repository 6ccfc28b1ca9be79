"""Fields, records, class attributes, iteration and copies of objects."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.flow.support import assert_as_marked

HEAD = """
import collections
import copy
import dataclasses
import functools
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import ClassVar, NamedTuple


"""
MAIN = "async def main(manager, run_id, user_key):"
CASES = {
    "a property that is made of a function": (
        """
        class Job:
            def __init__(self, run):
                self.run = run

            who = property(lambda self: self.run)

            def _owner(self):
                return "owner"

            owner = property(_owner)
        """,
        """
        await manager.send_to_user(Job(run_id).who, {})  # wrong
        await manager.send_to_user(Job(run_id).owner, {})
        """,
    ),
    "a class method that is called on an object": (
        """
        class Job:
            @classmethod
            def given(cls, run):
                return run

            @classmethod
            @functools.lru_cache(maxsize=2)
            def kept(cls, run):
                return run
        """,
        """
        await manager.send_to_user(Job().given(run_id), {})  # wrong
        await manager.send_to_user(Job().kept(run_id), {})  # wrong
        await manager.send_to_user(Job.given(user_key), {})
        """,
    ),
    "a class in a function": (
        """
        def made(run):
            class Job:
                def who(self):
                    return run

            return Job
        """,
        """
        await manager.send_to_user(made(run_id)().who(), {})  # wrong
        """,
    ),
    "the name of a class": (
        """
        class Job:
            pass
        """,
        """
        await manager.send_to_user(Job.__name__, {"run": run_id})
        """,
    ),
    "a class attribute that a method sets": (
        """
        class Job:
            who = ""

            @classmethod
            def begin(cls, run):
                cls.who = run

            def now(self):
                return self.who
        """,
        """
        Job.begin(run_id)
        await manager.send_to_user(Job.who, {})  # wrong
        await manager.send_to_user(Job().now(), {})  # wrong
        """,
    ),
    "a factory of a field": (
        """
        @dataclass
        class Job:
            names: list = field(default_factory=list)
            others: list = field(default_factory=lambda: ["a"])
            kind: ClassVar[str] = "job"
            who: str = field(default="nobody")
        """,
        """
        job = Job()
        job.names.append(run_id)
        await manager.send_to_user(job.names[0], {})  # wrong
        await manager.send_to_user(job.others[0], {})
        await manager.send_to_user(job.who, {})
        await manager.send_to_user(Job(["x"], ["y"], run_id).who, {})  # wrong
        """,
    ),
    "fields that are spread into a record": (
        """
        @dataclass
        class Job:
            who: str = "nobody"
            title: str = "x"
        """,
        """
        given = {"who": run_id}
        await manager.send_to_user(Job(**given).who, {})  # wrong
        await manager.send_to_user(Job(**given).title, {})
        """,
    ),
    "copies with some fields set anew": (
        """
        @dataclass(frozen=True)
        class Job:
            who: str
            title: str


        class Pair(NamedTuple):
            who: str
            title: str
        """,
        """
        job = dataclasses.replace(Job(run_id, "x"), title="y")
        await manager.send_to_user(job.who, {})  # wrong
        await manager.send_to_user(job.title, {})
        pair = Pair(run_id, "x")._replace(title=user_key)
        await manager.send_to_user(pair.who, {})  # wrong
        await manager.send_to_user(pair.title, {})
        await manager.send_to_user(copy.copy(job).who, {})  # wrong
        await manager.send_to_user(copy.deepcopy([run_id])[0], {})  # wrong
        await manager.send_to_user(Pair("a", run_id)._asdict()["title"], {})  # wrong
        """,
    ),
    "items of named tuples": (
        """
        class Pair(NamedTuple):
            who: str
            title: str


        Point = collections.namedtuple("Point", ["who", "title"])
        """,
        """
        pair = Pair(user_key, run_id)
        await manager.send_to_user(pair[1], {})  # wrong
        await manager.send_to_user(pair[0], {})
        for each in pair:
            await manager.send_to_user(each, {})  # wrong
        await manager.send_to_user(pair[bool(user_key)], {})  # wrong
        first, second = pair
        await manager.send_to_user(second, {"first": first})  # wrong
        point = Point(user_key, run_id)
        await manager.send_to_user(point[1], {})  # wrong
        for each in point:
            await manager.send_to_user(each, {})  # wrong
        first, second = point
        await manager.send_to_user(first, {})
        await manager.send_to_user(second, {})  # wrong
        """,
    ),
    "objects that can be iterated": (
        """
        class Given:
            def __init__(self, value):
                self.value = value
                self.left = 1

            def __iter__(self):
                return self

            def __next__(self):
                if not self.left:
                    raise StopIteration
                self.left -= 1
                return self.value


        class Listed:
            def __init__(self, value):
                self.held = [value]

            def __iter__(self):
                return iter(self.held)


        class Yielding:
            def __init__(self, value):
                self.value = value

            def __iter__(self):
                yield self.value


        class Later:
            def __init__(self, value):
                self.value = value

            async def __aiter__(self):
                yield self.value


        class Indexed:
            def __init__(self, value):
                self.value = value

            def __getitem__(self, at):
                if at:
                    raise IndexError
                return self.value
        """,
        """
        for each in Given(run_id):
            await manager.send_to_user(each, {})  # wrong
        for each in Listed(run_id):
            await manager.send_to_user(each, {})  # wrong
        for each in Yielding(run_id):
            await manager.send_to_user(each, {})  # wrong
        for each in Yielding(user_key):
            await manager.send_to_user(each, {})
        async for each in Later(run_id):
            await manager.send_to_user(each, {})  # wrong
        await manager.send_to_user(Indexed(run_id)[0], {})  # wrong
        await manager.send_to_user(Indexed(user_key)[0], {})
        """,
    ),
    "texts and tuples that can be iterated": (
        "",
        """
        for each in "ab":
            await manager.send_to_user(each, {"run": run_id})
        for each in ("a", "b"):
            await manager.send_to_user(each, {"run": run_id})
        for each in "a b".split():
            await manager.send_to_user(each, {"run": run_id})
        """,
    ),
    "fields by their names": (
        """
        class Job:
            def __init__(self, run):
                self.run = run
        """,
        """
        job = Job("x")
        setattr(job, "run", run_id)
        await manager.send_to_user(job.run, {})  # wrong
        await manager.send_to_user(getattr(job, "run"), {})  # wrong
        await manager.send_to_user(getattr(job, "other", run_id), {})  # wrong
        other = Job("x")
        setattr(other, "title", run_id)
        await manager.send_to_user(other.run, {})
        vars(other).update(run=run_id)
        await manager.send_to_user(other.run, {})  # wrong
        third = Job("x")
        third.__dict__.update({"run": run_id, "title": "x"})
        await manager.send_to_user(third.run, {})  # wrong
        await manager.send_to_user(third.title, {})
        fourth = Job(run_id)
        fourth.__dict__.update(dict(title="x"))
        await manager.send_to_user(fourth.run, {})  # wrong
        """,
    ),
    "fields that are set from a mapping": (
        """
        class Job:
            def __init__(self, fields):
                self.who = "nobody"
                for name, value in fields.items():
                    setattr(self, name, value)


        class Other:
            def __init__(self, fields):
                for name in fields:
                    setattr(self, name, fields[name])


        class Third:
            def __init__(self, names, value):
                for name in names:
                    setattr(self, name, value)
        """,
        """
        job = Job({"run": run_id, "title": "x"})
        await manager.send_to_user(job.run, {})  # wrong
        await manager.send_to_user(job.title, {})
        await manager.send_to_user(job.who, {})
        other = Other({"run": run_id, "title": "x"})
        await manager.send_to_user(other.run, {})  # wrong
        await manager.send_to_user(other.title, {})
        third = Third(["run"], run_id)
        await manager.send_to_user(third.run, {})  # wrong
        """,
    ),
    "an attribute that is asked for": (
        """
        class Proxy:
            def __init__(self, fields):
                self.fields = fields

            def __getattr__(self, name):
                return self.fields[name]
        """,
        """
        proxy = Proxy({"run": run_id, "owner": user_key})
        await manager.send_to_user(proxy.run, {})  # wrong
        await manager.send_to_user(proxy.owner, {})
        """,
    ),
    "parts of patterns": (
        """
        class Pair:
            __match_args__ = ("who", "title")

            def __init__(self, who, title):
                self.who = who
                self.title = title
        """,
        """
        match Pair(run_id, user_key):
            case Pair(first, second):
                await manager.send_to_user(first, {})  # wrong
                await manager.send_to_user(second, {})
        match {"who": run_id, "more": user_key}:
            case {"who": first, **rest}:
                await manager.send_to_user(first, {})  # wrong
                await manager.send_to_user(rest["more"], {})
        match [run_id, user_key]:
            case [first, *others] if others:
                await manager.send_to_user(first, {})  # wrong
                await manager.send_to_user(others[0], {})
        match run_id:
            case "x" | "y":
                await manager.send_to_user(run_id, {"never": 1})
            case str() as name:
                await manager.send_to_user(name, {})  # wrong
        """,
    ),
    "a name space": (
        "",
        """
        job = SimpleNamespace(who=user_key, run=run_id)
        await manager.send_to_user(job.run, {})  # wrong
        await manager.send_to_user(job.who, {})
        job.who = run_id
        await manager.send_to_user(job.who, {})  # wrong
        """,
    ),
    "the class of an object": (
        """
        class Job:
            who = "nobody"

            def __init__(self, run):
                self.run = run

            def again(self):
                return self.__class__(self.run)

            def once_more(self):
                return type(self)(self.run)
        """,
        """
        await manager.send_to_user(Job(run_id).again().run, {})  # wrong
        await manager.send_to_user(Job(run_id).once_more().run, {})  # wrong
        await manager.send_to_user(type(Job(run_id)).who, {})
        """,
    ),
    "one of two objects": (
        """
        class Job:
            def __init__(self, run):
                self.run = run
        """,
        """
        one, two = Job(user_key), Job(user_key)
        chosen = one if user_key else two
        chosen.run = run_id
        await manager.send_to_user(chosen.run, {})  # wrong
        await manager.send_to_user(two.run, {})  # wrong
        """,
    ),
    "slots and deleted fields": (
        """
        class Job:
            __slots__ = ("run",)

            def __init__(self, run):
                self.run = run
        """,
        """
        job = Job(run_id)
        await manager.send_to_user(job.run, {})  # wrong
        job.run = user_key
        await manager.send_to_user(job.run, {})
        """,
    ),
    "a method that a class keeps under another name": (
        """
        class Job:
            def __init__(self, run):
                self.run = run

            def who(self):
                return self.run

            also = who
            bare = staticmethod(lambda: "nobody")
            given = functools.partialmethod(lambda self, value: value, "nobody")
        """,
        """
        await manager.send_to_user(Job(run_id).also(), {})  # wrong
        await manager.send_to_user(Job(run_id).bare(), {})
        await manager.send_to_user(Job(run_id).given(), {})
        """,
    ),
    "constructors that hand on to those above them": (
        """
        class Identified:
            def __init__(self, who):
                self.who = who


        class Threaded(Identified):
            def __init__(self, who, thread):
                super().__init__(who)
                self.thread = thread


        class Agent(Threaded):
            def __init__(self, who, thread):
                super().__init__(who, thread)
                self.name = "agent"
        """,
        """
        await manager.send_to_user(Agent(run_id, 1).who, {})  # wrong
        await manager.send_to_user(Agent(user_key, run_id).who, {})
        """,
    ),
    "constructors that hand on to those beside them": (
        """
        class Threaded:
            def __init__(self, *, thread, **rest):
                super().__init__(**rest)
                self.thread = thread


        class Identified:
            def __init__(self, *, who, **rest):
                super().__init__(**rest)
                self.who = who


        class Agent(Threaded, Identified):
            def __init__(self, **ids):
                super().__init__(**ids)
        """,
        """
        await manager.send_to_user(Agent(who=run_id, thread=1).who, {})  # wrong
        await manager.send_to_user(Agent(who=user_key, thread=run_id).who, {})
        """,
    ),
    "what a class makes of itself": (
        """
        class Run(str):
            def __new__(cls, value):
                return super().__new__(cls, value)


        class Job:
            def __new__(cls, run):
                made = super().__new__(cls)
                made.run = run
                return made
        """,
        """
        await manager.send_to_user(Run(run_id), {})  # wrong
        await manager.send_to_user(Job(run_id).run, {})  # wrong
        """,
    ),
}


@pytest.mark.parametrize(("head", "body"), CASES.values(), ids=CASES)
def test_objects(head, body, tmp_path):
    assert_as_marked(tmp_path, HEAD + dedent(head) + "\n\n" + MAIN, body)

"""Objects, classes and names as they are written seldom."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.flow.support import assert_as_marked

HEAD = """
import collections
import copy
import dataclasses
import functools
import operator
from abc import ABC, abstractmethod
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any, ClassVar, NamedTuple


"""
MAIN = "async def main(manager, run_id, user_key):"
CASES = {
    "a property whose getter is named": (
        """
        class Job:
            def __init__(self, run):
                self.run = run

            def _owner(self):
                return self.run

            who = property(fget=_owner)
            length = property(operator.attrgetter("run"))
        """,
        """
        job = Job(run_id)
        await manager.send_to_user(job.who, {})  # wrong
        await manager.send_to_user("a", {"length": job.length})
        """,
    ),
    "a class attribute of some classes that an object may have": (
        """
        @dataclass
        class Base:
            title: str = "a"

        @dataclass
        class First(Base):
            who: ClassVar[Any] = "first"

        @dataclass
        class Second(Base):
            pass


        async def tell(manager, job: Base):
            other = dataclasses.replace(job, title="b")
            await manager.send_to_user(other.who, {})
            await manager.send_to_user(other.title, {})
        """,
        """
        await tell(manager, First(run_id))
        """,
    ),
    "fields that the parent class declares": (
        """
        @dataclass
        class Base:
            who: str = "a"
            other: str = "b"

        @dataclass
        class Job(Base):
            title: str = "c"
        """,
        """
        await manager.send_to_user(Job().who, {})
        await manager.send_to_user(Job(run_id).who, {})  # wrong
        await manager.send_to_user(Job(other=run_id).other, {})  # wrong
        await manager.send_to_user(Job(title=run_id).other, {})
        """,
    ),
    "fields that are given by a spread list": (
        """
        @dataclass
        class Job:
            who: str
            title: str = "b"
        """,
        """
        parts = [run_id]
        if user_key:
            parts.append(run_id)
        await manager.send_to_user(Job(*parts).who, {})  # wrong
        names = ["a"]
        if user_key:
            names.append("b")
        await manager.send_to_user(Job(*names).who, {})
        """,
    ),
    "fields that are set on another object of the class": (
        """
        class Job:
            def __init__(self, who):
                self.who = who
                self.title = "a"

            def hand(self, other):
                other.title = self.who

            async def tell(self, manager):
                await manager.send_to_user(self.title, {})  # wrong
                await manager.send_to_user(self.who, {})  # wrong
        """,
        """
        first, second = Job(run_id), Job("b")
        first.hand(second)
        await second.tell(manager)
        await first.tell(manager)
        """,
    ),
    "items of an object that has a class for them": (
        """
        class Table(dict):
            pass
        """,
        """
        table = Table()
        table["who"] = run_id
        table["other"] = "a"
        await manager.send_to_user(table["who"], {})  # wrong
        await manager.send_to_user(table["other"], {})
        """,
    ),
    "items that are asked for again": (
        """
        class Tree:
            def __init__(self, run, left):
                self.run, self.left = run, left

            def __getitem__(self, key):
                if self.left:
                    self.left -= 1
                    return self[key]
                return self.run
        """,
        """
        await manager.send_to_user(Tree(run_id, 3)["a"], {})  # wrong
        await manager.send_to_user(Tree("a", 3)["a"], {})
        """,
    ),
    "parts of a row that is looked at by itself": (
        """
        class Row(NamedTuple):
            who: str
            title: str


        async def each(manager, row: Row):
            for part in row:
                await manager.send_to_user(part, {})  # wrong


        def by_names(who, title):
            return who
        """,
        """
        await each(manager, Row("a", run_id))
        await manager.send_to_user(by_names(*Row(run_id, "a")), {})  # wrong
        await manager.send_to_user(by_names(*Row("a", run_id)), {})
        Pair = collections.namedtuple("Pair", "who title")
        await manager.send_to_user(by_names(*Pair(run_id, "a")), {})  # wrong
        await manager.send_to_user(by_names(*Pair("a", run_id)), {})
        await manager.send_to_user(Pair(**{"who": "a", "title": run_id}).title, {})  # wrong
        given = {"who": run_id}
        if user_key:
            given["title"] = "a"
        await manager.send_to_user(Pair(**given).who, {})  # wrong
        await manager.send_to_user(Pair(**given).title, {})
        """,
    ),
    "a field that is called like a shared name": (
        """
        class Job:
            who = "a"
        """,
        """
        job, who = Job(), run_id

        def change():
            nonlocal who
            who = "b"

        job.who = run_id
        change()
        who = "c"
        await manager.send_to_user(job.who, {})  # wrong
        await manager.send_to_user(who, {})
        change()
        await manager.send_to_user(job.who, {})  # wrong
        """,
    ),
    "shared names of the same word around each other": (
        "",
        """
        def outer(run):
            who = "a"

            def inner():
                who = run

                def set_inner(value):
                    nonlocal who
                    who = value

                set_inner("b")
                return who

            found = inner()

            def set_outer(value):
                nonlocal who
                who = value

            set_outer(run)
            return who, found

        first, second = outer(run_id)
        await manager.send_to_user(first, {})  # wrong
        await manager.send_to_user(second, {})
        """,
    ),
    "a shared name that is bound on one way only": (
        "",
        """
        if user_key:
            who = run_id

        def read():
            return who

        def clear():
            nonlocal who
            who = "a"

        await manager.send_to_user(read(), {})  # wrong
        clear()
        await manager.send_to_user(read(), {})
        """,
    ),
    "a shared name of the function around the one around": (
        "",
        """
        who = "a"

        def middle():
            def innermost():
                nonlocal who
                who = run_id

            innermost()

        await manager.send_to_user(who, {})
        middle()
        await manager.send_to_user(who, {})  # wrong
        """,
    ),
    "a name that is deleted after its use": (
        "",
        """
        who, other = run_id, "a"

        def read():
            return who, other

        first, second = read()
        del (who, other)
        await manager.send_to_user(first, {})  # wrong
        await manager.send_to_user(second, {})
        """,
    ),
    "what is deleted as one of several": (
        """
        class Job:
            who = "a"
        """,
        """
        job, table = Job(), {"who": "a", "other": run_id}
        job.who = run_id
        await manager.send_to_user(job.who, {})  # wrong
        del (job.who, table["other"])
        await manager.send_to_user(job.who, {})
        await manager.send_to_user(table.get("other", "b"), {})
        """,
    ),
    "a module's names that only functions bind": (
        """
        def keep(run):
            global WHO, OTHER
            WHO, OTHER = run, "a"


        def counter():
            seen = 0

            def count():
                nonlocal seen
                seen += 1
                return seen

            return count


        async def tell(manager):
            await manager.send_to_user(WHO, {})  # wrong
            await manager.send_to_user(OTHER, {})
        """,
        """
        keep(run_id)
        await tell(manager)
        await manager.send_to_user(WHO, {"count": counter()()})  # wrong
        """,
    ),
    "a module's object that is made in one of two ways": (
        """
        import sys


        def made(title):
            return {"title": title}


        if sys.version_info >= (3, 8):
            TABLE = made("a")
        else:
            TABLE = {}


        def keep(run):
            TABLE["who"] = run


        async def tell(manager):
            await manager.send_to_user(TABLE["who"], {})  # wrong
            await manager.send_to_user(TABLE["title"], {})
        """,
        """
        keep(run_id)
        await tell(manager)
        """,
    ),
    "a class attribute that a class method sets": (
        """
        class Registry:
            current: Any = None
            other: Any = "a"

            @classmethod
            def keep(cls, run):
                cls.current = run

            def mark(self, run):
                self.other = run


        async def tell(manager):
            await manager.send_to_user(Registry.current, {})  # wrong
            await manager.send_to_user(Registry.other, {})
        """,
        """
        Registry.keep(run_id)
        Registry().mark(run_id)
        await tell(manager)
        """,
    ),
    "a manager of a block that looks at what the block did": (
        """
        class Job:
            who: Any = "a"
            other: Any = "b"


        @contextmanager
        def held(job):
            yield job
            job.who = job.other


        @contextmanager
        def kept(job, run):
            job.other = run
            yield job
            job.who = job.other
        """,
        """
        job = Job()
        with held(job):
            job.other = run_id
        await manager.send_to_user(job.who, {})  # wrong
        other = Job()
        with kept(other, run_id):
            pass
        await manager.send_to_user(other.who, {})  # wrong
        with kept(other, run_id):
            other.other = "b"
        await manager.send_to_user(other.who, {})
        """,
    ),
    "arguments that are no exception's": (
        """
        class Command:
            def __init__(self, run, whole):
                self.name = "a"
                if whole:
                    self.args = (run, "b")
        """,
        """
        command = Command(run_id, user_key)
        await manager.send_to_user(command.args[0], {})  # wrong
        await manager.send_to_user(command.args[1], {})
        """,
    ),
    "a method that is defined anew": (
        """
        class Base:
            def who(self, run):
                return "a"

        class Job(Base):
            def who(self, run):
                return run

            def who(self, run):
                return super().who(run)
        """,
        """
        await manager.send_to_user(Job().who(run_id), {})
        await manager.send_to_user(Base().who(run_id), {})
        """,
    ),
    "the parent's method, asked for by its class": (
        """
        class Base:
            def who(self, run):
                return run

        class Middle(Base):
            def who(self, run):
                return "a"

        class Job(Middle):
            def who(self, run):
                return super(Middle, self).who(run)

            def later(self, run):
                return (lambda: super(Job, self).who(run))()
        """,
        """
        await manager.send_to_user(Job().who(run_id), {})  # wrong
        await manager.send_to_user(Job().later(run_id), {})
        await manager.send_to_user(super(Job, Job()).who(run_id), {})
        await manager.send_to_user(super(Middle, Job()).who(run_id), {})  # wrong
        """,
    ),
    "copies of fields in a dictionary": (
        """
        class Job:
            def __init__(self, who, title):
                self.who, self.title = who, title
        """,
        """
        fields = vars(Job(run_id, "a")).copy()
        await manager.send_to_user(fields["who"], {})  # wrong
        await manager.send_to_user(fields["title"], {})
        await manager.send_to_user(vars(Job(run_id, "a")).get("title"), {})
        await manager.send_to_user(vars(Job(run_id, "a")).pop("who"), {})  # wrong
        """,
    ),
    "an attribute whose name is not known": (
        """
        import os


        class Job:
            who: Any = "a"
            other: Any = "b"
        """,
        """
        job, same = Job(), Job()
        setattr(job, os.environ.get("NO_SUCH_FIELD", "who"), run_id)
        await manager.send_to_user(job.who, {})  # wrong
        for name in ("who", "title"):
            setattr(same, name, run_id)
        await manager.send_to_user(same.who, {})  # wrong
        """,
    ),
    "attributes of rows": (
        """
        class Job:
            pass
        """,
        """
        job, rows = Job(), [("who", run_id)]
        for row in rows:
            setattr(job, row[0], row[1])
        await manager.send_to_user(job.who, {})  # wrong
        """,
    ),
    "a class whose base is imported in one of two ways": (
        """
        import os, enum
        from dataclasses import dataclass, field

        try:
            from no_such_module import StrEnum as Names
        except ImportError:
            from enum import Enum as Names


        class Kind(Names):
            WHO = "a"


        class Level(enum.Enum):
            HIGH = "b"
        """,
        """
        await manager.send_to_user(Kind.WHO.value, {"run": run_id})
        await manager.send_to_user(Level.HIGH.value, {"run": run_id})
        """,
    ),
    "an inner class that a class does not have": (
        """
        class Outer:
            class Inner:
                def __init__(self, who):
                    self.who = who

            Other = Inner


        class Lower(Outer.Inner):
            pass


        class Lowest(Outer.Other):
            pass
        """,
        """
        await manager.send_to_user(Lower(run_id).who, {})  # wrong
        await manager.send_to_user(Lowest("a").who, {})
        """,
    ),
    "an update of an object that is a dictionary as well": (
        """
        class Record(dict):
            who: Any = "a"
        """,
        """
        record = Record()
        record.who = run_id
        record.update(who="b")
        await manager.send_to_user(record.who, {})  # wrong
        await manager.send_to_user(record["who"], {})
        record.clear()
        await manager.send_to_user(record.who, {})  # wrong
        await manager.send_to_user(record.get("who", "b"), {})
        """,
    ),
    "objects linked to each other": (
        """
        class Node:
            def __init__(self, run, parent=None):
                self.run, self.parent = run, parent

            @property
            def who(self):
                return self.parent.who if self.parent else self.run

            @property
            def own(self):
                return self.own_of(self.run)

            def own_of(self, run):
                return run if self.parent is None else self.parent.own
        """,
        """
        node = Node(run_id, Node(run_id, Node(run_id)))
        await manager.send_to_user(node.who, {})  # wrong
        await manager.send_to_user(node.own, {})  # wrong
        clean = Node("a", Node("a", Node("a", Node("a", Node("a")))))
        await manager.send_to_user(clean.who, {})
        """,
    ),
    "a decorator that asks for the class's methods": (
        """
        def logged(function):
            @functools.wraps(function)
            def inner(self, run):
                return function(self, run)

            return inner


        class Job:
            @logged
            def who(self, run):
                return self.other(run)

            @logged
            def other(self, run):
                return run

            def dropped(self):
                return "a"

            kept = logged(dropped)
            del dropped
        """,
        """
        await manager.send_to_user(Job().who(run_id), {})  # wrong
        await manager.send_to_user(Job.who(Job(), "a"), {})
        """,
    ),
}


@pytest.mark.parametrize(("head", "body"), CASES.values(), ids=CASES)
def test_objects(head, body, tmp_path):
    assert_as_marked(tmp_path / "case", HEAD + dedent(head) + MAIN, body)

"""Calls: defaults, names shared between scopes, generators, exceptions and blocks."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.flow.support import assert_as_marked

HEAD = """
import asyncio
import contextlib
import functools
import itertools
import operator
from abc import ABC, abstractmethod
from contextlib import asynccontextmanager, contextmanager


"""
MAIN = "async def main(manager, run_id, user_key):"
CASES = {
    "a name of the module that functions set": (
        """
        current = ""
        fixed = "nobody"


        def begin(value):
            global current
            current = value


        def now():
            return current
        """,
        """
        begin(run_id)
        await manager.send_to_user(now(), {})  # wrong
        await manager.send_to_user(fixed, {})
        """,
    ),
    "a name that only functions make": (
        """
        def begin(value):
            global made
            made = value
        """,
        """
        begin(run_id)
        await manager.send_to_user(made, {})  # wrong
        """,
    ),
    "names that inner functions share": (
        """
        def counter(value):
            kept = ""

            def begin():
                nonlocal kept
                kept = value

            def now():
                def inner():
                    return kept

                return inner()

            begin()
            return now()
        """,
        """
        await manager.send_to_user(counter(run_id), {})  # wrong
        await manager.send_to_user(counter(user_key), {})
        """,
    ),
    "names of a class's body": (
        """
        name = "outer"


        class Job:
            name = "inner"
            other = name

            def who(self):
                return name
        """,
        """
        await manager.send_to_user(Job().who(), {"run": run_id})
        await manager.send_to_user(Job.other, {})
        """,
    ),
    "a name that a loop or a try leaves": (
        "",
        """
        for each in [run_id]:
            pass
        await manager.send_to_user(each, {})  # wrong
        try:
            found = run_id
            del each
        except ValueError as error:
            found = str(error)
        await manager.send_to_user(found, {})  # wrong
        """,
    ),
    "defaults": (
        """
        def given(value, other="nobody", *, third=None):
            return other


        def listed(value, kept=[]):
            kept.append(value)
            return kept[-1]


        def behind(*, value="nobody"):
            return value


        def only(first, /, second="x"):
            return first
        """,
        """
        await manager.send_to_user(given(run_id), {})
        await manager.send_to_user(given("a", run_id), {})  # wrong
        await manager.send_to_user(given("a", other=run_id), {})  # wrong
        await manager.send_to_user(listed(run_id), {})  # wrong
        await manager.send_to_user(behind(), {})
        await manager.send_to_user(behind(value=run_id), {})  # wrong
        await manager.send_to_user(behind(**{"value": run_id}), {})  # wrong
        await manager.send_to_user(behind(**{}), {})
        await manager.send_to_user(only(run_id), {})  # wrong
        """,
    ),
    "functions that call themselves": (
        """
        def deep(value, count):
            if count:
                return deep(value, count - 1)
            return value


        def never(value):
            return never(value) if value else "x"


        class Node:
            def __init__(self, value, before):
                self.value = value
                self.before = before

            @property
            def first(self):
                return self.before.first if self.before else self.value
        """,
        """
        await manager.send_to_user(deep(run_id, 3), {})  # wrong
        await manager.send_to_user(never(""), {"run": run_id})
        await manager.send_to_user(Node("a", Node(run_id, None)).first, {})  # wrong
        """,
    ),
    "partial functions": (
        """
        def pair(first, second, third="x"):
            return second
        """,
        """
        first = functools.partial(pair, "a")
        await manager.send_to_user(first(run_id), {})  # wrong
        await manager.send_to_user(functools.partial(first, run_id)(), {})  # wrong
        await manager.send_to_user(functools.partial(pair, run_id)("a"), {})
        await manager.send_to_user(functools.partial(pair, second=run_id)("a"), {})  # wrong
        """,
    ),
    "values that are sent into a generator": (
        """
        def echo():
            got = ""
            while True:
                got = yield got


        def doubled(value):
            kept = yield "first"
            yield kept or value
        """,
        """
        one = echo()
        next(one)
        await manager.send_to_user(one.send(run_id), {})  # wrong
        two = doubled("b")
        next(two)
        await manager.send_to_user(two.send(run_id), {})  # wrong
        """,
    ),
    "what a generator returns": (
        """
        def inner(value):
            yield "a"
            return value


        def outer(value):
            got = yield from inner(value)
            yield got


        def flat(values):
            yield from values
        """,
        """
        for each in outer(run_id):
            await manager.send_to_user(each, {})  # wrong
        for each in outer(user_key):
            await manager.send_to_user(each, {})
        for each in flat([run_id]):
            await manager.send_to_user(each, {})  # wrong
        """,
    ),
    "objects that can be awaited": (
        """
        class Later:
            def __init__(self, value):
                self.value = value

            def __await__(self):
                yield from asyncio.sleep(0).__await__()
                return self.value


        class Wrapped:
            def __init__(self, value):
                self.value = value

            def __await__(self):
                return Later(self.value).__await__()


        async def soon(value):
            return value
        """,
        """
        await manager.send_to_user(await Later(run_id), {})  # wrong
        await manager.send_to_user(await Later(user_key), {})
        await manager.send_to_user(await asyncio.wait_for(soon(run_id), 1), {})  # wrong
        task = asyncio.create_task(soon(run_id))
        await task
        await manager.send_to_user(task.result(), {})  # wrong
        future = asyncio.get_running_loop().create_future()
        future.set_result(run_id)
        await manager.send_to_user(await future, {})  # wrong
        """,
    ),
    "what errors carry": (
        """
        class Failed(Exception):
            def __init__(self, value):
                super().__init__(value)
                self.value = value


        class Named(Exception):
            pass


        def fails(value):
            raise Failed(value)


        def deeper(value):
            if not value:
                return fails("other")
            fails(value)


        ERRORS = (Failed, KeyError)
        """,
        """
        try:
            deeper(run_id)
        except Failed as error:
            await manager.send_to_user(error.value, {})  # wrong
            await manager.send_to_user(error.args[0], {})  # wrong
        try:
            raise Named(run_id, "b")
        except (ValueError, Named) as error:
            await manager.send_to_user(error.args[0], {})  # wrong
            await manager.send_to_user(error.args[1], {})
        try:
            raise ValueError(run_id)
        except Exception as error:
            await manager.send_to_user(error.args[0], {})  # wrong
            await manager.send_to_user(str(error), {})  # wrong
        try:
            deeper(run_id)
        except ERRORS as error:
            await manager.send_to_user(error.value, {})  # wrong
        try:
            raise KeyError(run_id)
        except ValueError as error:
            await manager.send_to_user(error.args[0], {})
        except LookupError:
            await manager.send_to_user("nobody", {})
        """,
    ),
    "blocks": (
        """
        class Block:
            def __init__(self, value):
                self.value = value
                self.inside = ""

            def __enter__(self):
                self.inside = self.value
                return self

            def __exit__(self, *rest):
                self.inside = "nobody"
                return False


        class Later:
            def __init__(self, value):
                self.value = value

            async def __aenter__(self):
                return self.value

            async def __aexit__(self, *rest):
                return None


        @contextmanager
        def given(value):
            yield value


        @asynccontextmanager
        async def soon(job, value):
            job["who"] = value
            try:
                yield job
            finally:
                job["who"] = "nobody"
        """,
        """
        with Block(run_id) as block:
            await manager.send_to_user(block.inside, {})  # wrong
        await manager.send_to_user(block.inside, {})
        async with Later(run_id) as found:
            await manager.send_to_user(found, {})  # wrong
        with given(run_id) as found, given(user_key) as other:
            await manager.send_to_user(found, {})  # wrong
            await manager.send_to_user(other, {})
        job = {"who": "nobody"}
        async with soon(job, run_id) as inside:
            await manager.send_to_user(inside["who"], {})  # wrong
        await manager.send_to_user(job["who"], {})
        with contextlib.ExitStack() as stack:
            found = stack.enter_context(given(run_id))
            await manager.send_to_user(found, {})  # wrong
        with contextlib.nullcontext(run_id) as found:
            await manager.send_to_user(found, {})  # wrong
        with contextlib.suppress(KeyError):
            await manager.send_to_user(run_id, {})  # wrong
        """,
    ),
    "abstract methods": (
        """
        class Base(ABC):
            @abstractmethod
            def who(self):
                raise NotImplementedError

            def told(self):
                return self.who()


        class One(Base):
            def __init__(self, value):
                self.value = value

            def who(self):
                return self.value


        class Two(One):
            def who(self):
                return "x" + super().who()


        class Three(One):
            def who(self):
                return super().who()
        """,
        """
        await manager.send_to_user(One(run_id).told(), {})  # wrong
        await manager.send_to_user(Two(run_id).told(), {})
        await manager.send_to_user(Three(run_id).told(), {})  # wrong
        await manager.send_to_user(One(user_key).told(), {})
        """,
    ),
    "super with its arguments, and inside a function": (
        """
        class Base:
            def who(self, value):
                return value


        class One(Base):
            def who(self, value):
                return super(One, self).who(value)


        class Two(Base):
            def who(self, value):
                def inner():
                    return Base.who(self, value)

                return inner()
        """,
        """
        await manager.send_to_user(One().who(run_id), {})  # wrong
        await manager.send_to_user(Two().who(run_id), {})  # wrong
        """,
    ),
    "functions that are mapped": (
        """
        def same(value):
            return value


        class Kept:
            def same(self, value):
                return value
        """,
        """
        for each in map(same, [run_id]):
            await manager.send_to_user(each, {})  # wrong
        for each in map(str, [run_id]):
            await manager.send_to_user(each, {})  # wrong
        for each in map(Kept().same, [user_key]):
            await manager.send_to_user(each, {})
        for each in map(lambda one, two: one, [run_id], [user_key]):
            await manager.send_to_user(each, {})  # wrong
        for each in itertools.chain([user_key], [run_id]):
            await manager.send_to_user(each, {})  # wrong
        for each in itertools.starmap(lambda one, two: two, [(run_id, user_key)]):
            await manager.send_to_user(each, {})
        await manager.send_to_user(max([run_id], key=len), {})  # wrong
        await manager.send_to_user(sorted([run_id])[0], {})  # wrong
        for each in reversed([run_id, "a"]):
            await manager.send_to_user(each, {})  # wrong
        await asyncio.get_running_loop().run_in_executor(None, same, run_id)
        """,
    ),
    "functions that are kept and called": (
        """
        def same(value):
            return value


        class Table:
            def __init__(self):
                self.handlers = {}

            def add(self, name, handler):
                self.handlers[name] = handler

            def call(self, name, value):
                return self.handlers[name](value)
        """,
        """
        table = Table()
        table.add("same", same)
        await manager.send_to_user(table.call("same", run_id), {})  # wrong
        chosen = {"a": same, "b": len}
        await manager.send_to_user(chosen["a"](run_id), {})  # wrong
        [first, second] = [same, len]
        await manager.send_to_user(first(run_id), {})  # wrong
        send = manager.send_to_user if user_key else manager.send_message
        await send(run_id, {})  # wrong
        await getattr(manager, "send_to_user")(run_id, {})  # wrong
        """,
    ),
    "decorators": (
        """
        def plain(function):
            return function


        def named(name):
            def decorate(function):
                @functools.wraps(function)
                def inner(*args, **kwargs):
                    return function(*args, **kwargs)

                return inner

            return decorate


        def nobody(function):
            return lambda value: "nobody"


        class Counted:
            def __init__(self, function):
                self.function = function

            def __call__(self, value):
                return self.function(value)


        @plain
        @named("one")
        def one(value):
            return value


        @nobody
        def two(value):
            return value


        @Counted
        def three(value):
            return value
        """,
        """
        await manager.send_to_user(one(run_id), {})  # wrong
        await manager.send_to_user(two(run_id), {})
        await manager.send_to_user(three(run_id), {})  # wrong
        await manager.send_to_user(three("a"), {})
        """,
    ),
    "loops that end early": (
        "",
        """
        found = user_key
        while True:
            if found == run_id:
                break
            found = run_id
        await manager.send_to_user(found, {})  # wrong
        for each in [1, 2]:
            if each == 1:
                continue
            found = "nobody"
        else:
            await manager.send_to_user("nobody", {})
        try:
            found = run_id
        finally:
            found = "nobody"
        await manager.send_to_user(found, {})
        """,
    ),
    "classes that run their base's constructor": (
        """
        class Base:
            def __init__(self, value, **rest):
                self.value = value
                self.rest = rest


        class Heir(Base):
            def __init__(self, *args, **kwargs):
                super().__init__(*args, **kwargs)
                self.own = self.rest.get("own")
        """,
        """
        await manager.send_to_user(Heir(run_id).value, {})  # wrong
        await manager.send_to_user(Heir("a", own=run_id).own, {})  # wrong
        await manager.send_to_user(Heir(user_key, own=run_id).value, {})
        """,
    ),
}


@pytest.mark.parametrize(("head", "body"), CASES.values(), ids=CASES)
def test_calls(head, body, tmp_path):
    assert_as_marked(tmp_path, HEAD + dedent(head) + "\n\n" + MAIN, body)

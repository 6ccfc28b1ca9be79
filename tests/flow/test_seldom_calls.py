"""Calls, containers and texts as they are written seldom."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.flow.support import assert_as_marked

HEAD = """
import asyncio
import collections
import contextvars
import functools
import itertools
import json
import os
import re
from collections import ChainMap, OrderedDict, defaultdict
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from re import compile as compiled, match
from typing import Any, NamedTuple


def by_names(who="nobody", other="nobody"):
    return who


def first_of(*rest):
    return rest[0]


def last_of(*rest):
    return rest[-1]


def second_of(one, *rest):
    return rest[0]


def unknown_name(name):
    return os.environ.get("NO_SUCH_NAME", name)


"""
MAIN = "async def main(manager, run_id, user_key):"
CASES = {
    "arguments before and after a spread list": (
        "",
        """
        others = ["a"]
        if user_key:
            others.append("b")
        await manager.send_to_user(first_of(run_id, *others), {})  # wrong
        await manager.send_to_user(first_of("a", *others), {})
        await manager.send_to_user(last_of(*others, run_id), {})  # wrong
        await manager.send_to_user(last_of(*others, *[run_id]), {})  # wrong
        await manager.send_to_user(last_of(*others, *others, "b"), {})
        """,
    ),
    "rows of columns that are spread": (
        "",
        """
        columns = [["a"], [run_id]]
        if user_key:
            columns.append(["b"])
        for row in zip(*columns):
            await manager.send_to_user(row[1], {})  # wrong
        names = [["a"], ["b"]]
        if user_key:
            names.append(["c"])
        for row in zip(*names):
            await manager.send_to_user(row[1], {})
        """,
    ),
    "rows of lists whose length is not known": (
        "",
        """
        ones, others = ["a"], [run_id]
        if user_key:
            ones.append("b")
            others.append(run_id)
        (one, other), *_ = zip(ones, others)
        await manager.send_to_user(one, {})
        await manager.send_to_user(other, {})  # wrong
        for at, each in enumerate(others):
            await manager.send_to_user(each, {"at": at})  # wrong
        """,
    ),
    "parts of an item by a place that is not known": (
        "",
        """
        given = {"who": run_id}
        if user_key:
            given["other"] = run_id
        for item in given.items():
            for at in range(1, len(item)):
                await manager.send_to_user(item[at], {})  # wrong
        """,
    ),
    "a keyword by a name that is not known": (
        """
        def any_of(name, **given):
            return given[unknown_name(name)]
        """,
        """
        await manager.send_to_user(any_of("who", who=run_id), {})  # wrong
        await manager.send_to_user(any_of("who", who="a", other="b"), {})
        """,
    ),
    "lists that are made of others and grow at times": (
        "",
        """
        made = list((run_id, "a"))
        if user_key:
            made.append("b")
        await manager.send_to_user(made[0], {})  # wrong
        await manager.send_to_user(made[1], {})
        await manager.send_to_user(made.copy()[0], {})  # wrong
        """,
    ),
    "a filter whose function gives nothing": (
        """
        def nothing(value):
            print(value)
        """,
        """
        for each in filter(nothing, [run_id]):
            await manager.send_to_user(each, {})
        for each in filter(None, [run_id, ""]):
            await manager.send_to_user(each, {})  # wrong
        """,
    ),
    "a value of a context": (
        """
        CURRENT = contextvars.ContextVar("current")
        OTHER = contextvars.ContextVar("other")
        """,
        """
        await manager.send_to_user(OTHER.get("a"), {})
        await manager.send_to_user(OTHER.get(run_id), {})  # wrong
        CURRENT.set(run_id)
        await manager.send_to_user(CURRENT.get("a"), {})  # wrong
        """,
    ),
    "functions that an executor runs": (
        """
        def chosen(run):
            return run
        """,
        """
        with ThreadPoolExecutor() as pool:
            future = pool.submit(chosen, run_id)
            await manager.send_to_user(future.result(), {})  # wrong
            other = pool.submit(chosen, "a")
            await manager.send_to_user(other.result(), {})
        loop = asyncio.get_running_loop()
        await manager.send_to_user(await loop.run_in_executor(None, chosen, run_id), {})  # wrong
        """,
    ),
    "the keys of a dictionary": (
        "",
        """
        given = {"who": run_id, "other": "a"}
        for name in given.keys():
            await manager.send_to_user(name, {})
        await manager.send_to_user(list(given.keys())[0], {})
        turned = {run_id: "who"}
        for name in turned.keys():
            await manager.send_to_user(name, {})  # wrong
        await manager.send_to_user(sorted(turned.keys())[0], {})  # wrong
        """,
    ),
    "dictionaries that are made seldom so": (
        "",
        """
        parts = [[("who", run_id)]]
        await manager.send_to_user(by_names(**dict(*parts)), {})  # wrong
        await manager.send_to_user(by_names(**ChainMap({"who": run_id})), {})  # wrong
        await manager.send_to_user(by_names(**ChainMap({"who": "a"}, {"other": run_id})), {})
        pairs = [("who", "a")]
        if user_key:
            pairs.append(("other", run_id))
        await manager.send_to_user(dict(pairs)["who"], {})
        await manager.send_to_user(dict(pairs).get("other", "b"), {})  # wrong
        again = {"who": run_id}
        if user_key:
            again["other"] = "b"
        copied = dict(**again)
        for name, value in copied.items():
            if name == "who":
                await manager.send_to_user(value, {})  # wrong
        row = ["who", run_id]
        if user_key:
            row = list(row)
        for value in dict([row]).values():
            await manager.send_to_user(value, {})  # wrong
        """,
    ),
    "dictionaries that are changed in ways that nobody can follow": (
        "",
        """
        more = {"other": run_id}
        if user_key:
            more["third"] = "c"
        first = {"who": "a"}
        first.update(more)
        await manager.send_to_user(by_names(**{"who": first["who"]}), {})
        for value in first.values():
            await manager.send_to_user(value, {})  # wrong
        second = {"who": "a"}
        second.update(**more)
        for value in second.values():
            await manager.send_to_user(value, {})  # wrong
        third = {"who": run_id, "other": "b"}
        third.pop(unknown_name("other"))
        for value in third.values():
            await manager.send_to_user(value, {})  # wrong
        fourth = {"who": run_id}
        fourth.setdefault(unknown_name("other"), "b")
        for value in list(fourth.values())[:1]:
            await manager.send_to_user(value, {})  # wrong
        await manager.send_to_user(first_of(*third.values()), {})  # wrong
        """,
    ),
    "lists that are changed in ways that nobody can follow": (
        "",
        """
        first, at = ["a", run_id, run_id], len(unknown_name("x"))
        first.pop(at)
        await manager.send_to_user(first[1], {})  # wrong
        second = ["a", "b", run_id]
        second.remove(unknown_name("b"))
        await manager.send_to_user(second[1], {})  # wrong
        third = ["a", "b"]
        third.pop(at)
        await manager.send_to_user(third[0], {})
        """,
    ),
    "texts that are joined": (
        "",
        """
        sign = unknown_name("")
        await manager.send_to_user(b"".join([run_id.encode()]).decode(), {})  # wrong
        await manager.send_to_user(sign.join(["a"]), {})
        await manager.send_to_user(" ".join(["", ""]) or "a", {})
        given = {"who": run_id}
        if user_key:
            given["other"] = "a"
        await manager.send_to_user("{who}".format(**given), {})  # wrong
        await manager.send_to_user("{other}".format(**given), {})
        """,
    ),
    "texts that are split": (
        "",
        """
        await manager.send_to_user(f"{run_id} {user_key}".split(None)[0], {})  # wrong
        await manager.send_to_user(("%s|%s" % (run_id, "a")).split("|")[1], {})
        await manager.send_to_user(f"a|{run_id}".split("|")[1], {})  # wrong
        await manager.send_to_user(f"a|{run_id}".split("|")[0], {})
        long = "a" + "|" + "b" + "|" + "c" + "|" + "d" + "|" + "e" + "|" + "f" + "|" + user_key
        await manager.send_to_user(long.split("|")[0], {})
        await manager.send_to_user(long.split("|")[6], {})
        """,
    ),
    "texts that are long or cut": (
        "",
        """
        blank = " " * 3000
        await manager.send_to_user(run_id + blank.strip(), {})  # wrong
        await manager.send_to_user("" + "" or "a", {})
        await manager.send_to_user(run_id * 1, {})  # wrong
        await manager.send_to_user(str(3.5 / 2), {"run": run_id})
        await manager.send_to_user(str(float("1.5")), {"run": run_id})
        """,
    ),
    "cuts of lists that are looked at one by one": (
        "",
        """
        parts = ["a", run_id, "b"]
        if user_key:
            parts.append("c")
        tail = parts[1:]
        tail.append("d")
        await manager.send_to_user(tail[0], {})  # wrong
        both = ["a"] + [run_id]
        if user_key:
            both.append("c")
        await manager.send_to_user(both[1], {})  # wrong
        await manager.send_to_user(both[0], {})
        """,
    ),
    "generators that go through others": (
        """
        def chosen(run):
            who = yield from [run, "a"]
            return who or "b"


        def given(run):
            found = yield from chosen(run)
            yield found


        def inner(run):
            yield "a"
            return run


        def outer(run):
            found = yield from inner(run)
            yield found


        @asynccontextmanager
        async def held(manager, run):
            who = (yield "a") or "b"
            await manager.send_to_user(who, {})
            await manager.send_to_user(run, {})
        """,
        """
        for each in given("x"):
            await manager.send_to_user(each, {})
        for each in outer(run_id):
            await manager.send_to_user(each, {})  # wrong
        async with held(manager, run_id) as one:  # wrong
            await manager.send_to_user(one, {})
        """,
    ),
    "errors that are raised far away": (
        """
        class Failed(Exception):
            pass

        class Odd(json.JSONDecodeError):
            def __init__(self, who):
                super().__init__("a", "b", 0)
                self.who = who

        ERRORS = (KeyError, Failed)
        LATE = [Failed, KeyError]


        def fail(run, depth):
            if depth == "never":
                raise Failed("other")
            raise Failed(run)


        def one(run): fail(run, "now")
        def two(run): one(run)
        def three(run): two(run)


        def odd(run):
            raise Odd(run)
        """,
        """
        try:
            three(run_id)
        except Failed as error:
            await manager.send_to_user(error.args[0], {})  # wrong
        try:
            three("a")
        except ERRORS as error:
            await manager.send_to_user(error.args[0], {})
        try:
            three(run_id)
        except tuple(LATE) as error:
            await manager.send_to_user(error.args[0], {})  # wrong
        try:
            odd(run_id)
        except json.JSONDecodeError as error:
            await manager.send_to_user(error.who, {})  # wrong
        try:
            odd(run_id)
        except ValueError as error:
            await manager.send_to_user(error.who, {})  # wrong
        """,
    ),
    "one function in two ways": (
        """
        def chosen(run):
            return run


        async def tell(manager, run):
            await manager.send_to_user(run, {})
        """,
        """
        call = functools.partial(chosen) if user_key else chosen
        await manager.send_to_user(call(run_id), {})  # wrong
        send = functools.partial(tell, manager) if user_key else functools.partial(tell, manager)
        await send(run_id)  # wrong
        await send("a")
        """,
    ),
    "patterns that are called by their methods": (
        """
        RUN = re.compile("^run_")
        is_run = RUN.match
        """,
        """
        if not RUN.match(run_id):
            await manager.send_to_user(run_id, {})
        if not match("run_", run_id):
            await manager.send_to_user(run_id, {})
        if not compiled("user_").match(run_id):
            await manager.send_to_user(run_id, {})  # wrong
        """,
    ),
    "what a starmap gives for rows that are not known": (
        """
        def chosen(run, other):
            return run
        """,
        """
        rows = [(run_id, "a")]
        if user_key:
            rows.append((run_id, "b"))
        for each in itertools.starmap(chosen, rows):
            await manager.send_to_user(each, {})  # wrong
        names = [("a", run_id)]
        for each in itertools.starmap(chosen, names):
            await manager.send_to_user(each, {})
        """,
    ),
    "records of functions": (
        """
        @dataclass
        class Hooks:
            notify: Any
            title: str = "a"


        class Worker:
            def __init__(self, hooks):
                self.hooks = hooks

            async def work(self, run):
                await self.hooks.notify(run)


        class Sender:
            def __init__(self, manager):
                self.manager = manager

            async def tell(self, who):
                await self.manager.send_to_user(who, {})
        """,
        """
        await Worker(Hooks(Sender(manager).tell)).work(run_id)  # wrong
        """,
    ),
    "conditions that decide nothing": (
        "",
        """
        who = run_id if "" else "a"
        await manager.send_to_user(who, {})
        while False:
            who = run_id
        await manager.send_to_user(who, {})
        while not 1:
            who = run_id
        await manager.send_to_user(who, {})
        match user_key:
            case str() | int():
                who = run_id
            case _:
                who = "a"
        await manager.send_to_user(who, {})  # wrong
        match 1:
            case who:
                who = "a"
        await manager.send_to_user(who, {})
        """,
    ),
    "blocks inside each other again": (
        """
        class Held:
            def __init__(self, run, left):
                self.run, self.left, self.who = run, left, "a"

            def __enter__(self):
                if self.left:
                    self.left -= 1
                    with self:
                        pass
                self.who = self.run
                return self

            def __exit__(self, *error):
                self.title = self.run
        """,
        """
        held = Held(run_id, 4)
        with held:
            await manager.send_to_user(held.who, {})  # wrong
        await manager.send_to_user(held.title, {})  # wrong
        """,
    ),
}


@pytest.mark.parametrize(("head", "body"), CASES.values(), ids=CASES)
def test_calls(head, body, tmp_path):
    assert_as_marked(tmp_path / "case", HEAD + dedent(head) + MAIN, body)

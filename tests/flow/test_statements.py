"""Statements of all sorts, ways that meet, and conditions whose truth is known."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.flow.support import assert_as_marked

HEAD = """
import collections
import re
from abc import ABC, abstractmethod
from collections import namedtuple
from types import SimpleNamespace
from typing import overload


"""
MAIN = "async def main(manager, run_id, user_key):"
CASES = {
    "statements that do nothing, and deletions": (
        """
        class Kept:
            pass
        """,
        """
        run_id  # noqa: B018
        ...
        pass
        found = {"who": run_id, "other": "a"}
        kept = Kept()
        kept.who = run_id
        del found["other"], kept.who
        await manager.send_to_user(found["who"], {})  # wrong
        names = {}
        names["a", run_id] = user_key
        found = "a"
        del found
        """,
    ),
    "matches": (
        """
        class Pair:
            __match_args__ = ("who",)

            def __init__(self, who):
                self.who = who
        """,
        """
        match {"a": 1}:
            case [first]:
                await manager.send_to_user(run_id, {"never": first})
            case {"a": 1 | 2}:
                await manager.send_to_user(run_id, {})  # wrong
        match [run_id, "b"]:
            case {"a": first}:
                await manager.send_to_user(run_id, {"never": first})
            case [first, "b" | "c" as second]:
                await manager.send_to_user(first, {"second": second})  # wrong
        match user_key:
            case "" | None:
                found = "nobody"
            case ("a" | "b") as name:
                found = name
            case other:
                found = run_id
        await manager.send_to_user(found, {})  # wrong
        match Pair(run_id):
            case Pair(who=str(name)):
                await manager.send_to_user(name, {})  # wrong
        match 3:
            case int(number) if number > 5:
                await manager.send_to_user(run_id, {"never": 1})
            case 3:
                await manager.send_to_user("a", {})
        """,
    ),
    "an iteration over a display whose ways end": (
        """
        def first(values):
            for each in (values, values):
                return each


        def last():
            for name in ("a", "b"):
                if name:
                    continue
                return name
            return "c"


        def long(value):
            found = ""
            for each in ("1", "2", "3", "4", "5", "6", "7", "8", "9", value):
                found = each
            return found


        def starred(value):
            found = ""
            for each in (*"ab", value):
                found = each
            return found
        """,
        """
        await manager.send_to_user(first(run_id), {})  # wrong
        await manager.send_to_user(last(), {})
        await manager.send_to_user(long(run_id), {})  # wrong
        await manager.send_to_user(starred(run_id), {})  # wrong
        """,
    ),
    "an assertion that cannot hold, and one that does": (
        """
        def never(value):
            assert False
            return value


        def always(value):
            assert value
            assert True, "yes"
            return value
        """,
        """
        try:
            await manager.send_to_user(never(run_id), {"never": 1})
        except AssertionError:
            await manager.send_to_user(always(run_id), {})  # wrong
        """,
    ),
    "loops in loops": (
        "",
        """
        found = "a"
        for one in range(2):
            for two in range(2):
                if two:
                    break
                found = run_id
            else:
                found = "never"
            if one:
                break
        await manager.send_to_user(found, {})  # wrong
        count = 0
        while count < 2:
            count += 1
            if count == 1:
                continue
            found = "b"
        """,
    ),
    "named tuples made by a call": (
        """
        One = namedtuple("One", "who, title")
        Two = collections.namedtuple("Two", ["who", "title"], defaults=["a"])
        """,
        """
        one = One(run_id, "a")
        await manager.send_to_user(one.who, {})  # wrong
        await manager.send_to_user(one.title, {})
        two = Two(**{"who": run_id})
        await manager.send_to_user(two.who, {})  # wrong
        await manager.send_to_user(two.title, {})
        three = one._replace(title=run_id)
        await manager.send_to_user(three.title, {})  # wrong
        await manager.send_to_user(SimpleNamespace(**{"who": run_id}).who, {})  # wrong
        """,
    ),
    "methods that only declare": (
        """
        class Base(ABC):
            @abstractmethod
            def one(self):
                pass

            def two(self):
                raise NotImplementedError

            def three(self): ...

            @overload
            def four(self) -> str: ...

            def four(self):
                return "a"

            def told(self):
                return self.one(), self.two(), self.three(), self.four()


        class Real(Base):
            def __init__(self, value):
                self.value = value

            def one(self):
                return self.value

            def two(self):
                return self.value

            def three(self):
                return "a"
        """,
        """
        one, two, three, four = Real(run_id).told()
        await manager.send_to_user(one, {})  # wrong
        await manager.send_to_user(two, {})  # wrong
        await manager.send_to_user(three, {})
        await manager.send_to_user(four, {})
        """,
    ),
    "properties with setters and deleters": (
        """
        class Job:
            def __init__(self):
                self._who = ""

            @property
            def who(self):
                return self._who

            @who.setter
            def who(self, value):
                self._who = value

            @who.deleter
            def who(self):
                self._who = "nobody"
        """,
        """
        job = Job()
        job.who = run_id
        await manager.send_to_user(job.who, {})  # wrong
        job.who = "a"
        await manager.send_to_user(job.who, {})
        """,
    ),
    "arithmetic": (
        "",
        """
        await manager.send_to_user(str(3 / 1), {})
        await manager.send_to_user(str(-len(run_id) // 2 ** 2), {})
        await manager.send_to_user((run_id + "a")[0:], {})  # wrong
        await manager.send_to_user((run_id,)[::-1][0], {})  # wrong
        await manager.send_to_user(("a", run_id)[-1:][0], {})  # wrong
        await manager.send_to_user("abc"[1:], {"run": run_id})
        await manager.send_to_user(["a", run_id][bool(user_key):][0], {})  # wrong
        await manager.send_to_user((run_id * 0) or "a", {})
        found = "a"
        found += run_id
        await manager.send_to_user(found, {})
        found = ""
        found += run_id
        await manager.send_to_user(found, {})  # wrong
        listed = ["a"]
        listed += [run_id]
        await manager.send_to_user(listed[1], {})  # wrong
        counted = 1
        counted += 1
        await manager.send_to_user(str(counted), {})
        """,
    ),
    "classes of what is checked": (
        """
        class Real:
            def __init__(self, value):
                self.value = value

            def who(self):
                return self.value


        async def tell(manager, thing):
            if isinstance(thing, Real):
                await manager.send_to_user(thing.who(), {})  # wrong
            elif isinstance(thing, collections.OrderedDict):
                await manager.send_to_user(thing["who"], {})  # wrong
            elif isinstance(thing, str):
                await manager.send_to_user(thing, {})
        """,
        """
        await tell(manager, Real(run_id))
        await tell(manager, Real(user_key))
        await tell(manager, collections.OrderedDict(who=run_id))
        await tell(manager, run_id)  # wrong
        await tell(manager, 3)
        """,
    ),
    "validators of this very program": (
        """
        def is_run_id(value):
            return value.startswith("run_")


        def is_valid_user_id(value):
            return not is_run_id(value)


        def ensure_user_id(value):
            if is_run_id(value):
                raise ValueError(value)
        """,
        """
        for each in (run_id, user_key):
            if is_valid_user_id(each):
                await manager.send_to_user(each, {})
            if not is_run_id(each):
                await manager.send_to_user(each, {})
            if not is_valid_user_id(each):
                await manager.send_to_user(each, {})  # wrong
        try:
            ensure_user_id(run_id)
            await manager.send_to_user(run_id, {})
        except ValueError:
            await manager.send_to_user("nobody", {})
        """,
    ),
    "a match of a compiled pattern": (
        """
        RUN = re.compile(r"run_(?P<rest>.+)", re.IGNORECASE)
        """,
        """
        found = RUN.match(run_id)
        if found:
            await manager.send_to_user(found.group(), {})  # wrong
            await manager.send_to_user(found.group(1), {})
            await manager.send_to_user(found.group("rest"), {})
        await manager.send_to_user(RUN.sub("a", run_id), {})
        await manager.send_to_user(re.sub("_", "-", run_id), {})
        match = re.search("c", "abc")
        if match is None:
            await manager.send_to_user(run_id, {"never": 1})
        await manager.send_to_user("abc"[match.start():], {})
        """,
    ),
    "known texts": (
        "",
        """
        first, *rest = "a,b".split(",")
        if first != "a" or rest[0] != "b":
            await manager.send_to_user(run_id, {"never": 1})
        if "abc".removeprefix("a") == "bc" and str.upper("a") == "A":
            await manager.send_to_user(run_id, {})  # wrong
        if "a".center(3) == " a ":
            await manager.send_to_user("a", {})
        if "abc".index("c") > 5 or "abc".startswith(("x", "y")):
            await manager.send_to_user(run_id, {"never": 1})
        if "x" * 3 == "xxx":
            await manager.send_to_user("a", {})
        """,
    ),
}


@pytest.mark.parametrize(("head", "body"), CASES.values(), ids=CASES)
def test_statements(head, body, tmp_path):
    assert_as_marked(tmp_path, HEAD + dedent(head) + "\n\n" + MAIN, body)


TRUE = {
    "numbers in order": "LIMIT >= 3 and not LIMIT < 3 and LIMIT <= 3.5",
    "classes that are the same": "type(One()) == One",
    "a method that is there": 'hasattr(One(), "named")',
    "one of some classes": "isinstance(One(), (Two, One))",
    "a chain": "3 == LIMIT != 4",
    "nothing of nothing": "not any([]) and all([])",
    "all of some": 'all(each.startswith("a") for each in ("ab", "ac"))',
    "texts": '"abc".removeprefix("a") == "bc" and str.upper("a") == "A"',
    "a negation": "not None",
    "an attribute of the class": 'hasattr(One, "named")',
    "a key that is there": '"a" in {"a": 1}',
    "a glob": 'fnmatch.fnmatch("abc", "a*")',
    "a list that holds something": "[user_key]",
    "numbers that are the same": "1 == 1.0",
    "no member": '"d" not in ["a", "b"]',
}
FALSE = {
    "numbers out of order": "LIMIT > 5",
    "other classes": "type(One()) is Two",
    "another container": "isinstance({}, (list, tuple))",
    "another container's kind": "isinstance([run_id], dict)",
    "no member": '"a" in ("b", "c")',
    "any of none": 'any(each == "b" for each in ("a", "c"))',
    "a place that is not there": '"abc".index("c") > 5',
    "another beginning": '"abc".startswith(("x", "y"))',
    "nothing": "None",
    "both, and never both": "LIMIT > 5 or LIMIT < 1",
    "another class": "isinstance(One(), Two)",
    "a class of another module": "isinstance(One(), str)",
    "a key that is not there": '"b" in {"a": 1}',
    "a glob that does not fit": 'fnmatch.fnmatch("abc", "b*")',
    "an id of another kind": "isinstance(run_id, int)",
    "a part of a text": '"x" in "abc"',
    "a pattern that does not fit": 're.match("b", "abc")',
}
KNOWN = """
import fnmatch
import re

LIMIT = 3


class One:
    def named(self):
        return "a"


class Two:
    pass


async def main(manager, run_id, user_key):
    if {condition}:
        await manager.send_to_user(run_id, {{}}){mark}
"""


@pytest.mark.parametrize("condition", TRUE.values(), ids=TRUE)
def test_condition_that_holds(condition, tmp_path):
    assert_as_marked(tmp_path, KNOWN.format(condition=condition, mark="  # wrong"))


@pytest.mark.parametrize("condition", FALSE.values(), ids=FALSE)
def test_condition_that_does_not(condition, tmp_path):
    assert_as_marked(tmp_path, KNOWN.format(condition=condition, mark=""))

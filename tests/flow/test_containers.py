"""Lists, dictionaries and what is spread out of them, exact and inexact."""

from __future__ import annotations

import pytest

from tests.flow.support import assert_as_marked

WRONG = {
    "a list that grows by another in a loop": """
        found = []
        for _ in range(2):
            found.extend([run_id])
        await manager.send_to_user(found[0], {})  # wrong
        """,
    "a list that grows by what a function gives": """
        found = []
        found.extend(doubled(run_id))
        await manager.send_to_user(found[0], {})  # wrong
        """,
    "a display with what a function gives": """
        found = [user_key, *doubled(run_id)]
        await manager.send_to_user(found[1], {})  # wrong
        """,
    "an element in the middle of a list of unknown length": """
        found = [run_id, *doubled(run_id)]
        for each in found:
            await manager.send_to_user(each, {})  # wrong
        """,
    "a dictionary that is updated by keywords in a loop": """
        found = {}
        for _ in range(2):
            found.update(who=run_id)
        for each in found.values():
            await manager.send_to_user(each, {})  # wrong
        """,
    "a dictionary spread into an update": """
        found = {"who": user_key}
        found.update(**{"who": run_id})
        await manager.send_to_user(found["who"], {})  # wrong
        """,
    "one of the rest of the arguments, by its place": """
        await second(manager, user_key, run_id)  # wrong
        """,
    "a keyword among others": """
        await of_keywords(manager, who=run_id, other=user_key)  # wrong
        """,
    "any of the keywords": """
        await any_keyword(manager, who=run_id)  # wrong
        """,
    "the rest behind what is spread": """
        await second(manager, *[user_key, run_id])  # wrong
        """,
    "rows that are counted": """
        for at, each in enumerate(doubled(run_id)):
            await manager.send_to_user(each, {"at": at})  # wrong
        """,
    "columns of zip": """
        for mine, theirs in zip([run_id], doubled(user_key)):
            await manager.send_to_user(mine, {})  # wrong
            await manager.send_to_user(theirs, {})
        """,
    "one row of zip, by its place": """
        rows = list(zip([run_id], [user_key]))
        await manager.send_to_user(rows[0][0], {})  # wrong
        await manager.send_to_user(rows[0][1], {})
        """,
    "the last pair of a dictionary": """
        found = {"a": user_key, "b": run_id}
        key, value = found.popitem()
        await manager.send_to_user(value, {"key": key})  # wrong
        await manager.send_to_user(list(found.values())[0], {})
        """,
    "a dictionary that is emptied and filled": """
        found = {"who": user_key}
        found.clear()
        found["who"] = run_id
        await manager.send_to_user(found["who"], {})  # wrong
        """,
    "keys that are ids": """
        found = {}
        found[run_id] = 1
        for each in found:
            await manager.send_to_user(each, {})  # wrong
        """,
    "keys that an unknown order gives": """
        found = {}
        for each in doubled(run_id):
            found[each] = 1
        for each in found:
            await manager.send_to_user(each, {})  # wrong
        """,
    "keys of a comprehension": """
        found = {each: 1 for each in doubled(run_id)}
        for each in found:
            await manager.send_to_user(each, {})  # wrong
        """,
    "an item of a slice": """
        found = [user_key, run_id, user_key][1:]
        await manager.send_to_user(found[0], {})  # wrong
        await manager.send_to_user(found[1], {})
        """,
    "an item of a sum": """
        found = [user_key] + [run_id]
        await manager.send_to_user(found[1], {})  # wrong
        await manager.send_to_user(found[0], {})
        """,
    "any of a sum": """
        for each in [user_key] + doubled(run_id):
            await manager.send_to_user(each, {})  # wrong
        """,
    "a merged dictionary": """
        found = {"who": user_key} | {"who": run_id}
        await manager.send_to_user(found["who"], {})  # wrong
        """,
    "a merged dictionary of unknown keys": """
        found = {"other": user_key} | {each: run_id for each in doubled("who")}
        await manager.send_to_user(found["who"], {})  # wrong
        """,
    "a default for each key": """
        found = defaultdict(list)
        found["a"].append(run_id)
        for each in found["a"]:
            await manager.send_to_user(each, {})  # wrong
        """,
    "the only value of a mapping": """
        found = {"who": run_id}
        [only] = found.values()
        await manager.send_to_user(only, {})  # wrong
        """,
    "what is left when something is removed": """
        found = [user_key, run_id]
        found.remove(user_key)
        await manager.send_to_user(found[0], {})  # wrong
        """,
    "what is left when something unknown is removed": """
        found = [run_id, "x", "y"]
        found.remove(choice("x", "y"))
        await manager.send_to_user(found[0], {})  # wrong
        """,
    "inserted somewhere": """
        found = ["a", "b"]
        found.insert(int(bool(user_key)), run_id)
        for each in found:
            await manager.send_to_user(each, {})  # wrong
        """,
    "set somewhere": """
        found = ["a", "b"]
        found[int(bool(user_key))] = run_id
        for each in found:
            await manager.send_to_user(each, {})  # wrong
        """,
    "gathered": """
        async def one(value):
            return value

        found = await asyncio.gather(one(user_key), one(run_id))
        await manager.send_to_user(found[1], {})  # wrong
        await manager.send_to_user(found[0], {})
        """,
    "gathered from many": """
        async def one(value):
            return value

        found = await asyncio.gather(*[one(each) for each in doubled(run_id)])
        await manager.send_to_user(found[1], {})  # wrong
        """,
    "chained": """
        found = list(itertools.chain.from_iterable([[user_key], [run_id]]))
        await manager.send_to_user(found[1], {})  # wrong
        await manager.send_to_user(found[0], {})
        """,
    "some of many": """
        found = list(itertools.islice([user_key, run_id, user_key], 1, 2))
        await manager.send_to_user(found[0], {})  # wrong
        """,
    "what a filter lets through": """
        for each in filter(None, [run_id, ""]):
            await manager.send_to_user(each, {})  # wrong
        """,
    "what a function lets through": """
        for each in filter(lambda one: one.startswith("run_"), [run_id, user_key]):
            await manager.send_to_user(each, {})  # wrong
        """,
    "a queue": """
        queue = asyncio.Queue()
        await queue.put(run_id)
        await manager.send_to_user(await queue.get(), {})  # wrong
        """,
    "a list that is repeated once": """
        found = [run_id] * 1
        await manager.send_to_user(found[0], {})  # wrong
        """,
    "a text that is repeated once": """
        await manager.send_to_user(run_id * 1, {})  # wrong
        """,
    "the first of an iterator": """
        await manager.send_to_user(next(iter([run_id, user_key])), {})  # wrong
        """,
    "a fallback of an iterator": """
        await manager.send_to_user(next(iter([]), run_id), {})  # wrong
        """,
    "pairs that make a dictionary": """
        found = dict([("who", run_id), ("other", user_key)])
        await manager.send_to_user(found["who"], {})  # wrong
        await manager.send_to_user(found["other"], {})
        """,
    "a dictionary of keywords with others spread": """
        found = dict(who=run_id, **{"other": user_key})
        await manager.send_to_user(found["who"], {})  # wrong
        await manager.send_to_user(found["other"], {})
        """,
    "an ordered dictionary whose end is moved": """
        found = OrderedDict(who=run_id, other=user_key)
        found.move_to_end("who")
        await manager.send_to_user(found.popitem()[1], {})  # wrong
        """,
    "a value that is set by default": """
        found = {}
        await manager.send_to_user(found.setdefault("who", run_id), {})  # wrong
        await manager.send_to_user(found["who"], {})  # wrong
        """,
    "values taken out with a fallback": """
        await manager.send_to_user({}.pop("who", run_id), {})  # wrong
        """,
    "a counted row, by its place": """
        row = list(enumerate([run_id]))[0]
        await manager.send_to_user(row[1], {})  # wrong
        """,
    "a deleted neighbour": """
        found = [user_key, run_id]
        del found[0]
        await manager.send_to_user(found[0], {})  # wrong
        """,
}
CLEAN = {
    "the other half of a dictionary": """
        found = {"who": run_id, **{"who": user_key}}
        await manager.send_to_user(found["who"], {})
        """,
    "what is deleted": """
        found = {"who": run_id}
        del found["who"]
        await manager.send_to_user(found.get("who") or user_key, {})
        """,
    "what is emptied": """
        found = [run_id]
        found.clear()
        found.append(user_key)
        await manager.send_to_user(found[0], {})
        """,
    "the number of a counted row": """
        for at, each in enumerate(doubled(run_id)):
            await manager.send_to_user(str(at), {"each": each})
        """,
    "what a filter holds back": """
        for each in filter(lambda one: not one.startswith("run_"), [run_id, user_key]):
            await manager.send_to_user(each, {})
        """,
    "the first of the rest": """
        await second(manager, run_id, user_key)
        """,
    "another keyword": """
        await of_keywords(manager, who=user_key, other=run_id)
        """,
    "the length of a list": """
        await manager.send_to_user(str(len([run_id])), {})
        """,
    "a key of a dictionary whose values are ids": """
        for each in {"owner": run_id}:
            await manager.send_to_user(each, {})
        """,
    "what is taken out": """
        found = {"who": run_id, "other": user_key}
        found.pop("who")
        for each in found.values():
            await manager.send_to_user(each, {})
        """,
    "a swapped pair": """
        one, two = run_id, user_key
        one, two = two, one
        await manager.send_to_user(one, {"two": two})
        """,
}
PROGRAM = """
import asyncio
import itertools
from collections import OrderedDict, defaultdict


def doubled(value):
    return [value for _ in range(2)]


def choice(one, two):
    return min(one, two)


async def second(manager, *rest):
    await manager.send_to_user(rest[1], {})


async def of_keywords(manager, **names):
    await manager.send_to_user(names["who"], {})


async def any_keyword(manager, **names):
    for each in names.values():
        await manager.send_to_user(each, {})


async def main(manager, run_id, user_key):"""


@pytest.mark.parametrize("body", WRONG.values(), ids=WRONG)
def test_what_reaches_a_recipient(body, tmp_path):
    assert_as_marked(tmp_path, PROGRAM, body)


@pytest.mark.parametrize("body", CLEAN.values(), ids=CLEAN)
def test_what_does_not(body, tmp_path):
    assert_as_marked(tmp_path, PROGRAM, body)

"""Containers that are changed on some ways only, so that their parts cannot be counted."""

from __future__ import annotations

import pytest

from tests.flow.support import assert_as_marked

PROGRAM = """
import asyncio


def by_names(who="nobody", other="nobody"):
    return who


def of_rest(*rest):
    return rest[0]


def any_of(*rest):
    for each in rest:
        return each


def of_keywords(**given):
    for name in given:
        return given[name]


def all_of(**given):
    return list(given.values())


def whole(**given):
    return by_names(**given)


async def main(manager, run_id, user_key):"""
CASES = {
    "a key that is set at times": """
        given = {"who": run_id}
        if user_key:
            given["other"] = "a"
        await manager.send_to_user(by_names(**given), {})  # wrong
        await manager.send_to_user(given.get("other", "b"), {})
        await manager.send_to_user(given["who"], {})  # wrong
        if "who" in given:
            await manager.send_to_user(given["who"], {})  # wrong
        """,
    "a dictionary of keywords that is filled at times": """
        given = dict(who="a")
        if user_key:
            given["other"] = run_id
        await manager.send_to_user(by_names(**given), {})
        await manager.send_to_user(given.get("other", "b"), {})  # wrong
        """,
    "a key that is not known": """
        given = {"who": "a"}
        if user_key:
            given[user_key] = run_id
        await manager.send_to_user(given[user_key] if user_key else "a", {})  # wrong
        """,
    "a dictionary that is updated at times": """
        given = {"who": "a"}
        if user_key:
            given.update(other=run_id)
        for name in given:
            await manager.send_to_user(name, {})
        for value in given.values():
            await manager.send_to_user(value, {})  # wrong
        for name, value in given.items():
            await manager.send_to_user(name, {"value": value})
        """,
    "spread into another, and set at times": """
        given = {**{"who": run_id}, "other": "a"}
        if user_key:
            given["third"] = "b"
        await manager.send_to_user(dict(given)["who"], {})  # wrong
        await manager.send_to_user({**given}["other"], {})
        """,
    "a list that grows at times": """
        given = ["a"]
        if user_key:
            given.append(run_id)
        await manager.send_to_user(given[-1], {})  # wrong
        for each in given:
            await manager.send_to_user(each, {})  # wrong
        """,
    "a list that is spread, and grows at times": """
        given = [run_id]
        if user_key:
            given.append("a")
        await manager.send_to_user(of_rest(*given), {})  # wrong
        first, *others = given
        await manager.send_to_user(first, {"others": others})  # wrong
        """,
    "a list that grows by another at times": """
        given = []
        if user_key:
            given.extend([run_id])
        given.insert(0, "a")
        for each in given:
            await manager.send_to_user(each, {})  # wrong
        """,
    "a dictionary with defaults that is filled at times": """
        given = {}
        if user_key:
            given.setdefault("who", run_id)
        if user_key:
            await manager.send_to_user(given["who"], {})  # wrong
        """,
    "a set, a stack and a queue": """
        given = set()
        for each in ("a", run_id):
            given.add(each)
        for each in given:
            await manager.send_to_user(each, {})  # wrong
        queue = asyncio.Queue()
        if user_key:
            queue.put_nowait(run_id)
            await manager.send_to_user(queue.get_nowait(), {})  # wrong
        """,
    "keywords that are gone through": """
        await manager.send_to_user(of_keywords(who=run_id), {})  # wrong
        await manager.send_to_user(of_keywords(who="a"), {})
        await manager.send_to_user(all_of(who=run_id)[0], {})  # wrong
        await manager.send_to_user(whole(who=run_id), {})  # wrong
        await manager.send_to_user(whole(other=run_id), {})
        await manager.send_to_user(whole(**{"who": run_id}), {})  # wrong
        """,
    "one of the rest by its place": """
        await manager.send_to_user(of_rest(run_id, "a"), {})  # wrong
        await manager.send_to_user(of_rest("a", run_id), {})
        await manager.send_to_user(any_of(*(each for each in [run_id])), {})  # wrong
        """,
    "an object in a field that is filled at times": """
        given = {"inner": []}
        if user_key:
            given["inner"].append(run_id)
        for each in given["inner"]:
            await manager.send_to_user(each, {})  # wrong
        """,
    "one of two lists": """
        one, two = ["a"], ["b"]
        chosen = one if user_key else two
        chosen.append(run_id)
        for each in one:
            await manager.send_to_user(each, {})  # wrong
        """,
    "zip of lists that grow": """
        given = ["a"]
        if user_key:
            given.append(run_id)
        for one, two in zip(given, ["x", "y"]):
            await manager.send_to_user(one, {})  # wrong
            await manager.send_to_user(two, {})
        for row in zip(given, ["x", "y"]):
            await manager.send_to_user(row[0], {})  # wrong
            await manager.send_to_user(row[1], {})
        for at, each in enumerate(given):
            await manager.send_to_user(each, {"at": at})  # wrong
        """,
    "slices and sums of lists that grow": """
        given = ["a"]
        if user_key:
            given.append(run_id)
        for each in given[1:]:
            await manager.send_to_user(each, {})  # wrong
        for each in ["b"] + given:
            await manager.send_to_user(each, {})  # wrong
        """,
    "a comprehension of pairs": """
        given = {name: value for name, value in {"a": run_id}.items()}
        for name, value in given.items():
            await manager.send_to_user(value, {"name": name})  # wrong
        await manager.send_to_user(list(given.values())[0], {})  # wrong
        await manager.send_to_user(list(given)[0], {})
        """,
    "a list in a loop that comes from another": """
        given, todo = [], [run_id]
        while todo:
            given.append(todo.pop())
        await manager.send_to_user(given[0], {})  # wrong
        """,
    "a default that is emptied": """
        given = {"who": run_id}
        if user_key:
            given.pop("who")
        await manager.send_to_user(given.get("who", "a"), {})  # wrong
        """,
}


@pytest.mark.parametrize("body", CASES.values(), ids=CASES)
def test_some_ways(body, tmp_path):
    assert_as_marked(tmp_path, PROGRAM, body)

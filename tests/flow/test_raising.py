"""What a handler sees of a block that may have raised anywhere."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.flow.support import assert_as_marked

HEAD = """
import contextlib


class Failed(Exception):
    def __init__(self, value, note=""):
        self.value = value
        super().__init__(value, note)


class Deeper(Failed):
    pass


class Plain(Exception):
    def __init__(self, value):
        self.value = value


def fails(value):
    raise Failed(value)


def fails_at_times(value):
    if not value:
        fails("never")
    for each in value:
        if each == "_":
            raise Deeper(value)


def explode(value):
    raise KeyError(value)


"""
MAIN = "async def main(manager, run_id, user_key):"
CASES = {
    "a loop, a block and a match": """
        found = "a"
        try:
            for each in [run_id]:
                found = each
                fails(each)
            found = "b"
        except Failed:
            await manager.send_to_user(found, {})  # wrong
        found = "a"
        try:
            with contextlib.nullcontext(run_id) as inner:
                found = inner
                explode(inner)
        except KeyError:
            await manager.send_to_user(found, {})  # wrong
        try:
            match [run_id]:
                case [first]:
                    found = first
                    fails(first)
        except Failed as error:
            await manager.send_to_user(found, {})  # wrong
            await manager.send_to_user(error.args[0], {})  # wrong
            await manager.send_to_user(error.args[1], {})
        """,
    "a name that is not bound, and a definition": """
        found = "a"
        try:
            user_key
            found = run_id

            @contextlib.contextmanager
            def inner():
                yield found

            with inner() as given:
                await manager.send_to_user(given, {})  # wrong
                explode(given)
        except KeyError as error:
            await manager.send_to_user(error.args[0], {})  # wrong
        """,
    "a try in a try": """
        found = "a"
        try:
            try:
                fails(run_id)
            except KeyError:
                found = "never"
            finally:
                found = run_id
        except Failed:
            await manager.send_to_user(found, {})  # wrong
        try:
            try:
                explode("x")
            except KeyError:
                raise Failed(run_id) from None
        except Failed as error:
            await manager.send_to_user(error.value, {})  # wrong
        """,
    "errors from far below": """
        try:
            fails_at_times(run_id)
        except Deeper as error:
            await manager.send_to_user(error.value, {})  # wrong
        except Failed:
            await manager.send_to_user("nobody", {})
        try:
            raise Plain(run_id)
        except Plain as error:
            await manager.send_to_user(error.args[0], {})  # wrong
            await manager.send_to_user(error.value, {})  # wrong
        """,
    "any error": """
        try:
            fails(run_id)
        except BaseException as error:
            await manager.send_to_user(error.value, {})  # wrong
        kinds = Failed if user_key else KeyError
        try:
            fails(run_id)
        except kinds as error:
            await manager.send_to_user(error.value, {})  # wrong
        except Exception:
            await manager.send_to_user("nobody", {})
        """,
    "a loop that goes on after errors": """
        found = "a"
        for each in [run_id, "b"]:
            try:
                if each == "b":
                    continue
                found = each
                fails(each)
            except Failed:
                break
            finally:
                user_key = "c"
        await manager.send_to_user(found, {})  # wrong
        await manager.send_to_user(user_key, {})
        """,
    "an else and a finally": """
        found = "a"
        try:
            found = "b"
        except KeyError:
            found = "never"
        else:
            found = run_id
        finally:
            await manager.send_to_user(found, {})  # wrong
        """,
    "an error that is raised again": """
        try:
            try:
                fails(run_id)
            except Failed as error:
                kept = error
                raise
        except Failed:
            await manager.send_to_user(kept.value, {})  # wrong
        """,
    "suppressed": """
        found = "a"
        with contextlib.suppress(Failed):
            found = run_id
            fails(run_id)
            found = "never"
        await manager.send_to_user(found, {})  # wrong
        """,
}


@pytest.mark.parametrize("body", CASES.values(), ids=CASES)
def test_raising(body, tmp_path):
    assert_as_marked(tmp_path, dedent(HEAD) + MAIN, body)

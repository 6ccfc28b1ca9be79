"""Which conditions hold a run id back, and which let it pass."""

from __future__ import annotations

from textwrap import dedent, indent

import pytest

from tests.flow.support import assert_as_marked

HOLDING = {
    "not a prefix": 'not value.startswith("run_")',
    "another prefix": 'value.startswith(("thread_", "user_"))',
    "neither of two prefixes": 'not value.startswith(("run_", "job_"))',
    "prefixes in a constant": "not value.startswith(PREFIXES)",
    "a slice": 'value[:4] != "run_"',
    "a slice from the beginning": 'value[0:4] != "run_"',
    "the first part": 'value.split("_")[0] != "run"',
    "the first part, kept": "first_of(value) != 'run'",
    "a partition": 'value.partition("_")[0] != "run"',
    "a place": 'value.find("run_") != 0',
    "no place": 'value.find("run_") < 0',
    "a place before all": 'not value.find("run_") >= 0',
    "a place after minus one": 'not value.find("run_") > -1',
    "a count": 'value.count("run_") == 0',
    "a count below one": 'value.count("run_") < 1',
    "not once": 'not value.count("run_") > 0',
    "a regex": 're.match("run_", value) is None',
    "a regex that is compiled": "not RUN.match(value)",
    "a regex of the whole": 'not re.fullmatch(r"run_[0-9a-f-]+", value)',
    "a search from the beginning": 'not re.search("^run_", value)',
    "contained": '"run_" not in value',
    "one of some": 'value in ("a", "b")',
    "one of a list with others": 'value in ["a", "user-" + "b"]',
    "a known text": 'value == "a"',
    "compared with false": 'value.startswith("run_") == False',
    "is false": 'value.startswith("run_") is False',
    "is not true": 'value.startswith("run_") is not True',
    "a type": 'bool(value.startswith("user"))',
    "its own check": "not is_run(value)",
    "its own check, in two steps": "not is_run_kept(value)",
    "a check of a stripped text": 'not value.strip().startswith("run_")',
    "a check of a text with a default": 'not (value or "").startswith("run_")',
    "a check of str()": 'not str(value).startswith("run_")',
    "any of several": 'not any(value.startswith(each) for each in ("run_", "job_"))',
    "all of several": 'all(not value.startswith(each) for each in ("run_", "job_"))',
    "a glob": 'not fnmatch.fnmatch(value, "run_*")',
    "digits": "value.isdigit()",
    "a removed prefix": 'value.removeprefix("run_") == value',
    "a length of nothing": "not value",
    "a number": "isinstance(value, int)",
    "a check kept in a variable": "(told := value.startswith('run_')) is False and not told",
    "a method that is named": 'not str.startswith(value, "run_")',
    "not from the end": 'not (len(value) > 4 and value[:4] == "run_")',
    "a comparison the other way round": '"run_" != value[:4]',
    "lower case": 'not value.lower().startswith("run_")',
    "a kind in a table": 'KINDS.get(value[:4]) == "user"',
}
PASSING = {
    "a search anywhere": 're.search("run", value)',
    "no prefix at all": 'value.startswith("")',
    "another letter case": 'not value.startswith("RUN_")',
    "a regex of another kind": 'not re.match("thread_", value)',
    "a place behind": 'value.find("run_") <= 0',
    "a slice from elsewhere": 'value[4:] != "run_"',
    "the last part": 'value.split("_")[-1] != "run"',
    "a count of another": 'value.count("x") == 0',
    "not one of some": 'value not in ("a", "b")',
    "not a known text": 'value != "a"',
    "a text": "isinstance(value, (str, bytes))",
    "a text or nothing": "isinstance(value, str) and value is not None",
    "something": "value is not None",
    "anything": "bool(value) or True",
    "a length": "len(value) > 3",
    "another value": 'not other.startswith("run_")',
    "counted at all": 'value.count("run_") >= 0',
    "any that is there": "any([value])",
    "a check that is never met": "not is_other(value)",
    "a check of another": "not is_run(other)",
    "hasattr": 'hasattr(value, "strip")',
    "callable": "not callable(value)",
    "no number": "not isinstance(value, (int, dict, list))",
    "a long pattern": 'not re.match("(a+)+b", value)',
    "a broken check": "not value.startswith(other)",
}
PROGRAM = """
import fnmatch
import re

PREFIXES = ("run_", "job_")
RUN = re.compile("run_")
KINDS = {{"run_": "run", "user": "user"}}


def first_of(value):
    first, *rest = value.split("_")
    return first


def is_run(value):
    return value.startswith("run_")


def is_run_kept(value):
    if not value:
        return False
    found = re.match(r"^run_", value)
    return found is not None


def is_other(value):
    return value.startswith("thread_")


async def tell(manager, value, other):
    if {condition}:
        await manager.send_to_user(value, {{}})


async def main(manager, run_id, user_id):
    await tell(manager, user_id or "a", "b")
    await tell(manager, run_id, "b"){mark}
"""


@pytest.mark.parametrize("condition", HOLDING.values(), ids=HOLDING)
def test_holds_a_run_id_back(condition, tmp_path):
    assert_as_marked(tmp_path, PROGRAM.format(condition=condition, mark=""))


@pytest.mark.parametrize("condition", PASSING.values(), ids=PASSING)
def test_lets_it_pass(condition, tmp_path):
    assert_as_marked(tmp_path, PROGRAM.format(condition=condition, mark="  # wrong"))


RAISING = {
    "a check that raises": """
        if value.startswith("run_"):
            raise ValueError(value)
        """,
    "a check of a function": """
        checked(value)
        """,
    "a check of a function, two deep": """
        checked_twice(value)
        """,
    "an assertion": """
        assert not value.startswith("run_")
        """,
    "a parsed id": """
        UUID(value)
        """,
    "a number": """
        int(value)
        """,
    "a check of a class": """
        Checked(value)
        """,
    "a name that says so": """
        validate_user_id(value)
        """,
}
NOT_RAISING = {
    "a check of something else": """
        checked(other)
        """,
    "a check whose error is caught": """
        try:
            checked(value)
        except ValueError:
            other = "b"
        """,
    "a number that is none": """
        int("12")
        """,
    "a look at it": """
        print(value)
        """,
}
STATEMENTS = """
from uuid import UUID


def checked(value):
    if value.startswith("run_"):
        raise ValueError(value)
    return value


def checked_twice(value):
    print(len(value))
    return checked(value)


def validate_user_id(value):
    if value[:4] == "run_":
        raise ValueError(value)


class Checked:
    def __init__(self, value):
        self.value = checked(value)


async def tell(manager, value, other):
{body}
    await manager.send_to_user(value, {{}})


async def main(manager, run_id, flag):
    if flag:
        return
    try:
        await tell(manager, run_id, "b"){mark}
    except (ValueError, AssertionError):
        pass
"""


@pytest.mark.parametrize("body", RAISING.values(), ids=RAISING)
def test_raises_for_a_run_id(body, tmp_path):
    text = indent(dedent(body), "    ")
    assert_as_marked(tmp_path, STATEMENTS.format(body=text, mark=""))


@pytest.mark.parametrize("body", NOT_RAISING.values(), ids=NOT_RAISING)
def test_raises_for_something_else(body, tmp_path):
    text = indent(dedent(body), "    ")
    assert_as_marked(tmp_path, STATEMENTS.format(body=text, mark="  # wrong"))

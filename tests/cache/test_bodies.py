"""Edits inside functions: findings stay where nobody looked, and only there."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netra_lint.cli.output.machine import described
from netra_lint.engine import Request, check
from tests.support import write

FILL = "".join(f"    filler_{n} = 'so that the body is long enough'\n" for n in range(4))
IN_CLASS = FILL.replace("    ", "        ")
PROJECT = {
    "pyproject.toml": "[tool.netra-lint]\n",
    "agent.py": (
        "async def report(manager, run_id):\n    await manager.send_to_user(run_id, {})\n"
    ),
    "quiet.py": (
        "from helper import through, stop\nfrom base import Base\nfrom state import Keeper\n\n\n"
        "async def send(manager, run_id, user_id, base: Base):\n"
        "    keeper = Keeper(user_id)\n"
        "    await manager.send_to_user(through(user_id), {})\n"
        "    await manager.send_to_user(stop(run_id), {})\n"
        "    await manager.send_to_user(base.pick(run_id), {})\n"
        "    await manager.send_to_user(keeper.kept, {})\n"
    ),
    "helper.py": (
        "# of helpers\n"
        f"def through(value):\n{FILL}    return value\n\n\n"
        f"def stop(value):\n{FILL}    return None\n\n\n"
        f"# aside\ndef aside(value):\n{FILL}    return value\n\n\n"
        f"def other(first, second):\n{FILL}    total = first + second\n    return total\n"
    ),
    "base.py": (
        f"class Base:\n    def pick(self, value):\n{IN_CLASS}        return None\n\n"
        f"    def other(self, value):\n{IN_CLASS}        return value\n"
    ),
    "state.py": (
        f"class Keeper:\n    def __init__(self, kept):\n{IN_CLASS}        self.kept = kept\n\n"
        f"    def show(self):\n{IN_CLASS}        return self.kept\n\n"
        f"    def more(self, given):\n{IN_CLASS}        return [given]\n"
    ),
    "plain.py": f"def plain(a):\n{FILL}    return a\n",
}
LINES = (
    "",
    "{i}number = 1\n",
    "{i}# a remark\n",
    "{i}# of run_id and through\n",
    "{i}self.kept = 'run_1'\n",
    "{i}setattr(self, 'kept', 'run_1')\n",
    "{i}return 'run_1'\n",
    "{i}return value\n",
    "{i}yield value\n",
    "{i}global through\n",
    "{i}through = stop\n",
    "{i}report(None, value, value, None)\n",
    "{i}same = lambda value: value\n",
    "{i}class Derived(Base):\n{i}    def pick(self, value):\n{i}        return value\n",
    "{i}Keeper('run_1')\n",
    "{i}value = '''\n# text\n'''\n",
    "{i}manager.send_to_user('run_1', {{}})\n",
    "{i}notify(thread_id=user_id)\n",
    "def late(value):\n    return value\n",
    "from other import through\n",
)


def request(folder, **more):
    return Request(cwd=str(folder), cache=True, select=("NTR",), **more)


def found(asked):
    return [described(each) for each in check(asked).diagnostics]


def edited(text, edit):
    """Put a line in, or in the place of another; the indentation is that of its neighbour."""
    at, line, over = edit
    lines = text.splitlines(keepends=True)
    place = at % len(lines)
    before = lines[place]
    indent = before[: len(before) - len(before.lstrip())]
    rest = lines[place + 1 :] if over else lines[place:]
    return "".join([*lines[:place], line.format(i=indent.rstrip("\n")), *rest])


edits = st.tuples(st.integers(0, 10_000), st.sampled_from(LINES), st.booleans())
names = st.sampled_from([name for name in PROJECT if name.endswith(".py")] + ["helper.py"] * 3)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(names, edits), min_size=1, max_size=8))
def test_what_is_kept_is_what_is_found(steps):
    folder = Path(os.path.realpath(tempfile.mkdtemp()))
    try:
        write(folder, PROJECT)
        found(request(folder))
        for name, edit in steps:
            path = folder / name
            path.write_text(edited(path.read_text() or "\n", edit))
            assert found(request(folder)) == found(replace(request(folder), cache=False))
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def project(tmp_path):
    return write(tmp_path, PROJECT)


KEPT = {
    "a body that nobody looked into": (
        "helper.py",
        "    total = first + second\n",
        "    total = 1\n",
    ),
    "more rows in it": (
        "helper.py",
        "    total = first + second\n",
        "    total = 1\n\n    x = 2\n",
    ),
    "a comment elsewhere": ("helper.py", "# aside\n", "# apart\n\n"),
    "a comment where it was looked": (
        "helper.py",
        "    return None\n",
        "    # no\n    return None\n",
    ),
    "a method": ("base.py", "        return value\n", "        return [value]\n"),
    "a method that keeps nothing": (
        "state.py",
        "        return [given]\n",
        "        return given\n",
    ),
    "a function beside": (
        "base.py",
        "class Base:\n",
        "def near(one):\n    return one\n\n\nclass Base:\n",
    ),
    "a long function beside": (
        "base.py",
        "class Base:\n",
        f"@cache\ndef near(one):\n{FILL}    return one\n\n\nclass Base:\n",
    ),
    "a name beside": ("base.py", "class Base:\n", "import os\n\nLIMIT = 1\n\n\nclass Base:\n"),
}
DROPPED = {
    "what was looked into": ("helper.py", "    return None\n", "    return value\n"),
    "a parameter": ("helper.py", "def other(first, second)", "def other(first, third)"),
    "a name that is asked for": ("helper.py", "total = first + second", "total = report(1, 2)"),
    "a field that is set": ("state.py", "        return [given]\n", "        self.kept = given\n"),
    "the end of a file": ("helper.py", "    return total\n", "    return total\n\nN = 1\n"),
    "a class beside": ("base.py", "class Base:\n", "class Near:\n    pass\n\n\nclass Base:\n"),
    "a base": ("base.py", "class Base:\n", "class Base(dict):\n"),
    "a method's parameter": ("base.py", "def other(self, value)", "def other(self, given)"),
    "a function that says what is asked": (
        "base.py",
        "class Base:\n",
        "def near(manager):\n    return manager.send_to_user\n\n\nclass Base:\n",
    ),
    "the name of a class": ("base.py", "class Base:\n", "def Base():\n    pass\n\n\nclass Base:\n"),
    "what does not parse": ("helper.py", "    total = first + second\n", "    total = first +\n"),
}  # fmt: skip


@pytest.mark.parametrize("case", KEPT)
def test_what_nobody_looked_at_may_change(project, analyses, case):
    before = found(request(project))
    assert before
    name, old, new = KEPT[case]
    text = PROJECT[name]
    assert old in text
    for each in (text.replace(old, new, 1), text, text.replace(old, new, 1)):
        write(project, {name: each})
        assert found(request(project)) == before
    assert len(analyses) == 1
    assert found(replace(request(project), cache=False)) == before


@pytest.mark.parametrize("case", DROPPED)
def test_what_was_looked_at_may_not(project, analyses, case):
    found(request(project))
    name, old, new = DROPPED[case]
    assert old in PROJECT[name]
    write(project, {name: PROJECT[name].replace(old, new, 1)})
    after = found(request(project))
    assert len(analyses) == 2
    assert after == found(replace(request(project), cache=False))

"""Chains and repairs that rest on what variables, containers and results are declared to be."""

from __future__ import annotations

import pytest

from netra_lint.engine import Request, check
from tests.fixes.test_threading import repaired
from tests.support import write

SENDING = """\
from typing import NamedTuple


class Step:
    async def run(self, run_id):
        raise NotImplementedError


class Report(Step):
    def __init__(self, manager):
        self.manager = manager

    async def run(self, run_id):
        await self.manager.send_to_user(run_id, {})


class Score(NamedTuple):
    run_id: str
    points: int
    thread_id: str = ""
    user_id: str = ""
"""
RUNNING = """\
from sending import Step


def first_of(steps) -> Step:
    return steps[0]


class Runner:
    named: dict[str, Step]

    def __init__(self, steps: "list[Step] | None" = None):
        self.steps = steps

    async def find(self, name) -> Step:
        return self.named[name]

    async def each(self) -> "AsyncIterator[Step]":
        yield self.named["one"]

    async def go(self, run_id, thread_id, user_id):
        {body}
"""
CALL = "await step.run(run_id)"
WAYS = {
    "a variable": f"step: Step = self.other(); {CALL}",
    "an element": f"step = self.steps[0]; {CALL}",
    "each in turn": f"for step in self.steps: {CALL}",
    "each of a mapping": f"for step in self.named.values(): {CALL}",
    "one of a mapping": f"step = self.named.pop(run_id); {CALL}",
    "the best": f"step = max(self.steps, key=str); {CALL}",
    "the first in order": f"step = sorted(self.steps)[0]; {CALL}",
    "each of some": "some = [step for step in self.steps if step]\n"
    f"        for step in some: {CALL}",
    "what a function gives": f"step = first_of(self.steps); {CALL}",
    "each that a generator gives": f"async for step in self.each(): {CALL}",
    "what a coroutine gives": f"step = await self.find(run_id); {CALL}",
}


@pytest.mark.parametrize("body", WAYS.values(), ids=WAYS)
def test_ids_get_to_what_is_declared(body, tmp_path):
    files = {"sending.py": SENDING, "running.py": RUNNING.format(body=body)}
    texts = repaired(tmp_path, files)
    assert texts["sending.py"].count("run(self, run_id, thread_id=None, user_id=None)") == 2
    passed = "step.run(run_id, thread_id=thread_id, user_id=user_id)"
    assert passed in " ".join(texts["running.py"].split())


def found(folder, source):
    """Return what is found in a module beside the one that sends."""
    write(folder, {"pyproject.toml": "", "sending.py": SENDING, "m.py": source})
    every = check(Request(cwd=str(folder))).diagnostics
    own = [each for each in every if each.filename.endswith("m.py")]
    return [(each.code, each.location.row) for each in own]


NOT_DECLARED = {
    "the keys of a mapping": f"for step in self.named: {CALL}",
    "one of two": f"step = self.steps[0]; step = self.other(); {CALL}",
    "what is made of each": f"some = [str(one) for one in self.steps]; step = some[0]; {CALL}",
    "a part of each": f"for step, _ in self.steps: {CALL}",
}


@pytest.mark.parametrize("body", NOT_DECLARED.values(), ids=NOT_DECLARED)
def test_nothing_is_passed_to_what_is_not_declared(body, tmp_path):
    assert found(tmp_path, RUNNING.format(body=body)) == []


CARRIED = """\
from sending import Score


async def tell(manager, scores):
    best = max(scores, key=lambda one: one.points)
    await manager.send_to_user(best.run_id, {})


async def start(manager, run_id, thread_id, user_id):
    score = Score(run_id, 3, thread_id, user_id)
    await tell(manager, [score])
    scores = (score, Score(run_id, 4, thread_id, user_id))
    await tell(manager, scores)


def current() -> Score:
    raise NotImplementedError


async def tell_current(manager):
    score = current()
    await manager.send_to_user(score.run_id, {})


async def start_current(manager, thread_id):
    await tell_current(manager)


async def tell_found(manager, run_id, scores):
    score: Score = scores.find(run_id)
    await manager.send_to_user(run_id, {"points": score.points})


async def start_found(manager, scores, run_id, thread_id):
    await tell_found(manager, run_id, scores)
"""


def test_ids_that_come_with_the_run_id_are_not_lost(tmp_path):
    assert found(tmp_path, CARRIED) == [("NTR101", row) for row in (6, 22, 31)]

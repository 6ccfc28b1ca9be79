"""The oracle's own judge: what it notes, and when it tells a finding from a miss."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netra_lint.flow.hits import Hit, Span
from tests.oracle.compare import explains
from tests.oracle.execute import environments, execute, run_id
from tests.oracle.recorder import RUN, THREAD, USER, USER_ID, Arrival, Site, kind_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (run_id(0), RUN),
        (f" {run_id(1)}\n", RUN),
        ("thread_1", THREAD),
        (USER_ID, USER),
        ("running", ""),
        (None, ""),
        (["run_1"], ""),
    ],
)
def test_kind_of(value: object, kind: str) -> None:
    assert kind_of(value) == kind


def test_environments_are_all_combinations() -> None:
    found = list(environments(["agentRunId", "user_id", "flag"]))
    assert len(found) == 4
    assert {type(each["user_id"]) for each in found} == {str, type(None)}
    assert all(kind_of(each["agentRunId"]) == RUN for each in found)


def _program(folder: Path, text: str) -> set[Arrival]:
    path = folder / "case.py"
    path.write_text(text, "utf-8")
    return execute(folder, path, [path]).arrivals


def test_arrival_tells_the_calls_that_passed_the_id(tmp_path: Path) -> None:
    arrivals = _program(
        tmp_path,
        "import asyncio\n"
        "async def push(hub, to):\n"
        "    await hub.send_to_user(to, {})\n"
        "async def outer(hub, key):\n"
        "    await asyncio.create_task(push(hub, key))\n"
        "async def main(manager, run_id):\n"
        "    await outer(manager, run_id)\n",
    )
    (arrival,) = arrivals
    assert (arrival.kind, arrival.wanted) == (RUN, USER)
    assert {site.row for site in arrival.sites} >= {3, 5}


def test_caller_that_passes_no_id_is_no_place_for_a_finding(tmp_path: Path) -> None:
    arrivals = _program(
        tmp_path,
        "class Agent:\n"
        "    key = 'run_1'\n"
        "    def tell(self, hub):\n"
        "        return hub.send_to_user(self.key, {})\n"
        "def main(manager):\n"
        "    return Agent().tell(manager)\n",
    )
    (arrival,) = arrivals
    assert [site.row for site in arrival.sites] == [4]


def test_right_recipients_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "case.py"
    path.write_text(
        "async def main(manager, user_id, thread_id):\n"
        "    await manager.send_to_user(user_id, {})\n"
        "    await manager.send_to_thread(thread_id, {})\n",
        "utf-8",
    )
    outcome = execute(tmp_path, path, [path])
    assert (outcome.clean, outcome.arrivals, outcome.runs) == (2, set(), 4)


def _hit(code: str, row: int) -> Hit:
    span = Span(row, 4, row, 20)
    return Hit(code, "a.py", span, span, "send_to_user", RUN, USER, "", "x", "x", ())


def test_explains_wants_code_and_place() -> None:
    arrival = Arrival(RUN, USER, (Site("a.py", 3, 3, 20), Site("a.py", 9, 9)))
    assert explains(_hit("NTR101", 3), arrival)
    assert explains(_hit("NTR101", 9), arrival)
    assert not explains(_hit("NTR102", 3), arrival)
    assert not explains(_hit("NTR101", 4), arrival)


def test_arrival_names_the_maker_of_its_own_task(tmp_path: Path) -> None:
    arrivals = _program(
        tmp_path,
        "import asyncio\n"
        "async def push(hub, to):\n"
        "    await hub.send_to_user(to, {})\n"
        "async def outer(hub, key):\n"
        "    await asyncio.create_task(push(hub, key))\n"
        "async def main(manager, run_id, user_id):\n"
        "    first = asyncio.create_task(outer(manager, run_id))\n"
        "    second = asyncio.create_task(outer(manager, user_id))\n"
        "    await asyncio.gather(first, second)\n",
    )
    (arrival,) = arrivals
    assert {site.row for site in arrival.sites} == {3, 5, 7}


def test_arrival_through_an_object_with_slots(tmp_path: Path) -> None:
    arrivals = _program(
        tmp_path,
        "class Route:\n"
        "    __slots__ = ('to',)\n"
        "    def __init__(self, to):\n"
        "        self.to = to\n"
        "async def push(hub, route):\n"
        "    await hub.send_to_user(route.to, {})\n"
        "async def main(manager, run_id):\n"
        "    await push(manager, Route(run_id))\n",
    )
    (arrival,) = arrivals
    assert {site.row for site in arrival.sites} == {6, 8}

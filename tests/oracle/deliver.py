"""Running a project's scenario on the reference manager, with connected clients."""

from __future__ import annotations

import asyncio
import inspect
import logging
import warnings
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from netra_lint.runtime import RecordingConnection, Refusal, RoutingGuard, WebSocketManager
from tests.oracle.execute import SECONDS, environments, load
from tests.oracle.recorder import USER_ID

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import ModuleType

THREAD_ID = "thread_8842"
CLIENTS = {"owner": USER_ID, "colleague": "user_colleague"}


class Manager(WebSocketManager):
    """The reference manager, as a transport for projects that have a manager of their own."""

    async def deliver(self, user_id: str, message: Any) -> bool:
        """Send what another manager has found a recipient for."""
        return await self.send_to_user(user_id, message)


@dataclass
class Delivery:
    """What arrived in all environments together, as sentences.

    Attributes:
        lost: messages that must arrive and did not.
        surplus: messages that arrived and nobody expected.
        refused: recipients that the manager refused.
        noted: what the routing guard noted, as code, path and row.
        arrived: how many messages arrived.
        runs: how many environments ended without an exception.
    """

    lost: list[str] = field(default_factory=list)
    surplus: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    noted: set[tuple[str, str, int]] = field(default_factory=set)
    arrived: int = 0
    runs: int = 0

    @property
    def misrouted(self) -> bool:
        """Whether a message was sent to a wrong id, or did not arrive."""
        return bool(self.lost or self.refused)


def deliver(root: Path, entry: Path) -> Delivery:
    """Run a scenario in each environment, and compare what arrives with what must.

    Args:
        root: the project's folder; a repaired copy of one will do.
        entry: its ``scenario.py``, with ``main`` and ``must_arrive``.
    """
    delivery = Delivery()
    parameters = inspect.signature(load(root, entry).main).parameters
    for values in environments([name for name in parameters if name != "manager"]):
        module = load(root, entry)
        with _quiet():
            asyncio.run(_run(module, values, delivery))
    return delivery


@contextmanager
def _quiet() -> Iterator[None]:
    """Let neither the manager nor the deprecated alias tell what the oracle counts."""
    logger = logging.getLogger("netra_lint.runtime")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            yield
    finally:
        logger.setLevel(before)


async def _run(module: ModuleType, values: dict[str, Any], delivery: Delivery) -> None:
    guard = RoutingGuard()
    manager = guard.watch(Manager())
    clients = {name: RecordingConnection(name) for name in CLIENTS}
    for name, client in clients.items():
        await manager.connect(client, CLIENTS[name], THREAD_ID)
    await asyncio.wait_for(module.main(manager, **values), SECONDS)
    await manager.close()
    delivery.runs += 1
    delivery.refused += manager.refusals
    delivery.noted |= {(one.code, one.path, one.line) for one in guard.violations}
    wanted = inspect.signature(module.must_arrive).parameters
    expected = module.must_arrive(**{name: values[name] for name in wanted})
    for name, client in clients.items():
        delivery.arrived += len(client.messages)
        lost, surplus = _compare(client.messages, expected.get(name, ()))
        known = {key: value for key, value in values.items() if not key.endswith("run_id")}
        delivery.lost += [f"{name} must get {one}, given {known}" for one in lost]
        delivery.surplus += [f"{name} got {one}, given {known}" for one in surplus]


def _compare(arrived: Iterable[Any], expected: Iterable[Any]) -> tuple[list[Any], list[Any]]:
    """Return what is missing and what is too much; an expected message names some keys."""
    left = list(arrived)
    lost = []
    for one in expected:
        found = next((message for message in left if one.items() <= message.items()), None)
        if found is None:
            lost.append(one)
        else:
            left.remove(found)
    return lost, left

"""Runs a project's scenario with connections, and prints what reached whom as JSON.

Run as a program of its own, so that projects can be imported before and after
a repair: ``python deliveries.py FOLDER``.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import itertools
import json
import sys
from typing import Any

RUN = "run_3f2a0000-0000-4000-8000-000000000000"
THREAD, USER, FELLOW = "thread_8842", "7f9c24e8-3b1d-4f0e-9c55-1d2a7f0b6a11", "fellow"
VALUES: dict[str, tuple[Any, ...]] = {
    "run_id": (RUN,),
    "thread_id": (THREAD, None),
    "user_id": (USER, None),
    "flag": (True, False),
}


class Connections:
    """A manager with two users in one thread, who are connected."""

    def __init__(self) -> None:
        self.members = {THREAD: [USER, FELLOW]}
        self.delivered: list[tuple[str, str]] = []
        self.lost: list[str] = []

    async def send_to_user(self, user_id: str, message: Any, **_: Any) -> bool:
        return self._deliver([user_id] if user_id in (USER, FELLOW) else [], user_id, message)

    async def send_message(self, user_id: str, message: Any, **_: Any) -> bool:
        return await self.send_to_user(user_id, message)

    async def send_to_thread(self, thread_id: str, message: Any, **_: Any) -> bool:
        return self._deliver(self.members.get(thread_id, []), thread_id, message)

    async def deliver(self, user_id: str, message: Any) -> None:
        await self.send_to_user(user_id, message)

    def _deliver(self, users: list[str], recipient: object, message: Any) -> bool:
        text = json.dumps(_timeless(message), sort_keys=True, default=str)
        if not users:
            self.lost.append(f"{recipient}: {text}")
        self.delivered += [(user, text) for user in users]
        return bool(users)


def _timeless(message: Any) -> Any:
    """A message without what differs from run to run."""
    if isinstance(message, dict):
        times = ("timestamp", "at", "seconds")
        return {key: _timeless(value) for key, value in message.items() if key not in times}
    return message


def main(folder: str) -> None:
    """Run the scenario once for each combination of its inputs."""
    sys.path.insert(0, folder)
    sys.dont_write_bytecode = True
    scenario = importlib.import_module("scenario")
    names = [name for name in inspect.signature(scenario.main).parameters if name != "manager"]
    found = []
    for values in itertools.product(*(VALUES[name] for name in names)):
        manager = Connections()
        asyncio.run(scenario.main(manager, **dict(zip(names, values, strict=True))))
        found.append({"delivered": sorted(manager.delivered), "lost": sorted(manager.lost)})
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1])

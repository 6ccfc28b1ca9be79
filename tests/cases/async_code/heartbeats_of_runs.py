"""Heartbeats of running agents, as tasks that are cancelled when an agent is done"""

from __future__ import annotations

import asyncio
import contextlib
import time
from dataclasses import dataclass, field


@dataclass
class Beat:
    run_id: str
    owner: str
    interval: float = 0.001
    last: float = field(default_factory=time.monotonic)
    missed: int = 0


class HeartbeatLoop:
    def __init__(self, ws_manager) -> None:
        self._ws = ws_manager
        self._beats: dict[str, Beat] = {}
        self._tasks: dict[str, asyncio.Task] = {}

    def start(self, run_id: str, owner: str) -> None:
        beat = Beat(run_id, owner)
        self._beats[run_id] = beat
        self._tasks[run_id] = asyncio.create_task(self._loop(beat), name=f"beat-{run_id}")

    async def _loop(self, beat: Beat) -> None:
        for _ in range(3):
            await asyncio.sleep(beat.interval)
            beat.last = time.monotonic()
            await self._ws.send_to_user(beat.owner, {"type": "heartbeat", "run": beat.run_id})
            if time.monotonic() - beat.last > 30:
                beat.missed += 1

    async def stop(self, run_id: str) -> None:
        task = self._tasks.pop(run_id, None)
        if task is None:
            return
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        beat = self._beats.pop(run_id)
        await self._ws.send_to_user(beat.run_id, {"type": "heartbeat_stopped"})

    async def report(self) -> None:
        for key, beat in self._beats.items():
            await self._ws.send_to_user(key, {"type": "alive", "missed": beat.missed})
            await self._ws.send_to_user(beat.owner, {"type": "alive", "key": key})

    def owners(self) -> set[str]:
        return {beat.owner for beat in self._beats.values()}


async def main(manager, run_id, user_id, other_run_id):
    loop = HeartbeatLoop(manager)
    loop.start(run_id, user_id)
    loop.start(other_run_id, user_id)
    await asyncio.sleep(0.02)
    await loop.report()
    for owner in loop.owners():
        await manager.send_to_user(owner, {"type": "summary"})
    await loop.stop(run_id)
    await loop.stop(other_run_id)
    await loop.stop("run_unknown")

"""Leases on runs, taken by async context managers and watched for expiry"""

from __future__ import annotations

import asyncio
import time
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import AsyncIterator


class LeaseTaken(Exception):
    def __init__(self, resource: str, holder: str) -> None:
        super().__init__(f"{resource} is held by {holder}")
        self.resource = resource
        self.holder = holder


@dataclass
class Lease:
    resource: str
    holder: str
    until: float

    @property
    def expired(self) -> bool:
        return time.monotonic() > self.until


class LeaseManager:
    def __init__(self, ws, ttl: float = 5.0) -> None:
        self._ws = ws
        self._ttl = ttl
        self._leases: dict[str, Lease] = {}
        self._lock = asyncio.Lock()

    @asynccontextmanager
    async def hold(self, resource: str, holder: str) -> AsyncIterator[Lease]:
        async with self._lock:
            taken = self._leases.get(resource)
            if taken is not None and not taken.expired:
                raise LeaseTaken(taken.resource, taken.holder)
            lease = self._leases[resource] = Lease(resource, holder, time.monotonic() + self._ttl)
        try:
            yield lease
        finally:
            self._leases.pop(resource, None)
            await self._ws.send_to_user(lease.holder, {"released": lease.resource})

    async def holders(self) -> list[str]:
        async with self._lock:
            return [lease.holder for lease in self._leases.values()]

    async def audit(self) -> None:
        for resource, lease in self._leases.items():
            await self._ws.send_to_user(lease.holder, {"holding": resource})
            await self._ws.send_to_user(resource, {"held_by": lease.holder})


async def work(ws, leases: LeaseManager, run_id: str, user_id: str) -> None:
    async with leases.hold(run_id, user_id) as lease:
        await ws.send_to_user(lease.holder, {"working": lease.resource})
        await leases.audit()
        try:
            async with leases.hold(run_id, "intruder"):
                pass
        except LeaseTaken as taken:
            await ws.send_to_user(taken.holder, {"taken": taken.resource})
            await ws.send_to_user(taken.resource, {"taken": True})


async def main(manager, run_id, user_id, other_run_id):
    leases = LeaseManager(manager)
    await work(manager, leases, run_id, user_id)
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(leases.hold(run_id, user_id))
        second = await stack.enter_async_context(leases.hold(other_run_id, user_id))
        for holder in await leases.holders():
            await manager.send_to_user(holder, {"holds": 2})
        await manager.send_to_user(first.holder, {"run": second.resource})
        await manager.send_to_user(second.resource, {"run": first.resource})

"""Runs are probed side by side; owners hear of unhealthy ones"""

from __future__ import annotations

import asyncio
from collections import ChainMap
from typing import Optional

from probes import ProbeResult, ProbeRunner


class HealthMonitor:
    def __init__(self, ws, runner: ProbeRunner, owners, default_owner: Optional[str] = None):
        self.ws = ws
        self.runner = runner
        self.owners = ChainMap({}, owners)
        self.default_owner = default_owner
        self.unhealthy: dict[str, list[ProbeResult]] = {}

    async def sweep(self, run_ids) -> None:
        for run_id in run_ids:
            results = await self.runner.check(run_id)
            bad = [result for result in results if not result.healthy]
            if bad:
                self.unhealthy[run_id] = bad
                await self._tell(run_id, bad)

    async def _tell(self, run_id: str, bad: list[ProbeResult]) -> None:
        owner = self.owners.get(run_id, self.default_owner)
        if owner is None:
            return
        for result in bad:
            await self.ws.send_to_user(owner, {"probe": result.probe, "run": result.run_id})

    async def summary(self) -> None:
        for run_id, bad in self.unhealthy.items():
            worst, *others = bad
            await self.ws.send_to_user(worst.run_id, {"worst": worst.probe, "more": len(others)})
            await self.ws.send_to_user(self.default_owner, {"run": run_id})


async def slow(run_id: str) -> bool:
    await asyncio.sleep(0)
    return False


def broken(run_id: str) -> bool:
    raise OSError(f"no metrics for {run_id}")


async def main(manager, run_id, other_run_id, user_id):
    runner = ProbeRunner({"slow": slow, "broken": broken, "fine": lambda run_id: True})
    monitor = HealthMonitor(manager, runner, {run_id: user_id}, default_owner="operator")
    await monitor.sweep([run_id, other_run_id])
    await monitor.summary()

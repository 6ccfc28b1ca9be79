"""Usage is metered per run and per user, and users are told of their limits"""

from __future__ import annotations

from meter import Meter, RunId, UserId, largest


class BillingNotifier:
    def __init__(self, ws, meter: Meter, limit: int = 100) -> None:
        self.ws = ws
        self.meter = meter
        self.limit = limit

    async def warn_users(self) -> None:
        for user, tokens in self.meter.per_user().items():
            if tokens > self.limit:
                await self.ws.send_to_user(user, {"tokens": tokens})

    async def warn_runs(self) -> None:
        for run, tokens in self.meter.per_run().items():
            await self.ws.send_to_user(run, {"tokens": tokens})

    async def warn_heavy(self) -> None:
        for record in self.meter.over(self.limit):
            await self.ws.send_to_user(record.user_id, {"run": record.run_id})
        top = largest(self.meter.over(0))
        if top:
            await self.ws.send_to_user(top.user_id, {"cost": str(top.cost), "run": top.run_id})

    async def statement(self, record) -> None:
        lines = {"run": record.run_id, "user": record.user_id, "cost": str(record.cost)}
        await self.ws.send_to_user(lines["user"], lines)
        await self.ws.send_to_user(lines["run"], lines)


async def main(manager, run_id, other_run_id, user_id):
    meter = Meter()
    first = meter.track(RunId(run_id), UserId(user_id), 150)
    meter.track(RunId(other_run_id), UserId(user_id), 20)
    notifier = BillingNotifier(manager, meter)
    await notifier.warn_users()
    await notifier.warn_runs()
    await notifier.warn_heavy()
    await notifier.statement(first)

"""Experiments by user and by run; the units of one are no recipients"""

from __future__ import annotations

from flags import Experiment, Variant


class ExperimentReporter:
    def __init__(self, ws, by_user: Experiment, by_run: Experiment) -> None:
        self.ws = ws
        self.by_user = by_user
        self.by_run = by_run

    async def enroll(self, run_id: str, user_id: str | None) -> dict[str, str]:
        user_side = self.by_user.assign(user_id)
        run_side = self.by_run.assign(run_id)
        await self.ws.send_to_user(user_side.unit, {"variant": run_side.variant.name})
        return {"user": user_side.unit, "run": run_side.unit}

    async def report_users(self) -> None:
        for unit in self.by_user.units():
            await self.ws.send_to_user(unit, {"experiment": self.by_user.key})

    async def report_runs(self) -> None:
        for unit in self.by_run.units():
            await self.ws.send_to_user(unit, {"experiment": self.by_run.key})


async def main(manager, run_id, user_id):
    variants = Variant("a", 1), Variant("b", 3)
    reporter = ExperimentReporter(
        manager, Experiment("tone", *variants), Experiment("model", *variants)
    )
    enrolled = await reporter.enroll(run_id, user_id)
    await reporter.report_users()
    await reporter.report_runs()
    await manager.send_to_user(enrolled["user"], {"run": enrolled["run"]})
    await manager.send_to_user(enrolled["run"], {"n": 1})

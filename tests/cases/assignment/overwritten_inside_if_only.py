"""Cleaned on one path; the message keeps the run id."""


class ReportingStep:
    def __init__(self, hub):
        self._hub = hub

    async def finish(self, ctx, quiet):
        who = ctx["run_id"]
        if not quiet:
            who = ctx["user_id"]
            await self._hub.send_to_user(who, {"run": ctx["run_id"], "n": 1})
        await self._hub.send_to_user(who, {"n": 2})
        who = ctx["user_id"]
        await self._hub.send_to_user(who, {"n": 3})


async def main(manager, run_id, user_id, flag):
    await ReportingStep(manager).finish({"run_id": run_id, "user_id": user_id}, flag)

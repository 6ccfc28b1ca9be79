"""Declared without a value, given one in each branch."""

from typing import Optional


class TriageReporter:
    def __init__(self, ws):
        self.ws = ws

    async def report(self, run_id, user_id, flag):
        dest: Optional[str]
        label: str = "triage"
        if flag:
            dest = user_id
        else:
            dest: str = run_id
        await self.ws.send_to_user(dest, {"type": label, "run_id": run_id})


async def main(manager, run_id, user_id, flag):
    await TriageReporter(manager).report(run_id, user_id, flag)

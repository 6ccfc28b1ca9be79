"""Reports about runs carry run ids everywhere, but go to people."""

import logging

log = logging.getLogger(__name__)


class Report:
    def __init__(self, run_id, owner):
        self.id = run_id
        self.owner = owner
        self.lines = []

    def add(self, text):
        self.lines.append(f"[{self.id}] {text}")
        return self

    def body(self):
        return {"id": self.id, "lines": self.lines, "to": self.owner}

    def __str__(self):
        return self.id


async def send(manager, report, *, to=None, trace=None):
    to = to or report.owner
    log.debug("sending %s to %s", report, to)
    await manager.send_to_user(to, {**report.body(), "trace": trace or report.id})


async def main(manager, run_id, user_id):
    report = Report(run_id, user_id).add("one").add("two")
    await send(manager, report)
    await send(manager, report, trace=run_id)
    await send(manager, report, to=report.id)
    await send(manager, report, to=report.body()["to"])
    await manager.send_to_user(str(report), {"n": 1})
    await manager.send_to_user(report.lines[0], {"n": 2})
    await manager.send_to_user(report.body()["id"], {"n": 3})

"""The base calls hooks that subclasses fill in."""

import abc


class Handler(abc.ABC):
    def __init__(self, ws):
        self.ws = ws

    async def handle(self, event):
        target = self.target(event)
        if target:
            await self.ws.send_to_user(target, self.body(event))

    @abc.abstractmethod
    def target(self, event): ...

    def body(self, event):
        return {"event": event["kind"]}


class OwnerHandler(Handler):
    def target(self, event):
        return event["owner"]


class VerboseOwnerHandler(OwnerHandler):
    def body(self, event):
        return {"event": event["kind"], "job": event["job"]}


class JobHandler(Handler):
    def target(self, event):
        return event["job"]


async def main(manager, run_id, user_id):
    event = {"kind": "done", "owner": user_id, "job": run_id}
    await OwnerHandler(manager).handle(event)
    await VerboseOwnerHandler(manager).handle(event)
    await JobHandler(manager).handle(event)

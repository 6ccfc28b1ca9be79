"""Commands of a client are matched by class and shape."""

from dataclasses import dataclass


@dataclass
class Start:
    job: str
    owner: str | None


@dataclass
class Cancel:
    job: str


@dataclass
class Ask:
    owner: str | None
    question: str


class CommandHandler:
    def __init__(self, ws):
        self.ws = ws
        self.owners = {}

    async def handle(self, command):
        match command:
            case Start(job=job, owner=owner) if owner:
                self.owners[job] = owner
                await self.ws.send_to_user(owner, {"started": job})
            case Start(job=job):
                await self.ws.send_to_user(job, {"started": True})
            case Cancel(job):
                owner = self.owners.pop(job, None)
                await self.ws.send_to_user(owner or "ops", {"cancelled": job})
            case Ask(owner, question):
                await self.ws.send_to_user(owner, {"question": question})


async def main(manager, run_id, user_id):
    handler = CommandHandler(manager)
    for command in (Start(run_id, user_id), Ask(user_id, "why"), Cancel(run_id)):
        await handler.handle(command)

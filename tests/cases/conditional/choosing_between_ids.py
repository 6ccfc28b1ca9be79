"""Which id is used is chosen in expressions: by flags, by presence, by what was asked for."""

from dataclasses import dataclass
from typing import Optional


@dataclass
class Ids:
    run_id: str
    user_id: Optional[str]
    thread_id: Optional[str]

    def best(self):
        return ("thread", self.thread_id) if self.thread_id else ("user", self.user_id)

    def any(self):
        return self.thread_id or self.user_id or self.run_id


class Chooser:
    def __init__(self, ws, debug=False):
        self.ws = ws
        self.debug = debug

    async def best(self, ids):
        kind, target = ids.best()
        send = self.ws.send_to_thread if kind == "thread" else self.ws.send_to_user
        if target:
            await send(target, {"run": ids.run_id})

    async def inline(self, ids):
        await (
            self.ws.send_to_thread(ids.thread_id, {"run": ids.run_id})
            if ids.thread_id
            else self.ws.send_to_user(ids.user_id, {"run": ids.run_id})
        )

    async def debugging(self, ids, message):
        label = ids.run_id if self.debug else "quiet"
        target = ids.user_id if ids.user_id is not None else None
        if target:
            await self.ws.send_to_user(target, {"label": label, **message})

    async def debugging_badly(self, ids, message):
        target = ids.run_id if self.debug else ids.user_id
        await self.ws.send_to_user(target, message)

    async def whoever(self, ids):
        target = ids.any()
        if target == ids.thread_id:
            await self.ws.send_to_thread(target, {"n": 1})
        elif target == ids.user_id:
            await self.ws.send_to_user(target, {"n": 2})
        else:
            await self.ws.send_to_user(target, {"n": 3})


async def main(manager, run_id, user_id, thread_id, flag):
    ids = Ids(run_id, user_id, thread_id)
    chooser = Chooser(manager, debug=flag)
    await chooser.best(ids)
    await chooser.inline(ids)
    await chooser.debugging(ids, {"n": 0})
    await chooser.debugging_badly(ids, {"n": 0})
    await chooser.whoever(ids)

"""Sessions hold what their client may hear; a hub closes them, moves them and tells the rest."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass
class ClientSession:
    session_id: str
    user_id: str
    thread_id: str | None = None
    runs: dict[str, str] = field(default_factory=dict)
    closing: bool = False

    def follow(self, run_id, title):
        self.runs[run_id] = title

    def titles(self):
        return sorted(self.runs.values())


class SessionHub:
    def __init__(self, ws):
        self.ws = ws
        self.sessions: dict[str, ClientSession] = {}
        self._guard = asyncio.Lock()

    @asynccontextmanager
    async def session(self, session_id, user_id, thread_id=None):
        async with self._guard:
            current = ClientSession(session_id, user_id, thread_id)
            self.sessions[session_id] = current
        try:
            yield current
        finally:
            current.closing = True
            self.sessions.pop(session_id, None)
            if current.user_id:
                await self.ws.send_to_user(current.user_id, {"closed": session_id})

    def followers(self, run_id):
        return [each for each in self.sessions.values() if run_id in each.runs]

    async def run_changed(self, run_id, state):
        for each in self.followers(run_id):
            if each.closing:
                continue
            if each.thread_id:
                await self.ws.send_to_thread(each.thread_id, {"run": run_id, "state": state})
            else:
                await self.ws.send_to_user(each.user_id, {"run": run_id, "state": state})

    async def remind(self, session_id):
        current = self.sessions.get(session_id)
        if current is None:
            return
        for run_id, title in current.runs.items():
            await self.ws.send_to_user(current.user_id, {"run": run_id, "title": title})

    async def remind_runs(self, session_id):
        current = self.sessions[session_id]
        for target in current.runs:
            await self.ws.send_to_user(target, {"titles": current.titles()})


async def main(manager, run_id, user_id, thread_id):
    hub = SessionHub(manager)
    async with hub.session("s1", user_id) as first:
        first.follow(run_id, "build")
        async with hub.session("s2", user_id, thread_id) as second:
            second.follow(run_id, "build")
            await hub.run_changed(run_id, "running")
        await hub.remind("s1")
        await hub.remind_runs("s1")
    await hub.remind("s1")

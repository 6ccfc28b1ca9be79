from __future__ import annotations

from api import Plugin, hook


class Summarizer(Plugin, name="summarizer"):
    async def activate(self, run_id: str, user_id: str) -> None:
        await self.host.tell(user_id, plugin=self.name, run=run_id)


class Profiler(Plugin, name="profiler"):
    async def activate(self, run_id: str, user_id: str) -> None:
        await self.host.tell(run_id, plugin=self.name)


@hook("run_finished")
async def log_finished(ws, run_id, user_id, **_):
    return f"{run_id} finished"


@hook("run_finished")
async def thank(ws, run_id, user_id, **_):
    await ws.send_to_user(user_id, {"thanks": True, "run": run_id})
    return user_id


@hook("run_failed")
async def blame(ws, run_id, error, **_):
    await ws.send_to_user(run_id, {"error": error})
    return None

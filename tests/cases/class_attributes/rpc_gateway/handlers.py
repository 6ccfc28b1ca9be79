from __future__ import annotations

from typing import ClassVar

from protocol import Call, Peer


class Handler:
    method: ClassVar[str] = ""
    known: ClassVar[dict[str, type[Handler]]] = {}

    def __init_subclass__(cls, **kwargs) -> None:
        super().__init_subclass__(**kwargs)
        Handler.known[cls.method] = cls

    def __init__(self, manager) -> None:
        self.manager = manager

    async def handle(self, call: Call, peer: Peer) -> None:
        raise NotImplementedError


class StartRun(Handler):
    method = "run.start"

    async def handle(self, call: Call, peer: Peer) -> None:
        run_id = call.require("run_id")
        if peer.thread_id:
            await self.manager.send_to_thread(peer.thread_id, {"started": run_id})
        await self.manager.send_to_user(peer.address(run_id), {"started": run_id})


class StopRun(Handler):
    method = "run.stop"

    async def handle(self, call: Call, peer: Peer) -> None:
        user_id = call.params.get("user_id") or call.params.get("run_id")
        await self.manager.send_to_user(user_id, {"stopped": True})
        if peer.user_id is not None:
            await self.manager.send_to_user(peer.user_id, {"stopped": call.require("run_id")})


class Say(Handler):
    method = "thread.say"

    async def handle(self, call: Call, peer: Peer) -> None:
        thread = call.params["thread_id"]
        if thread is None:
            return
        await self.manager.send_to_thread(thread, {"text": call.params["text"]})


class Poke(Handler):
    method = "user.poke"

    async def handle(self, call: Call, peer: Peer) -> None:
        target = call.params["user_id"]
        if target.startswith("run_"):
            target = peer.user_id
        if target:
            await self.manager.send_to_user(target, {"poke": True})

from __future__ import annotations

from handlers import Handler
from protocol import Call, Peer, RpcError


class Gateway:
    def __init__(self, manager) -> None:
        self.manager = manager
        self._handlers = {name: cls(manager) for name, cls in Handler.known.items()}

    async def serve(self, call: Call, peer: Peer) -> None:
        try:
            await self._find(call, peer).handle(call, peer)
        except RpcError as error:
            await self.manager.send_to_user(error.address, {"error": error.code})

    def _find(self, call: Call, peer: Peer) -> Handler:
        handler = self._handlers.get(call.method)
        if handler is None:
            raise RpcError(404, peer.address(call.require("run_id")))
        return handler

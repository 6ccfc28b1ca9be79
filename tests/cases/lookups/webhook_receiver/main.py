"""Webhooks of a provider are verified, parsed and told to the users of runs"""

from __future__ import annotations

import json
from typing import Any, Awaitable, Callable

from verify import BadSignature, parse, sign


class WebhookReceiver:
    def __init__(self, ws, secret: str) -> None:
        self.ws = ws
        self.secret = secret
        self.run_owners: dict[str, str] = {}
        self._handlers: dict[str, Callable[[dict[str, Any]], Awaitable[None]]] = {
            "run.completed": self._on_completed,
            "run.failed": self._on_failed,
            "invoice.created": self._on_invoice,
        }

    def watch(self, run_id: str, user_id: str) -> None:
        self.run_owners[run_id] = user_id

    async def receive(self, headers: dict[str, str], body: bytes) -> int:
        try:
            event = parse(self.secret, headers, body)
        except BadSignature:
            return 401
        handler = self._handlers.get(event["type"])
        if handler is None:
            return 202
        await handler(event["data"])
        return 200

    async def _on_completed(self, data: dict[str, Any]) -> None:
        owner = self.run_owners.get(data["run_id"])
        if owner is None:
            return
        await self.ws.send_to_user(owner, {"completed": data["run_id"]})

    async def _on_failed(self, data: dict[str, Any]) -> None:
        run_id = data["run_id"]
        await self.ws.send_to_user(self.run_owners.get(run_id) or run_id, {"failed": True})

    async def _on_invoice(self, data: dict[str, Any]) -> None:
        await self.ws.send_to_user(data["customer"], {"invoice": data["amount"]})


async def post(receiver, kind, **data):
    body = json.dumps({"type": kind, "data": data}).encode()
    return await receiver.receive({"x-signature": sign("s3cret", body)}, body)


async def main(manager, run_id, user_id, other_run_id):
    receiver = WebhookReceiver(manager, "s3cret")
    receiver.watch(run_id, user_id)
    await post(receiver, "run.completed", run_id=run_id)
    await post(receiver, "run.failed", run_id=run_id)
    await post(receiver, "run.failed", run_id=other_run_id)
    await post(receiver, "invoice.created", customer=user_id, amount=12)
    status = await receiver.receive({}, b"{}")
    await manager.send_to_user(user_id, {"status": status, "run": run_id})
    for watched, owner in receiver.run_owners.items():
        await manager.send_to_user(owner, {"watched": watched})

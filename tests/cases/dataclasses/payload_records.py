"""Payloads are typed dictionaries and named tuples; a router reads the address out of them."""

from typing import Any, NamedTuple, NotRequired, Optional, TypedDict


class Payload(TypedDict):
    run_id: str
    user_id: str
    text: str
    reply_to: NotRequired[str]


class Route(NamedTuple):
    method: str
    address: str
    body: dict[str, Any]


class Receipt(NamedTuple):
    run_id: str
    recipient: str
    ok: bool = True


def make_payload(run_id: str, user_id: str, text: str, **extra: Any) -> Payload:
    payload: Payload = {"run_id": run_id, "user_id": user_id, "text": text}
    payload.update(extra)
    return payload


def route_to_user(payload: Payload) -> Route:
    return Route("send_to_user", payload["user_id"], {"text": payload["text"]})


def route_reply(payload: Payload) -> Route:
    address = payload.get("reply_to", payload["run_id"])
    return Route("send_to_user", address, {"text": payload["text"]})


def route_to_thread(payload: Payload, thread_id: str) -> Route:
    return Route(method="send_to_thread", address=thread_id, body={"run": payload["run_id"]})


class Router:
    def __init__(self, manager):
        self.manager = manager
        self.receipts: list[Receipt] = []

    async def follow(self, route: Route, payload: Payload) -> Receipt:
        send = getattr(self.manager, route.method)
        await send(route.address, route.body)
        receipt = Receipt(payload["run_id"], payload["user_id"])
        self.receipts.append(receipt)
        return receipt

    async def acknowledge(self) -> None:
        for run_id, recipient, ok in self.receipts:
            if ok and recipient:
                await self.manager.send_to_user(recipient, {"delivered": run_id})

    def last_receipt(self) -> Optional[Receipt]:
        return self.receipts[-1] if self.receipts else None


async def main(manager, run_id, user_id, thread_id):
    router = Router(manager)
    payload = make_payload(run_id, user_id, "hello")
    await router.follow(route_to_user(payload), payload)
    await router.follow(route_to_thread(payload, thread_id), payload)
    await router.acknowledge()
    reply = make_payload(run_id, user_id, "again", reply_to=user_id)
    await manager.send_to_user(reply["reply_to"], {"text": reply["text"]})
    last = router.last_receipt()
    if last:
        await manager.send_to_user(last.recipient, {"last": last.run_id})
        await manager.send_to_user(last._replace(recipient=last.run_id).recipient, {"n": 1})
    misrouted = route_reply(payload)
    await manager.send_to_user(misrouted.address, misrouted.body)

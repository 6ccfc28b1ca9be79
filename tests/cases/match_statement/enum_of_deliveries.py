"""How a message is delivered is an enum; `match` picks the address for each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Delivery(Enum):
    DIRECT = auto()
    ROOM = auto()
    SELF = auto()
    NONE = auto()

    @classmethod
    def parse(cls, name: str) -> Delivery:
        return cls[name.upper()]


@dataclass
class Ids:
    run_id: str
    user_id: str | None
    thread_id: str | None


@dataclass
class Plan:
    delivery: Delivery
    target: str | None


def plan(delivery: Delivery, ids: Ids) -> Plan:
    match delivery:
        case Delivery.DIRECT:
            return Plan(delivery, ids.user_id)
        case Delivery.ROOM:
            return Plan(delivery, ids.thread_id)
        case Delivery.SELF:
            return Plan(delivery, ids.run_id)
        case _:
            return Plan(Delivery.NONE, None)


async def carry_out(ws, planned: Plan, ids: Ids) -> None:
    message = {"run_id": ids.run_id, "by": planned.delivery.name}
    match planned:
        case Plan(delivery=Delivery.DIRECT, target=str(target)):
            await ws.send_to_user(target, message)
        case Plan(delivery=Delivery.ROOM, target=str(target)):
            await ws.send_to_thread(target, message)
        case Plan(delivery=Delivery.SELF, target=target):
            if target and not target.startswith("run_"):
                await ws.send_to_user(target, message)
        case Plan(delivery=Delivery.NONE) | Plan(target=None):
            return


async def deliver_loosely(ws, delivery: Delivery, ids: Ids) -> None:
    match (delivery, ids.user_id, ids.thread_id):
        case (Delivery.DIRECT, str() as user, _):
            await ws.send_to_user(user, {"run": ids.run_id})
        case (Delivery.ROOM, _, str() as thread):
            await ws.send_to_thread(thread, {"run": ids.run_id})
        case (_, None, _):
            await ws.send_to_user(ids.run_id, {"nobody": True})
        case _:
            pass


async def main(manager, run_id, user_id, thread_id):
    ids = Ids(run_id, user_id, thread_id)
    for delivery in Delivery:
        await carry_out(manager, plan(delivery, ids), ids)
    for name in ("direct", "room", "self"):
        await deliver_loosely(manager, Delivery.parse(name), ids)
    direct = plan(Delivery.DIRECT, ids)
    await manager.send_to_user(direct.target, {"n": 1})
    own = plan(Delivery.SELF, ids)
    await manager.send_to_user(own.target, {"n": 2})

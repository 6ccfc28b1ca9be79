"""A hub fans messages out to subscriptions, each a queue with a reader of its own."""

import asyncio

from hub import Hub
from readers import forward, forward_to


async def main(manager, run_id, user_id):
    hub = Hub()
    async with hub.subscribe("events") as subscription:
        await hub.publish("events", {"from": run_id, "to": user_id})
        await forward(manager, subscription)
    async with hub.subscribe("events") as subscription:
        await hub.publish("events", {"from": run_id, "to": user_id})
        await forward_to(manager, subscription, "from")
    reader = asyncio.create_task(forward_to(manager, hub.open("late"), "to"))
    await hub.publish("late", {"from": run_id, "to": user_id})
    await reader

"""A pipeline of async generators enriches updates, and a sink sends them."""

import asyncio
from dataclasses import dataclass, replace
from typing import AsyncIterator


@dataclass(frozen=True)
class Update:
    source: str
    recipient: str
    body: str
    urgent: bool = False


async def produce(job: str, owner: str, steps: int) -> AsyncIterator[Update]:
    for number in range(steps):
        yield Update(source=job, recipient=owner, body=f"step {number} of {job}")
        await asyncio.sleep(0)
    yield Update(source=job, recipient=owner, body="done", urgent=True)


async def drop_empty(updates: AsyncIterator[Update]) -> AsyncIterator[Update]:
    async for update in updates:
        if update.body:
            yield update


async def readdress(updates: AsyncIterator[Update], owners: dict[str, str]) -> AsyncIterator[Update]:
    """Address each update to whoever owns the job that it comes from."""
    async for update in updates:
        yield replace(update, recipient=owners[update.source])


async def tag_urgent(updates: AsyncIterator[Update]) -> AsyncIterator[Update]:
    async for update in updates:
        if update.urgent:
            yield replace(update, body=f"! {update.body}")
        else:
            yield update


async def loop_back(updates: AsyncIterator[Update]) -> AsyncIterator[Update]:
    """Let the job itself hear what it has sent."""
    async for update in updates:
        yield update
        if update.urgent:
            yield replace(update, recipient=update.source)


async def deliver_all(ws, updates: AsyncIterator[Update]) -> int:
    sent = 0
    async for update in updates:
        await ws.send_to_user(update.recipient, {"body": update.body, "run_id": update.source})
        sent += 1
    return sent


async def deliver_urgent(ws, updates: AsyncIterator[Update]) -> None:
    async for update in updates:
        if not update.urgent:
            continue
        await ws.send_to_user(update.recipient, {"body": update.body})


async def main(manager, run_id, user_id):
    owners = {run_id: user_id}
    plain = drop_empty(produce(run_id, user_id, 2))
    await deliver_all(manager, tag_urgent(plain))
    misaddressed = produce(run_id, run_id, 1)
    await deliver_all(manager, readdress(misaddressed, owners))
    echo = loop_back(produce(run_id, user_id, 1))
    await deliver_urgent(manager, echo)

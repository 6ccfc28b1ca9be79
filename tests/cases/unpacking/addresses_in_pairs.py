"""Addresses are pairs of a kind and an id; they are made, stored, sorted and unpacked."""

import asyncio
from typing import Iterable, Optional

Address = tuple[str, str]


def address_of(user_id: Optional[str], thread_id: Optional[str], run_id: str) -> Address:
    if thread_id:
        return ("thread", thread_id)
    if user_id:
        return ("user", user_id)
    return ("run", run_id)


async def send_to(ws, address: Address, message: dict) -> bool:
    kind, key = address
    if kind == "thread":
        return await ws.send_to_thread(key, message)
    if kind == "user":
        return await ws.send_to_user(key, message)
    return False


async def send_to_all(ws, addresses: Iterable[Address], message: dict) -> None:
    for kind, key in addresses:
        if kind == "user":
            await ws.send_to_user(key, message)
        elif kind == "thread":
            await ws.send_to_thread(key, message)


async def send_by_table(ws, address: Address, message: dict) -> None:
    methods = {"user": ws.send_to_user, "thread": ws.send_to_thread}
    kind, key = address
    method = methods.get(kind)
    if method is not None:
        await method(key, message)


async def send_rest_to_user(ws, address: Address, message: dict) -> None:
    kind, key = address
    if kind == "thread":
        await ws.send_to_thread(key, message)
    else:
        await ws.send_to_user(key, message)


def split(pairs):
    owners, rooms = [], []
    for owner, room in pairs:
        owners.append(owner)
        rooms.append(room)
    return owners, rooms


async def main(manager, run_id, user_id, thread_id):
    address = address_of(user_id, thread_id, run_id)
    await send_to(manager, address, {"n": 1})
    book = [("user", user_id), ("run", run_id), ("thread", thread_id)]
    await send_to_all(manager, book, {"n": 2})
    await send_by_table(manager, ("thread", thread_id), {"n": 3})
    await send_by_table(manager, address, {"n": 4})
    await send_rest_to_user(manager, address, {"n": 5})
    owners, rooms = split([(user_id, thread_id), ("amy", thread_id)])
    await asyncio.gather(*(manager.send_to_user(owner, {"n": 6}) for owner in owners))
    await asyncio.gather(*(manager.send_to_thread(room, {"n": 7}) for room in rooms))
    for owner, run in sorted({user_id or "": run_id}.items()):
        await manager.send_to_user(owner, {"run": run})

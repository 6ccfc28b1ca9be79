async def addressed(updates, owner):
    async for update in updates:
        update["to"] = owner
        yield update


async def relay(ws, updates):
    async for update in updates:
        await ws.send_to_user(update["to"], {"step": update["step"]})

"""All wrong branches raise, continue or return."""


class NoRecipient(Exception):
    pass


async def deliver(ws, run_id, user_id, mode):
    dest = run_id
    if mode == "user":
        dest = user_id or "lobby"
    elif mode == "thread":
        return
    else:
        raise NoRecipient(dest)
    await ws.send_to_user(dest, {"mode": mode})


async def main(manager, run_id, user_id, mode):
    try:
        await deliver(manager, run_id, user_id, mode)
    except NoRecipient:
        await manager.send_to_user(user_id, {"lost": run_id})

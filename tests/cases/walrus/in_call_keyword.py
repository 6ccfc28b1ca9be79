"""Bound in one argument, used again in the next statement."""


def envelope(kind, ref):
    return {"type": kind, "ref": ref}


async def main(manager, run_id, user_id):
    await manager.send_to_user(user_id, envelope("started", ref := run_id))
    await manager.send_to_user((dest := ref), {"n": 2})
    await manager.send_to_user(message={"n": 3}, user_id=dest)
    await manager.send_to_user((dest := user_id), {"n": 4})
    await manager.send_to_user(dest, {"n": 5})

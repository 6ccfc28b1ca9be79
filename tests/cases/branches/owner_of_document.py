"""Somebody who is not the owner is told so: two ids that differ can be of one kind."""

import json


def get_current_user_id():
    return json.loads('"user_owner"')


async def refuse(manager, user_id, reason):
    await manager.send_to_user(user_id, {"refused": reason})


async def read(manager, user_id: str):
    if get_current_user_id() != user_id:
        await refuse(manager, user_id, "not yours")
        return None
    return "text"


async def main(manager, run_id, user_id):
    await read(manager, user_id)
    await read(manager, f"run_{run_id}")

"""Copies hold what the original held when it was copied."""

import copy


async def main(manager, run_id, user_id):
    original = {"to": run_id, "ids": [run_id]}
    shallow = dict(original)
    deep = copy.deepcopy(original)
    original["to"] = user_id
    await manager.send_to_user(shallow["to"], {"n": 1})
    await manager.send_to_user(deep["ids"][0], {"n": 2})
    if original["to"]:
        await manager.send_to_user(original["to"], {"n": 3})
    deep["to"] = user_id
    if deep["to"]:
        await manager.send_to_user(deep["to"], {"n": 4})

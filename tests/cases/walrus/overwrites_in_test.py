"""A walrus in the test overwrites what held the run id."""

OWNERS = {}


async def main(manager, run_id, user_key):
    OWNERS["job"] = user_key
    x = run_id
    if x := OWNERS.get("job"):
        await manager.send_to_user(x, {"n": 1})
    else:
        await manager.send_to_user(x or "nobody", {"n": 2})

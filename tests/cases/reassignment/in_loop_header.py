"""The loop variable takes the name of the run id."""


async def main(manager, run_id, user_id):
    x = run_id
    for x in [user_id, "lobby"]:
        await manager.send_to_user(x, {"n": 1})
    y = run_id
    with open(__file__, encoding="utf-8") as y:
        size = len(y.read())
    y = str(size)
    await manager.send_to_user(y, {"n": 2})
    z = user_id
    for z in ():
        await manager.send_to_user(z, {"n": 3})
    await manager.send_to_user(z, {"n": 4})

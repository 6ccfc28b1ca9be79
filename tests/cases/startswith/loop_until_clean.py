"""A loop that goes on until a proper recipient is found."""


async def main(manager, run_id, user_id):
    candidates = [run_id, user_id or "nobody", "lobby"]
    index = 0
    x = candidates[index]
    while x.startswith("run_"):
        index += 1
        x = candidates[index]
    await manager.send_to_user(x, {"n": 1})
    for y in candidates:
        if not y.startswith("run_"):
            break
    else:
        y = "operator"
    await manager.send_to_user(y, {"n": 2})
    for z in candidates:
        if z.startswith("run_"):
            break
    await manager.send_to_user(z, {"n": 3})

"""Loops that surely have a first round leave nothing of what was before them."""

MOST = 3


class Route:
    to = None


async def main(manager, run_id, user_id, count):
    target, attempts = run_id, 0
    while attempts < MOST:
        target = user_id
        attempts += 1
    await manager.send_to_user(target, {"n": 1})
    route, fields, steps = Route(), {"to": run_id}, ["plan", "search", "read", "write", "end"]
    route.to = run_id
    for step in steps:
        route.to = user_id
        fields["to"] = user_id
    await manager.send_to_user(route.to, {"n": 2})
    await manager.send_to_user(fields["to"], {"n": 3})
    target = run_id
    for _ in range(2):
        target = user_id
    await manager.send_to_user(target, {"n": 4})
    target = run_id
    for _ in range(count):
        target = user_id
    await manager.send_to_user(target, {"n": 5})
    for step in sorted(steps):
        target = user_id if step else "user_operator"
    await manager.send_to_user(target, {"n": 6})
    target, done = run_id, False
    while not done:
        target = "user_operator"
        done = True
    await manager.send_to_user(target, {"n": 7})
    target = run_id
    for step in steps[2:2]:
        target = user_id
    await manager.send_to_user(target, {"n": 8})
    target = run_id
    for step in reversed(steps):
        if count:
            break
        target = user_id
    await manager.send_to_user(target, {"n": 9})

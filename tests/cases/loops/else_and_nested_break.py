"""Nested loops with a flag, and an `else` that falls back."""


async def main(manager, run_id, user_id):
    groups = {"a": ["lobby"], "b": [user_id or "nobody"]}
    for name, people in groups.items():
        for who in people:
            if who == "nobody":
                break
        else:
            continue
        await manager.send_to_user(who, {"group": name})
        break
    else:
        who = run_id
        await manager.send_to_user(who, {"n": 2})
    await manager.send_to_user(user_id, {"n": 3})

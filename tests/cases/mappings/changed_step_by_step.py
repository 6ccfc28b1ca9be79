"""A dictionary that is filled, merged, popped from and gone through."""


async def main(manager, run_id, user_id):
    people = {"owner": user_id}
    people["job"] = run_id
    people.setdefault("owner", run_id)
    for who in people.values():
        if who == people["owner"]:
            continue
        await manager.send_to_user(who, {"n": 1})
    await manager.send_to_user(people.pop("owner"), {"n": 2})
    for who in people.values():
        await manager.send_to_user(who, {"n": 3})
    people.update({"job": user_id}, owner="nobody")
    for who in people.values():
        await manager.send_to_user(who, {"n": 4})
    merged = {**people, "job": run_id} | {"other": user_id}
    del merged["job"]
    for name, who in merged.items():
        await manager.send_to_user(who, {"name": name})
    merged.clear()
    merged["late"] = run_id
    _, who = merged.popitem()
    await manager.send_to_user(who, {"n": 5})

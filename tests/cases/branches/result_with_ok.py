"""A helper returns whether it found somebody together with what it found."""

from collections import namedtuple

Resolution = namedtuple("Resolution", "ok target")


def resolve(run_id, user_id):
    if user_id:
        return True, user_id
    return False, run_id


def resolve_named(run_id, user_id):
    if not user_id:
        return Resolution(ok=False, target=run_id)
    return Resolution(ok=True, target=user_id)


def resolve_dict(run_id, user_id):
    if user_id:
        return {"status": "found", "target": user_id}
    return {"status": "missing", "target": run_id}


def kind_and_target(run_id, user_id, thread_id):
    if thread_id:
        return "thread", thread_id
    if user_id:
        return "user", user_id
    return "run", run_id


async def main(manager, run_id, user_id, thread_id):
    ok, target = resolve(run_id, user_id)
    if ok:
        await manager.send_to_user(target, {"n": 1})
    else:
        print("nobody for", target)
    found = resolve_named(run_id, user_id)
    if not found.ok:
        await manager.send_to_user(found.target, {"n": 2})
        return
    await manager.send_to_user(found.target, {"n": 3})
    answer = resolve_dict(run_id, user_id)
    if answer["status"] == "found":
        await manager.send_to_user(answer["target"], {"n": 4})
    kind, target = kind_and_target(run_id, user_id, thread_id)
    if kind == "thread":
        await manager.send_to_thread(target, {"n": 5})
    elif kind == "user":
        await manager.send_to_user(target, {"n": 6})
    _, target = kind_and_target(run_id, user_id, thread_id)
    await manager.send_to_user(target, {"n": 7})

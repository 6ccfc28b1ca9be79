"""Fallbacks over several sources, right and wrong."""


async def main(manager, run_id, user_id, thread_id):
    state = {"user": {"id": user_id}, "run": {"id": run_id}}
    who = state.get("user", {}).get("id") or "operator"
    await manager.send_to_user(who, {"n": 1})
    wrong = state.get("session", {}).get("id") or state.get("run", {}).get("id")
    await manager.send_to_user(wrong, {"n": 2})
    target = thread_id if thread_id is not None else None
    if target is not None:
        await manager.send_to_thread(target, {"n": 3})
    last = (user_id and f"{user_id}") or run_id
    await manager.send_to_user(last, {"n": 4})

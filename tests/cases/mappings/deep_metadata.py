"""Ids deep inside nested metadata, read with chained `get`s."""


def owner_from(state):
    return state.get("metadata", {}).get("ids", {}).get("owner")


def job_from(state):
    return ((state.get("metadata") or {}).get("ids") or {}).get("job")


async def main(manager, run_id, user_id):
    state = {"metadata": {"ids": {"owner": user_id, "job": run_id}}, "steps": []}
    await manager.send_to_user(owner_from(state), {"n": 1})
    await manager.send_to_user(job_from(state), {"n": 2})
    state["metadata"]["ids"]["owner"] = run_id
    await manager.send_to_user(owner_from(state), {"n": 3})

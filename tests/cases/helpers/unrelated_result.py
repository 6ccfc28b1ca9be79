"""A run id goes in, something else comes out."""


def describe(run_id, user_id):
    if not run_id:
        return None
    return {"title": f"Run {run_id}", "owner": user_id}


def first_part(run_id):
    return run_id.split("-")[-1]


async def main(manager, run_id, user_id):
    info = describe(run_id, user_id)
    await manager.send_to_user(info["owner"], {"title": info["title"]})
    await manager.send_to_user(first_part(run_id), {"n": 2})

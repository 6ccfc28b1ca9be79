"""A dictionary built by one function and read by another."""


def build_params(run_id, user_id, **extra):
    params = {"execution": run_id, "who": user_id}
    params.update(extra)
    return params


async def push(hub, params):
    await hub.send_to_user(params["who"], {"execution": params["execution"]})
    await hub.send_to_user(params["execution"], {"who": params["who"]})


async def main(manager, run_id, user_id):
    await push(manager, build_params(run_id, user_id, retries=3))

"""A helper threads a state through several steps and returns it."""


def begin(run_id, user_id):
    return {"job": run_id, "who": user_id, "steps": []}


def step(state, name):
    return {**state, "steps": state["steps"] + [name]}


def redirect(state):
    return {**state, "who": state["job"]}


async def main(manager, run_id, user_id):
    state = step(step(begin(run_id, user_id), "plan"), "search")
    await manager.send_to_user(state["who"], state)
    state = step(redirect(state), "report")
    await manager.send_to_user(state["who"], state)
    await manager.send_to_user(state["steps"][-1], state)

"""Graph state is a typed dictionary that nodes update and hand on."""

from typing import TypedDict


class State(TypedDict, total=False):
    run_id: str
    user_id: str
    recipient: str
    steps: list


def init_node(state: State) -> State:
    return {**state, "recipient": state["run_id"], "steps": ["init"]}


def auth_node(state: State) -> State:
    update: State = {"recipient": state["user_id"], "steps": [*state["steps"], "auth"]}
    return {**state, **update}


def guard_node(state: State) -> State:
    if state["recipient"].startswith("run_"):
        return {**state, "recipient": ""}
    return state


async def notify(manager, state: State):
    if state.get("recipient"):
        await manager.send_to_user(state["recipient"], {"steps": state["steps"]})


async def notify_raw(manager, state: State):
    await manager.send_to_user(state["recipient"], {"steps": state["steps"]})


async def main(manager, run_id, user_key):
    state: State = {"run_id": run_id, "user_id": user_key}
    state = init_node(state)
    await notify_raw(manager, state)
    await notify(manager, auth_node(state))
    await notify(manager, guard_node(state))
    state = auth_node(state)
    await notify(manager, state)
    state["recipient"] = run_id
    await notify(manager, guard_node(state))
    await notify(manager, state)

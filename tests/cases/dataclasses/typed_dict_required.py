"""A `TypedDict` with keys of both kinds, built in pieces."""

from typing import TypedDict


class JobState(TypedDict, total=False):
    run_id: str
    user_id: str
    history: list


def start(run_id, user_id) -> JobState:
    state: JobState = {"run_id": run_id, "history": []}
    state["user_id"] = user_id
    state["history"].append(("started", run_id))
    return state


async def report(ws, state: JobState) -> None:
    await ws.send_to_user(state["user_id"], {"run_id": state["run_id"]})
    await ws.send_to_user(state["run_id"], {"n": 2})
    for name, about in state["history"]:
        await ws.send_to_user(name, {"about": about})
        await ws.send_to_user(about, {"name": name})


async def main(manager, run_id, user_id):
    await report(manager, start(run_id, user_id))

"""State is written to a store as JSON and read back by another process's code."""

from state import AgentState
from store import Store


async def main(manager, run_id, user_id):
    store = Store()
    store.save(AgentState(job=run_id, owner=user_id, steps=["plan"]))
    state = store.load(run_id)
    await manager.send_to_user(state.owner, {"n": 1})
    await manager.send_to_user(state.job, {"n": 2})
    raw = store.raw(run_id)
    await manager.send_to_user(raw["owner"], {"n": 3})
    await manager.send_to_user(raw["job"], {"n": 4})
    copied = AgentState.from_dict({**state.to_dict(), "owner": state.job})
    await manager.send_to_user(copied.owner, {"n": 5})
    await manager.send_to_user(AgentState.from_dict(state.to_dict()).owner, {"n": 6})

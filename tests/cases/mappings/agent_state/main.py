"""A graph of nodes that pass a typed dictionary on"""

from __future__ import annotations

from nodes import NODES
from state import StateStore


class Graph:
    def __init__(self, nodes, ws):
        self.nodes = nodes
        self.ws = ws

    async def invoke(self, state):
        for node in self.nodes:
            state = await node(state, self.ws)
        return state


async def main(manager, run_id, user_id, thread_id):
    store = StateStore()
    state = store.create(run_id, user_id, thread_id)
    final = await Graph(NODES, manager).invoke(state)
    await manager.send_to_user(final["reply_to"], {"type": "final", "run": final["run_id"]})
    store.update(run_id, step=final["step"], status="finished")
    stored = store.load(run_id)
    await manager.send_to_user(stored["user_id"], {"type": "stored", "step": stored["step"]})
    for each in store.all():
        await manager.send_to_thread(each["thread_id"], {"type": "all"})
        await manager.send_to_thread(each["run_id"], {"type": "all"})

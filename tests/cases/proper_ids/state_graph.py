"""A graph of steps passes a state along; the run id is one of its fields."""

from typing import Any, Callable, Dict


class Graph:
    def __init__(self):
        self.nodes: Dict[str, Callable[..., Any]] = {}
        self.edges: Dict[str, str] = {}

    def node(self, name, then=None):
        def register(function):
            self.nodes[name] = function
            if then:
                self.edges[name] = then
            return function

        return register

    async def run(self, name, state, ws):
        while name:
            state = {**state, **await self.nodes[name](state, ws)}
            name = self.edges.get(name)
        return state


graph = Graph()


@graph.node("plan", then="act")
async def plan(state, ws):
    await ws.send_to_user(state["user"], {"run": state["run"], "step": "plan"})
    return {"plan": [state["run"]]}


@graph.node("act", then="report")
async def act(state, ws):
    for item in state["plan"]:
        await ws.send_to_user(state["user"], {"item": item})
    return {"result": {"run": state["run"], "who": state["user"]}}


@graph.node("report")
async def report(state, ws):
    result = state["result"]
    await ws.send_to_user(result["who"], result)
    return {"plan": []}


async def main(manager, run_id, user_id):
    state = await graph.run("plan", {"run": run_id, "user": user_id}, manager)
    await manager.send_to_user(state["user"], state["result"])

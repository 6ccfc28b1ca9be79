"""A workflow of nodes with dependencies; each node sees the results of the ones before"""

from __future__ import annotations

from graph import Graph, NodeInput


def build(ws) -> Graph:
    graph = Graph()

    @graph.node("fetch")
    async def fetch(given: NodeInput) -> dict:
        await ws.send_to_user(given.requester, {"node": "fetch", "run": given.run_id})
        return {"rows": 3, "source": given.run_id, "owner": given.requester}

    @graph.node("clean", "fetch")
    async def clean(given: NodeInput) -> dict:
        fetched = given.upstream["fetch"]
        await ws.send_to_user(fetched["owner"], {"node": "clean", "rows": fetched["rows"]})
        return {"rows": fetched["rows"] - 1, "reply": fetched["source"]}

    @graph.node("publish", "clean", "fetch")
    async def publish(given: NodeInput) -> dict:
        await ws.send_to_user(given.upstream["clean"]["reply"], {"node": "publish"})
        return {"done": True}

    return graph


class WorkflowRunner:
    def __init__(self, graph: Graph, ws) -> None:
        self.graph = graph
        self.ws = ws

    async def run(self, run_id: str, requester: str) -> dict[str, dict]:
        results: dict[str, dict] = {}
        for node in self.graph.order():
            upstream = {need: results[need] for need in node.needs}
            results[node.name] = await node.handler(NodeInput(run_id, requester, upstream))
            await self.ws.send_to_user(requester, {"finished": node.name})
        return results


async def main(manager, run_id, user_id):
    runner = WorkflowRunner(build(manager), manager)
    results = await runner.run(run_id, user_id)
    await manager.send_to_user(results["fetch"]["owner"], {"n": 1})
    await manager.send_to_user(results["fetch"]["source"], {"n": 2})

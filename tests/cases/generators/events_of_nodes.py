"""A runner forwards what the nodes of a graph yield, which it finds by their names"""


class Model:
    async def run(self, ids):
        run, user = ids
        yield "user", user, {"type": "model_done", "run_id": run}


class Approval:
    async def run(self, ids):
        run, user = ids
        yield "trace", user, {"type": "asked"}
        yield "user", run, {"type": "approval_needed"}


class Graph:
    def __init__(self):
        self._nodes = {}

    def add(self, name, node):
        self._nodes[name] = node

    def node(self, name):
        return self._nodes[name]


class Runner:
    def __init__(self, graph, manager):
        self._graph = graph
        self._manager = manager

    async def run(self, ids):
        for name in ("model", "approval"):
            async for audience, target, data in self._graph.node(name).run(ids):
                if audience != "trace":
                    await self._emit(audience, target, data)

    async def _emit(self, audience, target, data):
        if audience == "thread":
            await self._manager.send_to_thread(target, data)
        else:
            await self._manager.send_to_user(target, data)


async def main(manager, run_id, user_id):
    graph = Graph()
    graph.add("model", Model())
    graph.add("approval", Approval())
    await Runner(graph, manager).run((run_id, user_id))

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Awaitable, Callable, Iterator, Mapping

Handler = Callable[["NodeInput"], Awaitable[dict]]


@dataclass(frozen=True)
class NodeInput:
    run_id: str
    requester: str
    upstream: Mapping[str, dict]


@dataclass
class Node:
    name: str
    handler: Handler
    needs: tuple[str, ...] = ()


@dataclass
class Graph:
    nodes: dict[str, Node] = field(default_factory=dict)

    def node(self, name: str, *needs: str):
        def register(handler: Handler) -> Handler:
            self.nodes[name] = Node(name, handler, needs)
            return handler

        return register

    def order(self) -> Iterator[Node]:
        waiting = {name: set(node.needs) for name, node in self.nodes.items()}
        dependents = defaultdict(list)
        for node in self.nodes.values():
            for need in node.needs:
                dependents[need].append(node.name)
        ready = deque(name for name, needs in waiting.items() if not needs)
        while ready:
            name = ready.popleft()
            yield self.nodes[name]
            for dependent in dependents[name]:
                waiting[dependent].discard(name)
                if not waiting[dependent]:
                    ready.append(dependent)

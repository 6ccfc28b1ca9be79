from __future__ import annotations

from typing import Any, Iterator

from base import BaseSubAgent


class AgentRegistry:
    def __init__(self, websocket_manager: Any) -> None:
        self.websocket_manager = websocket_manager
        self.agents: dict[str, BaseSubAgent] = {}

    def register(self, name: str, agent: BaseSubAgent) -> None:
        if name in self.agents:
            raise KeyError(name)
        agent.set_websocket_manager(self.websocket_manager)
        self.agents[name] = agent

    def get(self, name: str) -> BaseSubAgent | None:
        return self.agents.get(name)

    def __iter__(self) -> Iterator[BaseSubAgent]:
        return iter(self.agents.values())

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class RunConfig:
    run_id: str
    callbacks: Any
    metadata: dict[str, Any] = field(default_factory=dict)
    tags: tuple[str, ...] = ()

    def child(self, step: str) -> RunConfig:
        return RunConfig(self.run_id, self.callbacks, {**self.metadata, "step": step}, self.tags)


class Chain:
    def __init__(self, name: str, steps: list[str]) -> None:
        self.name = name
        self.steps = steps

    async def invoke(self, inputs: dict[str, Any], config: RunConfig) -> dict[str, Any]:
        callbacks = config.callbacks
        await callbacks.on_chain_start(
            self.name, run_id=config.run_id, metadata=config.metadata, inputs=inputs
        )
        for step in self.steps:
            await self._step(step, config.child(step))
        await callbacks.on_chain_end({"steps": len(self.steps)}, **self._ids(config))
        return inputs

    async def _step(self, step: str, config: RunConfig) -> None:
        await config.callbacks.on_tool_start(step, run_id=config.run_id, metadata=config.metadata)
        await config.callbacks.on_tool_end(step, config.run_id, config.metadata.get("user_id"))

    def _ids(self, config: RunConfig) -> dict[str, Any]:
        return {"run_id": config.run_id, "user_id": config.metadata["user_id"]}

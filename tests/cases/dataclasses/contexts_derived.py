"""Execution contexts are derived from each other: children, retries, snapshots."""

from __future__ import annotations

import asyncio
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Optional


@dataclass(frozen=True)
class Origin:
    user_id: str
    thread_id: str
    channel: str = "web"


@dataclass(frozen=True)
class ExecutionContext:
    run_id: str
    origin: Origin
    parent: Optional[ExecutionContext] = None
    metadata: dict[str, Any] = field(default_factory=dict)

    @property
    def root(self) -> ExecutionContext:
        return self if self.parent is None else self.parent.root

    @property
    def user_id(self) -> str:
        return self.origin.user_id

    def child(self, run_id: str) -> ExecutionContext:
        return ExecutionContext(run_id, self.origin, parent=self)

    def with_metadata(self, **extra: Any) -> ExecutionContext:
        return replace(self, metadata={**self.metadata, **extra})

    def detached(self) -> ExecutionContext:
        """A context for work that nobody waits for."""
        return replace(self, origin=Origin(user_id=self.run_id, thread_id=self.origin.thread_id))


async def started(ws, context: ExecutionContext) -> None:
    await ws.send_to_user(context.user_id, {"run": context.run_id, "root": context.root.run_id})


async def finished(ws, context: ExecutionContext) -> None:
    origin = context.root.origin
    await ws.send_to_thread(origin.thread_id, {"run": context.run_id})


async def audited(ws, context: ExecutionContext) -> None:
    snapshot = asdict(context.origin)
    await ws.send_to_user(snapshot["user_id"], {"audit": context.run_id})


async def run_steps(ws, context: ExecutionContext) -> None:
    await started(ws, context)
    child = context.child(f"{context.run_id}:1").with_metadata(step=1)
    await started(ws, child)
    await finished(ws, child)
    await audited(ws, context)


async def main(manager, run_id, user_id, thread_id):
    context = ExecutionContext(run_id, Origin(user_id, thread_id))
    await run_steps(manager, context)
    background = asyncio.create_task(audited(manager, context.detached()))
    await background
    reviewer = context.metadata.get("reviewer", context.user_id)
    await manager.send_to_user(reviewer, {"n": 1})
    tagged = context.with_metadata(reply_to=context.run_id, owner=context.user_id)
    await manager.send_to_user(tagged.metadata["owner"], {"n": 2})
    await manager.send_to_user(tagged.metadata["reply_to"], {"n": 3})

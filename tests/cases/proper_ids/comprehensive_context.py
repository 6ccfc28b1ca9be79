"""A context is copied with changes on its way, and keeps its ids apart."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class ExecutionContext:
    run_id: str
    thread_id: str = ""
    user_id: str = ""
    metadata: dict = field(default_factory=dict)

    def child(self, name):
        return replace(self, run_id=f"{self.run_id}-{name}", metadata={"parent": self.run_id})


async def main(manager, run_id, user_id, thread_id):
    context = ExecutionContext(run_id, thread_id, user_id).child("plan").child("search")
    if context.thread_id:
        await manager.send_to_thread(context.thread_id, context.metadata)
    elif context.user_id:
        await manager.send_to_user(context.user_id, context.metadata)

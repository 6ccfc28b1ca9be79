"""A frozen context is replaced field by field."""

from dataclasses import asdict, dataclass, field, replace


@dataclass(frozen=True)
class Context:
    run_id: str
    user_id: str | None = None
    thread_id: str | None = None
    metadata: dict = field(default_factory=dict)

    def with_user(self, user_id):
        return replace(self, user_id=user_id)

    def child(self, **changes):
        return Context(**{**asdict(self), **changes})


async def main(manager, run_id, user_id, thread_id):
    context = Context(run_id, None, thread_id, {"origin": run_id})
    known = context.with_user(user_id)
    if known.user_id:
        await manager.send_to_user(known.user_id, {"n": 1})
    wrong = context.with_user(run_id)
    await manager.send_to_user(wrong.user_id, {"n": 2})
    nested = known.child(metadata={"origin": known.user_id})
    if nested.metadata["origin"]:
        await manager.send_to_user(nested.metadata["origin"], {"n": 3})
    await manager.send_to_user(context.metadata["origin"], {"n": 4})
    if nested.thread_id:
        await manager.send_to_thread(nested.thread_id, {"n": 5})

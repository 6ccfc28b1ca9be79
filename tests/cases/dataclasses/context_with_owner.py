"""Contexts are frozen; a resolver returns a copy with the owner put in."""

from dataclasses import asdict, dataclass, replace


@dataclass(frozen=True)
class Context:
    run_id: str
    recipient: str
    thread_id: str | None = None

    @classmethod
    def for_run(cls, run_id, thread_id=None):
        return cls(run_id=run_id, recipient=run_id, thread_id=thread_id)

    def owned_by(self, user):
        return replace(self, recipient=user)

    @property
    def is_routable(self):
        return not self.recipient.startswith("run_")


def with_owner(context, owners):
    if context.is_routable:
        return context
    return context.owned_by(owners[context.run_id])


async def main(manager, run_id, user_key, thread_id):
    owners = {run_id: user_key}
    context = Context.for_run(run_id, thread_id)
    await manager.send_to_user(context.recipient, {"n": 1})
    if context.is_routable:
        await manager.send_to_user(context.recipient, {"n": 2})
    owned = context.owned_by(user_key)
    await manager.send_to_user(owned.recipient, {"n": 3, "run_id": owned.run_id})
    owned = with_owner(context, owners)
    await manager.send_to_user(owned.recipient, {"n": 4})
    data = asdict(owned)
    await manager.send_to_user(data["recipient"], {"n": 5})
    data = asdict(context)
    await manager.send_to_user(data["recipient"], {"n": 6})
    moved = replace(context, run_id="run_other", recipient=user_key)
    await manager.send_to_user(moved.recipient, asdict(moved))

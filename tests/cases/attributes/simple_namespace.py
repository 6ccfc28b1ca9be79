"""A ``SimpleNamespace`` carries the ids."""

from types import SimpleNamespace


async def main(manager, run_id, user_id):
    context = SimpleNamespace(run=run_id, user=user_id)
    if context.user:
        await manager.send_to_user(context.user, {"n": 1})
    await manager.send_to_user(context.run, {"n": 2})
    context.user = context.user or context.run
    await manager.send_to_user(context.user, {"n": 3})
    fields = vars(context)
    await manager.send_to_user(fields["run"], {"n": 4})

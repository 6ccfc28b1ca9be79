"""A routing module checks recipients before it sends, in all of its ways but one."""

from routing import Router, safe_recipient


async def main(manager, run_id, user_id, thread_id):
    router = Router(manager)
    await router.to_owner({"job": run_id, "owner": user_id})
    await router.to_owner({"job": run_id, "owner": run_id})
    await router.to_room(thread_id or run_id, {"n": 1})
    await router.unchecked(user_id or run_id, {"n": 2})
    for candidate in (run_id, user_id):
        recipient = safe_recipient(candidate)
        if recipient:
            await manager.send_to_user(recipient, {"n": 3})

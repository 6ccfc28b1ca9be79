"""An absolute import of a helper from another module."""

from helpers import resolve_recipient, resolve_safely


async def main(manager, run_id, user_id):
    await manager.send_to_user(resolve_safely(run_id, user_id), {"n": 1})
    await manager.send_to_user(resolve_recipient(run_id, user_id), {"n": 2})

"""An import with a substitute."""

try:
    from missing_library import resolve
except ImportError:
    from fallback_resolver import resolve


async def main(manager, run_id, user_id):
    await manager.send_to_user(resolve(run_id, user_id), {"n": 1})

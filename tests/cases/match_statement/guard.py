"""A guard decides."""


async def main(manager, run_id, user_id):
    for candidate in (run_id, user_id):
        match candidate:
            case None:
                continue
            case str() as text if text.startswith("run_"):
                continue
            case text:
                await manager.send_to_user(text, {"type": "guarded"})

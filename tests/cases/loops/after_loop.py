"""The last element after a loop, and a search that breaks."""


async def main(manager, run_id, user_id):
    candidates = ["", run_id, user_id]
    chosen = None
    for candidate in candidates:
        if candidate:
            chosen = candidate
            break
    await manager.send_to_user(chosen, {"type": "chosen"})

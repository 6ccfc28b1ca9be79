"""A check in a loop's condition."""


async def main(manager, run_id, user_id):
    queue = [user_id or "nobody", run_id]
    recipient = queue.pop(0)
    while not recipient.startswith("run_"):
        await manager.send_to_user(recipient, {"n": 1})
        recipient = queue.pop(0)

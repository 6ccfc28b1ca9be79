"""A queue emptied with a walrus."""


async def main(manager, run_id, user_id):
    queue = [run_id]
    while (item := queue.pop() if queue else None) is not None:
        await manager.send_message(item, {"left": len(queue)})
    names = [user_id]
    while names and (name := names.pop()):
        await manager.send_message(name, {"left": len(names)})

"""`extend`, `insert` and `pop`."""


async def main(manager, run_id, user_id):
    stack = [user_id]
    stack.extend([run_id])
    await manager.send_to_user(stack.pop(), {"from": "pop"})
    queue = []
    queue.insert(0, run_id)
    await manager.send_to_thread(queue[0], {"from": "insert"})

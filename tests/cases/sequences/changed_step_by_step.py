"""A list that is extended, inserted into, reversed, popped and removed from."""

from collections import deque


async def main(manager, run_id, user_id):
    row = [run_id, user_id]
    row.reverse()
    await manager.send_to_user(row[0], {"n": 1})
    row.insert(0, run_id)
    await manager.send_to_user(row[0], {"n": 2})
    row.extend([user_id])
    await manager.send_to_user(row.pop(), {"n": 3})
    await manager.send_to_user(row.pop(), {"n": 4})
    row.clear()
    row += [user_id] * 2
    for who in row:
        await manager.send_to_user(who, {"n": 5})
    del row[0]
    row[0] = run_id
    await manager.send_to_user(row[-1], {"n": 6})
    queue = deque([run_id])
    queue.appendleft(user_id)
    await manager.send_to_user(queue.popleft(), {"n": 7})
    await manager.send_to_user(queue[0], {"n": 8})
    queue.extendleft([user_id, "lobby"])
    queue.remove(run_id)
    for who in queue:
        await manager.send_to_user(who, {"n": 9})

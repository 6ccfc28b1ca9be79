"""The last ids are kept in a deque."""

from collections import deque


async def main(manager, run_id, user_id):
    recent = deque(maxlen=3)
    recent.append(run_id)
    recent.append(user_id)
    await manager.send_to_user(recent[-1], {"n": 1})
    await manager.send_to_user(recent.popleft(), {"n": 2})
    await manager.send_to_user(recent[0], {"n": 3})
    both = sorted([(1, user_id), (0, run_id)])
    await manager.send_to_user(both[0][1], {"n": 4})

"""A `NewType` for run ids."""

from typing import NewType

RunID = NewType("RunID", str)
UserID = NewType("UserID", str)


async def tell(ws, key: RunID, person: UserID):
    await ws.send_to_user(person, {"n": 1})
    await ws.send_to_user(key, {"n": 2})


async def main(manager, run_id, user_id):
    await tell(manager, RunID(run_id), UserID(user_id))

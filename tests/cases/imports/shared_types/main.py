"""The ids' types stand in a module of their own, and name them everywhere."""

from ids import RunID, UserID
from senders import tell, tell_both


async def main(manager, run_id, user_id):
    await tell(manager, UserID(user_id))
    await tell_both(manager, RunID(run_id), UserID(user_id))

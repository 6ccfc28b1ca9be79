"""An SDK wraps the manager: sessions, channels and a facade that applications use."""

from facade import Notifications
from sessions import Session


async def main(manager, run_id, user_id, thread_id):
    notifications = Notifications.connect(manager)
    session = Session(run_id=run_id, user_id=user_id, thread_id=thread_id)
    await notifications.of(session).user("hello")
    await notifications.of(session).thread("hello all")
    await notifications.of(session.fork("retry")).user("again")
    await notifications.raw(session, "user", "raw")
    await notifications.raw(session, "run", "raw")

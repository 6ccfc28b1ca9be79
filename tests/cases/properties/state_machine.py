"""A session's state says whether its recipient is a person yet."""


class Session:
    ANONYMOUS, CLAIMED, CLOSED = "anonymous", "claimed", "closed"

    def __init__(self, run_id):
        self.run_id = run_id
        self.state = self.ANONYMOUS
        self.recipient = run_id

    def claim(self, user):
        self.state = self.CLAIMED
        self.recipient = user

    def close(self):
        self.state = self.CLOSED

    @property
    def is_claimed(self):
        return self.state == self.CLAIMED


async def push(manager, session, message):
    if session.is_claimed:
        await manager.send_to_user(session.recipient, message)


async def push_unless_closed(manager, session, message):
    if session.state == Session.CLOSED:
        return
    await manager.send_to_user(session.recipient, message)


async def main(manager, run_id, user_key, flag):
    session = Session(run_id)
    await push(manager, session, {"n": 1})
    if flag:
        session.claim(user_key)
    await push(manager, session, {"n": 2})
    await push_unless_closed(manager, session, {"n": 3})
    session.close()
    await push(manager, session, {"n": 4})

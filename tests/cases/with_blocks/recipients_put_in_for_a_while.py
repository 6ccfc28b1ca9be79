"""A session's recipient is put in for a while: delegation, silence, a transaction that rolls back."""

from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager


class Session:
    def __init__(self, ws, user_id, run_id):
        self.ws = ws
        self.run_id = run_id
        self.recipient = user_id
        self.muted = False
        self.outbox = []

    @contextmanager
    def delegated_to(self, recipient):
        before, self.recipient = self.recipient, recipient
        try:
            yield self
        finally:
            self.recipient = before

    @contextmanager
    def silence(self):
        self.muted = True
        try:
            yield
        finally:
            self.muted = False

    @asynccontextmanager
    async def batch(self):
        outer, self.outbox = self.outbox, []
        try:
            yield self.outbox
        finally:
            batch, self.outbox = self.outbox, outer
            for target, message in batch:
                await self.ws.send_to_user(target, message)

    async def say(self, text):
        if self.muted or not self.recipient:
            return
        await self.ws.send_to_user(self.recipient, {"text": text, "run": self.run_id})

    def later(self, text):
        self.outbox.append((self.recipient, {"text": text, "run": self.run_id}))


class Transaction:
    def __init__(self, session):
        self.session = session
        self.saved = None

    def __enter__(self):
        self.saved = self.session.recipient
        return self.session

    def __exit__(self, kind, error, traceback):
        self.session.recipient = self.saved
        return kind is ValueError


async def main(manager, run_id, user_id):
    session = Session(manager, user_id, run_id)
    await session.say("one")
    with session.silence():
        await session.say("nothing")
    async with session.batch():
        session.later("two")
    with Transaction(session) as inner:
        inner.recipient = run_id
        raise ValueError("rolled back")
    await session.say("three")
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(session.batch())
        stack.enter_context(session.silence())
        session.later("four")
    with ExitStack() as stack:
        stack.enter_context(session.delegated_to(run_id))
        await session.say("five")
    await session.say("six")
    with session.delegated_to(run_id) as delegated:
        await delegated.say("seven")

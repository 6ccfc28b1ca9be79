"""A session tells by properties whom to send to; subclasses change what they mean."""

from functools import cached_property


class Session:
    def __init__(self, run_id, user_id=None, thread_id=None):
        self._run_id = run_id
        self._user_id = user_id
        self._thread_id = thread_id
        self._override = None

    @property
    def run_id(self):
        return self._run_id

    @property
    def user_id(self):
        return self._user_id

    @property
    def reply_to(self):
        return self._override or self.user_id

    @reply_to.setter
    def reply_to(self, value):
        if value and value.startswith("run_"):
            raise ValueError("a run is no recipient")
        self._override = value

    @cached_property
    def room(self):
        return self._thread_id or f"thread_{hash(self._user_id)}"

    @property
    def label(self):
        return f"{self.run_id}/{self.user_id}"


class GuestSession(Session):
    """A guest has no user id; the connection is named after the run."""

    @property
    def user_id(self):
        return super().user_id or self._run_id


class ServiceSession(Session):
    @property
    def reply_to(self):
        return self._user_id

    @property
    def user_id(self):
        return "service"


class Replies:
    def __init__(self, ws):
        self.ws = ws

    async def answer(self, session, text):
        if session.reply_to:
            await self.ws.send_to_user(session.reply_to, {"text": text, "of": session.run_id})

    async def room(self, session, text):
        await self.ws.send_to_thread(session.room, {"text": text, "label": session.label})

    async def greet(self, session):
        await self.ws.send_to_user(session.user_id, {"hello": session.run_id})


async def main(manager, run_id, user_id, thread_id):
    replies = Replies(manager)
    session = Session(run_id, user_id, thread_id)
    await replies.answer(session, "one")
    await replies.room(session, "two")
    session.reply_to = user_id
    await replies.answer(session, "three")
    try:
        session.reply_to = run_id
    except ValueError:
        await replies.answer(session, "four")
    service = ServiceSession(run_id, user_id)
    await replies.answer(service, "five")
    await replies.greet(service)
    await replies.greet(GuestSession(run_id, user_id, thread_id))

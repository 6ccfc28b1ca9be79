"""Views show a session to others: read-only, redacted, or as somebody else sees it."""

from functools import cached_property
from types import MappingProxyType


class Session:
    def __init__(self, run_id, user_id, thread_id=None):
        self._ids = {"run": run_id, "user": user_id, "thread": thread_id}
        self.tags = {}

    @property
    def ids(self):
        return MappingProxyType(self._ids)

    @property
    def run_id(self):
        return self._ids["run"]

    @property
    def user_id(self):
        return self._ids["user"]

    @property
    def reply_to(self):
        return self.tags.get("reply_to") or self.user_id


class View:
    def __init__(self, session):
        self._session = session

    def __getattr__(self, name):
        return getattr(self._session, name)


class Redacted(View):
    @property
    def run_id(self):
        return "***"

    @property
    def address(self):
        return self._session.user_id


class Impersonated(View):
    def __init__(self, session, user_id):
        super().__init__(session)
        self._as = user_id

    @property
    def user_id(self):
        return self._as

    @cached_property
    def label(self):
        return f"{self.run_id} as {self._as}"


async def greet(ws, session):
    await ws.send_to_user(session.user_id, {"hello": session.run_id})


async def answer(ws, session, text):
    if session.reply_to:
        await ws.send_to_user(session.reply_to, {"text": text})


async def main(manager, run_id, user_id, thread_id):
    session = Session(run_id, user_id, thread_id)
    await greet(manager, session)
    await greet(manager, Redacted(session))
    await manager.send_to_user(Redacted(session).address, {"run": Redacted(session).run_id})
    await answer(manager, View(session), "one")
    other = Impersonated(session, "bob")
    await greet(manager, other)
    await manager.send_to_thread(session.ids["thread"], {"label": other.label})
    await greet(manager, Impersonated(session, session.run_id))
    session.tags["reply_to"] = session.ids["run"]
    await answer(manager, session, "two")

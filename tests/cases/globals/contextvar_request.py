"""The current request lives in a context variable, set by a middleware."""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

_current = ContextVar("current", default=None)


@dataclass
class CurrentRequest:
    key: str
    owner: str | None


@contextmanager
def request_scope(key, owner):
    token = _current.set(CurrentRequest(key, owner))
    try:
        yield
    finally:
        _current.reset(token)


def current():
    request = _current.get()
    if request is None:
        raise RuntimeError("no request")
    return request


async def say_to_owner(ws, text):
    request = current()
    if request.owner:
        await ws.send_to_user(request.owner, {"text": text})


async def say_to_request(ws, text):
    await ws.send_to_user(current().key, {"text": text})


async def main(manager, run_id, user_id):
    with request_scope(run_id, user_id):
        await say_to_owner(manager, "hi")
        await say_to_request(manager, "lost")

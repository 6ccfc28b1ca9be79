"""Whom to send to is found in steps: the request, the session, the account, the run's record."""

from dataclasses import dataclass, field
from typing import Callable, Iterable, Optional


@dataclass
class Request:
    run_id: str
    headers: dict[str, str] = field(default_factory=dict)
    session: Optional[dict] = None


def from_header(request: Request) -> Optional[str]:
    return request.headers.get("x-user-id")


def from_session(request: Request) -> Optional[str]:
    if request.session is None:
        return None
    return request.session.get("user_id")


def from_run(request: Request) -> Optional[str]:
    return request.run_id


STRICT: tuple[Callable[[Request], Optional[str]], ...] = (from_header, from_session)
LENIENT = (*STRICT, from_run)


def find_recipient(request: Request, sources: Iterable = STRICT) -> Optional[str]:
    for source in sources:
        found = source(request)
        if found:
            return found
    return None


def require_recipient(request: Request) -> str:
    recipient = find_recipient(request)
    if recipient is None:
        raise LookupError(f"nobody to tell about {request.run_id}")
    return recipient


async def strict(ws, request, message):
    recipient = find_recipient(request)
    if recipient:
        await ws.send_to_user(recipient, message)


async def required(ws, request, message):
    try:
        recipient = require_recipient(request)
    except LookupError as error:
        message["error"] = str(error)
        return
    await ws.send_to_user(recipient, message)


async def lenient(ws, request, message):
    recipient = find_recipient(request, LENIENT)
    if recipient:
        await ws.send_to_user(recipient, message)


async def main(manager, run_id, user_key):
    by_header = Request(run_id, headers={"x-user-id": user_key, "x-run-id": run_id})
    by_session = Request(run_id, session={"user_id": user_key, "run_id": run_id})
    for request in (by_header, by_session):
        await strict(manager, request, {"n": 1})
        await required(manager, request, {"n": 2})
    await lenient(manager, Request(run_id), {"n": 3})
    await required(manager, Request(run_id), {"n": 4})

from __future__ import annotations

from dataclasses import dataclass

from api import Request
from services import ManagerProvider, NotificationService


@dataclass(frozen=True)
class Caller:
    user_id: str | None
    thread_id: str | None
    run_id: str


def get_current_user(request: Request) -> str | None:
    return request.user


def get_caller(request: Request) -> Caller:
    return Caller(
        user_id=request.user,
        thread_id=request.query.get("thread_id"),
        run_id=request.query["run_id"],
    )


def get_recipient(request: Request) -> str:
    if request.user is not None:
        return request.user
    return request.query["run_id"]


def get_notifications(request: Request) -> NotificationService:
    return NotificationService(ManagerProvider.get())

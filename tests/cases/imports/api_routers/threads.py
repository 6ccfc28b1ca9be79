from __future__ import annotations

from api import APIRouter, Depends
from dependencies import Caller, get_caller, get_notifications
from services import NotificationService

router = APIRouter()


@router.post("/message")
async def message(
    caller: Caller = Depends(get_caller),
    notifications: NotificationService = Depends(get_notifications),
):
    thread = caller.thread_id or caller.user_id
    if thread is not None:
        await notifications.notify_thread(thread, "message")


@router.post("/share")
async def share(
    caller: Caller = Depends(get_caller),
    notifications: NotificationService = Depends(get_notifications),
):
    known = {"owner": caller.user_id, "thread": caller.thread_id}
    people = [person for role, person in known.items() if role == "owner"]
    await notifications.broadcast(people, "shared")
    if known["thread"]:
        await notifications.notify_thread(known["thread"], "shared", by=caller.run_id)

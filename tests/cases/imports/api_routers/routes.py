from __future__ import annotations

from api import APIRouter, Depends, Request
from dependencies import Caller, get_caller, get_current_user, get_notifications, get_recipient
from services import ManagerProvider, NotificationService

router = APIRouter()


@router.post("/start")
async def start(
    caller: Caller = Depends(get_caller),
    notifications: NotificationService = Depends(get_notifications),
):
    if caller.thread_id:
        await notifications.notify_thread(caller.thread_id, "started", run=caller.run_id)
    elif caller.user_id:
        await notifications.notify_user(caller.user_id, "started", run=caller.run_id)
    return {"run_id": caller.run_id}


@router.post("/cancel")
async def cancel(
    caller: Caller = Depends(get_caller),
    user_id: str | None = Depends(get_current_user),
):
    manager = ManagerProvider.get()
    run_id = caller.run_id
    if user_id is not None:
        await manager.send_to_user(user_id, {"cancelled": run_id})
    user_id = run_id
    await manager.send_to_user(user_id, {"cancelled": True})


@router.post("/status")
async def status(
    request: Request,
    recipient: str = Depends(get_recipient),
    notifications: NotificationService = Depends(get_notifications),
):
    await notifications.notify_user(recipient, "status", run=request.query["run_id"])
    await notifications.broadcast([request.user, request.query["run_id"]], "status")


@router.post("/retry")
async def retry(request: Request, user_id: str | None = Depends(get_current_user)):
    run_id = request.query["run_id"]
    if user_id is None or user_id.startswith("run_"):
        return {"refused": run_id}
    await ManagerProvider.get().send_to_user(user_id, {"retry": run_id})

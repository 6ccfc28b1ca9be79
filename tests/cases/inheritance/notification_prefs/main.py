"""Notifications go to the channels that a user prefers"""

from __future__ import annotations

from channels import Channel, LogChannel, ThreadChannel, WsChannel
from prefs import PreferenceStore


class NotificationService:
    def __init__(self, store: PreferenceStore, channels: dict[str, Channel]) -> None:
        self.store = store
        self.channels = channels

    async def notify(self, user_id: str, subject: str, **body) -> int:
        prefs = self.store.for_user(user_id)
        if prefs.muted:
            return 0
        delivered = 0
        for name in prefs.channels:
            channel = self.channels.get(name)
            if channel and await channel.push(prefs, subject, body):
                delivered += 1
        return delivered


class RunObserver:
    def __init__(self, notifications: NotificationService) -> None:
        self.notifications = notifications

    async def finished(self, run_id: str, user_id: str, thread_id: str) -> None:
        await self.notifications.notify(user_id, "finished", run_id=run_id, thread_id=thread_id)

    async def failed(self, run_id: str, thread_id: str) -> None:
        await self.notifications.notify(run_id, "failed", thread_id=thread_id)


async def main(manager, run_id, user_id, thread_id):
    store = PreferenceStore()
    channels = {"ws": WsChannel(manager), "log": LogChannel(), "thread": ThreadChannel(manager)}
    store.for_user(user_id).channels.extend(["log", "thread"])
    observer = RunObserver(NotificationService(store, channels))
    await observer.finished(run_id, user_id, thread_id)
    await observer.failed(run_id, thread_id)
    store.mute(user_id)
    await observer.finished(run_id, user_id, thread_id)
    for line in channels["log"].lines:
        await manager.send_to_user(user_id, {"line": line})

from __future__ import annotations

from channels import ChannelFactory
from prefs import PreferenceStore


class NotificationCenter:
    def __init__(self, store: PreferenceStore, factory: ChannelFactory) -> None:
        self.store = store
        self.factory = factory

    async def notify(self, owner: str | None, text: str, run_id: str) -> None:
        preference = self.store.of(owner or run_id)
        await self.factory.channel(preference.channel).deliver(preference, text)

    async def notify_all(self, text: str) -> None:
        for person in self.store.people():
            preference = self.store.of(person)
            await self.factory.channel("instant").deliver(preference, text)

    async def escalate(self, run_id: str, text: str, owner: str | None = None) -> None:
        preference = self.store.of(run_id)
        if preference.is_system and owner is not None:
            preference = self.store.of(owner)
        await self.factory.channel("instant").deliver(preference, text)

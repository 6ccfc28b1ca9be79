from __future__ import annotations

from abc import ABC, abstractmethod

from prefs import Preference


class Channel(ABC):
    @abstractmethod
    async def deliver(self, preference: Preference, text: str) -> None: ...


class InstantChannel(Channel):
    def __init__(self, manager) -> None:
        self.manager = manager

    async def deliver(self, preference: Preference, text: str) -> None:
        if preference.thread:
            await self.manager.send_to_thread(preference.thread, {"text": text})
        else:
            await self.manager.send_to_user(preference.owner, {"text": text})


class SystemChannel(InstantChannel):
    async def deliver(self, preference: Preference, text: str) -> None:
        await self.manager.send_message(preference.owner, {"system": text})


class DigestChannel(Channel):
    def __init__(self, gathered: list[tuple[str, str]]) -> None:
        self.gathered = gathered

    async def deliver(self, preference: Preference, text: str) -> None:
        self.gathered.append((preference.owner, text))


class ChannelFactory:
    def __init__(self, manager) -> None:
        self.gathered: list[tuple[str, str]] = []
        self._channels: dict[str, Channel] = {
            "instant": InstantChannel(manager),
            "system": SystemChannel(manager),
            "digest": DigestChannel(self.gathered),
        }

    def channel(self, name: str) -> Channel:
        return self._channels[name]

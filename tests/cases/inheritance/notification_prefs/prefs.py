from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Preferences:
    user_id: str
    channels: list[str] = field(default_factory=lambda: ["ws"])
    muted: bool = False


class PreferenceStore:
    def __init__(self) -> None:
        self._by_user: dict[str, Preferences] = {}

    def for_user(self, user_id: str) -> Preferences:
        if user_id not in self._by_user:
            self._by_user[user_id] = Preferences(user_id)
        return self._by_user[user_id]

    def mute(self, user_id: str) -> None:
        self.for_user(user_id).muted = True

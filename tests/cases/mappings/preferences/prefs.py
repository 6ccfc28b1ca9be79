from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Preference:
    owner: str
    channel: str
    thread: str | None = None

    @property
    def is_system(self) -> bool:
        return self.channel == "system"


class PreferenceStore:
    def __init__(self, default: str) -> None:
        self.default = default
        self._by_owner: dict[str, Preference] = {}

    def save(self, preference: Preference) -> None:
        self._by_owner[preference.owner] = preference

    def of(self, owner: str) -> Preference:
        try:
            return self._by_owner[owner]
        except KeyError:
            return Preference(owner, self.default)

    def __iter__(self):
        yield from self._by_owner.values()

    def people(self) -> list[str]:
        return [each.owner for each in self if not each.is_system]

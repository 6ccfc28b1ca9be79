from __future__ import annotations

from dataclasses import dataclass, field
from typing import Iterable, Literal

Role = Literal["system", "user", "assistant", "tool"]


@dataclass
class Turn:
    role: Role
    content: str
    author: str | None = None


@dataclass
class Conversation:
    thread_id: str
    turns: list[Turn] = field(default_factory=list)

    def say(self, role: Role, content: str, author: str | None = None) -> Turn:
        turn = Turn(role, content, author)
        self.turns.append(turn)
        return turn

    def last(self, role: Role) -> Turn | None:
        for turn in reversed(self.turns):
            if turn.role == role:
                return turn
        return None

    def authors(self, roles: Iterable[Role] = ("user",)) -> list[str]:
        wanted = set(roles)
        return [turn.author for turn in self.turns if turn.role in wanted and turn.author]


class MemoryStore:
    def __init__(self) -> None:
        self._conversations: dict[str, Conversation] = {}

    def __getitem__(self, thread_id: str) -> Conversation:
        if thread_id not in self._conversations:
            self._conversations[thread_id] = Conversation(thread_id)
        return self._conversations[thread_id]

    def __contains__(self, thread_id: str) -> bool:
        return thread_id in self._conversations

    def __iter__(self):
        return iter(self._conversations)

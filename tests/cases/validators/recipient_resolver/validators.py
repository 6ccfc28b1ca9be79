"""Checks recipients before anything is sent."""

from __future__ import annotations

from typing import Optional

from ids import looks_like_run, looks_like_thread


class InvalidRecipient(ValueError):
    pass


class RecipientValidator:
    def ensure_user(self, value: str) -> str:
        if looks_like_run(value):
            raise InvalidRecipient(f"{value} is a run")
        if looks_like_thread(value):
            raise InvalidRecipient(f"{value} is a thread")
        return value

    def is_user(self, value: Optional[str]) -> bool:
        return bool(value) and not looks_like_run(value) and not looks_like_thread(value)

    def ensure_thread(self, value: str) -> str:
        if not looks_like_thread(value):
            raise InvalidRecipient(f"{value} is no thread")
        return value

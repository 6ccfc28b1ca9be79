from __future__ import annotations

import re
from typing import NamedTuple, Optional

RUN_PATTERN = re.compile(r"^run_[0-9a-f-]{36}$")


class Recipient(NamedTuple):
    kind: str
    id: str


def is_run_id(value: Optional[str]) -> bool:
    return bool(value) and RUN_PATTERN.match(value) is not None


def first_set(*candidates: Optional[str]) -> Optional[str]:
    for candidate in candidates:
        if candidate:
            return candidate
    return None


def first_routable(*candidates: Optional[str]) -> Optional[str]:
    return next((each for each in candidates if each and not is_run_id(each)), None)


def resolve(thread_id: Optional[str], user_id: Optional[str]) -> Optional[Recipient]:
    if thread_id:
        return Recipient("thread", thread_id)
    if user_id:
        return Recipient("user", user_id)
    return None


def resolve_legacy(user_id: Optional[str], run_id: str) -> Recipient:
    return Recipient("user", user_id if user_id else run_id)

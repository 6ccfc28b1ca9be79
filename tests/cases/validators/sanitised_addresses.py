"""Addresses come from outside: they are stripped, decoded, checked by kind and only then used."""

import re
from enum import Enum
from typing import Optional
from urllib.parse import unquote

RUN_PATTERN = re.compile(r"^run_[0-9a-f\-]{8,}$")


class Kind(str, Enum):
    RUN = "run"
    THREAD = "thread"
    USER = "user"
    UNKNOWN = "unknown"


class AddressError(ValueError):
    """An address that cannot be used."""


def detect(address: str) -> Kind:
    if not address:
        return Kind.UNKNOWN
    if RUN_PATTERN.match(address):
        return Kind.RUN
    if address.startswith("thread_"):
        return Kind.THREAD
    return Kind.USER


def sanitise(raw: Optional[str]) -> str:
    return unquote(raw or "").strip()


def parse(raw: str, *allowed: Kind) -> str:
    address = sanitise(raw)
    kind = detect(address)
    if kind not in allowed:
        raise AddressError(f"{kind.value}: {address}")
    return address


def parse_or(raw: str, default: str, *allowed: Kind) -> str:
    try:
        return parse(raw, *allowed)
    except AddressError:
        return default


class Inbox:
    def __init__(self, ws, owner):
        self.ws = ws
        self.owner = owner

    async def to_user(self, raw, body):
        await self.ws.send_to_user(parse(raw, Kind.USER), body)

    async def to_user_or_owner(self, raw, body):
        address = parse_or(raw, self.owner, Kind.USER)
        await self.ws.send_to_user(address, body)

    async def by_kind(self, raw, body):
        address = sanitise(raw)
        kind = detect(address)
        if kind is Kind.THREAD:
            await self.ws.send_to_thread(address, body)
        elif kind is Kind.USER:
            await self.ws.send_to_user(address, body)

    async def to_person_or_run(self, raw, body):
        address = parse(raw, Kind.USER, Kind.RUN)
        await self.ws.send_to_user(address, body)

    async def unchecked(self, raw, body):
        await self.ws.send_to_user(sanitise(raw), body)


async def main(manager, run_id, user_key, thread_id):
    inbox = Inbox(manager, user_key)
    for raw in (user_key, run_id):
        try:
            await inbox.to_user(raw, {"n": 1})
        except AddressError:
            continue
    for raw in (user_key, run_id, thread_id):
        await inbox.to_user_or_owner(raw, {"n": 2})
        await inbox.by_kind(raw, {"n": 3})
    await inbox.unchecked(run_id, {"n": 4})
    await inbox.to_person_or_run(run_id, {"n": 5})

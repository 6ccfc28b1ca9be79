"""Lookups answer with results instead of exceptions"""

from __future__ import annotations

from result import Err, Ok, Result


class OwnerLookup:
    def __init__(self, owners: dict[str, str]) -> None:
        self.owners = owners

    def find(self, run_id: str) -> Result[str]:
        owner = self.owners.get(run_id)
        if owner is None:
            return Err("no owner", subject=run_id)
        return Ok(owner)

    def find_or_self(self, run_id: str) -> Result[str]:
        return Ok(self.owners.get(run_id) or run_id)


class Notifier:
    def __init__(self, ws, lookup: OwnerLookup) -> None:
        self.ws = ws
        self.lookup = lookup

    async def by_type(self, run_id: str) -> None:
        found = self.lookup.find(run_id)
        if isinstance(found, Ok):
            await self.ws.send_to_user(found.value, {"run": run_id})
        else:
            await self.ws.send_to_user("operator", {"reason": found.reason})

    async def by_match(self, run_id: str) -> None:
        match self.lookup.find(run_id):
            case Ok(value=owner):
                await self.ws.send_to_user(owner, {"run": run_id})
            case Err(reason=reason, subject=subject):
                await self.ws.send_to_user(subject, {"reason": reason})

    async def by_default(self, run_id: str) -> None:
        to = self.lookup.find(run_id).unwrap_or("operator")
        await self.ws.send_to_user(to, {"run": run_id})
        to = self.lookup.find(run_id).unwrap_or(run_id)
        await self.ws.send_to_user(to, {"run": run_id})

    async def by_map(self, run_id: str) -> None:
        message = self.lookup.find(run_id).map(lambda owner: {"to": owner, "run": run_id})
        if isinstance(message, Ok):
            await self.ws.send_to_user(message.value["to"], message.value)

    async def lenient(self, run_id: str) -> None:
        await self.ws.send_to_user(self.lookup.find_or_self(run_id).value, {"lenient": True})


async def main(manager, run_id, user_id):
    notifier = Notifier(manager, OwnerLookup({run_id: user_id} if user_id else {}))
    await notifier.by_type(run_id)
    await notifier.by_match(run_id)
    await notifier.by_default(run_id)
    await notifier.by_map(run_id)
    await notifier.lenient(run_id)

"""Metadata travels with messages in nested dictionaries; readers dig the address out again."""

import copy
import json
from typing import Any


def envelope(run_id: str, user_id: str, **payload: Any) -> dict[str, Any]:
    return {
        "meta": {"ids": {"run": run_id, "user": user_id}, "version": 2},
        "payload": payload,
    }


def dig(data: dict[str, Any], path: str, default: Any = None) -> Any:
    for part in path.split("."):
        if not isinstance(data, dict) or part not in data:
            return default
        data = data[part]
    return data


def merge(base: dict[str, Any], extra: dict[str, Any]) -> dict[str, Any]:
    merged = copy.deepcopy(base)
    for key, value in extra.items():
        if isinstance(value, dict) and isinstance(merged.get(key), dict):
            merged[key] = merge(merged[key], value)
        else:
            merged[key] = value
    return merged


class Mailbox:
    def __init__(self, ws):
        self.ws = ws
        self.index: dict[str, list[dict[str, Any]]] = {}

    def file(self, message: dict[str, Any]) -> None:
        run = message["meta"]["ids"]["run"]
        self.index.setdefault(run, []).append(message)

    async def deliver(self, run_id: str) -> None:
        for message in self.index.get(run_id, []):
            ids = message["meta"]["ids"]
            await self.ws.send_to_user(ids["user"], message["payload"])

    async def deliver_all(self) -> None:
        for run, messages in self.index.items():
            for message in messages:
                user = message.get("meta", {}).get("ids", {}).get("user")
                await self.ws.send_to_user(user, {"run": run, **message["payload"]})

    async def count(self) -> None:
        for key, messages in self.index.items():
            await self.ws.send_to_user(key, {"count": len(messages)})


async def main(manager, run_id, user_id):
    mailbox = Mailbox(manager)
    mailbox.file(envelope(run_id, user_id, text="one"))
    await mailbox.deliver(run_id)
    await mailbox.deliver_all()
    await mailbox.count()
    text = json.dumps(envelope(run_id, user_id))
    parsed = json.loads(text)
    await manager.send_to_user(parsed["meta"]["ids"]["user"], {"n": 1})
    await manager.send_to_user(dig(envelope(run_id, user_id), "meta.ids.user"), {"n": 2})
    patched = merge(envelope(run_id, user_id), {"meta": {"ids": {"user": run_id}}})
    await manager.send_to_user(patched["meta"]["ids"]["user"], {"n": 3})
    flat = {**envelope(run_id, user_id)["meta"]["ids"]}
    recipient = flat.pop("user")
    await manager.send_to_user(recipient, {"ids": flat})
    await manager.send_to_user(flat.popitem()[1], {"n": 4})

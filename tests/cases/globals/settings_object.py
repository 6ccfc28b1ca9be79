"""A settings object says where notices go, and is overridden at start."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class RoutingSettings:
    strategy: str = "owner"
    default_recipient: str | None = None


settings = RoutingSettings()


def configure(**changes):
    global settings
    settings = replace(settings, **changes)


def pick(owner, job):
    if settings.strategy == "owner":
        return owner
    return job


async def notify(ws, owner, job):
    await ws.send_to_user(pick(owner, job), {"n": 1})


async def notify_default(ws):
    await ws.send_to_user(settings.default_recipient or "ops", {"n": 2})


async def main(manager, run_id, user_id, flag):
    configure(strategy="owner")
    await notify(manager, user_id, run_id)
    await notify_default(manager)
    if flag:
        configure(strategy="job", default_recipient=run_id)
        await notify(manager, user_id, run_id)
        await notify_default(manager)

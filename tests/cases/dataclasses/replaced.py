"""`dataclasses.replace` and `asdict`."""

from dataclasses import asdict, dataclass, replace


@dataclass(frozen=True)
class Route:
    to: str
    via: str = "ws"


async def main(manager, run_id, user_id):
    first = Route(user_id)
    second = replace(first, to=run_id)
    await manager.send_to_user(first.to, {"via": first.via})
    await manager.send_to_user(second.to, {"via": second.via})
    await manager.send_to_user(asdict(second)["to"], {"via": "dict"})

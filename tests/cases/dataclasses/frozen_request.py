"""A frozen request that is copied with changes."""

from dataclasses import asdict, dataclass, replace


@dataclass(frozen=True)
class Request:
    sender: str
    reference: str
    reply_to: str = ""

    @property
    def address(self):
        return self.reply_to or self.sender


async def main(manager, run_id, user_id):
    request = Request(user_id, run_id)
    await manager.send_to_user(request.address, {"n": 1})
    await manager.send_to_user(replace(request, reply_to=run_id).address, {"n": 2})
    await manager.send_to_user(asdict(request)["reference"], {"n": 3})
    await manager.send_to_user(asdict(request)["sender"], {"n": 4})

"""An enum says who is addressed, by methods, by tables and by `match`."""

from enum import Enum, auto


class Audience(Enum):
    OWNER = "owner"
    JOB = "job"

    def pick(self, scope):
        return scope[self.value]


class Phase(Enum):
    START = auto()
    END = auto()

    @property
    def audience(self):
        return {Phase.START: Audience.OWNER, Phase.END: Audience.JOB}[self]


def address(audience, scope):
    match audience:
        case Audience.OWNER:
            return scope["owner"]
        case Audience.JOB:
            return scope["job"]
        case _:
            return None


async def main(manager, run_id, user_id):
    scope = {"job": run_id, "owner": user_id}
    await manager.send_to_user(Audience.OWNER.pick(scope), {"n": 1})
    await manager.send_to_user(Audience.JOB.pick(scope), {"n": 2})
    await manager.send_to_user(address(Audience.OWNER, scope), {"n": 3})
    await manager.send_to_user(address(Audience.JOB, scope), {"n": 4})
    await manager.send_to_user(Phase.START.audience.pick(scope), {"n": 5})
    await manager.send_to_user(address(Phase.END.audience, scope), {"n": 6})
    await manager.send_to_user(address(Audience("owner"), scope), {"n": 7})
    await manager.send_to_user(address(Audience["JOB"], scope), {"n": 8})

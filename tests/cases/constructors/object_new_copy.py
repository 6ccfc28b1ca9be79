"""`copy.copy`, then one field is set anew."""

import copy


class Packet:
    def __init__(self, to, ref):
        self.to = to
        self.ref = ref


async def main(manager, run_id, user_id):
    first = Packet(run_id, user_id)
    second = copy.copy(first)
    second.to = user_id
    await manager.send_to_user(second.to, {"n": 1})
    third = copy.deepcopy(first)
    await manager.send_to_user(third.to, {"n": 2})
    await manager.send_to_user(third.ref, {"n": 3})
    await manager.send_to_user(first.to, {"n": 4})

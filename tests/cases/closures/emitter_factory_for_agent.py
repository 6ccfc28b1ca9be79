"""A factory closes over who to tell and gives an agent its functions."""


def make_emitter(ws, recipient, *, prefix="agent"):
    sequence = 0

    async def emit(event, **data):
        nonlocal sequence
        sequence += 1
        await ws.send_to_user(recipient, {"event": f"{prefix}.{event}", "n": sequence, **data})

    return emit


def make_pair(ws, owner, job):
    public = make_emitter(ws, owner)
    internal = make_emitter(ws, job, prefix="internal")
    return public, internal


class Worker:
    def __init__(self, emit):
        self.emit = emit

    async def work(self, items):
        await self.emit("started", total=len(items))
        for item in items:
            await self.emit("item", item=item)


async def main(manager, run_id, user_id, flag):
    public, internal = make_pair(manager, user_id, run_id)
    await Worker(public).work([1, 2])
    if flag:
        await Worker(internal).work([3])
    emitters = {"owner": public, "debug": make_emitter(manager, run_id)}
    await emitters["owner"]("closed")
    await emitters["debug"]("closed")

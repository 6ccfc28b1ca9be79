"""A default object that is shared by all calls."""


class Options:
    def __init__(self):
        self.to = "operator"


async def send(ws, body, options=Options()):
    await ws.send_to_user(options.to, body)


async def main(manager, run_id, user_id):
    await send(manager, {"run": run_id})
    mine = Options()
    mine.to = user_id
    await send(manager, {"n": 2}, mine)
    theirs = Options()
    theirs.to = run_id
    await send(manager, {"n": 3}, options=theirs)

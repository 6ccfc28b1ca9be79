"""`args[1:]` handed on, with the first argument dropped or moved."""


async def send(ws, to, body):
    await ws.send_to_user(to, body)


async def without_first(ws, *args):
    await send(ws, *args[1:])


async def swapped(ws, *args):
    first, second, *rest = args
    await send(ws, second, {"first": first, "rest": rest})


async def main(manager, run_id, user_id):
    await without_first(manager, run_id, user_id, {"n": 1})
    await without_first(manager, user_id, run_id, {"n": 2})
    await swapped(manager, run_id, user_id, 3)
    await swapped(manager, user_id, run_id)

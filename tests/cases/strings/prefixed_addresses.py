"""Addresses carry a kind before the id, and are taken apart before a send."""


def make_address(kind, value):
    return f"{kind}:{value}"


def split_address(address):
    kind, _, value = address.partition(":")
    return kind, value


async def send_to_address(manager, address, message):
    kind, value = split_address(address)
    if kind == "user":
        await manager.send_to_user(value, message)
    elif kind == "thread":
        await manager.send_to_thread(value, message)


async def send_without_look(manager, address, message):
    _, value = split_address(address)
    await manager.send_to_user(value, message)


async def main(manager, run_id, user_key, thread_id):
    await send_to_address(manager, make_address("user", user_key), {"n": 1})
    await send_to_address(manager, make_address("run", run_id), {"n": 2})
    if thread_id:
        await send_to_address(manager, make_address("thread", thread_id), {"n": 3})
    await send_without_look(manager, make_address("run", run_id), {"n": 4})
    await send_without_look(manager, make_address("user", user_key), {"n": 5})
    title = f"Run {run_id} of {user_key}"
    await manager.send_to_user(user_key, {"title": title})
    key = f"{run_id}/{user_key}"
    run, user = key.split("/")
    await manager.send_to_user(user, {"run": run})
    await manager.send_to_user(key.split("/")[0], {"n": 8})

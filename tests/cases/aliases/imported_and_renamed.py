"""Sends under other names, through a dictionary, a loop and a walrus."""


async def main(manager, run_id, user_id):
    methods = [manager.send_to_user, manager.send_message]
    for method in methods:
        await method(user_id, {"n": 1})
    for method in methods:
        await method(run_id, {"n": 2})
    if (emit := getattr(manager, "send_to_user", None)) is not None:
        await emit(user_id, {"n": 3})
        await emit(run_id, {"n": 4})
    push = tell = manager.send_message
    await push(user_id, {"n": 5})
    await tell(run_id, {"n": 6})

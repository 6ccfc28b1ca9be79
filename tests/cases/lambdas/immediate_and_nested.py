"""Called at once, nested, and with star arguments."""


async def main(manager, run_id, user_id):
    await manager.send_to_user((lambda a, b: b)(run_id, user_id), {"n": 1})
    await manager.send_to_user((lambda *a: a[0])(run_id, user_id), {"n": 2})
    await manager.send_to_user((lambda a: lambda b: a)(run_id)(user_id), {"n": 3})
    await manager.send_to_user((lambda a: lambda b: b)(run_id)(user_id), {"n": 4})
    await manager.send_to_user((lambda **k: k["who"])(who=user_id, job=run_id), {"n": 5})

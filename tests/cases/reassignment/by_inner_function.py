"""An inner function overwrites the name of the outer one."""


async def main(manager, run_id, user_id):
    target = run_id

    def clean():
        nonlocal target
        target = user_id

    def pretend():
        target = user_id
        return target

    pretend()
    await manager.send_to_user(target, {"n": 1})
    clean()
    await manager.send_to_user(target, {"n": 2})

"""`__new__` decides."""


class Token(str):
    def __new__(cls, value):
        return super().__new__(cls, value)


class Handle:
    def __new__(cls, run_id):
        handle = super().__new__(cls)
        handle.value = run_id
        return handle


async def main(manager, run_id):
    await manager.send_to_user(Handle(run_id).value, {"n": 1})
    await manager.send_to_user(Token(run_id), {"n": 2})

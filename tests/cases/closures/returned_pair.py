"""Two closures over one variable."""


def register(first):
    current = first

    def get():
        return current

    def put(value):
        nonlocal current
        current = value

    return get, put


async def main(manager, run_id, user_id):
    get, put = register(user_id)
    await manager.send_to_user(get(), {"n": 1})
    put(run_id)
    await manager.send_to_user(get(), {"n": 2})

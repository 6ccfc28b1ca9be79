import second

LABEL = "first"


async def start(ws, run_id, user_id):
    await second.proceed(ws, run_id, user_id)


def address(run_id, user_id):
    return run_id

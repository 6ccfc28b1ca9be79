"""Middlewares call the next one, and may change the recipient."""


async def final(ws, who, body):
    await ws.send_to_user(who, body)


def refusing_runs(following):
    async def call(ws, who, body):
        if who.startswith("run_"):
            return None
        return await following(ws, who, body)

    return call


def logging_calls(following):
    async def call(ws, who, body):
        return await following(ws, who, {"logged": True, **body})

    return call


async def main(manager, run_id, user_id):
    safe = refusing_runs(logging_calls(final))
    await safe(manager, user_id or run_id, {"n": 1})
    unsafe = logging_calls(final)
    await unsafe(manager, run_id, {"n": 2})

"""A lambda that sends."""


async def main(manager, run_id, user_id):
    push = lambda to, **body: manager.send_to_user(to, body)  # noqa: E731
    await push(user_id, n=1, run=run_id)
    await push(run_id, n=2)

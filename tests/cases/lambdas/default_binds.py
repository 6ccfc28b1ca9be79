"""A default value binds the loop's variable."""


async def main(manager, run_id, user_id):
    senders = [lambda text, to=each: manager.send_to_user(to, {"text": text}) for each in (run_id,)]
    for send in senders:
        await send("hello")
    await (lambda to=user_id: manager.send_to_user(to, {"text": "bye"}))()

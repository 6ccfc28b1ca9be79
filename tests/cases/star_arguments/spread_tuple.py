"""A tuple spread into a call."""


async def notify(hub, to, text):
    await hub.send_to_user(to, {"text": text})


async def main(manager, run_id, user_id):
    wrong = (run_id, "wrong")
    await notify(manager, *wrong)
    right = [user_id, run_id]
    await notify(manager, *right)

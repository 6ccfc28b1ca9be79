"""Factories make senders that are bound to a user, or that filter what they are given."""


def sender_for(manager, user):
    async def send(message):
        await manager.send_to_user(user, message)

    return send


def filtered_sender(manager, reject):
    async def send(target, message):
        if reject(target):
            return
        await manager.send_to_user(target, message)

    return send


def counting_sender(manager, limit):
    sent = 0

    async def send(target, message):
        nonlocal sent
        if sent >= limit:
            return
        sent += 1
        await manager.send_to_user(target, message)

    return send


def starts_with(prefix):
    def check(value):
        return value.startswith(prefix)

    return check


async def main(manager, run_id, user_key):
    to_user = sender_for(manager, user_key)
    await to_user({"run": run_id})
    to_run = sender_for(manager, run_id)
    await to_run({"user": user_key})
    no_runs = filtered_sender(manager, starts_with("run_"))
    await no_runs(run_id, {"n": 3})
    await no_runs(user_key, {"n": 4})
    no_threads = filtered_sender(manager, starts_with("thread_"))
    await no_threads(run_id, {"n": 5})
    counted = counting_sender(manager, 3)
    await counted(user_key, {"n": 6})

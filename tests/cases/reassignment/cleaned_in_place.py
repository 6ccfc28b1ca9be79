"""A message's recipient is put right in place before it is sent, in several styles."""


class Message:
    def __init__(self, recipient, body):
        self.recipient = recipient
        self.body = body


def fix(message, owner):
    if message.recipient.startswith("run_"):
        message.recipient = owner


def fix_dict(message, owners):
    to = message["to"]
    message["to"] = owners.get(to, "support")


def fix_all(messages, owner):
    for message in messages:
        fix(message, owner)


def fix_nothing(message):
    if not message.recipient:
        message.recipient = "support"


async def main(manager, run_id, user_key):
    message = Message(run_id, {"n": 1})
    fix(message, user_key)
    await manager.send_to_user(message.recipient, message.body)
    data = {"to": run_id, "from": run_id}
    fix_dict(data, {run_id: user_key})
    await manager.send_to_user(data["to"], data)
    await manager.send_to_user(data["from"], data)
    messages = [Message(run_id, {"n": 4}), Message(user_key, {"n": 4})]
    fix_all(messages, user_key)
    for one in messages:
        await manager.send_to_user(one.recipient, one.body)
    raw = Message(run_id, {"n": 5})
    fix_nothing(raw)
    await manager.send_to_user(raw.recipient, raw.body)
    target = run_id
    target = user_key if target.startswith("run_") else target
    await manager.send_to_user(target, {"n": 6})
    params = {"user": run_id}
    params.update(user=user_key)
    await manager.send_to_user(params["user"], {"n": 7})
    kwargs = {"user_id": user_key, "message": {"run": run_id}}
    await manager.send_to_user(**kwargs)

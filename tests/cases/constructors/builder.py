"""A builder gathers the parts of a notification step by step."""


class Notification:
    def __init__(self, recipient, run_id, body):
        self.recipient = recipient
        self.run_id = run_id
        self.body = body


class NotificationBuilder:
    def __init__(self, run_id):
        self._run_id = run_id
        self._recipient = None
        self._body = {}

    def to(self, recipient):
        self._recipient = recipient
        return self

    def to_person(self, recipient):
        if recipient and recipient.startswith("run_"):
            raise ValueError(recipient)
        self._recipient = recipient
        return self

    def body(self, **body):
        self._body.update(body)
        return self

    def build(self):
        if not self._recipient:
            raise ValueError("nobody")
        return Notification(self._recipient, self._run_id, self._body)

    def build_anyway(self):
        return Notification(self._recipient or self._run_id, self._run_id, self._body)


async def send(manager, notification):
    await manager.send_to_user(notification.recipient, notification.body)


async def main(manager, run_id, user_key):
    if user_key:
        await send(manager, NotificationBuilder(run_id).to(user_key).body(n=1).build())
    await send(manager, NotificationBuilder(run_id).to(run_id).body(n=2).build())
    await send(manager, NotificationBuilder(run_id).body(n=3).build_anyway())
    try:
        note = NotificationBuilder(run_id).to_person(run_id).build()
        await manager.send_to_user(note.recipient, note.body)
    except ValueError:
        pass
    if user_key:
        note = NotificationBuilder(run_id).to_person(user_key).build()
        await manager.send_to_user(note.recipient, {"run": note.run_id})

"""A property's setter keeps run ids out."""


class Envelope:
    def __init__(self, recipient=None):
        self._recipient = None
        self.recipient = recipient

    @property
    def recipient(self):
        return self._recipient

    @recipient.setter
    def recipient(self, value):
        if value is not None and value.startswith("run_"):
            raise ValueError("a run id is no recipient")
        self._recipient = value


class Open:
    @property
    def recipient(self):
        return self._recipient

    @recipient.setter
    def recipient(self, value):
        self._recipient = value


async def main(manager, run_id, user_id, flag):
    envelope = Envelope(user_id)
    if envelope.recipient:
        await manager.send_to_user(envelope.recipient, {"n": 1})
    open_ = Open()
    open_.recipient = user_id if flag else run_id
    await manager.send_to_user(open_.recipient, {"n": 2})
    try:
        envelope.recipient = run_id
    except ValueError:
        pass
    if envelope.recipient:
        await manager.send_to_user(envelope.recipient, {"n": 3})

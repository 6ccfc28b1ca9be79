"""Views of a session give a run's data, and a recipient that is checked on reading."""

from functools import cached_property


class SessionView:
    def __init__(self, run_id, user_id, raw_recipient):
        self._run_id = run_id
        self._user_id = user_id
        self._raw = raw_recipient

    @property
    def run(self):
        return self._run_id

    @property
    def recipient(self):
        if self._raw and not self._raw.startswith("run_"):
            return self._raw
        return self._user_id

    @property
    def raw_recipient(self):
        return self._raw

    @raw_recipient.setter
    def raw_recipient(self, value):
        if value.startswith("run_"):
            raise ValueError(value)
        self._raw = value

    @cached_property
    def display_name(self):
        return f"{self._user_id}/{self._run_id}"

    @property
    def is_anonymous(self):
        return self._user_id is None

    @property
    def target(self):
        return self._run_id if self.is_anonymous else self._user_id


async def main(manager, run_id, user_id):
    view = SessionView(run_id, user_id, run_id)
    if view.recipient:
        await manager.send_to_user(view.recipient, {"name": view.display_name, "run": view.run})
    await manager.send_to_user(view.raw_recipient, {"n": 2})
    if not view.is_anonymous:
        await manager.send_to_user(view.target, {"n": 3})
    await manager.send_to_user(view.target, {"n": 4})
    view.raw_recipient = "someone"
    await manager.send_to_user(view.raw_recipient, {"n": 5})

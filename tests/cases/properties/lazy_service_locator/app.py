from functools import cached_property


class Application:
    def __init__(self, ws):
        self.ws = ws
        self._mailer = None

    @cached_property
    def notifications(self):
        from notifications import Notifications

        return Notifications(self)

    @property
    def mailer(self):
        if self._mailer is None:
            self._mailer = self.notifications.post
        return self._mailer

"""Recipients are validated with exceptions, and errors are told to the right person."""


class InvalidRecipient(Exception):
    def __init__(self, recipient, reason):
        super().__init__(reason)
        self.recipient = recipient


def ensure_user(value):
    if not value:
        raise InvalidRecipient(value, "empty")
    if value.startswith("run_"):
        raise InvalidRecipient(value, "run")
    return value


def ensure_given(value):
    if value is None:
        raise InvalidRecipient(value, "none")
    return value


class Handler:
    def __init__(self, manager, fallback_user):
        self.manager = manager
        self.fallback_user = fallback_user

    async def handle(self, recipient):
        try:
            target = ensure_user(recipient)
        except InvalidRecipient:
            target = self.fallback_user
        await self.manager.send_to_user(target, {"n": 1})

    async def handle_given(self, recipient):
        try:
            target = ensure_given(recipient)
        except InvalidRecipient as error:
            await self.manager.send_to_user(self.fallback_user, {"bad": error.recipient})
            return
        await self.manager.send_to_user(target, {"n": 2})

    async def report(self, recipient):
        try:
            ensure_user(recipient)
        except InvalidRecipient as error:
            if error.recipient:
                await self.manager.send_to_user(error.recipient, {"n": 3})
        else:
            await self.manager.send_to_user(recipient, {"n": 4})


async def main(manager, run_id, user_id):
    handler = Handler(manager, "support")
    for recipient in (run_id, user_id):
        await handler.handle(recipient)
        await handler.handle_given(recipient)
        await handler.report(recipient)

"""A validator class with a static check and a method that raises."""


class RecipientValidator:
    prefix = "run_"

    @staticmethod
    def is_run(value):
        return isinstance(value, str) and value.startswith("run_")

    def ensure(self, value):
        if value is None or value[: len(self.prefix)] == self.prefix:
            raise LookupError(value)
        return value


class Sender:
    def __init__(self, ws):
        self.ws = ws
        self.validator = RecipientValidator()

    async def checked(self, x):
        if RecipientValidator.is_run(x):
            return
        await self.ws.send_to_user(x, {"n": 1})

    async def ensured(self, x):
        try:
            x = self.validator.ensure(x)
        except LookupError:
            return
        await self.ws.send_to_user(x, {"n": 2})

    async def wrong_way(self, x):
        if not RecipientValidator.is_run(x):
            return
        await self.ws.send_to_user(x, {"n": 3})


async def main(manager, run_id, user_id):
    sender = Sender(manager)
    for x in (user_id, run_id):
        await sender.checked(x)
        await sender.ensured(x)
        await sender.wrong_way(x)

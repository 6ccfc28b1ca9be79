"""Functions named as conversions whose bodies hand the run id through."""


class Resolver:
    def to_user(self, run_id):
        value = self._strip(run_id)
        return value

    def _strip(self, text):
        return text.strip()

    def get_user_id(self, run_id, default=None):
        return default or self.to_user(run_id)


async def main(manager, run_id, user_id):
    resolver = Resolver()
    await manager.send_to_user(resolver.to_user(run_id), {"n": 1})
    await manager.send_to_user(resolver.get_user_id(run_id, user_id), {"n": 2})
    await manager.send_to_user(resolver.get_user_id("job", user_id or "lobby"), {"n": 3})

"""A route kept as a tuple on the object."""


class Outbox:
    def __init__(self, hub):
        self.hub = hub
        self.route = ()

    def aim(self, who, about):
        self.route = (who, about)

    async def post(self):
        await self.hub.send_to_user(self.route[0], {"about": self.route[1]})

    async def echo(self):
        who, about = self.route
        await self.hub.send_to_user(about, {"who": who})


async def main(manager, run_id, user_id):
    outbox = Outbox(manager)
    outbox.aim(user_id, run_id)
    await outbox.post()
    await outbox.echo()

"""A decorator marks methods as commands; the class collects the marked ones."""


def command(name):
    def mark(method):
        method.command = name
        return method

    return mark


class CommandHost:
    commands = {}

    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        cls.commands = {
            member.command: member
            for member in vars(cls).values()
            if hasattr(member, "command")
        }

    async def execute(self, name, *args):
        return await self.commands[name](self, *args)


class AgentHost(CommandHost):
    def __init__(self, ws, owner):
        self.ws = ws
        self.owner = owner

    @command("ping")
    async def ping(self, job):
        await self.ws.send_to_user(self.owner, {"ping": job})

    @command("trace")
    async def trace(self, job):
        await self.ws.send_to_user(job, {"trace": True})


async def main(manager, run_id, user_id):
    host = AgentHost(manager, user_id)
    await host.execute("ping", run_id)
    await host.execute("trace", run_id)

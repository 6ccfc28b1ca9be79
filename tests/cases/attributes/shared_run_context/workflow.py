class RunContext:
    def __init__(self, ws, execution):
        self.ws = ws
        self.execution = execution
        self.owner = None
        self.reply_to = execution
        self.outputs = {}

    def bind(self, **values):
        for name, value in values.items():
            setattr(self, name, value)
        return self

    async def reply(self, text):
        await self.ws.send_to_user(self.reply_to, {"text": text})


class Workflow:
    def __init__(self, steps):
        self.steps = steps

    async def run(self, context):
        for step in self.steps:
            context.outputs[step.__name__] = await step(context)
        return context.outputs


async def plan(context):
    await context.ws.send_to_user(context.owner, {"step": "plan"})
    return {"who": context.execution}


async def analyse(context):
    context.reply_to = context.owner
    await context.reply("analysed")
    await context.ws.send_to_user(context.outputs["plan"]["who"], {"step": "analyse"})


async def report(context):
    await context.reply("reported")

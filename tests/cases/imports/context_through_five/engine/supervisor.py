from engine.factory import make_context, right_params, wrong_params
from engine.steps import Step, WrongStep


class Supervisor:
    def __init__(self, ws):
        self.steps = {"good": Step(ws), "bad": WrongStep(ws)}

    async def run(self, ids, name):
        params = right_params(ids) if name == "good" else wrong_params(ids)
        await self.steps[name].execute(make_context(params))

from .. import common
from ..messages import builder as make
from .sending import push


class Worker:
    def __init__(self, ws):
        self.ws = ws

    async def work(self, job, owner):
        await push(self.ws, common.first_of(owner, job), make.text(job))
        await push(self.ws, common.last_of(owner, job), make.text(owner))

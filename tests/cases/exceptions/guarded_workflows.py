"""A workflow's steps raise errors of several kinds; each tells somebody else, or nobody."""

import asyncio
import contextlib


class WorkflowError(Exception):
    notify = None

    def __init__(self, step, notify=None):
        super().__init__(step)
        self.step = step
        if notify is not None:
            self.notify = notify


class UserError(WorkflowError):
    pass


class SystemFailure(WorkflowError):
    notify = "operator"


class Workflow:
    def __init__(self, ws, run_id, user_id):
        self.ws = ws
        self.run_id = run_id
        self.user_id = user_id
        self.completed = []

    async def step(self, name, fail=None):
        await asyncio.sleep(0)
        if fail is not None:
            raise fail(name)
        self.completed.append((self.run_id, name))

    def user_error(self, name):
        return UserError(name, notify=self.user_id)

    def orphaned(self, name):
        return UserError(name, notify=self.run_id)

    async def run(self, *steps):
        for name, fail in steps:
            try:
                await self.step(name, fail)
            except UserError as error:
                if error.notify:
                    await self.ws.send_to_user(error.notify, {"failed": error.step})
                return False
            except SystemFailure as error:
                await self.ws.send_to_user(error.notify, {"failed": error.step})
                raise
        await self.ws.send_to_user(self.user_id, {"completed": self.completed})
        return True


async def main(manager, run_id, user_id):
    workflow = Workflow(manager, run_id, user_id)
    await workflow.run(("load", None), ("save", None))
    await workflow.run(("load", workflow.user_error))
    with contextlib.suppress(SystemFailure):
        await workflow.run(("load", SystemFailure))
    orphan = Workflow(manager, run_id, user_id)
    await orphan.run(("load", orphan.orphaned))

"""The shape that the guide asks for, over several layers."""

import logging

logger = logging.getLogger(__name__)


class ExecutionContext:
    def __init__(self, run_id, thread_id=None, user_id=None, parent=None):
        self.run_id = run_id
        self.thread_id = thread_id or (parent.thread_id if parent else None)
        self.user_id = user_id or (parent.user_id if parent else None)
        self.parent = parent

    def child(self, run_id):
        return ExecutionContext(run_id, parent=self)


class Notifier:
    def __init__(self, manager):
        self.manager = manager

    async def notify(self, context, message):
        if context.thread_id:
            return await self.manager.send_to_thread(context.thread_id, message)
        if context.user_id:
            return await self.manager.send_to_user(context.user_id, message)
        logger.debug("no recipient for %s", context.run_id)
        return False


async def main(manager, run_id, other_run_id, user_id, thread_id):
    context = ExecutionContext(run_id, thread_id, user_id)
    child = context.child(other_run_id)
    await Notifier(manager).notify(child, {"run_id": child.run_id})
    await Notifier(manager).notify(context, {"run_id": child.run_id})

"""A dispatcher of tools with hooks before and after, over three modules."""

from tools.dispatcher import ToolDispatcher
from tools.hooks import NotifyOwner, NotifyRun


async def search(query):
    return [query]


async def main(manager, run_id, user_id):
    quiet = ToolDispatcher({"search": search})
    quiet.before(NotifyOwner(manager, user_id))
    await quiet.dispatch("search", "x", execution=run_id)
    loud = ToolDispatcher({"search": search})
    loud.before(NotifyOwner(manager, user_id))
    loud.after(NotifyRun(manager).notify)
    await loud.dispatch("search", "y", execution=run_id)

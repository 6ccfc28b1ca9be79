"""A container makes services lazily; senders are partials, and messages are rendered by their type"""

from __future__ import annotations

from functools import partial

from container import Container
from messages import AgentCompleted, AgentFailed, AgentStarted, render
from senders import ThreadSender, UserSender, send_for
from workflow import Workflow


async def main(manager, run_id, user_id, thread_id):
    container = Container()
    container.instance("manager", manager)
    container.factory("user_sender", lambda c: UserSender(c.resolve("manager")))
    container.factory("thread_sender", lambda c: ThreadSender(c.resolve("manager")))
    container.factory("workflow", partial(Workflow.from_container, label="main"))
    workflow = container.resolve("workflow")
    await workflow.begin(AgentStarted(run_id, user_id, thread_id))
    await workflow.end(AgentCompleted(run_id, user_id, thread_id, seconds=3))
    await workflow.crash(AgentFailed(run_id, user_id, thread_id, reason="oom"))
    shout = partial(manager.send_to_user, user_id)
    if user_id:
        await shout(render(AgentStarted(run_id, user_id, thread_id)))
    whisper = partial(manager.send_to_user, run_id)
    await whisper({"whisper": True})
    await send_for(container, "user", user_id, {"done": True})
    await send_for(container, "thread", thread_id or run_id, {"done": True})

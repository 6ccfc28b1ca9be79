"""A container injects services into each other; handlers only see the gateway."""

from container import build_container
from handlers import CompletionHandler, FailureHandler, HeartbeatHandler


async def main(manager, run_id, user_id, thread_id):
    container = build_container(manager)
    container.directory.remember(run_id, user_id, thread_id)
    for handler in (CompletionHandler, HeartbeatHandler, FailureHandler):
        await handler(container).handle(run_id)
    gateway = container.gateway
    await gateway.push(user_id, {"run": run_id})
    gateway.default_recipient = run_id
    await gateway.push_default({"n": 1})

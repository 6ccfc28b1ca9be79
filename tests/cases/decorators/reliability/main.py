"""Sends go through retries, a circuit breaker and a time limit, made of decorators"""

from __future__ import annotations

from breaker import CircuitBreaker
from client import DeliveryClient, StatusClient
from policies import Policy
from retry import RetryError


async def main(manager, run_id, user_id, thread_id):
    breaker = CircuitBreaker(limit=3)
    client = DeliveryClient(manager, breaker, Policy(attempts=2))
    status = StatusClient(client)
    await status.report(run_id, user_id, thread_id)
    await status.report_owner(user_id=user_id, run_id=run_id)
    try:
        await status.fail(run_id, user_id)
    except RetryError as error:
        await manager.send_to_user(error.recipient, {"gave_up": error.attempts})
    await status.heartbeat(thread_id, run_id)

"""Deliveries are retried by helpers that pass on arguments and options they do not know."""

from delivery import Delivery
from retrying import RetryPolicy, with_retry


async def main(manager, run_id, user_id):
    delivery = Delivery(manager)
    await with_retry(delivery.deliver, user_id, {"job": run_id}, attempts=2)
    await with_retry(delivery.deliver, run_id, {"owner": user_id}, attempts=2)
    policy = RetryPolicy(attempts=2)
    await policy.run(delivery.deliver, who=user_id, message={"n": 1})
    await policy.run(delivery.deliver, who=run_id, message={"n": 2})
    await delivery.reliable(user_id, {"n": 3})
    await delivery.reliable(run_id, {"n": 4})

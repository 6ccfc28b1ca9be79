"""Messages go through a stack of middlewares, put together once, before they are sent."""

from middleware import attach_audience, count_messages, log_messages
from pipeline import Pipeline


def delivery(ws):
    async def deliver(message):
        await ws.send_to_user(message["to"], message["body"])

    return deliver


async def main(manager, run_id, user_id):
    plain = Pipeline(delivery(manager)).use(log_messages).use(count_messages)
    await plain.process({"to": user_id, "body": {"n": 1}})
    await plain.process({"to": run_id, "body": {"n": 2}})
    routed = Pipeline(delivery(manager)).use(log_messages).use(attach_audience("owner"))
    await routed.process({"owner": user_id, "job": run_id, "body": {"n": 3}})
    wrong = Pipeline(delivery(manager)).use(attach_audience("job"))
    await wrong.process({"owner": user_id, "job": run_id, "body": {"n": 4}})

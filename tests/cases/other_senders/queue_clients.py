"""Queue clients with `send_message` by keywords, and producers with `send`."""


class SqsClient:
    def __init__(self):
        self.sent = []

    def send_message(self, QueueUrl, MessageBody, **attributes):
        self.sent.append((QueueUrl, MessageBody, attributes))
        return {"MessageId": str(len(self.sent))}


class Producer:
    def __init__(self, topic):
        self.topic = topic

    async def send_message(self, topic, value, key=None):
        return (topic, value, key)


def make_client(name):
    return {"sqs": SqsClient}[name]()


class Outbox:
    def __init__(self):
        self.producer = Producer("runs")

    async def publish(self, run_id):
        await self.producer.send_message(f"runs.{run_id}", run_id, key=run_id)
        await self.producer.send_message(run_id, {"n": 2})


async def main(manager, run_id, user_id):
    client = SqsClient()
    client.send_message(QueueUrl="https://example.org/q", MessageBody=run_id)
    client.send_message(run_id, "body", MessageGroupId=run_id)
    await Outbox().publish(run_id)
    answer = client.send_message("https://example.org/q", run_id)
    await manager.send_to_user(user_id, {"answer": answer, "name": make_client("sqs").sent})

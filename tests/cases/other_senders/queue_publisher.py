"""A publisher for a message queue."""


class SQSPublisher:
    def __init__(self, queue_url):
        self.queue_url = queue_url
        self.bodies = []

    def send_message(self, body, group=None):
        self.bodies.append((body, group))


async def main(manager, run_id, user_id):
    publisher = SQSPublisher("https://queue.example.org/1")
    publisher.send_message(run_id, run_id)
    publisher.send_message(body=run_id, group=user_id)
    await manager.send_to_user(user_id, {"n": 1})

"""Events appended by one method and consumed by another."""


class Event:
    def __init__(self, kind, subject, audience):
        self.kind = kind
        self.subject = subject
        self.audience = audience


class Recorder:
    def __init__(self):
        self.events = []

    def record(self, kind, subject, audience):
        self.events.append(Event(kind, subject, audience))


class Publisher:
    def __init__(self, ws, recorder):
        self.ws = ws
        self.recorder = recorder

    async def publish(self):
        for event in self.recorder.events:
            await self.ws.send_to_user(event.audience, {"subject": event.subject})

    async def publish_subjects(self):
        for event in reversed(self.recorder.events):
            await self.ws.send_to_user(event.subject, {"kind": event.kind})


async def main(manager, run_id, user_id):
    recorder = Recorder()
    recorder.record("started", run_id, user_id)
    publisher = Publisher(manager, recorder)
    await publisher.publish()
    await publisher.publish_subjects()

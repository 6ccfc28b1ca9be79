"""What was sent is kept in a history, and replayed to whoever joins later."""

from collections import deque, namedtuple
from itertools import islice, takewhile

Entry = namedtuple("Entry", ["recipient", "run_id", "text"])


class History:
    def __init__(self, limit=10):
        self._entries = deque(maxlen=limit)

    def record(self, recipient, run_id, text):
        self._entries.append(Entry(recipient, run_id, text))

    def __iter__(self):
        return iter(self._entries)

    def __len__(self):
        return len(self._entries)

    def __getitem__(self, index):
        return self._entries[index]

    def last(self, count):
        start = max(0, len(self._entries) - count)
        return list(islice(self._entries, start, None))

    def of_run(self, run_id):
        return [entry for entry in self._entries if entry.run_id == run_id]

    def texts_for(self, recipient):
        return [entry.text for entry in self._entries if entry.recipient == recipient]


class Recorder:
    def __init__(self, ws):
        self.ws = ws
        self.history = History()

    async def send(self, user_id, run_id, text):
        self.history.record(user_id, run_id, text)
        await self.ws.send_to_user(user_id, {"text": text, "run": run_id})

    async def replay(self):
        for recipient, run_id, text in self.history:
            await self.ws.send_to_user(recipient, {"again": text, "run": run_id})

    async def replay_last(self):
        if self.history:
            entry = self.history[-1]
            await self.ws.send_to_user(entry.recipient, {"last": entry.text})

    async def replay_run(self, run_id):
        for entry in self.history.of_run(run_id):
            await self.ws.send_to_user(entry.recipient, {"of": entry.run_id})

    async def catch_up(self, user_id):
        await self.ws.send_to_user(user_id, {"texts": self.history.texts_for(user_id)})

    async def replay_wrongly(self):
        for entry in self.history.last(2):
            await self.ws.send_to_user(entry[1], {"text": entry.text})


async def main(manager, run_id, user_id):
    recorder = Recorder(manager)
    await recorder.send(user_id, run_id, "one")
    await recorder.send("bob", run_id, "two")
    await recorder.replay()
    await recorder.replay_last()
    await recorder.replay_run(run_id)
    await recorder.catch_up(user_id)
    same = takewhile(lambda entry: entry.run_id == run_id, recorder.history)
    await manager.send_to_user(user_id, {"count": len(list(same))})
    await recorder.replay_wrongly()

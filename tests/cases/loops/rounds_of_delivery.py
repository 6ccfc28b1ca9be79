"""Messages are delivered in rounds; what fails goes back, and what is hopeless is told to its owner."""

from collections import Counter, deque
from dataclasses import dataclass


@dataclass
class Letter:
    to: str
    owner: str
    run_id: str
    tries: int = 0


class PostOffice:
    limit = 2

    def __init__(self, ws):
        self.ws = ws
        self.waiting = deque()
        self.stats = Counter()
        self.returned = []

    def post(self, to, owner, run_id):
        self.waiting.append(Letter(to, owner, run_id))

    async def deliver(self):
        while self.waiting:
            letter = self.waiting.popleft()
            if letter.to.startswith("run_"):
                self.returned.append(letter)
                continue
            ok = await self.ws.send_to_user(letter.to, {"run": letter.run_id})
            self.stats[letter.to] += 1
            if not ok:
                letter.tries += 1
                if letter.tries < self.limit:
                    self.waiting.append(letter)

    async def return_to_owners(self):
        while self.returned:
            letter = self.returned.pop()
            await self.ws.send_to_user(letter.owner, {"returned": letter.to})

    async def statistics(self):
        for recipient, count in self.stats.most_common():
            await self.ws.send_to_user(recipient, {"received": count})

    async def express(self):
        for letter in list(self.waiting):
            await self.ws.send_to_user(letter.to, {"express": letter.run_id})
            self.waiting.remove(letter)


async def main(manager, run_id, user_key):
    office = PostOffice(manager)
    office.post(user_key, user_key, run_id)
    office.post(run_id, user_key, run_id)
    await office.deliver()
    await office.return_to_owners()
    await office.statistics()
    careless = PostOffice(manager)
    careless.post(run_id, user_key, run_id)
    await careless.express()

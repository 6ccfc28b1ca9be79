"""Results come in batches of tuples; they are zipped, enumerated, sorted and taken apart."""

import asyncio
from itertools import zip_longest
from operator import itemgetter


async def fetch(run_id, user_id, number):
    await asyncio.sleep(0)
    return run_id, user_id, {"number": number}


async def gather_results(run_ids, user_id):
    jobs = [fetch(run_id, user_id, number) for number, run_id in enumerate(run_ids)]
    return await asyncio.gather(*jobs)


class ResultSender:
    def __init__(self, ws):
        self.ws = ws

    async def each(self, results):
        for run_id, user_id, data in results:
            await self.ws.send_to_user(user_id, {"run": run_id, **data})

    async def columns(self, results):
        runs, users, data = zip(*results)
        for user, run in zip(users, runs):
            await self.ws.send_to_user(user, {"run": run, "count": len(data)})

    async def numbered(self, results):
        for number, (run_id, user_id, _) in enumerate(results, start=1):
            await self.ws.send_to_user(user_id, {"number": number, "run": run_id})

    async def best(self, results):
        _, winner, data = max(results, key=lambda result: result[2]["number"])
        await self.ws.send_to_user(winner, data)

    async def pairs(self, results):
        for first, second in zip_longest(results[::2], results[1::2]):
            await self.ws.send_to_user(first[1], {"run": first[0]})
            if second is not None:
                await self.ws.send_to_user(second[1], {"run": second[0]})

    async def picked(self, results):
        pick = itemgetter(1, 0)
        for user_id, run_id in map(pick, results):
            await self.ws.send_to_user(user_id, {"run": run_id})

    async def picked_wrongly(self, results):
        for user_id, _ in map(itemgetter(0, 1), results):
            await self.ws.send_to_user(user_id, {"n": 1})

    async def swapped(self, results):
        (user_id, run_id, data), *_ = results
        await self.ws.send_to_user(user_id, {"run": run_id, **data})


async def main(manager, run_id, other_run_id, user_id):
    results = await gather_results([run_id, other_run_id], user_id)
    sender = ResultSender(manager)
    await sender.each(results)
    await sender.columns(results)
    await sender.numbered(results)
    await sender.best(results)
    await sender.pairs(results)
    await sender.picked(results)
    await sender.picked_wrongly(results)
    await sender.swapped(results)

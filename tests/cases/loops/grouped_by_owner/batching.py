from collections import defaultdict
from itertools import groupby


def group_by(rows, key):
    groups = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return groups


def grouped_sorted(rows, key):
    for value, group in groupby(sorted(rows, key=key), key=key):
        yield value, list(group)


class Batcher:
    def __init__(self, ws):
        self.ws = ws
        self.pending = {}

    def add(self, who, text):
        self.pending.setdefault(who, []).append(text)

    async def flush(self):
        while self.pending:
            who, texts = self.pending.popitem()
            await self.ws.send_to_user(who, {"texts": texts})

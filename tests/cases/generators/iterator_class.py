"""An iterator written by hand."""


class Recipients:
    def __init__(self, ids):
        self.ids = ids
        self.index = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.index >= len(self.ids):
            raise StopIteration
        value = self.ids[self.index]
        self.index += 1
        return value


async def main(manager, run_id):
    for recipient in Recipients([run_id]):
        await manager.send_to_user(recipient, {"n": 1})

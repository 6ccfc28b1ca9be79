"""A method swaps two fields; the order of the calls decides."""


class Pair:
    def __init__(self, ws, left, right):
        self.ws = ws
        self.left = left
        self.right = right

    def swap(self):
        self.left, self.right = self.right, self.left
        return self

    async def send_left(self):
        await self.ws.send_to_user(self.left, {"side": "left"})

    async def send_right(self):
        await self.ws.send_to_user(self.right, {"side": "right"})


async def main(manager, run_id, user_id):
    pair = Pair(manager, run_id, user_id)
    await pair.send_right()
    pair.swap()
    await manager.send_to_user(pair.left, {"n": 1})
    await manager.send_to_user(pair.right, {"n": 2})
    await pair.swap().swap().send_left()
